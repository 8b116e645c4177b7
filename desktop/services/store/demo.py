"""Writes the demonstration's world, and moves its days when it is opened later."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Table,
    case,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import insert as upsert

from desktop.domain.customers import Answer, Case, Contract
from desktop.domain.ids import PersonId
from desktop.domain.instants import from_millis
from desktop.domain.people import Person, Team
from desktop.domain.video.calls import VideoCall
from desktop.services.store import (
    care,
    preferences,
    script_tables,
    tables,
    team_tables,
    team_totals,
    wellbeing,
)
from desktop.services.store.facts import KINDS
from desktop.services.store.rows import from_row, to_row
from desktop.services.store.team_tables import (
    awaitings,
    gesture_answers,
    gesture_requests,
    gestures,
    stories,
    story_outcomes,
)
from desktop.services.store.video_tables import video_calls

DAY = 24 * 3600 * 1000

REFERENCES: dict[type, Table] = {
    Team: tables.teams,
    Person: tables.people,
    Contract: tables.contracts,
    Case: tables.cases,
    Answer: tables.answers,
}

TIMES: tuple[tuple[Table, tuple[Column[Any], ...]], ...] = (
    (tables.contacts, (tables.contacts.c.started_at, tables.contacts.c.ended_at)),
    (tables.step_offs, (tables.step_offs.c.at,)),
    (tables.promises, (tables.promises.c.at, tables.promises.c.due_at)),
    (tables.incivilities, (tables.incivilities.c.at,)),
    (tables.answers, (tables.answers.c.at,)),
    (tables.thanks, (tables.thanks.c.at,)),
    (tables.pinned_notes, (tables.pinned_notes.c.at,)),
    (tables.check_ins, (tables.check_ins.c.at,)),
    (tables.check_in_replies, (tables.check_in_replies.c.at,)),
    (tables.check_in_readings, (tables.check_in_readings.c.at,)),
    (team_tables.follow_ups, (team_tables.follow_ups.c.at,)),
    (team_tables.talks, (team_tables.talks.c.at,)),
    (team_tables.talk_notes, (team_tables.talk_notes.c.at,)),
    (team_tables.pauses, (team_tables.pauses.c.at,)),
    (script_tables.script_versions, (script_tables.script_versions.c.at,)),
    (script_tables.script_drafts, (script_tables.script_drafts.c.updated_at,)),
    (script_tables.own_words, (script_tables.own_words.c.at,)),
    (script_tables.agreements, (script_tables.agreements.c.at,)),
    (awaitings, (awaitings.c.at,)),
    (gestures, (gestures.c.at,)),
    (gesture_requests, (gesture_requests.c.at,)),
    (gesture_answers, (gesture_answers.c.at,)),
    (stories, (stories.c.at,)),
    (story_outcomes, (story_outcomes.c.at,)),
    (tables.cases, (tables.cases.c.opened_at, tables.cases.c.due_at)),
)
"""Every instant of the world that follows today."""

FUTURE = {tables.promises.c.due_at, tables.cases.c.due_at}
"""The instants that may lie ahead of now."""


def table_of(kind: type) -> Table:
    """Where a kind of value of the world is kept."""
    return REFERENCES[kind] if kind in REFERENCES else KINDS[kind].table


def clear(connection: Connection, below: str) -> None:
    """Take out what a making that was cut short left behind."""
    for table in reversed(tables.metadata.sorted_tables):
        if "id" in table.c:
            connection.execute(delete(table).where(table.c.id < below))
    team_totals.forget(connection)


def put(connection: Connection, values: Sequence[Any], make_id: Any) -> None:
    """Insert values of one kind; those without an id get one of `make_id()`."""
    rows = [to_row(value) for value in values]
    table = table_of(type(values[0]))
    for row in rows:
        if "id" not in row:
            row["id"] = make_id()
    connection.execute(insert(table), rows)


def day_of(connection: Connection) -> int | None:
    """The instant that the world takes for now; None where it was not made to its end."""
    query = select(tables.meta.c.value).where(tables.meta.c.name == "demo_now")
    kept = connection.scalar(query)
    return None if kept is None else int(kept)


def set_day(connection: Connection, now: int) -> None:
    """Write down that the world is whole, and which instant it takes for now."""
    row = upsert(tables.meta).values(name="demo_now", value=str(now))
    connection.execute(row.on_conflict_do_update(index_elements=["name"], set_={"value": str(now)}))


def shift(connection: Connection, *, below: str, days: int, now: int) -> None:
    """Move the world's instants by whole days; what the user wrote (ids from `below`) stays.

    What would then lie ahead of `now` and may not goes back by one day, a contact as a whole, and its
    answer to the contact's end at most. The world then takes `now` for its day in the same transaction:
    cut short, it is not moved twice.
    """
    for table, columns in TIMES:
        past = [column for column in columns if column not in FUTURE]
        values = {column: column + days * DAY for column in columns}
        # The last of a row's instants decides for all of them.
        ahead = past[-1] + days * DAY > now
        for column in past:
            back = column + (days - 1) * DAY
            values[column] = case((ahead, _after_contact(table, back)), else_=values[column])
        connection.execute(update(table).where(table.c.id < below).values(values))
    team_totals.forget(connection)
    _shift_calls(connection, below, timedelta(days=days), from_millis(now))
    set_day(connection, now)


def _after_contact(table: Table, at: ColumnElement[int]) -> ColumnElement[int]:
    """An instant; of an answer, not before its contact, which was moved first and may have stayed."""
    if table is not tables.answers:
        return at
    ended = select(tables.contacts.c.ended_at).where(tables.contacts.c.id == table.c.contact_id)
    return func.max(at, func.coalesce(ended.scalar_subquery(), at))


def _shift_calls(connection: Connection, below: str, by: timedelta, now: datetime) -> None:
    """Move each call as a whole: what was shown in it stands between its beginning and its end."""
    for row in connection.execute(select(video_calls).where(video_calls.c.id < below)).mappings():
        call = from_row(VideoCall, row)
        step = by if call.ended_at + by <= now else by - timedelta(days=1)
        moved = {name: at + step for name in _MARKS if (at := getattr(call, name)) is not None}
        shares = tuple((one, _moved(at, step), _moved(to, step)) for one, at, to in call.shares)
        connection.execute(
            update(video_calls)
            .where(video_calls.c.id == call.id)
            .values(to_row(replace(call, shares=shares, **moved)))
        )


_MARKS = ("at", "offered_at", "opened_at", "consented_at", "face_at", "ended_at")


def _moved(text: str, by: timedelta) -> str:
    return (datetime.fromisoformat(text) + by).isoformat(timespec="milliseconds") if text else ""


def mark_read(connection: Connection, person_id: PersonId) -> None:
    """The replies to a person are read, and what followed their reports, but for the last one."""
    wellbeing.mark_replies_seen(connection, person_id, but=1)
    care.mark_followed_read(connection, person_id, but=1)


def mark_told(connection: Connection, person_id: PersonId, answers: str, requests: str) -> None:
    """Put under these names of preferences that all answers and requests were told."""
    for name, table in ((answers, gesture_answers), (requests, gesture_requests)):
        ids = list(connection.scalars(select(table.c.id)))
        preferences.put(connection, person_id, name, json.dumps(ids))
