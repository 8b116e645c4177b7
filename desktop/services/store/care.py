"""Reads the incivilities that people of a lead's team reported."""

from sqlalchemy import Connection, select

from desktop.domain.care import TeamIncivility
from desktop.domain.contacts import IncivilityType
from desktop.domain.ids import PersonId, TeamId
from desktop.domain.instants import from_millis
from desktop.services.store.tables import incivilities, people


def of_team(
    connection: Connection, team_id: TeamId, lead_id: PersonId, since: int
) -> tuple[TeamIncivility, ...]:
    """Those reported since then (ms) by others of the team, the latest first."""
    table = incivilities.c
    query = (
        select(table.id, table.person_id, people.c.name, table.at, table.type, table.gravity)
        .add_columns(table.words)
        .join_from(incivilities, people, people.c.id == table.person_id)
        .where(people.c.team_id == team_id, table.person_id != lead_id, table.at >= since)
        .order_by(table.at.desc(), table.id)
    )
    return tuple(
        TeamIncivility(
            id=row.id,
            person_id=PersonId(row.person_id),
            name=row.name,
            at=from_millis(row.at),
            type=IncivilityType(row.type),
            gravity=row.gravity,
            words=row.words,
        )
        for row in connection.execute(query)
    )
