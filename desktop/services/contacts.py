"""Contacts as an advisor holds them: begun, saved as typed, closed, taken back, reported."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo

from desktop.domain import drafts as rules
from desktop.domain.changes import Changed, Kind
from desktop.domain.contacts import (
    Channel,
    Draft,
    Incivility,
    IncivilityType,
    Promise,
    PromiseOutcome,
    PromiseState,
    StepOff,
)
from desktop.domain.customers import Answer, Customer
from desktop.domain.drafts import Closed, Closing, DraftToResume
from desktop.domain.due_dates import DuePromise
from desktop.domain.errors import Gone
from desktop.domain.ids import ContactId, CustomerId, IncivilityId, PersonId, PromiseId, StepOffId
from desktop.domain.people import Person
from desktop.domain.scripts import StepOffTaken
from desktop.services.changes import Changes
from desktop.services.clock import Clock
from desktop.services.store import answers as seen
from desktop.services.store import awaiting as waits
from desktop.services.store import contacts as rows
from desktop.services.store import drafts as kept
from desktop.services.store.local import LocalStore

UNDO = timedelta(seconds=10)
"""How long a close can be taken back: no line of it leaves before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report of incivility, and the draft that now knows of it."""

    incivility: Incivility
    draft: Draft


def _closing(draft: Draft, clock: Clock, now: datetime, *, awaited: bool) -> Closing:
    promise_id = PromiseId(clock.new_id())
    refusal_ids = tuple(StepOffId(clock.new_id()) for _ in rules.refusals(draft))
    return rules.close(
        draft, at=now, promise_id=promise_id, refusal_ids=refusal_ids, awaited=awaited
    )


class Contacts:
    """Each verb is one transaction; StoreUnavailable passes, and nothing was changed then."""

    def __init__(self, store: LocalStore, clock: Clock, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._changes = changes
        self.answers = Answers(store, clock, changes)
        self._listed: set[ContactId] = set()
        self._closings: dict[ContactId, tuple[Draft, Closing]] = {}
        self._choices: dict[PersonId, tuple[Channel, str]] = {}

    def now(self) -> datetime:
        """Now, in UTC."""
        return self._clock.now()

    def zone(self) -> tzinfo:
        """The zone in which this workstation's days are cut."""
        return self._clock.zone()

    async def begin(self, customer: Customer | None, person: Person) -> Draft:
        """A contact that begins now, with the channel and reason of the person's last one.

        It has no row before something is done to it.
        """
        channel, reason = await self._store.read(rows.last_choice, person.id)
        self._choices[person.id] = (channel, reason)
        return rules.begin(
            contact_id=ContactId(self._clock.new_id()),
            customer_id=customer.id if customer else None,
            person_id=person.id,
            at=self._clock.now(),
            channel=channel,
            reason=reason,
        )

    def step_off(self, draft: Draft, taken: StepOffTaken) -> StepOff:
        """The step-off that was just taken in this contact; it becomes a fact with the contact."""
        step_off_id = StepOffId(self._clock.new_id())
        return rules.step_off(draft, taken, step_off_id=step_off_id, at=self._clock.now())

    async def save_draft(self, draft: Draft) -> None:
        """Keep the draft as it stands; a contact that was closed meanwhile stays closed."""
        if await self._store.write(kept.save, draft, self._clock.now()):
            self._list(draft, listed=rules.touched(draft))

    async def drafts(self, person: Person) -> tuple[DraftToResume, ...]:
        """The person's drafts with something in them, the latest written first."""
        return await self._store.read(rows.to_resume, person.id)

    async def draft_of(self, person: Person, customer_id: CustomerId | None) -> Draft | None:
        """The person's draft for that customer, if there is one."""
        return await self._store.read(kept.of_customer, person.id, customer_id)

    async def drop(self, draft: Draft) -> None:
        """Forget the draft; saving it again brings it back."""
        await self._store.write(kept.drop, draft.contact_id)
        self._listed.discard(draft.contact_id)
        if rules.touched(draft):
            self._tell(Kind.DRAFT, draft.customer_id)

    async def close(self, draft: Draft) -> Closed:
        """Make the draft facts; asked twice for one contact, it is closed once."""
        now = self._clock.now()
        draft = await self._store.read(kept.settled, draft)
        # Asked of the few only in which something was made beside the draft.
        awaited = bool(draft.made and await self._store.read(waits.of_contact, draft.contact_id))
        closing = _closing(draft, self._clock, now, awaited=awaited)
        undo_until = now + UNDO
        self._closings = {
            known: one
            for known, one in self._closings.items()
            if one[1].contact.ended_at + UNDO > now
        }
        if draft.contact_id not in self._closings:
            self._closings[draft.contact_id] = (draft, closing)
            try:
                await self._record(draft, closing, undo_until)
            except BaseException:
                del self._closings[draft.contact_id]
                raise
            self._tell_of(closing)
        return Closed(
            contact_id=draft.contact_id, customer_id=draft.customer_id, undo_until=undo_until
        )

    async def undo(self, contact_id: ContactId) -> Draft:
        """Take a close back: rows and lines go, the draft returns. Gone when it is too late."""
        if contact_id not in self._closings:
            raise Gone
        draft, closing = self._closings[contact_id]
        at, facts = self._clock.now(), closing.fact_ids
        draft = await self._store.write(rows.take_back, draft, facts, at)
        del self._closings[contact_id]
        self._tell_of(closing)
        return draft

    async def report_incivility(
        self, draft: Draft, incivility_type: IncivilityType, gravity: int, words: str
    ) -> Report:
        """Record what happened, at once and whatever becomes of the contact; gravity 1 to 3."""
        incivility = Incivility(
            id=IncivilityId(self._clock.new_id()),
            contact_id=draft.contact_id,
            customer_id=draft.customer_id,
            person_id=draft.person_id,
            at=self._clock.now(),
            type=incivility_type,
            gravity=min(max(gravity, 1), 3),
            words=rules.cleaned(words),
        )
        known = replace(draft, incivilities=(*draft.incivilities, incivility.id))
        async with self._store.unit() as unit:
            unit.record(incivility)
            unit.then(kept.put, known, self._clock.now())
        self._tell(Kind.INCIVILITY, draft.customer_id)
        self._list(known, listed=True)
        return Report(incivility=incivility, draft=known)

    async def _record(self, draft: Draft, closing: Closing, not_before: datetime) -> None:
        async with self._store.unit() as unit:
            unit.record(closing.contact, not_before=not_before)
            for step_off in closing.step_offs:
                unit.record(step_off, not_before=not_before)
            if closing.promise is not None:
                unit.record(closing.promise, not_before=not_before)
            unit.then(kept.drop, draft.contact_id)
            # Written only when it changed: a close is as few statements as it can be.
            if self._choices.get(draft.person_id) != (draft.channel, draft.reason):
                unit.then(rows.keep_choice, draft)

    def _list(self, draft: Draft, *, listed: bool) -> None:
        """Tell of drafts only when their list changes, not at each keystroke."""
        if listed == (draft.contact_id in self._listed):
            return
        (self._listed.add if listed else self._listed.discard)(draft.contact_id)
        self._tell(Kind.DRAFT, draft.customer_id)

    def _tell_of(self, closing: Closing) -> None:
        customer_id = closing.contact.customer_id
        self._listed.discard(closing.contact.id)
        self._tell(Kind.CONTACT, customer_id)
        self._tell(Kind.DRAFT, customer_id)
        if closing.step_offs:
            self._tell(Kind.STEP_OFF, customer_id)
        if closing.promise is not None:
            self._tell(Kind.PROMISE, customer_id)

    def _tell(self, kind: Kind, customer_id: CustomerId | None) -> None:
        self._changes.tell(Changed(kind=kind, customer_id=customer_id))


class Answers:
    """What the customer of a contact under way answered: hidden until the estimate is given."""

    def __init__(self, store: LocalStore, clock: Clock, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self.changes = changes

    async def waits(self, draft: Draft) -> bool:
        """Whether there is an answer, seen or not."""
        return await self._store.read(seen.waits, draft.contact_id)

    async def show(self, draft: Draft) -> tuple[Draft, Answer | None]:
        """The answer, and the draft whose estimate stays from now on; none: nothing is settled.

        Raises Incomplete("estimate") before the estimate was given.
        """
        rules.may_show(draft)
        shown = await self._store.write(seen.show, draft, self._clock.now())
        if shown[1] is not None:
            self.changes.tell(Changed(kind=Kind.ANSWER, customer_id=draft.customer_id))
        return shown

    async def shown(self, draft: Draft) -> Answer | None:
        """The answer, where it may be seen already."""
        return await self._store.read(seen.of_contact, draft.contact_id)


class Promises:
    """What an advisor promised, and what became of it."""

    def __init__(self, store: LocalStore, clock: Clock, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._changes = changes

    def now(self) -> datetime:
        """Now, in UTC."""
        return self._clock.now()

    def zone(self) -> tzinfo:
        """The zone in which this workstation's days are cut."""
        return self._clock.zone()

    async def promises(self, person: Person, limit: int | None = 200) -> tuple[DuePromise, ...]:
        """The person's open promises and callbacks, due first at the head; `limit` None: all."""
        return await self._store.read(rows.open_promises, person.id, limit)

    async def keep(self, promise: Promise, state: PromiseState, person: Person) -> None:
        """Say what became of a promise; OPEN corrects an outcome said by mistake."""
        outcome = PromiseOutcome(
            promise_id=promise.id, person_id=person.id, at=self._clock.now(), state=state
        )
        async with self._store.unit() as unit:
            unit.record(outcome)
            unit.then(rows.set_promise_state, promise.id, state)
        self._changes.tell(Changed(kind=Kind.PROMISE, customer_id=promise.customer_id))
