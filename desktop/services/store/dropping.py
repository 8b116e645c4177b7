"""Takes rows that came from the server off this machine; what waits for the server stays."""

import json
from collections.abc import Collection
from typing import Final

from sqlalchemy import Connection, select, text

from desktop.domain.outbox import UNSENT
from desktop.services.store import meta
from desktop.services.store.outbox import REFERENCES
from desktop.services.store.preferences import NOTE_DRAFT
from desktop.services.store.replica_rows import TABLES
from desktop.services.store.tables import drafts, outbox, preferences

BOUND: Final = (
    "contract",
    "case",
    "contact",
    "step_off",
    "promise",
    "incivility",
    "answer",
    "thanks",
    "pinned_note",
    "video_call",
    "video_photo",
    "gesture",
    "gesture_request",
    "awaiting",
)
"""Kinds of rows that belong to a customer."""

AUTHORED: Final = frozenset(
    {
        *("contact", "step_off", "promise", "incivility", "answer", "thanks", "pinned_note"),
        *("video_call", "video_photo", "gesture", "gesture_request", "awaiting"),
    }
)

NAMED: Final[dict[str, str]] = {
    "gesture_request": "r.lead_id IS NOT :me",
    "incivility": "r.person_id NOT IN (SELECT p.id FROM people p JOIN people l"
    " ON l.team_id = p.team_id WHERE l.id = :me AND l.role = 'lead')",
}
"""Of these the rows that concern a person by name, whoever wrote them, are no copies either: what a
lead was asked, and what the people of their team reported."""

_THESE = "IN (SELECT value FROM json_each(?))"


def drop_rows(connection: Connection, kind: str, ids: Collection[str]) -> None:
    """Delete rows of a kind, and of a customer what is on no other list."""
    these = (json.dumps(list(ids)),)
    if kind == "customer":
        for table in ("customer_edits", "customer_field_versions", "followed"):
            connection.exec_driver_sql(f"DELETE FROM {table} WHERE customer_id {_THESE}", these)
    if kind == "contact":
        connection.exec_driver_sql(f"DELETE FROM answers_shown WHERE contact_id {_THESE}", these)
    connection.exec_driver_sql(f"DELETE FROM {TABLES[kind].name} WHERE id {_THESE}", these)


def blank(connection: Connection, ids: Collection[str]) -> None:
    """Forget what was said in facts that the server has taken away; that they were, stays."""
    connection.exec_driver_sql(
        f"UPDATE outbox SET body = '{{}}', state = 'gone' WHERE fact_id {_THESE}"
        " AND kind <> 'customer' AND state IN ('applied', 'settled')",
        (json.dumps(list(ids)),),
    )


def blank_erased(connection: Connection, ids: Collection[str]) -> None:
    """Forget what was sent, and what was being written, of customers who were erased.

    Of one who only moved what was being written stays: nobody else has it.
    """
    these = (json.dumps(list(ids)),)
    connection.exec_driver_sql(f"DELETE FROM drafts WHERE customer_id {_THESE}", these)
    connection.exec_driver_sql(
        f"DELETE FROM video_running WHERE json_extract(asked, '$.customer_id') {_THESE}", these
    )
    connection.exec_driver_sql(
        "DELETE FROM preferences WHERE name IN (SELECT ? || value FROM json_each(?))",
        (NOTE_DRAFT, *these),
    )
    connection.exec_driver_sql(
        "UPDATE outbox SET body = '{}', state = 'gone' WHERE state IN ('applied', 'settled', 'gone')"
        f" AND coalesce(json_extract(body, '$.customer_id'), fact_id) {_THESE}",
        these,
    )


def spoken_of(connection: Connection) -> frozenset[str]:
    """Ids of what the server does not have yet, and of all that it refers to.

    What is being written counts too: a contact under way, a note, a call that is not recorded.
    """
    found = {one for one in connection.scalars(select(drafts.c.customer_id)) if one}
    asked = connection.exec_driver_sql(
        "SELECT json_extract(asked, '$.customer_id') FROM video_running"
    )
    found |= {one for one in asked.scalars() if one}
    query = select(preferences.c.name).where(preferences.c.name.startswith(NOTE_DRAFT))
    found |= {name.removeprefix(NOTE_DRAFT) for name in connection.scalars(query)}
    query = select(outbox.c.fact_id, outbox.c.body).where(outbox.c.state.in_(UNSENT))
    for fact_id, said in connection.execute(query):
        body = json.loads(said)
        found |= {fact_id, *(body[name] for name in REFERENCES if body.get(name))}
    return frozenset(found)


def drop_copies(connection: Connection, ids: Collection[str]) -> None:
    """Forget customers, and what others wrote of them, as if nobody had ever read it here.

    What still waits to be sent stays, and what the person of this store wrote.
    """
    me = meta.get(connection, meta.PERSON) or ""
    these, waits = json.dumps(list(ids)), json.dumps(_waiting_ids(connection))
    for kind in BOUND:
        bound = (
            f"SELECT r.id FROM {TABLES[kind].name} r"
            " WHERE r.customer_id IN (SELECT value FROM json_each(:these))"
            " AND r.id NOT IN (SELECT value FROM json_each(:waits))"
        )
        if kind in AUTHORED:
            bound += f" AND r.person_id IS NOT :me AND {NAMED.get(kind, '1')}"
        found = connection.execute(text(bound), {"these": these, "waits": waits, "me": me})
        bound_ids = list(found.scalars())
        forget(connection, kind, bound_ids)
        drop_rows(connection, kind, bound_ids)
    forget(connection, "customer", ids)
    drop_rows(connection, "customer", ids)


def _waiting_ids(connection: Connection) -> list[str]:
    query = select(outbox.c.fact_id).where(outbox.c.state.in_(UNSENT))
    return list(connection.execute(query).scalars())


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


def follow_foreign(connection: Connection, ids: Collection[str], now: int) -> None:
    """Of these customers, keep for a while only those of another branch than this person's.

    They were opened at another desk of the same person, and come with the pull.
    """
    connection.exec_driver_sql(
        "INSERT INTO followed (customer_id, at)"
        f" SELECT id, ? FROM customers WHERE id {_THESE} AND (branch_id = '' OR branch_id IS NOT ?)"
        " ON CONFLICT (customer_id) DO NOTHING",
        (now, json.dumps(list(ids)), meta.get(connection, meta.BRANCH)),
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
    own, spoken = meta.get(connection, meta.BRANCH), spoken_of(connection)
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
        meta.drop(connection, meta.CURSOR)
    return len(found)
