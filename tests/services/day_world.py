"""People, customers and what happened to them, put in a store a line each."""

from datetime import timedelta

from sqlalchemy import insert

from desktop.domain.contacts import (
    Channel,
    Contact,
    Promise,
    PromiseKind,
    PromiseState,
)
from desktop.domain.customers import Answer, Customer
from desktop.domain.ids import AnswerId, ContactId, CustomerId, PersonId, PromiseId
from desktop.domain.instants import to_millis
from desktop.domain.people import Person, Role
from desktop.services.store import tables
from desktop.services.store.rows import to_row

LEA = Person(id=PersonId("lea"), name="Léa Bernard", role=Role.ADVISOR)
NOE = Person(id=PersonId("noe"), name="Noé Petit", role=Role.ADVISOR)
CAMILLE = Person(id=PersonId("camille"), name="Camille Durand", role=Role.LEAD)
CLAIRE = Customer(id=CustomerId("claire"), given_name="Claire", family_name="Moreau", number="C1")
UNNAMED = Customer(id=CustomerId("unnamed"), number="C2")


class World:
    """Puts rows in the store, a line each."""

    def __init__(self, store, clock) -> None:
        self.store = store
        self.clock = clock
        self.made = 0

    async def put(self, table, row):
        await self.store.write(lambda connection: connection.execute(insert(table), row) and None)

    def _id(self, prefix: str) -> str:
        self.made += 1
        return f"{prefix}{self.made:03d}"

    async def contact(self, at, person=LEA, customer="claire", **values) -> ContactId:
        made = Contact(
            id=ContactId(self._id("k")),
            customer_id=customer and CustomerId(customer),
            person_id=person.id,
            channel=Channel.CALL_IN,
            started_at=at,
            ended_at=at + timedelta(minutes=5),
            **values,
        )
        await self.put(tables.contacts, to_row(made))
        return made.id

    async def answer(self, contact_id, satisfaction, at=None) -> None:
        made = Answer(
            id=AnswerId(self._id("a")),
            customer_id=CLAIRE.id,
            contact_id=contact_id,
            at=at or self.clock.now(),
            satisfaction=satisfaction,
        )
        await self.put(tables.answers, to_row(made))

    async def promise(self, due_at, person=LEA, state=PromiseState.OPEN) -> PromiseId:
        made = Promise(
            id=PromiseId(self._id("p")),
            contact_id=ContactId("k"),
            customer_id=CLAIRE.id,
            person_id=person.id,
            at=self.clock.now(),
            kind=PromiseKind.CALLBACK,
            due_at=due_at,
            state=state,
        )
        await self.put(tables.promises, to_row(made))
        return made.id

    async def thank(self, at, person=LEA, words="Merci pour tout") -> None:
        row = {"id": self._id("t"), "customer_id": CLAIRE.id, "person_id": person.id}
        row |= {"words": words}
        await self.put(tables.thanks, {**row, "at": to_millis(at)})

    async def draft(self, contact_id, person=LEA) -> None:
        row = {"contact_id": contact_id, "person_id": person.id, "customer_id": CLAIRE.id}
        row |= {"body": "{}", "updated_at": 0}
        await self.put(tables.drafts, row)
