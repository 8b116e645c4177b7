"""Takes rows that came from the server off this machine; what waits for the server stays."""

import json
from collections.abc import Collection, Mapping
from typing import Final

from sqlalchemy import Connection, select

from desktop.domain.outbox import UNSENT
from desktop.services.store import meta
from desktop.services.store.outbox import REFERENCES
from desktop.services.store.tables import outbox

BOUND: Final[Mapping[str, str]] = {
    "contract": "contracts",
    "case": "cases",
    "contact": "contacts",
    "step_off": "step_offs",
    "promise": "promises",
    "incivility": "incivilities",
    "answer": "answers",
    "thanks": "thanks",
    "pinned_note": "pinned_notes",
}
"""Rows that belong to a customer, by kind, and their tables."""

AUTHORED: Final = frozenset(
    {"contact", "step_off", "promise", "incivility", "thanks", "pinned_note"}
)

TABLES: Final[Mapping[str, str]] = {
    **BOUND,
    "branch": "branches",
    "team": "teams",
    "person": "people",
    "document": "documents",
    "customer": "customers",
    "check_in": "check_ins",
    "check_in_reply": "check_in_replies",
    "check_in_reading": "check_in_readings",
    "check_in_waiting": "waiting_check_ins",
}
"""Where each kind of row is kept."""

NEWEST: Final = 2**62
"""Above any `seq`."""

_THESE = "IN (SELECT value FROM json_each(?))"


def drop_rows(connection: Connection, kind: str, ids: Collection[str]) -> None:
    """Delete rows of a kind other than customers."""
    connection.exec_driver_sql(
        f"DELETE FROM {TABLES[kind]} WHERE id {_THESE}", (json.dumps(list(ids)),)
    )


def drop_customers(
    connection: Connection, customers: Mapping[str, int], *, but_of: str = ""
) -> None:
    """Delete customers and what is bound to them, older than the given `seq`.

    What still waits to be sent stays, and what the person `but_of` wrote.
    """
    each, waits = json.dumps(dict(customers)), json.dumps(_waiting_ids(connection))
    for kind, table in BOUND.items():
        bound = (
            f"SELECT t.id FROM json_each(?) j JOIN {table} t ON t.customer_id = j.key"
            f" WHERE t.id NOT {_THESE}{_not_written_by(kind)}"
            f" AND NOT EXISTS (SELECT 1 FROM replica r WHERE r.kind = '{kind}'"
            " AND r.id = t.id AND r.seq > j.value)"
        )
        values = (each, waits, but_of) if kind in AUTHORED else (each, waits)
        ids = list(connection.exec_driver_sql(bound, values).scalars())
        if ids:
            forget(connection, kind, ids)
            drop_rows(connection, kind, ids)
    _drop_beside(connection, (json.dumps(list(customers)),))


def _not_written_by(kind: str) -> str:
    return " AND t.person_id IS NOT ?" if kind in AUTHORED else ""


def _drop_beside(connection: Connection, these: tuple[str]) -> None:
    for table in ("customer_edits", "customer_field_versions", "followed"):
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE customer_id {_THESE}", these)
    connection.exec_driver_sql(
        "DELETE FROM preferences WHERE name IN (SELECT 'note_draft:' || value FROM json_each(?))",
        these,
    )
    connection.exec_driver_sql(f"DELETE FROM customers WHERE id {_THESE}", these)


def _waiting_ids(connection: Connection) -> list[str]:
    query = select(outbox.c.fact_id).where(outbox.c.state.in_(UNSENT))
    return list(connection.execute(query).scalars())


def blank(connection: Connection, ids: Collection[str]) -> None:
    """Forget what was said in facts that the server has taken away; that they were, stays."""
    connection.exec_driver_sql(
        f"UPDATE outbox SET body = '{{}}', state = 'gone' WHERE fact_id {_THESE}"
        " AND kind <> 'customer' AND state IN ('applied', 'settled')",
        (json.dumps(list(ids)),),
    )


def spoken_of(connection: Connection) -> frozenset[str]:
    """Ids of what the server does not have yet, and of all that it refers to."""
    found: set[str] = set()
    query = select(outbox.c.fact_id, outbox.c.body).where(outbox.c.state.in_(UNSENT))
    for fact_id, text in connection.execute(query):
        body = json.loads(text)
        found |= {fact_id, *(body[name] for name in REFERENCES if body.get(name))}
    return frozenset(found)


def drop_copies(connection: Connection, ids: Collection[str]) -> None:
    """Forget customers as if they had never been read: a pull may bring them again."""
    me = meta.get(connection, "person_id") or ""
    drop_customers(connection, dict.fromkeys(ids, NEWEST), but_of=me)
    forget(connection, "customer", ids)


def forget(connection: Connection, kind: str, ids: Collection[str]) -> None:
    """Forget which state of these rows is held."""
    connection.exec_driver_sql(
        f"DELETE FROM replica WHERE kind = ? AND id {_THESE}", (kind, json.dumps(list(ids)))
    )


def follow(connection: Connection, customer_id: str, now: int) -> None:
    """Keep for a while a customer who was opened through the live search."""
    connection.exec_driver_sql(
        "INSERT INTO followed (customer_id, at) VALUES (?, ?)"
        " ON CONFLICT (customer_id) DO UPDATE SET at = excluded.at",
        (customer_id, now),
    )


def drop_unfollowed(connection: Connection, before: int) -> tuple[str, ...]:
    """Drop the copies of customers that were opened before then; answers whose.

    Those of the person's own branch (`branch_id` in `meta`) stay, and those of whom something
    waits to be sent: their turn comes later.
    """
    query = (
        "SELECT f.customer_id, c.branch_id FROM followed f"
        " LEFT JOIN customers c ON c.id = f.customer_id WHERE f.at < ?"
    )
    own, spoken = meta.get(connection, "branch_id"), spoken_of(connection)
    old = connection.exec_driver_sql(query, (before,)).all()
    ours = [customer_id for customer_id, branch_id in old if own and branch_id == own]
    theirs = [row[0] for row in old if row[0] not in spoken and row[0] not in ours]
    connection.exec_driver_sql(
        f"DELETE FROM followed WHERE customer_id {_THESE}", (json.dumps(ours),)
    )
    if theirs:
        drop_copies(connection, theirs)
    return tuple(theirs)


def forget_read(connection: Connection, most: int = 500) -> int:
    """Drop customers that were only read, for a machine that was offline for 30 days.

    To be called until it answers 0: it drops `most` at a time, so that a screen can read between.
    The next pull begins at the beginning. The outbox, one's own facts and whoever they speak of stay.
    """
    spoken = spoken_of(connection)
    query = (
        "SELECT id FROM replica WHERE kind = 'customer' AND read_at IS NOT NULL"
        f" AND id NOT {_THESE} LIMIT ?"
    )
    found = connection.exec_driver_sql(query, (json.dumps(list(spoken)), most)).scalars().all()
    if found:
        drop_copies(connection, found)
        meta.drop(connection, "cursor")
    return len(found)
