"""Talks that follow check-ins, and a lead's private notes: each query names whose they are."""

import json

from sqlalchemy import Connection, select

from desktop.domain.ids import CheckInId, PersonId
from desktop.domain.talks import Talk, TalkNote, TalkWith
from desktop.services.store import preferences
from desktop.services.store import wellbeing as check_in_rows
from desktop.services.store.replica_tables import waiting_check_ins
from desktop.services.store.rows import from_row
from desktop.services.store.tables import check_ins, people
from desktop.services.store.tables import preferences as preference_rows
from desktop.services.store.team_tables import talk_notes, talks

DRAFT = "talks.note:"
"""Beginning of a preference's name: a note as it was typed last, not recorded yet."""


KNOWN = 1_000
"""How many of a lead's latest words on talks are looked at: more than a list of check-ins shows."""


def require_shared(connection: Connection, lead_id: PersonId, check_in_id: CheckInId) -> None:
    """Raise Gone unless this check-in is shared with this lead, here or on the server."""
    waits = select(waiting_check_ins.c.id).where(waiting_check_ins.c.id == check_in_id)
    if connection.scalar(waits) is None:
        check_in_rows.require_shared(connection, lead_id, check_in_id)


def of_lead(connection: Connection, lead_id: PersonId) -> dict[CheckInId, Talk]:
    """Where each talk of this lead stands: the newest of a check-in is in force."""
    newest = (talks.c.at.desc(), talks.c.id.desc())
    query = select(talks).where(talks.c.lead_id == lead_id).order_by(*newest).limit(KNOWN)
    rows = reversed(connection.execute(query).mappings().all())
    return {talk.check_in_id: talk for talk in (from_row(Talk, row) for row in rows)}


def of_author(connection: Connection, person_id: PersonId) -> dict[CheckInId, TalkWith]:
    """Where the talks about a person's own check-ins stand, with the lead's name; no note."""
    query = (
        select(talks, people.c.name)
        .join_from(talks, check_ins, check_ins.c.id == talks.c.check_in_id)
        .join(people, people.c.id == talks.c.lead_id, isouter=True)
        .where(check_ins.c.person_id == person_id)
        .order_by(talks.c.at, talks.c.id)
    )
    rows = connection.execute(query).mappings()
    found = (TalkWith(talk=from_row(Talk, row), name=row["name"] or "") for row in rows)
    return {one.talk.check_in_id: one for one in found}


def note_of(connection: Connection, lead_id: PersonId, check_in_id: CheckInId) -> TalkNote | None:
    """This lead's own note beside a check-in."""
    mine = (talk_notes.c.lead_id == lead_id) & (talk_notes.c.check_in_id == check_in_id)
    newest = (talk_notes.c.at.desc(), talk_notes.c.id.desc())
    query = select(talk_notes).where(mine).order_by(*newest).limit(1)
    row = connection.execute(query).mappings().first()
    return None if row is None else from_row(TalkNote, row)


def typed(connection: Connection, lead_id: PersonId, check_in_id: CheckInId) -> str | None:
    """The note as it was typed last; None where nothing waits to be recorded."""
    kept = preferences.get(connection, lead_id, DRAFT + check_in_id)
    return None if kept is None else str(json.loads(kept))


def keep_typed(
    connection: Connection, lead_id: PersonId, check_in_id: CheckInId, words: str
) -> None:
    """Keep the note as it is typed, on this machine."""
    preferences.put(connection, lead_id, DRAFT + check_in_id, json.dumps(words))


def forget_typed(connection: Connection, lead_id: PersonId, check_in_id: CheckInId) -> None:
    """It was recorded."""
    preferences.drop(connection, lead_id, DRAFT + check_in_id)


def written(connection: Connection, lead_id: PersonId) -> tuple[CheckInId, ...]:
    """The check-ins whose note was typed and is not recorded: what a crash left behind."""
    rows = preference_rows.c
    mine = (rows.person_id == lead_id) & rows.name.startswith(DRAFT)
    names = connection.scalars(select(rows.name).where(mine)).all()
    return tuple(CheckInId(name.removeprefix(DRAFT)) for name in names)
