"""Facts that a person should look at, and what they decide about each of them."""

import json
from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Connection, Row, delete, func, insert, or_, select, update

from desktop.domain.customer_file import CustomerField
from desktop.domain.errors import Gone, Incomplete, Invalid
from desktop.domain.ids import CustomerId
from desktop.domain.instants import from_millis
from desktop.domain.outbox import PENDING, UNSENT, Attention, Conflict, LineState
from desktop.services.store import pending
from desktop.services.store.apart import whole
from desktop.services.store.names import NAME, name_of
from desktop.services.store.outbox import HOUR
from desktop.services.store.tables import customers, outbox, people, promises

WORDS: Final[Mapping[str, str]] = {
    "contact": "note",
    "step_off": "words",
    "promise": "words",
    "incivility": "words",
    "pinned_note": "words",
    "check_in": "words",
    "check_in_reply": "words",
    "customer_edit": "value",
    **dict.fromkeys(("own_words", "gesture", "gesture_request", "gesture_answer"), "words"),
    **dict.fromkeys(("follow_up", "talk_note", "thanks", "story"), "words"),
}
"""What can be corrected in each kind of fact; a customer's own words are nobody's to change."""

DECIDED: Final = (LineState.REJECTED, LineState.CONFLICT, LineState.HELD)


def attention(connection: Connection, now: int) -> tuple[Attention, ...]:
    """What was not taken, and what has had no answer for an hour; the oldest first."""
    long_ago = (outbox.c.state == LineState.WAITING.value) & (outbox.c.first_try <= now - HOUR)
    asked = or_(outbox.c.state.in_(DECIDED), long_ago)
    lines = connection.execute(select(outbox).where(asked).order_by(outbox.c.line)).all()
    return tuple(_attention(connection, line) for line in lines)


def by_kind(connection: Connection) -> dict[str, int]:
    """How many facts of each kind the server does not have."""
    query = select(outbox.c.kind, func.count()).where(outbox.c.state.in_(UNSENT))
    rows = connection.execute(query.group_by(outbox.c.kind)).all()
    return {str(row[0]): int(row[1]) for row in rows}


def one(connection: Connection, op_id: str) -> Attention | None:
    """One fact as `attention` shows it; None where no line has this id."""
    line = connection.execute(select(outbox).where(outbox.c.op_id == op_id)).first()
    return None if line is None else _attention(connection, line)


def _attention(connection: Connection, line: Row[Any]) -> Attention:
    body: dict[str, Any] = json.loads(line.body)
    answer: dict[str, Any] = json.loads(line.answer or "{}")
    state = LineState(line.state)
    customer_id = _customer_id(connection, line, body)
    return Attention(
        op_id=line.op_id,
        kind=line.kind,
        state=state,
        at=from_millis(line.at),
        customer_id=customer_id,
        customer_name=_name(connection, customer_id, body if line.kind == "customer" else {}),
        why=str(answer.get("why") or ""),
        field=CustomerField(body["field"]) if "field" in body else None,
        words=body.get(WORDS.get(line.kind, "")),
        exported=line.exported_at is not None,
        conflict=_conflict(connection, body, answer) if state is LineState.CONFLICT else None,
    )


def _customer_id(
    connection: Connection, line: Row[Any], body: Mapping[str, Any]
) -> CustomerId | None:
    if line.kind == "customer":
        return CustomerId(line.fact_id)
    found = body.get("customer_id")
    if line.kind == "promise_outcome":
        query = select(promises.c.customer_id).where(promises.c.id == body.get("promise_id"))
        found = connection.scalar(query)
    return None if found is None else CustomerId(found)


def _name(
    connection: Connection, customer_id: CustomerId | None, written: Mapping[str, Any]
) -> str:
    row = connection.execute(select(*NAME).where(customers.c.id == customer_id)).mappings().first()
    if row is not None:
        return name_of(row)
    return f"{written.get('given_name', '')} {written.get('family_name', '')}".strip()


def _conflict(
    connection: Connection, body: Mapping[str, Any], answer: Mapping[str, Any]
) -> Conflict:
    theirs: Mapping[str, Any] = answer.get("theirs") or {}
    by = connection.scalar(select(people.c.name).where(people.c.id == theirs.get("by")))
    at = theirs.get("at")
    return Conflict(
        field=CustomerField(body["field"]),
        mine=body["value"],
        theirs=str(theirs.get("value") or ""),
        base=body["former"],
        version=int(theirs.get("version") or 0),
        by=by or "",
        at=None if at is None else from_millis(int(at)),
    )


def retry(connection: Connection, op_id: str, now: int) -> None:
    """Let it wait again, to leave at once. Raises Gone when it does not need to."""
    line = _line(connection, op_id, (*PENDING, LineState.REJECTED))
    back = {"state": LineState.WAITING.value, "next_try": None, "settled_at": None}
    _change(connection, line, {**back, "answer": None, "first_try": None})
    _show(connection, line, now)


def correct(connection: Connection, op_id: str, words: str, new_op_id: str, now: int) -> None:
    """Put a fact with other words in the place of a rejected one, which then refers to it.

    Raises Gone when it is no longer rejected, Invalid where its kind has no words to correct.
    """
    line = _line(connection, op_id, (LineState.REJECTED,))
    name = WORDS.get(line.kind)
    if name is None:
        raise Invalid("words", line.kind)
    body = {**json.loads(line.body), name: words}
    table = pending.TABLES_OF[line.kind]
    connection.execute(update(table).where(table.c.id == line.fact_id).values(**{name: words}))
    again = {
        "op_id": new_op_id,
        "device": line.device,
        "fact_id": line.fact_id,
        "kind": line.kind,
        "version": line.version,
        "body": json.dumps(body, ensure_ascii=False, separators=(",", ":")),
        "at": now,
        "clock_offset": line.clock_offset,
    }
    connection.execute(insert(outbox), again)
    answer = {**json.loads(line.answer or "{}"), "replaced_by": new_op_id}
    _decide(connection, line, now, answer)
    _show(connection, line, now)


def give_up(connection: Connection, op_id: str, now: int) -> None:
    """Send it no more, and take its row away: it lives in the file that it was exported to.

    Raises Incomplete("export") before it was exported, Gone when it is not to be given up.
    """
    line = _line(connection, op_id, DECIDED)
    if line.exported_at is None:
        raise Incomplete("export")
    _decide(connection, line, now, {**json.loads(line.answer or "{}"), "given_up": True})
    if line.state == LineState.HELD:
        pending.uncover(connection, line, None)
    if line.kind != "customer":
        table = pending.TABLES_OF[line.kind]
        connection.execute(delete(table).where(table.c.id == line.fact_id))


def settle(connection: Connection, op_id: str, now: int) -> None:
    """A conflict was picked. Raises Gone when it is none, or no longer one."""
    line = _line(connection, op_id, (LineState.CONFLICT,))
    _decide(connection, line, now, {**json.loads(line.answer or "{}"), "picked": True})


def export(connection: Connection) -> list[dict[str, Any]]:
    """Everything that the server does not have, with its answer, in order."""
    names = ("op_id", "kind", "version", "at", "state")
    query = select(outbox).where(outbox.c.state.in_(UNSENT)).order_by(outbox.c.line)
    return [
        {
            **{name: row[name] for name in names},
            "body": whole(connection, row["kind"], json.loads(row["body"])),
            "answer": json.loads(row["answer"] or "null"),
        }
        for row in connection.execute(query).mappings()
    ]


def mark_exported(connection: Connection, op_ids: list[str], now: int) -> None:
    """Note that these are in a file now, so that they may be given up."""
    connection.execute(update(outbox).where(outbox.c.op_id.in_(op_ids)).values(exported_at=now))


def _line(connection: Connection, op_id: str, states: tuple[LineState, ...]) -> Row[Any]:
    query = select(outbox).where(outbox.c.op_id == op_id, outbox.c.state.in_(states))
    line = connection.execute(query).first()
    if line is None:
        raise Gone
    return line


def _decide(connection: Connection, line: Row[Any], now: int, answer: Mapping[str, Any]) -> None:
    settled = {"state": LineState.SETTLED.value, "settled_at": now, "next_try": None}
    _change(connection, line, {**settled, "answer": json.dumps(dict(answer))})


def _change(connection: Connection, line: Row[Any], values: Mapping[str, Any]) -> None:
    connection.execute(update(outbox).where(outbox.c.line == line.line).values(**values))


def _show(connection: Connection, line: Row[Any], now: int) -> None:
    """What waits again stands on top of the server's row again."""
    folded = pending.FOLDED.get(line.kind)
    if folded is not None:
        pending.lay(connection, {folded.row: [json.loads(line.body)[folded.target]]}, now)
