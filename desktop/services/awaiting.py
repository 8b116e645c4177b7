"""« J’attends le client »: said in a contact or of one that is to be followed up, and taken back."""

from datetime import datetime, timedelta

from desktop.domain.awaiting import Awaiting
from desktop.domain.changes import Changed, Kind
from desktop.domain.contacts import Draft
from desktop.domain.drafts import set_made
from desktop.domain.ids import ContactId, CustomerId, PersonId
from desktop.services.changes import Changes
from desktop.services.clock import Clock
from desktop.services.store import awaiting as kept
from desktop.services.store import drafts
from desktop.services.store.local import LocalStore

UNDO = timedelta(seconds=10)
"""How long it waits on this machine, so that taking it back leaves nothing behind."""


class CustomerWaits:
    """Each verb is one transaction; StoreUnavailable passes, and nothing was changed then."""

    def __init__(self, store: LocalStore, clock: Clock, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self.changes = changes

    async def of_contact(self, contact_id: ContactId) -> tuple[Awaiting, ...]:
        """What stands of a contact, whoever said it, in order."""
        return await self._store.read(kept.of_contact, contact_id)

    async def say_in(self, draft: Draft, *, begins: bool) -> Awaiting:
        """In a contact under way, whose draft knows of it then. Raises Gone where it is so already."""
        mark = self._mark(draft.contact_id, draft.customer_id, draft.person_id, begins=begins)
        now = self._clock.now()
        async with self._store.unit() as unit:
            unit.then(kept.require_turn, mark)
            unit.record(mark, not_before=now + UNDO)
            unit.then(drafts.save, set_made(draft, mark.id), now)
        self._tell(mark)
        return mark

    async def say_of(
        self,
        contact_id: ContactId,
        customer_id: CustomerId | None,
        person_id: PersonId,
        *,
        begins: bool,
    ) -> Awaiting:
        """Of a contact that was closed, anybody's. Raises Gone where it is so already."""
        mark = self._mark(contact_id, customer_id, person_id, begins=begins)
        async with self._store.unit() as unit:
            unit.then(kept.require_turn, mark)
            unit.record(mark, not_before=self._clock.now() + UNDO)
        self._tell(mark)
        return mark

    async def take_back(self, mark: Awaiting) -> bool:
        """Take one's own word back: it goes if it is still here, else a new fact says so.

        Answers whether nothing is left of it. Raises Gone where it was taken back already.
        """
        now = self._clock.now()
        gone = await self._store.write(kept.forget, mark.id, now)
        if not gone:
            back = Awaiting(
                id=self._clock.new_id(),
                contact_id=mark.contact_id,
                customer_id=mark.customer_id,
                person_id=mark.person_id,
                at=now,
                begins=mark.begins,
                takes_back=mark.id,
            )
            async with self._store.unit() as unit:
                unit.then(kept.require_in_force, mark)
                unit.record(back)
        self._tell(mark)
        return gone

    def _mark(
        self,
        contact_id: ContactId,
        customer_id: CustomerId | None,
        person_id: PersonId,
        *,
        begins: bool,
    ) -> Awaiting:
        at: datetime = self._clock.now()
        return Awaiting(
            id=self._clock.new_id(),
            contact_id=contact_id,
            customer_id=customer_id,
            person_id=person_id,
            at=at,
            begins=begins,
        )

    def _tell(self, mark: Awaiting) -> None:
        self.changes.tell(Changed(kind=Kind.AWAITING, customer_id=mark.customer_id))
