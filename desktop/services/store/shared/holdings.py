"""What the shared database holds of a customer or of an advisor: found, counted, handed over."""

from dataclasses import dataclass
from typing import Any, Final, LiteralString

from desktop.domain.errors import Invalid
from desktop.domain.phones import normalise
from desktop.services.store.shared.acting import Connection, every, one

CUSTOMER, PERSON = "customer", "person"

_CONTACTS: Final = "select id from vav.contacts where customer_id = %(id)s"
_BOUND: Final = f"customer_id = %(id)s or contact_id in ({_CONTACTS})"
_CHECK_INS: Final = "select id from vav.check_ins where person_id = %(id)s"
_PROMISES: Final = f"select id from vav.promises where {_BOUND}"
_INCIVILITIES: Final = f"select id from vav.incivilities where {_BOUND}"
_REQUESTS: Final = f"select id from vav.gesture_requests where {_BOUND}"
_STORIES: Final = (
    "select id from vav.stories where thanks_id <> ''"
    f" and thanks_id in (select id from vav.thanks where {_BOUND})"
)

OF_CUSTOMER: Final[dict[str, LiteralString]] = {
    "story_outcomes": f"story_id in ({_STORIES})",
    "stories": f"id in ({_STORIES})",
    "gesture_answers": f"request_id in ({_REQUESTS})",
    "gesture_requests": _BOUND,
    "gestures": _BOUND,
    "awaitings": _BOUND,
    "follow_ups": f"incivility_id in ({_INCIVILITIES})",
    "promise_outcomes": f"promise_id in ({_PROMISES})",
    "promises": _BOUND,
    "step_offs": _BOUND,
    "incivilities": _BOUND,
    "answers": _BOUND,
    "video_photos": _BOUND,
    "video_calls": _BOUND,
    "thanks": _BOUND,
    "pinned_notes": "customer_id = %(id)s",
    "customer_edits": "customer_id = %(id)s",
    "contracts": "customer_id = %(id)s",
    "cases": "customer_id = %(id)s",
    "contacts": "customer_id = %(id)s",
    "customers": "id = %(id)s",
}
"""Which rows of each table are a customer's, those that speak of others first."""

TRACES_OF_CUSTOMER: Final[dict[str, LiteralString]] = {
    "opened": "customer_id = %(id)s",
    "ops": "customer_id = %(id)s",
    "audit": f"id = %(id)s or id in (select fact_id from vav.ops where customer_id = %(id)s)"
    f" or id in ({_CONTACTS})",
}
"""Ids and fingerprints only; they outlive an erasure."""

OF_PERSON: Final[dict[str, LiteralString]] = {
    "talk_notes": f"lead_id = %(id)s or check_in_id in ({_CHECK_INS})",
    "talks": "author_id = %(id)s",
    "follow_ups": "author_id = %(id)s",
    "story_outcomes": "author_id = %(id)s",
    "stories": "person_id = %(id)s",
    "own_words": "person_id = %(id)s",
    "credits": "person_id = %(id)s",
    "pauses": "person_id = %(id)s",
    "check_in_readings": f"check_in_id in ({_CHECK_INS})",
    "check_in_replies": f"check_in_id in ({_CHECK_INS})",
    "check_in_shares": "person_id = %(id)s",
    "check_ins": "person_id = %(id)s",
    "thanks": "person_id = %(id)s",
    "opened": "person_id = %(id)s",
}
"""Which rows go when an advisor is erased."""

WORK_OF_PERSON: Final[dict[str, LiteralString]] = {
    "people": "id = %(id)s",
    "contacts": "person_id = %(id)s",
    "step_offs": "person_id = %(id)s",
    "promises": "person_id = %(id)s",
    "promise_outcomes": "person_id = %(id)s",
    "incivilities": "person_id = %(id)s",
    "pinned_notes": "person_id = %(id)s",
    "video_calls": "person_id = %(id)s",
    "video_photos": "person_id = %(id)s",
    "answers": "person_id = %(id)s",
    "gestures": "person_id = %(id)s",
    "awaitings": "person_id = %(id)s",
    "gesture_requests": "person_id = %(id)s",
    "gesture_answers": "author_id = %(id)s",
    "script_versions": "person_id = %(id)s",
    "chain_merges": "person_id = %(id)s",
    "customer_edits": "person_id = %(id)s",
    "devices": "person_id = %(id)s",
    "ops": "person_id = %(id)s",
    "audit": "person_id = %(id)s",
}
"""What an advisor did: it stays in the customers' history, under an id that names nobody."""

GIVEN_BY_LEAD: Final[dict[str, LiteralString]] = {
    "check_in_replies": "lead_id = %(id)s",
    "check_in_readings": "lead_id = %(id)s",
    "talks": "lead_id = %(id)s",
    "talk_notes": "lead_id = %(id)s",
    "follow_ups": "lead_id = %(id)s",
    "gesture_answers": "lead_id = %(id)s",
    "story_outcomes": "person_id = %(id)s",
}
"""What a lead did for others: handed over, and left to those whose it is."""

UNSEEN: Final = frozenset({"talk_notes"})
"""What goes with a person without being theirs to read: a lead's private notes are the lead's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A customer or a person whom the administrator may mean."""

    kind: str
    id: str
    name: str
    number: str = ""


def subjects(connection: Connection, words: str) -> list[Subject]:
    """Whom the words may mean: an id, a customer's number, phone or e-mail, a sign-in name."""
    values = {"words": words, "phone": _phone(words)}
    customers = connection.execute(
        """select id, number, concat_ws(' ', nullif(given_name, ''), nullif(family_name, '')) as name
        from vav.customers
        where id = %(words)s or number = %(words)s or lower(email) = lower(%(words)s)
            or (%(phone)s <> '' and %(phone)s in (phone, phone2))
        order by id limit 50""",
        values,
    ).fetchall()
    people = every(
        connection,
        "select id, name, sign_in from vav.people where id = %s or sign_in = %s order by id",
        words,
        words,
    )
    return [
        Subject(kind=CUSTOMER, id=row["id"], name=row["name"], number=row["number"])
        for row in customers
    ] + [
        Subject(kind=PERSON, id=row["id"], name=row["name"], number=row["sign_in"])
        for row in people
    ]


def _phone(words: str) -> str:
    try:
        return normalise(words)
    except Invalid:
        return ""


def counts(connection: Connection, held: dict[str, LiteralString], ident: str) -> dict[str, int]:
    """How many rows of each table; tables without any are left out."""
    found = {}
    for table, where in held.items():
        row = connection.execute(
            f"select count(*) as n from vav.{table} where {where}",
            {"id": ident},
        ).fetchone()
        if row is not None and row["n"]:
            found[table] = int(row["n"])
    return found


def everything(connection: Connection, subject: Subject) -> dict[str, list[dict[str, Any]]]:
    """Every row held of somebody, by table, the traces too."""
    theirs = {table: where for table, where in OF_PERSON.items() if table not in UNSEEN}
    parts = (
        (OF_CUSTOMER, TRACES_OF_CUSTOMER)
        if subject.kind == CUSTOMER
        else (WORK_OF_PERSON, theirs, GIVEN_BY_LEAD)
    )
    told: dict[str, list[dict[str, Any]]] = {}
    for part in parts:
        for table, where in part.items():
            rows = connection.execute(
                f"select to_jsonb(r) as row from vav.{table} r where {where}",
                {"id": subject.id},
            ).fetchall()
            known = told.setdefault(table, [])
            known += [row["row"] for row in rows if row["row"] not in known]
    return {table: rows for table, rows in told.items() if rows}


def note(
    connection: Connection, action: str, kind: str, ident: str, by: str = "administration"
) -> None:
    """One more line of the audit trail, in the administrator's own chain."""
    connection.execute(
        """insert into vav.devices (device, person_id, first_seen, last_seen)
        values (%(by)s, %(by)s, vav.now_ms(), vav.now_ms()) on conflict (device) do nothing""",
        {"by": by},
    )
    head = one(
        connection,
        """update vav.devices set links = links + 1, last_seen = vav.now_ms(),
            chained = sha256(chained || sha256(convert_to(%s, 'UTF8')))
        where device = %s returning links, chained, sha256(convert_to(%s, 'UTF8')) as hash""",
        f"{action} {kind} {ident}",
        by,
        f"{action} {kind} {ident}",
    )
    if head is None:
        raise RuntimeError("no chain")
    connection.execute(
        """insert into vav.audit (chain, n, at, person_id, action, kind, id, hash, chained)
        values (%s, %s, vav.now_ms(), %s, %s, %s, %s, %s, %s)""",
        [by, head["links"], by, action, kind, ident, head["hash"], head["chained"]],
    )
