"""Goodwill gestures: given, taken back, asked of one's lead, made."""

from datetime import datetime, timedelta

from desktop.domain.changes import Changed, Kind
from desktop.domain.contacts import Draft
from desktop.domain.drafts import cleaned, set_made
from desktop.domain.errors import Incomplete
from desktop.domain.ids import ContactId, CustomerId, GestureRequestId
from desktop.domain.latitude.facts import Gesture, GestureRequest
from desktop.domain.latitude.policy import Policy
from desktop.domain.latitude.requests import Asked, InContact, RequestState
from desktop.domain.latitude.spending import Standing
from desktop.domain.latitude.wishes import Wish
from desktop.domain.people import Person
from desktop.services.changes import Changes
from desktop.services.clock import Clock
from desktop.services.store import drafts, people
from desktop.services.store import latitude as kept
from desktop.services.store.local import LocalStore

ANSWERS_TOLD, REQUESTS_TOLD = "latitude.answers_told", "latitude.requests_told"
"""Names of preferences: what a person was told of before."""

UNDO = timedelta(seconds=10)
"""How long a gesture waits on this machine, so that taking it back leaves nothing behind."""

LOOK_BACK = timedelta(days=30)
"""How far back a person's own requests are read."""


class Latitude:
    """Each verb is one transaction; StoreUnavailable passes, and nothing was changed then."""

    def __init__(self, store: LocalStore, clock: Clock, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self.changes = changes

    def here(self) -> datetime:
        """Now, in the zone in which this workstation's days are cut."""
        return self._clock.now().astimezone(self._clock.zone())

    async def lead_of(self, person: Person) -> Person | None:
        """Whom this person asks; None: nobody leads their team, or they lead it themselves."""
        if person.team_id is None:
            return None
        lead = await self._store.read(people.lead_of, person.team_id)
        return None if lead is None or lead.id == person.id else lead

    async def standing(
        self, person: Person, contact_id: ContactId | None, policy: Policy
    ) -> Standing:
        """What this person gave today and in that contact, of what the policy allows."""
        return await self._store.read(kept.stand, person.id, contact_id, policy, self.here())

    async def in_contact(self, person: Person, contact_id: ContactId) -> InContact:
        """What this person made and asked for in a contact."""
        return await self._store.read(kept.in_contact, person.id, contact_id)

    async def give(self, draft: Draft, wish: Wish, policy: Policy) -> Gesture:
        """Make a gesture within the policy, in the contact of that draft, which knows of it then.

        Raises Gone where it is no longer within it, Incomplete("cents") without an amount.
        """
        made = self._gesture(draft, wish, policy)
        now = self._clock.now()
        async with self._store.unit() as unit:
            unit.then(kept.require_within, made, policy, self.here())
            unit.record(made, not_before=now + UNDO)
            unit.then(drafts.save, set_made(draft, made.id), now)
        self._tell(made.customer_id)
        return made

    async def make(self, person: Person, request_id: GestureRequestId) -> Gesture:
        """Make a gesture of what was granted. Raises Gone where it was not, or was made already."""
        asked = (await self._store.read(kept.one, request_id)).request
        made = Gesture(
            id=self._clock.new_id(),
            contact_id=asked.contact_id,
            customer_id=asked.customer_id,
            person_id=person.id,
            at=self._clock.now(),
            kind=asked.kind,
            cents=asked.cents,
            words=asked.words,
            request_id=asked.id,
        )
        async with self._store.unit() as unit:
            unit.then(kept.require_granted, person.id, request_id)
            unit.record(made, not_before=self._clock.now() + UNDO)
        self._tell(made.customer_id)
        return made

    async def take_back(self, gesture: Gesture) -> bool:
        """Take one's own gesture back: it goes if it is still here, else a new fact says so.

        Answers whether nothing is left of it. Raises Gone where it was taken back already.
        """
        now = self._clock.now()
        gone = await self._store.write(kept.forget, gesture.id, now)
        if not gone:
            back = Gesture(
                id=self._clock.new_id(),
                contact_id=gesture.contact_id,
                customer_id=gesture.customer_id,
                person_id=gesture.person_id,
                at=now,
                kind=gesture.kind,
                cents=gesture.cents,
                request_id=gesture.request_id,
                takes_back=gesture.id,
            )
            async with self._store.unit() as unit:
                unit.then(kept.require_in_force, gesture.person_id, gesture.id)
                unit.record(back)
        self._tell(gesture.customer_id)
        return gone

    async def ask(self, draft: Draft, wish: Wish, policy: Policy, lead: Person) -> GestureRequest:
        """Ask one's lead for a gesture beyond the policy; offline it waits to be sent.

        Raises Incomplete("cents") without an amount, Incomplete("words") without a word of why.
        """
        cents = _cents(wish, policy)
        if not wish.words.strip():
            raise Incomplete("words")
        now = self._clock.now()
        asked = GestureRequest(
            id=GestureRequestId(self._clock.new_id()),
            contact_id=draft.contact_id,
            customer_id=draft.customer_id,
            person_id=draft.person_id,
            at=now,
            lead_id=lead.id,
            kind=wish.kind,
            cents=cents,
            words=cleaned(wish.words),
        )
        async with self._store.unit() as unit:
            unit.record(asked)
            unit.then(drafts.save, set_made(draft, asked.id), now)
        self._tell(asked.customer_id)
        return asked

    async def own(self, person: Person) -> tuple[Asked, ...]:
        """One's own requests of today, and older ones that wait for somebody; the newest first."""
        here = self.here()
        asked = await self._store.read(kept.own, person.id, here - LOOK_BACK)
        return tuple(one for one in asked if _matters(one, here))

    def _gesture(self, draft: Draft, wish: Wish, policy: Policy) -> Gesture:
        return Gesture(
            id=self._clock.new_id(),
            contact_id=draft.contact_id,
            customer_id=draft.customer_id,
            person_id=draft.person_id,
            at=self._clock.now(),
            kind=wish.kind,
            cents=_cents(wish, policy),
            words=cleaned(wish.words),
        )

    def _tell(self, customer_id: CustomerId | None) -> None:
        self.changes.tell(Changed(kind=Kind.GESTURE, customer_id=customer_id))


def _cents(wish: Wish, policy: Policy) -> int:
    """The amount of a wish; none for a kind that costs nothing."""
    kind = policy.kind(wish.kind)
    if kind is None:
        raise Incomplete("kind")
    if not kind.costs:
        return 0
    if wish.cents <= 0:
        raise Incomplete("cents")
    return wish.cents


def _matters(asked: Asked, here: datetime) -> bool:
    """Whether it is of today, or somebody still has something to do about it."""
    days = [asked.request.at] if asked.answer is None else [asked.request.at, asked.answer.at]
    today = any(at.astimezone(here.tzinfo).date() == here.date() for at in days)
    return today or asked.state in (RequestState.WAITING, RequestState.GRANTED)
