"""A store's own facts on top of what the server says, until the server has answered.

An edit of a customer, what became of a promise and the audience of a check-in are folded into
other rows, which a pull writes anew: those that still wait are put in force again over it, so that
nothing flickers back. What they cover is kept beside the line, to come back if they are refused.
"""

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, Table, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from desktop.domain.outbox import PENDING, LineState
from desktop.services.store import meta
from desktop.services.store.facts import KINDS
from desktop.services.store.tables import (
    check_ins,
    customer_field_versions,
    customers,
    outbox,
    promises,
)

TABLES_OF: Final = {kind.name: kind.table for kind in KINDS.values()}
"""Where each kind of fact lives."""

LAG: Final = 60 * 60_000
"""A pull may come from a copy of the server that is this much behind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """How a kind of fact is folded into another row."""

    row: str
    """Kind of the row."""
    table: Table
    target: str
    """Field of the fact's body that names the row."""
    values: Callable[[Mapping[str, Any]], dict[str, Any]]
    """Columns of the row that it sets."""


FOLDED: Final[Mapping[str, Folded]] = {
    "customer_edit": Folded(
        row="customer",
        table=customers,
        target="customer_id",
        values=lambda body: {body["field"]: body["value"]},
    ),
    "promise_outcome": Folded(
        row="promise",
        table=promises,
        target="promise_id",
        values=lambda body: {"state": body["state"]},
    ),
    "check_in_share": Folded(
        row="check_in",
        table=check_ins,
        target="check_in_id",
        values=lambda body: {"audience": body["audience"], "addressed_to": body["addressed_to"]},
    ),
}


def lay(connection: Connection, rows: Mapping[str, Collection[str]], now: int) -> None:
    """Put what waits on top of the rows (ids by kind) that a pull has just written."""
    kinds = [kind for kind, folded in FOLDED.items() if rows.get(folded.row)]
    if not kinds:
        return
    covered: dict[tuple[str, str], dict[str, Any]] = {}
    for line in _in_force(connection, kinds, now):
        folded, body = FOLDED[line.kind], json.loads(line.body)
        target = body[folded.target]
        if target not in rows[folded.row] or (
            line.state == LineState.APPLIED and _known(connection, body)
        ):
            continue
        values = folded.values(body)
        place = (target, ",".join(values))
        if place not in covered:
            covered[place] = _held(connection, folded, target, body)
        _cover(connection, [line.line], covered[place])
        _put(connection, folded, target, values, _version_after(body))


def _in_force(connection: Connection, kinds: Collection[str], now: int) -> list[Row[Any]]:
    """What waits; and edits that a copy of the server may not show yet."""
    waits = outbox.c.state.in_(PENDING)
    # `settled_at` is the server's time, which the offset makes of this machine's.
    since = now + meta.number(connection, meta.CLOCK_OFFSET) - LAG
    lately = (outbox.c.state == LineState.APPLIED.value) & (outbox.c.settled_at > since)
    shown = waits | (lately & (outbox.c.kind == "customer_edit"))
    query = select(outbox).where(outbox.c.kind.in_(kinds), shown).order_by(outbox.c.line)
    return list(connection.execute(query).all())


def _known(connection: Connection, body: Mapping[str, Any]) -> bool:
    """Whether the row that was pulled already has this edit, by the field's version."""
    return _version(connection, body) > int(body["based_on"])


def _version(connection: Connection, body: Mapping[str, Any]) -> int:
    table = customer_field_versions.c
    query = select(table.version).where(
        table.customer_id == body["customer_id"], table.field == body["field"]
    )
    return connection.scalar(query) or 0


def _held(
    connection: Connection, folded: Folded, target: str, body: Mapping[str, Any]
) -> dict[str, Any]:
    """The columns as they are now, and the field's version."""
    columns = [folded.table.c[name] for name in folded.values(body)]
    row = connection.execute(select(*columns).where(folded.table.c.id == target)).mappings().first()
    held: dict[str, Any] = {"values": {} if row is None else dict(row)}
    if "based_on" in body:
        held["version"] = _version(connection, body)
    return held


def _version_after(body: Mapping[str, Any]) -> int | None:
    return body["based_on"] + 1 if "based_on" in body else None


def _put(
    connection: Connection,
    folded: Folded,
    target: str,
    values: Mapping[str, Any],
    version: int | None,
) -> None:
    if values:
        connection.execute(update(folded.table).where(folded.table.c.id == target).values(**values))
    if version is not None and values:
        row = {"customer_id": target, "field": next(iter(values)), "version": version}
        put = insert(customer_field_versions).values(row)
        connection.execute(
            put.on_conflict_do_update(
                index_elements=["customer_id", "field"], set_={"version": version}
            )
        )


def later_of_same(connection: Connection, line: Row[Any]) -> list[Row[Any]]:
    """Lines that wait behind this one and set the same columns of the same row, in order."""
    return _of_same(connection, line, PENDING, outbox.c.line > line.line)


def _of_same(
    connection: Connection,
    line: Row[Any],
    states: Collection[LineState],
    where: ColumnElement[bool],
) -> list[Row[Any]]:
    if line.kind not in FOLDED:
        return []
    folded, body = FOLDED[line.kind], json.loads(line.body)
    query = select(outbox).where(outbox.c.kind == line.kind, outbox.c.state.in_(states), where)
    found = connection.execute(query.order_by(outbox.c.line)).all()

    def same(other: Mapping[str, Any]) -> bool:
        return bool(
            other[folded.target] == body[folded.target]
            and folded.values(other).keys() == folded.values(body).keys()
        )

    return [one for one in found if same(json.loads(one.body))]


def applied(connection: Connection, line: Row[Any]) -> None:
    """This fact is what the server holds now: it lies beneath those that wait behind it."""
    if line.kind not in FOLDED:
        return
    body = json.loads(line.body)
    held: dict[str, Any] = {"values": FOLDED[line.kind].values(body)}
    if "based_on" in body:
        held["version"] = _version_after(body)
    later = later_of_same(connection, line)
    _cover(connection, [one.line for one in later], held)
    # A choice that was still to be made has been made by writing once more.
    over = _of_same(connection, line, (LineState.CONFLICT,), outbox.c.line < line.line)
    settled = {"state": LineState.SETTLED.value, "answer": json.dumps({"by": line.op_id})}
    for one in over:
        connection.execute(update(outbox).where(outbox.c.line == one.line).values(**settled))


def uncover(connection: Connection, line: Row[Any], theirs: Mapping[str, Any] | None) -> None:
    """This fact is not in force: show what the server holds, and what waits on top of it."""
    if line.kind not in FOLDED:
        return
    folded, body = FOLDED[line.kind], json.loads(line.body)
    held = _beneath(line, body, theirs)
    _put(connection, folded, body[folded.target], held["values"], held.get("version"))
    for later in later_of_same(connection, line):
        own = json.loads(later.body)
        _cover(connection, [later.line], held)
        _put(connection, folded, body[folded.target], folded.values(own), _version_after(own))


def _cover(connection: Connection, lines: Collection[int], held: Mapping[str, Any]) -> None:
    change = update(outbox).where(outbox.c.line.in_(lines))
    connection.execute(change.values(beneath=json.dumps(held)))


def _beneath(
    line: Row[Any], body: Mapping[str, Any], theirs: Mapping[str, Any] | None
) -> dict[str, Any]:
    if theirs is not None and line.kind == "customer_edit":
        return {"values": {body["field"]: theirs["value"]}, "version": theirs["version"]}
    if line.beneath is not None:
        return dict(json.loads(line.beneath))
    if line.kind == "customer_edit":
        return {"values": {body["field"]: body["former"]}, "version": body["based_on"]}
    # What was there before is not known; the next pull of the row says it.
    return {"values": {"state": "open"} if line.kind == "promise_outcome" else {}}


def forget(connection: Connection, line: Row[Any]) -> None:
    """It speaks of what was erased: its row goes, and what it said.

    But for a word on a check-in that is no longer shared: its author keeps it.
    """
    if line.kind not in {"check_in_reply", "talk_note"}:
        table = TABLES_OF[line.kind]
        connection.execute(delete(table).where(table.c.id == line.fact_id))
        connection.execute(update(outbox).where(outbox.c.line == line.line).values(body="{}"))
