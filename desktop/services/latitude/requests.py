"""What a lead is asked for, and their answers: the first one stands."""

from collections.abc import Mapping
from datetime import datetime

from desktop.domain.changes import Changed, Kind
from desktop.domain.drafts import cleaned
from desktop.domain.errors import Incomplete
from desktop.domain.ids import GestureRequestId
from desktop.domain.latitude.facts import GestureAnswer
from desktop.domain.latitude.requests import Asked
from desktop.domain.people import Person
from desktop.services.changes import Changes
from desktop.services.clock import Clock
from desktop.services.store import latitude as kept
from desktop.services.store.local import LocalStore


class Requests:
    """Requests alone: what advisors give within the policy is nobody's to add up."""

    def __init__(self, store: LocalStore, clock: Clock, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self.changes = changes

    def here(self) -> datetime:
        """Now, in this workstation's zone."""
        return self._clock.now().astimezone(self._clock.zone())

    async def asked_of(self, lead: Person) -> tuple[Asked, ...]:
        """What this lead was asked: the oldest unanswered first, then the newest answered."""
        return await self._store.read(kept.asked_of, lead.id)

    async def all_asked_of(self, lead: Person) -> tuple[Asked, ...]:
        """The same, as far back as there are any."""
        return await self._store.read(kept.asked_of, lead.id, None)

    async def typed(self, lead: Person) -> Mapping[str, str]:
        """The words that this lead typed beside requests and did not give as an answer, by request."""
        return await self._store.read(kept.typed, lead.id)

    async def keep_typed(self, lead: Person, request_id: GestureRequestId, words: str) -> None:
        """Keep a word as it is typed, on this machine; not beside a request that has its answer."""
        await self._store.write(kept.keep_typed, lead.id, request_id, words)

    async def answer(
        self, lead: Person, request_id: GestureRequestId, *, granted: bool, words: str = ""
    ) -> GestureAnswer:
        """Grant a request, or decline it with a word. Raises Gone where it was answered before,
        Incomplete("words") when it is declined without one.
        """
        if not granted and not words.strip():
            raise Incomplete("words")
        given = GestureAnswer(
            id=self._clock.new_id(),
            request_id=request_id,
            lead_id=lead.id,
            at=self._clock.now(),
            granted=granted,
            words=cleaned(words),
        )
        async with self._store.unit() as unit:
            unit.then(kept.require_unanswered, lead.id, request_id)
            unit.record(given)
            unit.then(kept.forget_typed, lead.id, request_id)
        self.changes.tell(Changed(kind=Kind.GESTURE))
        return given
