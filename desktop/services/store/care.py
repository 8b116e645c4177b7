"""Incivilities and what followed them: a lead's own team, and an author's own reports, no other."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, select, tuple_

from desktop.domain.care import (
    FollowUp,
    FollowUpBy,
    OwnIncivility,
    TeamIncivility,
    told_once,
)
from desktop.domain.contacts import Incivility
from desktop.domain.errors import Gone
from desktop.domain.ids import ContactId, IncivilityId, PersonId, TeamId
from desktop.services.store import preferences
from desktop.services.store.rows import from_row
from desktop.services.store.tables import incivilities, people
from desktop.services.store.team_tables import follow_ups

READ = "care.followed_read"
"""Preference: ids of what followed a person's reports and was read on this machine."""

OWN_SHOWN = 60
"""How many of one's own reports are shown, the newest."""


def _of_team(team_id: TeamId, lead_id: PersonId) -> ColumnElement[bool]:
    """Reported by others of this team: what a lead may see, decided here alone."""
    team = select(people.c.id).where(people.c.team_id == team_id)
    return incivilities.c.person_id.in_(team) & (incivilities.c.person_id != lead_id)


def report_in_force() -> ColumnElement[bool]:
    """Whether no later report takes this one up, saying that the exchange was warned of or ended.

    As `told_once`, for who reads a page of rows.
    """
    later = incivilities.alias("later")
    same = (later.c.contact_id == incivilities.c.contact_id) & (later.c.type == incivilities.c.type)
    same &= (later.c.gravity == incivilities.c.gravity) & (later.c.words == incivilities.c.words)
    after = (later.c.warned | later.c.ended) & (
        tuple_(later.c.at, later.c.ended, later.c.id)
        > tuple_(incivilities.c.at, incivilities.c.ended, incivilities.c.id)
    )
    return ~select(later.c.id).where(same & after).correlate(incivilities).exists()


def of_team(
    connection: Connection, team_id: TeamId, lead_id: PersonId, since: int
) -> tuple[TeamIncivility, ...]:
    """Those reported since then (ms) by others of the team, the latest first."""
    theirs = _of_team(team_id, lead_id) & (incivilities.c.at >= since)
    return _told(connection, theirs)


def of_contact(
    connection: Connection, contact_id: ContactId, person_id: PersonId
) -> Incivility | None:
    """The newest report of a person about a contact, with what any of them says was done."""
    table = incivilities.c
    mine = (table.contact_id == contact_id) & (table.person_id == person_id)
    rows = connection.execute(select(incivilities).where(mine)).mappings()
    reports = sorted(
        (from_row(Incivility, row) for row in rows),
        key=lambda one: (one.at, one.ended, one.warned, one.id),
    )
    if not reports:
        return None
    warned, ended = (any(getattr(one, said) for one in reports) for said in ("warned", "ended"))
    return replace(reports[-1], warned=warned, ended=ended)


def own(
    connection: Connection, person_id: PersonId, most: int | None = OWN_SHOWN
) -> tuple[OwnIncivility, ...]:
    """A person's own `most` newest reports (None: all), the newest first, with what followed."""
    table = incivilities.c
    query = select(incivilities).where(table.person_id == person_id)
    rows = connection.execute(query.order_by(table.at.desc()).limit(most)).mappings()
    told = told_once(from_row(Incivility, row) for row in rows)
    followed = _followed(connection, [one for _, ids in told for one in ids])
    return tuple(
        OwnIncivility(report=report, followed=_of(followed, ids)) for report, ids in reversed(told)
    )


def mark_followed_read(connection: Connection, person_id: PersonId, but: int = 0) -> None:
    """Remember that a person has read what followed their reports, `but` the newest."""
    followed = [one.follow_up for known in own(connection, person_id) for one in known.followed]
    newest = sorted(followed, key=lambda one: one.at, reverse=True)
    read = json.dumps([one.id for one in newest[but:]])
    preferences.put(connection, person_id, READ, read)


def require_of_team(
    connection: Connection, team_id: TeamId, lead_id: PersonId, incivility_id: IncivilityId
) -> None:
    """Raise Gone unless this was reported by somebody else of this lead's team."""
    theirs = _of_team(team_id, lead_id) & (incivilities.c.id == incivility_id)
    if connection.scalar(select(incivilities.c.id).where(theirs)) is None:
        raise Gone


def _told(connection: Connection, theirs: ColumnElement[bool]) -> tuple[TeamIncivility, ...]:
    query = select(incivilities, people.c.name.label("author")).join_from(
        incivilities, people, people.c.id == incivilities.c.person_id
    )
    rows = connection.execute(query.where(theirs)).mappings().all()
    names = {row["person_id"]: row["author"] for row in rows}
    told = told_once(from_row(Incivility, row) for row in rows)
    followed = _followed(connection, [one for _, ids in told for one in ids])
    return tuple(
        TeamIncivility(
            id=report.id,
            person_id=report.person_id,
            name=names[report.person_id],
            at=report.at,
            type=report.type,
            gravity=report.gravity,
            words=report.words,
            warned=report.warned,
            ended=report.ended,
            followed=_of(followed, ids),
        )
        for report, ids in sorted(told, key=lambda one: one[0].at, reverse=True)
    )


def _followed(connection: Connection, ids: Sequence[str]) -> dict[str, list[FollowUpBy]]:
    found: dict[str, list[FollowUpBy]] = {}
    query = (
        select(follow_ups, people.c.name)
        .join_from(follow_ups, people, people.c.id == follow_ups.c.lead_id, isouter=True)
        .where(follow_ups.c.incivility_id.in_(ids))
        .order_by(follow_ups.c.at, follow_ups.c.id)
    )
    for row in connection.execute(query).mappings():
        found.setdefault(row["incivility_id"], []).append(_by(row))
    return found


def _of(followed: dict[str, list[FollowUpBy]], ids: Iterable[str]) -> tuple[FollowUpBy, ...]:
    every = [one for known in ids for one in followed.get(known, ())]
    return tuple(sorted(every, key=lambda one: (one.follow_up.at, one.follow_up.id)))


def _by(row: RowMapping | Any) -> FollowUpBy:
    return FollowUpBy(follow_up=from_row(FollowUp, row), name=row["name"] or "")
