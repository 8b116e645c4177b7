"""A store as large as wanted, with something of each kind that the lists of a team show."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Table, insert

from desktop.domain.instants import to_millis
from desktop.services.store import script_tables, tables, team_tables
from tests.conftest import NOON

PEOPLE, TEAMS, GUIDES, STEPS, CUSTOMERS = 200, 10, 4, 8, 20_000
MINUTE = 60_000
NOW = to_millis(NOON)
LEAD = "p0"
"""Leads the team `t0`, whose advisors are p10, p20…"""
AUTHOR = "p10"


def fill(connection: Connection, contacts: int, others: int) -> None:
    """So many contacts, and so many of each other kind; the newest a minute ago."""
    connection.execute(insert(tables.teams), [{"id": f"t{n}"} for n in range(TEAMS)])
    connection.execute(insert(tables.people), list(_people()))
    connection.execute(
        insert(tables.customers),
        [{"id": f"c{n}", "family_name": f"Nom {n}"} for n in range(min(contacts, CUSTOMERS))],
    )
    connection.execute(insert(tables.contacts), list(_contacts(contacts)))
    for table, row in _KINDS:
        connection.execute(insert(table), [row(n, _common(n, others)) for n in range(others)])


def _people() -> Iterator[dict[str, Any]]:
    for n in range(PEOPLE):
        role = "lead" if n < TEAMS else "advisor"
        yield {"id": f"p{n}", "name": f"P {n}", "role": role, "team_id": f"t{n % TEAMS}"}


def _contacts(count: int) -> Iterator[dict[str, Any]]:
    for n in range(count):
        at = NOW - (count - n) * 5 * MINUTE
        yield {
            "id": f"k{n}", "customer_id": f"c{n % CUSTOMERS}", "person_id": _author(n),
            "channel": ("call_in", "email", "chat")[n % 3], "reason": f"r{n % 30}", "started_at": at,
            "ended_at": at + MINUTE, "waited_s": n % 400, "script_id": f"g{n % GUIDES}" if n % 3 else "",
            "resolution": "resolved" if n % 2 else "partial", "estimate": 1 + n % 5,
        }  # fmt: skip


def _author(n: int) -> str:
    """Advisors only; one contact in ten is of AUTHOR."""
    return AUTHOR if n % 10 == 0 else f"p{TEAMS + n % (PEOPLE - TEAMS)}"


def _common(n: int, count: int) -> dict[str, Any]:
    return {"id": f"x{n}", "person_id": _author(n), "at": NOW - (count - n) * 5 * MINUTE}


def _of_contact(n: int, row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "contact_id": f"k{n}", "customer_id": f"c{n}"}


def _guide(n: int) -> str:
    return f"g{n % GUIDES}"


def _lead(row: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": row["id"], "at": row["at"], "lead_id": LEAD, **more}


def _step_off(n: int, row: dict[str, Any]) -> dict[str, Any]:
    earlier = f"x{n - GUIDES}" if n % 3 == 0 and n >= GUIDES else None
    more = {"script_id": _guide(n), "step_id": f"s{n % STEPS}", "earlier_id": earlier}
    return {**_of_contact(n, row), **more, "reason": "other", "words": f"Mot {n}", "helped": "yes"}


def _answer(n: int, row: dict[str, Any]) -> dict[str, Any]:
    given = {"satisfaction": 1 + n % 5, "effort": 1 + n % 7, "nps": n % 11}
    of = _of_contact(n, row)
    return {"id": of["id"], "at": of["at"], "contact_id": of["contact_id"], **given}


def _check_in(n: int, row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "moment": "any", "mood": 3, "audience": "lead", "addressed_to": LEAD}


def _words(n: int, row: dict[str, Any]) -> dict[str, Any]:
    place = {"script_id": _guide(n), "step_id": f"s{n % STEPS}"}
    return {**row, **place, "words": f"Mes mots {n}", "shared": n % 2 == 0}


def _outcome(n: int, row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "story_id": row["id"], "state": ("published", "declined")[n % 2]}


_KINDS: tuple[tuple[Table, Any], ...] = (
    (tables.step_offs, _step_off),
    (tables.answers, _answer),
    (tables.incivilities, lambda n, row: {**_of_contact(n, row), "type": "rudeness", "gravity": 1, "words": f"{n}"}),
    (tables.thanks, lambda n, row: {**row, "customer_id": f"c{n}", "words": f"{n}"}),
    (tables.check_ins, _check_in),
    (tables.check_in_replies, lambda n, row: _lead(row, check_in_id=f"x{n * 2}", words="…")),
    (tables.check_in_readings, lambda n, row: _lead(row, check_in_id=row["id"])),
    (team_tables.gestures, lambda n, row: {**_of_contact(n, row), "kind": "k", "cents": 100}),
    (team_tables.gesture_requests, lambda n, row: {**_of_contact(n, row), "lead_id": LEAD, "kind": "k", "cents": 9000}),
    (team_tables.gesture_answers, lambda n, row: _lead(row, request_id=f"x{n + 20}", granted=n % 2 == 0)),
    (team_tables.pauses, lambda n, row: {**row, "minutes": 5}),
    (team_tables.follow_ups, lambda n, row: _lead(row, incivility_id=f"x{n + 20}", kind="talk")),
    (team_tables.talks, lambda n, row: _lead(row, check_in_id=row["id"], state="held")),
    (team_tables.talk_notes, lambda n, row: _lead(row, check_in_id=row["id"], words="…")),
    (team_tables.stories, lambda n, row: {**row, "words": f"Histoire {n}", "signed": n % 2 == 0}),
    (team_tables.story_outcomes, _outcome),
    (script_tables.script_versions, lambda n, row: {**row, "script_id": _guide(n), "version": 1 + n // GUIDES, "text": "{}"}),
    (script_tables.own_words, _words),
    (script_tables.chain_merges, lambda n, row: {**row, "script_id": _guide(n), "chain_id": row["id"]}),
    (script_tables.agreements, lambda n, row: {**row, "suggestion_id": f"u{n % 50}", "agreed": True}),
)  # fmt: skip
