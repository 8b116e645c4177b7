"""The people who serve, and their teams."""

from sqlalchemy import Connection, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from desktop.domain.ids import PersonId, TeamId
from desktop.domain.people import Person, Role, Team
from desktop.services.store import tables
from desktop.services.store.rows import from_row, to_row


def add(connection: Connection, person: Person) -> None:
    """Write a person down."""
    connection.execute(insert(tables.people), to_row(person))


def keep(connection: Connection, person: Person) -> None:
    """Write a person down, or bring them up to date; their team may come later."""
    row = to_row(person)
    if person.team_id is not None:
        connection.execute(upsert(tables.teams).values(id=person.team_id).on_conflict_do_nothing())
    statement = upsert(tables.people).values(row)
    connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=row))


def one(connection: Connection, person_id: PersonId) -> Person | None:
    """The person of this id."""
    row = (
        connection.execute(select(tables.people).where(tables.people.c.id == person_id))
        .mappings()
        .first()
    )
    return None if row is None else from_row(Person, row)


def all_enabled(connection: Connection) -> tuple[Person, ...]:
    """Everybody who may sign in, by name."""
    table = tables.people
    query = select(table).where(table.c.enabled).order_by(table.c.name, table.c.id)
    return tuple(from_row(Person, row) for row in connection.execute(query).mappings())


def teams(connection: Connection) -> tuple[Team, ...]:
    """All teams, by name."""
    query = select(tables.teams).order_by(tables.teams.c.name, tables.teams.c.id)
    return tuple(from_row(Team, row) for row in connection.execute(query).mappings())


def lead_of(connection: Connection, team_id: TeamId) -> Person | None:
    """The lead of a team, or None; the first by name where there are several."""
    table = tables.people
    query = (
        select(table)
        .where(table.c.team_id == team_id, table.c.role == Role.LEAD.value, table.c.enabled)
        .order_by(table.c.name, table.c.id)
        .limit(1)
    )
    row = connection.execute(query).mappings().first()
    return None if row is None else from_row(Person, row)
