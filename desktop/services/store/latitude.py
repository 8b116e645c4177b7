"""Gestures, requests and answers in the local store; nobody's are added up for anybody else."""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, and_, select, tuple_

from desktop.domain.day import bounds
from desktop.domain.errors import Gone
from desktop.domain.ids import ContactId, PersonId
from desktop.domain.instants import to_millis
from desktop.domain.latitude.facts import Gesture, GestureAnswer, GestureRequest
from desktop.domain.latitude.policy import Policy
from desktop.domain.latitude.requests import Asked, InContact
from desktop.domain.latitude.spending import (
    Standing,
    Verdict,
    decide,
    in_force,
    spent_in,
    spent_on,
    standing,
)
from desktop.services.store import preferences, taking_back
from desktop.services.store.names import NAME, name_of
from desktop.services.store.rows import from_row
from desktop.services.store.tables import customers, people
from desktop.services.store.tables import preferences as preference_rows
from desktop.services.store.team_tables import gesture_answers, gesture_requests, gestures

ANSWERED_SHOWN = 50
"""How many answered requests a list goes back."""

_AT_ONCE = 500
"""How many requests one statement reads by their ids."""

TYPED = "latitude.word:"
"""Beginning of a preference's name: a word to a request as it was typed last, no answer yet."""

_LEADS = people.alias("leads")


def stand(
    connection: Connection,
    person_id: PersonId,
    contact_id: ContactId | None,
    policy: Policy,
    here: datetime,
) -> Standing:
    """What one gave today and in that contact; `here` is now, in the zone in which days are cut."""
    zone = here.tzinfo or UTC
    begins, _ = bounds(here.date(), zone)
    mine = gestures.c.person_id == person_id
    today = _gestures(connection, select(gestures).where(mine, gestures.c.at >= to_millis(begins)))
    there = _gestures(connection, select(gestures).where(mine, gestures.c.contact_id == contact_id))
    return standing(
        policy,
        spent=spent_on(here.date(), today, zone),
        in_contact=spent_in(contact_id, there),
    )


def require_within(
    connection: Connection, gesture: Gesture, policy: Policy, here: datetime
) -> None:
    """Raise Gone where the gesture is no longer within the policy: another one came between."""
    now = stand(connection, gesture.person_id, gesture.contact_id, policy, here)
    if decide(gesture.cents, now) is not Verdict.WITHIN:
        raise Gone


def in_contact(connection: Connection, person_id: PersonId, contact_id: ContactId) -> InContact:
    """What a person made and asked for in a contact."""
    table = gestures.c
    query = select(gestures).where(table.contact_id == contact_id, table.person_id == person_id)
    made = in_force(_gestures(connection, query.order_by(table.at, table.id)))
    own = and_(
        gesture_requests.c.contact_id == contact_id, gesture_requests.c.person_id == person_id
    )
    asked = _asked(connection, _requests().where(own).order_by(gesture_requests.c.at))
    return InContact(gestures=made, requests=asked)


def own(connection: Connection, person_id: PersonId, since: datetime) -> tuple[Asked, ...]:
    """A person's own requests since then, the newest first."""
    table = gesture_requests.c
    query = _requests().where(table.person_id == person_id, table.at >= to_millis(since))
    return _asked(connection, query.order_by(table.at.desc(), table.id.desc()))


def one(connection: Connection, request_id: str) -> Asked:
    """A request with all that is known of it. Raises Gone where there is none."""
    found = _asked(connection, _requests().where(gesture_requests.c.id == request_id))
    if not found:
        raise Gone
    return found[0]


def asked_of(
    connection: Connection, lead_id: PersonId, most: int | None = ANSWERED_SHOWN
) -> tuple[Asked, ...]:
    """What this lead was asked: the oldest unanswered first, then the `most` newest answered.

    None: all of them.
    """
    table = gesture_requests.c
    mine = _requests().where(table.lead_id == lead_id)
    answered = select(gesture_answers.c.id).where(gesture_answers.c.request_id == table.id)
    waiting = mine.where(~answered.exists()).order_by(table.at, table.id)
    ids = connection.scalars(_answered_by(lead_id, most)).all()
    parts = (ids[n : n + _AT_ONCE] for n in range(0, len(ids), _AT_ONCE))
    found = (_asked(connection, mine.where(table.id.in_(part))) for part in parts)
    done = {one.request.id: one for part in found for one in part}
    return (*_asked(connection, waiting), *(done[one] for one in ids if one in done))


def _answered_by(lead_id: PersonId, most: int | None) -> Select[Any]:
    """Requests that this lead answered, the newest answer first; nobody else answers theirs."""
    said, later = gesture_answers.c, gesture_answers.alias("later").c
    newer = select(later.id).where(
        later.request_id == said.request_id,
        tuple_(later.at, later.id) > tuple_(said.at, said.id),
    )
    query = select(said.request_id).where(said.lead_id == lead_id, ~newer.exists())
    return query.order_by(said.at.desc(), said.request_id.desc()).limit(most)


def require_unanswered(connection: Connection, lead_id: PersonId, request_id: str) -> None:
    """Raise Gone unless this lead is asked and nobody answered: the first answer stands."""
    found = one(connection, request_id)
    if found.answer is not None or found.request.lead_id != lead_id:
        raise Gone


def typed(connection: Connection, lead_id: PersonId) -> dict[str, str]:
    """What a lead typed beside requests, by the request's id."""
    rows = preference_rows.c
    mine = (rows.person_id == lead_id) & rows.name.startswith(TYPED)
    found = connection.execute(select(rows.name, rows.value).where(mine))
    return {row.name.removeprefix(TYPED): str(json.loads(row.value)) for row in found}


def keep_typed(connection: Connection, lead_id: PersonId, request_id: str, words: str) -> None:
    """Keep a word as it is typed; an empty one is forgotten, as is one to what was answered."""
    answered = select(gesture_answers.c.id).where(gesture_answers.c.request_id == request_id)
    if words and connection.scalar(answered.limit(1)) is None:
        preferences.put(connection, lead_id, TYPED + request_id, json.dumps(words))
    else:
        forget_typed(connection, lead_id, request_id)


def forget_typed(connection: Connection, lead_id: PersonId, request_id: str) -> None:
    """It was given as an answer."""
    preferences.drop(connection, lead_id, TYPED + request_id)


def require_granted(connection: Connection, person_id: PersonId, request_id: str) -> None:
    """Raise Gone unless it was granted to this person and is not a gesture yet."""
    found = one(connection, request_id)
    granted = found.answer is not None and found.answer.granted
    if not granted or found.made or found.request.person_id != person_id:
        raise Gone


def require_in_force(connection: Connection, person_id: PersonId, gesture_id: str) -> None:
    """Raise Gone unless the gesture is this person's own and was not taken back."""
    table = gestures.c
    query = select(gestures).where((table.id == gesture_id) | (table.takes_back == gesture_id))
    still = in_force(_gestures(connection, query))
    if not any(one.id == gesture_id and one.person_id == person_id for one in still):
        raise Gone


def forget(connection: Connection, gesture_id: str, now: datetime) -> bool:
    """Take a gesture back before it left; False where a new fact has to say so."""
    return taking_back.take_away(connection, gestures, gesture_id, now)


def _gestures(connection: Connection, query: Select[Any]) -> tuple[Gesture, ...]:
    return tuple(from_row(Gesture, row) for row in connection.execute(query).mappings())


def _requests() -> Select[Any]:
    table = gesture_requests.c
    return (
        select(gesture_requests, *NAME)
        .add_columns(people.c.name.label("person_name"), _LEADS.c.name.label("lead_name"))
        .join_from(gesture_requests, people, people.c.id == table.person_id, isouter=True)
        .join(_LEADS, _LEADS.c.id == table.lead_id, isouter=True)
        .join(customers, customers.c.id == table.customer_id, isouter=True)
    )


def _asked(connection: Connection, query: Select[Any]) -> tuple[Asked, ...]:
    rows = connection.execute(query).mappings().all()
    ids = [row["id"] for row in rows]
    answers = _answers(connection, ids)
    made = _made(connection, {row["contact_id"] for row in rows})
    unsent = taking_back.waiting(connection, ids)
    return tuple(
        Asked(
            request=from_row(GestureRequest, row),
            answer=answers.get(row["id"]),
            made=row["id"] in made,
            unsent=row["id"] in unsent,
            **_names(row),
        )
        for row in rows
    )


def _names(row: RowMapping) -> dict[str, str]:
    return {
        "person_name": row["person_name"] or "",
        "lead_name": row["lead_name"] or "",
        "customer_name": name_of(row),
    }


def _answers(connection: Connection, ids: Sequence[str]) -> dict[str, GestureAnswer]:
    """The first answer to each."""
    table = gesture_answers.c
    query = select(gesture_answers).where(table.request_id.in_(ids)).order_by(table.at, table.id)
    found: dict[str, GestureAnswer] = {}
    for row in connection.execute(query).mappings():
        found.setdefault(row["request_id"], from_row(GestureAnswer, row))
    return found


def _made(connection: Connection, contact_ids: Iterable[str]) -> frozenset[str]:
    """Requests of these contacts that are gestures now."""
    query = select(gestures).where(gestures.c.contact_id.in_(list(contact_ids)))
    return frozenset(
        one.request_id for one in in_force(_gestures(connection, query)) if one.request_id
    )
