"""What the server says, written over the local tables; one's own pending facts stay on top.

A row comes in the state that it has now, so that a contract may come long before its customer: a
customer without words stands in for it until then. A row that the server took away leaves a mark
with its `seq`, so that an older state of it does not bring it back.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection

from desktop.domain.changes import Changed, Kind
from desktop.domain.ids import CustomerId
from desktop.services.store import dropping, meta, pending, replica_rows
from desktop.services.store.replica_rows import TABLES

TOLD: Final[Mapping[str, Kind]] = {
    "branch": Kind.PEOPLE,
    "team": Kind.PEOPLE,
    "person": Kind.PEOPLE,
    "document": Kind.DOCUMENT,
    "customer": Kind.CUSTOMER,
    "contract": Kind.CUSTOMER,
    "case": Kind.CUSTOMER,
    "contact": Kind.CONTACT,
    "step_off": Kind.STEP_OFF,
    "promise": Kind.PROMISE,
    "incivility": Kind.INCIVILITY,
    "answer": Kind.ANSWER,
    "video_call": Kind.VIDEO,
    "video_photo": Kind.VIDEO,
    "thanks": Kind.THANKS,
    "pinned_note": Kind.NOTE,
    "check_in": Kind.CHECK_IN,
    "check_in_reply": Kind.CHECK_IN,
    "check_in_reading": Kind.CHECK_IN,
    "check_in_waiting": Kind.CHECK_IN,
    "script_version": Kind.SCRIPT,
    "own_words": Kind.SCRIPT,
    "chain_merge": Kind.SCRIPT,
    "credit": Kind.SCRIPT,
    "awaiting": Kind.AWAITING,
    "gesture": Kind.GESTURE,
    "gesture_request": Kind.GESTURE,
    "gesture_answer": Kind.GESTURE,
    "pause": Kind.PAUSE,
    "follow_up": Kind.INCIVILITY,
    "talk": Kind.CHECK_IN,
    "talk_note": Kind.CHECK_IN,
    "story": Kind.STORY,
    "story_outcome": Kind.STORY,
}

MOST_TOLD: Final = 20
"""Above so many customers, a kind is told once for all."""

Row = Mapping[str, Any]


def apply(connection: Connection, rows: Iterable[Row], now: int) -> frozenset[Changed]:
    """Write a page of rows (`{kind, id, seq, body}`); answers what changed.

    Runs inside the caller's transaction. Rows that are not newer than what is held, kinds and
    columns that this version does not know, and rows that it could not read, are left aside.
    """
    # A row may come before, and go after, the one that it belongs to.
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    newer = _newer(connection, rows)
    gone = [row for row in newer if row["body"] is None]
    kept = [row for row in newer if row["body"] is not None]
    _take_rows_away(connection, gone)
    dropping.blank(connection, [row["id"] for row in gone])
    dropping.blank_erased(connection, _customers(row for row in gone if row.get("erased")))
    replica_rows.note(connection, gone, now)
    kept = [row for row in kept if replica_rows.readable(row)]
    replica_rows.put(connection, kept)
    replica_rows.note(connection, kept, now)
    replica_rows.stand_in(connection, newer)
    dropping.follow_foreign(connection, _customers(kept), now)
    ids = {kind: {row["id"] for row in kept if row["kind"] == kind} for kind in TABLES}
    pending.lay(connection, ids, now)
    return _changed(gone, kept)


def _customers(rows: Iterable[Row]) -> list[str]:
    return [row["id"] for row in rows if row["kind"] == "customer"]


def _newer(connection: Connection, rows: Iterable[Row]) -> list[Row]:
    """The newest state of each row, where it is newer than what is held; of rows that have one."""
    newest: dict[tuple[str, str], Row] = {}
    for row in rows:
        place = (row["kind"], row["id"])
        if (
            row["kind"] in TABLES
            and row["seq"] is not None
            and (place not in newest or int(row["seq"]) > int(newest[place]["seq"]))
        ):
            newest[place] = row
    held = _held(connection, newest)
    return [row for place, row in newest.items() if _is_newer(row, held.get(place))]


def _is_newer(row: Row, held: tuple[int, bool] | None) -> bool:
    if held is None:
        return True
    seq, gone = held
    # What left this machine's scope may be opened by name: it is the same state, with its body.
    return int(row["seq"]) > seq or (int(row["seq"]) == seq and gone and row["body"] is not None)


def _held(
    connection: Connection, places: Collection[tuple[str, str]]
) -> dict[tuple[str, str], tuple[int, bool]]:
    found: dict[tuple[str, str], tuple[int, bool]] = {}
    for kind in {kind for kind, _ in places}:
        ids = json.dumps([id_ for its, id_ in places if its == kind])
        query = (
            "SELECT id, seq, read_at IS NULL FROM replica"
            " WHERE kind = ? AND id IN (SELECT value FROM json_each(?))"
        )
        for id_, seq, gone in connection.exec_driver_sql(query, (kind, ids)):
            found[kind, id_] = (seq, bool(gone))
    return found


def _take_rows_away(connection: Connection, gone: Sequence[Row]) -> None:
    # Each row is told by itself: what is bound to a customer who moved may still concern one.
    for kind in {row["kind"] for row in gone}:
        dropping.drop_rows(connection, kind, [row["id"] for row in gone if row["kind"] == kind])


def _changed(gone: Sequence[Row], kept: Sequence[Row]) -> frozenset[Changed]:
    found: dict[Kind, set[CustomerId | None]] = {}
    for row in gone:
        owner = row["id"] if row["kind"] == "customer" else None
        found.setdefault(TOLD[row["kind"]], set()).add(owner)
    for row in kept:
        owner = row["id"] if row["kind"] == "customer" else row["body"].get("customer_id")
        found.setdefault(TOLD[row["kind"]], set()).add(owner)
    return frozenset(
        Changed(kind=kind, customer_id=owner)
        for kind, owners in found.items()
        for owner in (owners if len(owners) <= MOST_TOLD and None not in owners else {None})
    )


def cursor(connection: Connection) -> dict[str, Any] | None:
    """Up to where was pulled; None: from the beginning."""
    kept = meta.get(connection, meta.CURSOR)
    return None if kept is None else dict(json.loads(kept))


def put_cursor(connection: Connection, reached: Mapping[str, Any] | None) -> None:
    """Write down up to where was pulled, in the transaction of the rows themselves."""
    if reached is None:
        meta.drop(connection, meta.CURSOR)
    else:
        meta.put(connection, meta.CURSOR, json.dumps(dict(reached)))


def reset(connection: Connection) -> None:
    """Begin again: rows stay, but any state is taken, and `sweep` drops those that do not come."""
    put_cursor(connection, None)
    connection.exec_driver_sql("UPDATE replica SET seq = 0")


def would_delete(connection: Connection, rows: Iterable[Row]) -> tuple[int, int]:
    """How many held rows a page would take away, and of how many; (0, 0) where none."""
    gone = {(row["kind"], row["id"]) for row in rows if row["body"] is None}
    held = _held(connection, gone) if gone else {}
    deleting = sum(not left for _, left in held.values())
    return (deleting, _count(connection)) if deleting else (0, 0)


def would_sweep(connection: Connection) -> tuple[int, int]:
    """How many rows did not come again since `reset`, and of how many that are held."""
    return _count(connection, "AND seq = 0"), _count(connection)


def _count(connection: Connection, which: str = "") -> int:
    query = f"SELECT count(*) FROM replica WHERE read_at IS NOT NULL {which}"
    return int(connection.exec_driver_sql(query).scalar_one())


def sweep(connection: Connection, most: int = 500) -> frozenset[Changed]:
    """Drop rows that the pull since `reset` did not bring, `most` at a time; nothing: all done.

    What waits to be sent, and what it speaks of, stays.
    """
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    query = "SELECT kind, id, read_at FROM replica WHERE seq = 0 LIMIT ?"
    stale = connection.exec_driver_sql(query, (most,)).all()
    spoken = dropping.spoken_of(connection) if stale else frozenset()
    gone: list[Row] = []
    for kind in {kind for kind, _, _ in stale}:
        ids = [id_ for its, id_, _ in stale if its == kind]
        dropping.forget(connection, kind, ids)
        gone += [
            {"kind": kind, "id": id_, "body": None}
            for its, id_, read_at in stale
            if its == kind and read_at is not None and id_ not in spoken
        ]
    _take_rows_away(connection, gone)
    replica_rows.stand_in(connection, gone)
    return _changed(gone, ())


def counts(connection: Connection) -> dict[str, int]:
    """How many rows of each kind are here that came from the server, to compare with its own."""
    found: dict[str, int] = {}
    for kind, table in TABLES.items():
        query = (
            "SELECT count(*) FROM replica r WHERE r.kind = ? AND r.read_at IS NOT NULL"
            f" AND EXISTS (SELECT 1 FROM {table.name} t WHERE t.id = r.id)"
        )
        number = int(connection.exec_driver_sql(query, (kind,)).scalar_one())
        if number:
            found[kind] = number
    return found
