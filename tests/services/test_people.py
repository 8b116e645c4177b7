"""People: who may sign in, and who leads whom."""

from sqlalchemy import insert

from desktop.domain.ids import PersonId, TeamId
from desktop.domain.people import Person, Role, Team
from desktop.services.people import People
from desktop.services.store import tables
from desktop.services.store.rows import to_row

ANGERS = Team(id=TeamId("t1"), name="Angers", branch="Agence d’Angers")
NANTES = Team(id=TeamId("t2"), name="Nantes")


def person(id_, name, role=Role.ADVISOR, team=ANGERS, *, enabled=True):
    return Person(id=PersonId(id_), name=name, role=role, team_id=team and team.id, enabled=enabled)


LEAD = person("p1", "Nadia Ferrand", Role.LEAD)
ADVISOR = person("p2", "Léa Bonnet")
GONE = person("p3", "Ancien Lead", Role.LEAD, NANTES, enabled=False)
ALONE = person("p4", "Zoé Sans-Équipe", team=None)


def fill(connection):
    connection.execute(insert(tables.teams), [to_row(ANGERS), to_row(NANTES)])
    connection.execute(insert(tables.people), [to_row(one) for one in (ALONE, LEAD, ADVISOR, GONE)])


async def test_everybody_who_may_sign_in_by_name(store):
    await store.write(fill)
    assert await People(store).all() == (ADVISOR, LEAD, ALONE)


async def test_teams_by_name(store):
    await store.write(fill)
    assert await People(store).teams() == (ANGERS, NANTES)


async def test_the_lead_is_that_of_the_team(store):
    await store.write(fill)
    people = People(store)
    assert await people.lead_of(ADVISOR) == LEAD
    assert await people.lead_of(LEAD) is None
    assert await people.lead_of(ALONE) is None
    assert await people.lead_of(person("p9", "Nouvelle", team=NANTES)) is None
