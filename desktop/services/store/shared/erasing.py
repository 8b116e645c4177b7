"""Erases a customer, or makes an advisor nobody, in the shared database and on every machine.

Deleted rows leave lines in the feed that machines pull as gone; tombstones answer *gone* to
facts that come later. The audit trail and the list of operations keep ids and fingerprints.
"""

from typing import Any, Final

from desktop.services.store.shared.acting import (
    Connection,
    change,
    keeping,
    one,
    role_words,
    session,
)
from desktop.services.store.shared.holdings import (
    CUSTOMER,
    OF_CUSTOMER,
    OF_PERSON,
    WORK_OF_PERSON,
    Subject,
    counts,
    note,
)
from desktop.services.store.shared.people import end_sessions

KINDS: Final = {
    "promise_outcomes": "promise_outcome",
    "promises": "promise",
    "step_offs": "step_off",
    "incivilities": "incivility",
    "answers": "answer",
    "video_photos": "video_photo",
    "video_calls": "video_call",
    "thanks": "thanks",
    "pinned_notes": "pinned_note",
    "customer_edits": "customer_edit",
    "contracts": "contract",
    "cases": "case",
    "contacts": "contact",
    "customers": "customer",
    "check_ins": "check_in",
    "check_in_replies": "check_in_reply",
    "check_in_readings": "check_in_reading",
    "check_in_shares": "check_in_share",
    "awaitings": "awaiting",
    "gestures": "gesture",
    "gesture_requests": "gesture_request",
    "gesture_answers": "gesture_answer",
    "pauses": "pause",
    "follow_ups": "follow_up",
    "talks": "talk",
    "talk_notes": "talk_note",
    "stories": "story",
    "story_outcomes": "story_outcome",
    "own_words": "own_words",
    "credits": "credit",
}
"""What the rows of each table are called as facts; `opened` holds none."""


def foreseen(connection: Connection, subject: Subject) -> dict[str, int]:
    """How many rows of each table an erasure would take."""
    with keeping(connection):
        held = OF_CUSTOMER if subject.kind == CUSTOMER else OF_PERSON
        return counts(connection, held, subject.id)


def left(connection: Connection, subject: Subject) -> dict[str, int]:
    """How many rows of an advisor's work stay, under an id that names nobody."""
    if subject.kind == CUSTOMER:
        return {}
    with keeping(connection):
        return counts(connection, WORK_OF_PERSON, subject.id)


def erase(connection: Connection, subject: Subject) -> tuple[dict[str, int], str | None]:
    """Erase all of it in one transaction; answers how many rows went, by table.

    Also the role in PostgreSQL that could not be dropped, if any: it can no longer sign in.
    """
    role = None
    with keeping(connection) as names:
        _wait_for_all(connection)
        held = OF_CUSTOMER if subject.kind == CUSTOMER else OF_PERSON
        gone = counts(connection, held, subject.id)
        for table, where in held.items():
            _bury(connection, table, where, subject.id)
        for table, where in held.items():
            connection.execute(f"delete from vav.{table} where {where}", {"id": subject.id})
        _forget_answers(connection, subject)
        if subject.kind != CUSTOMER:
            role = _make_nobody(connection, subject.id)
            if role is not None:
                with session(connection, names):
                    role_words(connection, "alter role {} nologin", role)
        note(connection, "erased", subject.kind, subject.id)
    if role is None:
        return gone, None
    end_sessions(connection, role)
    return gone, None if _dropped(connection, role) else role


def _wait_for_all(connection: Connection) -> None:
    """Let every call that is under way end, and those to come see the tombstones.

    Each begins by asking who calls, so that this table is all that they meet at. Where somebody
    holds it for long nothing is erased, rather than that all wait.
    """
    connection.execute("set local lock_timeout = '5s'")
    connection.execute("lock table vav.people in access exclusive mode")


def _bury(connection: Connection, table: str, where: str, ident: str) -> None:
    """Tombstones for the rows, and their import marks go."""
    kind = KINDS.get(table)
    if kind is None:
        return
    values: dict[str, Any] = {"id": ident, "kind": kind}
    words = (
        "insert into vav.tombstones (kind, id, at) select %(kind)s, id, vav.now_ms()"
        f" from vav.{table} where {where} on conflict do nothing"
    )
    connection.execute(words, values)
    words = f"delete from vav.imported where id in (select id from vav.{table} where {where})"
    connection.execute(words, values)


def _forget_answers(connection: Connection, subject: Subject) -> None:
    """Answers to conflicts quote the value that the server held."""
    if subject.kind == CUSTOMER:
        change(
            connection,
            "update vav.ops set answer = answer - 'theirs' where customer_id = %s and answer ? 'theirs'",
            subject.id,
        )


def _make_nobody(connection: Connection, ident: str) -> str | None:
    """Disable and anonymise a person; answers the role that was theirs."""
    found = one(connection, "select db_role from vav.people where id = %s for update", ident)
    change(
        connection,
        """update vav.people set name = '', enabled = false, must_change = false, db_role = null,
            sign_in = 'erased_' || left(encode(sha256(convert_to(id, 'UTF8')), 'hex'), 16)
        where id = %s""",
        ident,
    )
    change(
        connection,
        "insert into vav.tombstones values ('person', %s, vav.now_ms()) on conflict do nothing",
        ident,
    )
    return None if found is None else found["db_role"]


def _dropped(connection: Connection, role: str) -> bool:
    """The role's name tells who it was; while a session of it ends it cannot be dropped yet."""
    from psycopg import errors

    for _ in range(20):
        try:
            role_words(connection, "drop role if exists {}", role)
        except errors.ObjectInUse:
            connection.execute("select pg_sleep(0.1)")
        except (errors.DependentObjectsStillExist, errors.InsufficientPrivilege):
            return False
        else:
            return True
    return False
