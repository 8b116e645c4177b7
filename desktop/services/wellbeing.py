"""Check-ins: given by a person, read by those whom the author named, answered with a word."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from desktop.domain.changes import Changed, Kind
from desktop.domain.day import bounds
from desktop.domain.errors import Gone, Incomplete
from desktop.domain.ids import CheckInId, PersonId
from desktop.domain.instants import from_millis, to_millis
from desktop.domain.people import Person
from desktop.domain.wellbeing import (
    Audience,
    CheckIn,
    CheckInReading,
    CheckInReply,
    CheckInShare,
    Moment,
    Named,
    NamedReply,
    OpenedCheckIn,
    OwnCheckIn,
    SharedCheckIn,
    addressee,
    check,
    offered_audience,
)
from desktop.services.changes import Changes
from desktop.services.clock import Clock
from desktop.services.store import waiting
from desktop.services.store import wellbeing as kept
from desktop.services.store.local import LocalStore
from desktop.services.store.rows import from_row

PAGE = 60
"""Own check-ins a page."""

Ask = Callable[[str, dict[str, Any]], Awaitable[dict[str, Any]]]
"""Calls a function of the shared database (docs/protocol.md) without blocking the loop."""


class CheckIns:
    """Use cases of check-ins; who may read what is decided by the domain and by the query."""

    def __init__(self, store: LocalStore, clock: Clock, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._changes = changes

    def now(self) -> datetime:
        """Now, in the workstation's zone, for screens that tell times."""
        return self._clock.now().astimezone(self._clock.zone())

    async def check_in(
        self,
        person: Person,
        lead: Person | None,
        *,
        moment: Moment,
        audience: Audience | None,
        mood: int | None = None,
        energy: int | None = None,
        load: int | None = None,
        words: str = "",
    ) -> CheckIn:
        """Keep how somebody says they are, for whom they chose.

        Raises Incomplete("scale") when nothing was said, Incomplete("audience") without a choice,
        Incomplete("lead") when it is for a lead and there is none, Invalid for a figure off scale.
        """
        said = CheckIn(
            id=CheckInId(self._clock.new_id()),
            person_id=person.id,
            at=self._clock.now(),
            moment=moment,
            mood=mood,
            energy=energy,
            load=load,
            words=words.strip(),
            audience=audience or Audience.NOBODY,
        )
        given = replace(check(said), addressed_to=addressee(audience, _id_of(lead)))
        async with self._store.unit() as unit:
            unit.record(given)
        self._tell()
        return given

    async def last_choice(self, person: Person, lead: Person | None) -> Audience | None:
        """The audience to offer; None the first time, and where it named another lead."""
        last = await self._store.read(kept.latest, person.id)
        return offered_audience(last, _id_of(lead))

    async def of_today(self, person: Person) -> CheckIn | None:
        """A person's own last check-in of today."""
        begins, ends = bounds(self.now().date(), self._clock.zone())
        return await self._store.read(kept.between, person.id, begins, ends)

    async def wanted_today(self, person: Person) -> bool:
        """Whether none was given yet today, so that one may be proposed."""
        return await self.of_today(person) is None

    async def mine(self, person: Person, before: CheckIn | None = None) -> tuple[OwnCheckIn, ...]:
        """A page of one's own, newest first; `before` is the last one of the page above."""
        return await self._store.read(kept.own, person.id, before, PAGE)

    async def all_mine(self, person: Person) -> tuple[OwnCheckIn, ...]:
        """All of one's own, newest first."""
        found: list[OwnCheckIn] = []
        page = await self.mine(person)
        while page:
            found += page
            page = await self.mine(person, found[-1].check_in) if len(page) == PAGE else ()
        return tuple(found)

    async def share(
        self, person: Person, check_in_id: CheckInId, audience: Audience, lead: Person | None
    ) -> None:
        """Change who may see one's own check-in. Raises Gone when it is not this person's."""
        share = CheckInShare(
            check_in_id=check_in_id,
            person_id=person.id,
            at=self._clock.now(),
            audience=audience,
            addressed_to=addressee(audience, _id_of(lead)),
        )
        async with self._store.unit() as unit:
            unit.then(kept.apply_share, share)
            unit.record(share)
        self._tell()

    async def withdraw(self, person: Person, check_in_id: CheckInId) -> None:
        """Keep one's own check-in to oneself from now on."""
        await self.share(person, check_in_id, Audience.NOBODY, None)

    async def replies_seen(self, person: Person) -> None:
        """Remember that the person has read what leads answered so far."""
        await self._store.write(kept.mark_replies_seen, person.id)
        self._tell()

    async def shared_with(self, lead: Person) -> tuple[SharedCheckIn, ...]:
        """Who shared with this lead by name, and when: oldest unanswered first, then answered."""
        return await self._store.read(kept.shared_with, lead.id)

    async def open(self, lead: Person, check_in_id: CheckInId) -> OpenedCheckIn:
        """What the author wrote for this lead; that it was read is a fact the author sees.

        Raises Gone when it is not shared with this lead, or no longer.
        """
        if not await self._store.read(kept.was_read, lead.id, check_in_id):
            async with self._store.unit() as unit:
                unit.then(kept.require_shared, lead.id, check_in_id)
                unit.record(self._reading(lead, check_in_id))
            self._tell()
        return await self._store.read(kept.opened, lead.id, check_in_id)

    async def reply(self, lead: Person, check_in_id: CheckInId, words: str) -> NamedReply:
        """Answer the author. Raises Incomplete("words") when empty, Gone when no longer shared."""
        reply = self._reply(lead, check_in_id, words)
        read = await self._store.read(kept.was_read, lead.id, check_in_id)
        async with self._store.unit() as unit:
            unit.then(kept.require_shared, lead.id, check_in_id)
            if not read:
                unit.record(self._reading(lead, check_in_id))
            unit.record(reply)
        self._tell()
        return _named(reply, lead)

    def _reply(self, lead: Person, check_in_id: CheckInId, words: str) -> CheckInReply:
        if not words.strip():
            raise Incomplete("words")
        return CheckInReply(
            check_in_id=check_in_id, lead_id=lead.id, at=self._clock.now(), words=words.strip()
        )

    def _reading(self, lead: Person, check_in_id: CheckInId) -> CheckInReading:
        return CheckInReading(check_in_id=check_in_id, lead_id=lead.id, at=self._clock.now())

    def _tell(self) -> None:
        self._changes.tell(Changed(kind=Kind.CHECK_IN))


class ConnectedCheckIns(CheckIns):
    """Check-ins over a shared database: a lead reads there what others shared, and nowhere else.

    This machine knows that they wait; what they say passes through and is never stored on it.
    """

    def __init__(self, store: LocalStore, clock: Clock, changes: Changes, ask: Ask) -> None:
        super().__init__(store, clock, changes)
        self._ask = ask

    async def shared_with(self, lead: Person) -> tuple[SharedCheckIn, ...]:
        """Who shared with this lead by name, and when: oldest unanswered first, then answered."""
        return await self._store.read(waiting.shared_with, lead.id)

    async def open(self, lead: Person, check_in_id: CheckInId) -> OpenedCheckIn:
        """What the author wrote for this lead; the server writes down that it was read.

        Raises Gone when it is not shared with this lead, or no longer; Unreachable offline.
        """
        try:
            answer = await self._ask("read_checkin", {"id": check_in_id})
        except Gone:
            await self._store.write(waiting.drop, check_in_id)
            self._tell()
            raise
        check_in = from_row(CheckIn, answer["check_in"])
        if await self._store.write(waiting.mark_read, check_in_id, to_millis(self._clock.now())):
            self._tell()
        name = await self._store.read(waiting.name_of, check_in.person_id)
        here = await self._store.read(waiting.own_replies, lead.id, check_in_id)
        there = ((one["id"], one["at"], one["words"]) for one in answer["replies"])
        said = sorted({*here, *there}, key=lambda one: (one[1], one[0]))
        return OpenedCheckIn(
            check_in=check_in,
            author=Named(person_id=check_in.person_id, name=name, at=check_in.at),
            replies=tuple(
                NamedReply(person_id=lead.id, name=lead.name, at=from_millis(at), words=words)
                for _, at, words in said
            ),
        )

    async def reply(self, lead: Person, check_in_id: CheckInId, words: str) -> NamedReply:
        """Answer the author, offline too. Raises Incomplete("words") when empty."""
        reply = self._reply(lead, check_in_id, words)
        async with self._store.unit() as unit:
            unit.record(reply)
        self._tell()
        return _named(reply, lead)


def _named(reply: CheckInReply, lead: Person) -> NamedReply:
    return NamedReply(person_id=lead.id, name=lead.name, at=reply.at, words=reply.words)


def _id_of(lead: Person | None) -> PersonId | None:
    return None if lead is None else lead.id
