"""Who is in these tests: two advisors, their lead, a customer; and drafts of contacts."""

from datetime import datetime

from sqlalchemy import insert

from desktop.domain.contacts import Draft
from desktop.domain.customers import Customer
from desktop.domain.ids import ContactId, CustomerId, PersonId, TeamId
from desktop.domain.people import Person, Role, Team
from desktop.services.store import tables
from desktop.services.store.rows import to_row

TEAM = Team(id=TeamId("t1"), name="Équipe Loire")
LEA = Person(id=PersonId("p1"), name="Léa Bertin", role=Role.ADVISOR, team_id=TEAM.id)
SONIA = Person(id=PersonId("p2"), name="Sonia Kaddour", role=Role.ADVISOR, team_id=TEAM.id)
CAMILLE = Person(id=PersonId("p9"), name="Camille Roy", role=Role.LEAD, team_id=TEAM.id)
ALONE = Person(id=PersonId("p8"), name="Ana Solo", role=Role.ADVISOR)
CLAIRE = Customer(id=CustomerId("c1"), given_name="Claire", family_name="Moreau")


async def settle_in(store) -> None:
    """Put all of them into the store."""

    def put(connection):
        connection.execute(insert(tables.teams), to_row(TEAM))
        for person in (LEA, SONIA, CAMILLE, ALONE):
            connection.execute(insert(tables.people), to_row(person))
        connection.execute(insert(tables.customers), to_row(CLAIRE))

    await store.write(put)


def draft(person: Person, at: datetime, contact: str = "k1") -> Draft:
    return Draft(
        contact_id=ContactId(contact), customer_id=CLAIRE.id, person_id=person.id, started_at=at
    )
