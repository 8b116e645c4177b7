"""Talks after a check-in: planned and held in its author's sight, with a note that is the lead's alone."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from desktop.domain.changes import Changed, Kind
from desktop.domain.ids import CheckInId
from desktop.domain.people import Person
from desktop.domain.talks import Talk, TalkNote, TalkState, TalkWith, checked
from desktop.services.changes import Changes
from desktop.services.clock import Clock
from desktop.services.store import talks as kept
from desktop.services.store import undoing
from desktop.services.store.local import LocalStore

UNDO = timedelta(seconds=10)


class Talks:
    """A lead's own talks and notes, and an author's view of the talks about theirs."""

    def __init__(self, store: LocalStore, clock: Clock, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._changes = changes

    def now(self) -> datetime:
        """Now, in the workstation's zone."""
        return self._clock.now().astimezone(self._clock.zone())

    async def of_lead(self, lead: Person) -> Mapping[CheckInId, Talk]:
        """Where each talk of this lead stands."""
        return await self._store.read(kept.of_lead, lead.id)

    async def of_author(self, person: Person) -> Mapping[CheckInId, TalkWith]:
        """Where the talks about one's own check-ins stand."""
        return await self._store.read(kept.of_author, person.id)

    async def say(
        self,
        lead: Person,
        check_in_id: CheckInId,
        state: TalkState,
        planned_for: date | None = None,
    ) -> Talk:
        """Plan a talk, say that it was held, or let it go.

        Raises Incomplete("planned_for") without a day, Gone for what is not shared with this lead.
        """
        now = self._clock.now()
        talk = checked(
            Talk(
                id=self._clock.new_id(),
                check_in_id=check_in_id,
                lead_id=lead.id,
                at=now,
                state=state,
                planned_for=planned_for,
            )
        )
        async with self._store.unit() as unit:
            unit.then(kept.require_shared, lead.id, check_in_id)
            unit.record(talk, not_before=now + UNDO)
        self._tell()
        return talk

    async def take_back(self, talk: Talk) -> None:
        """Undo what was said a moment ago. Raises Gone when it is too late."""
        await self._store.write(undoing.take_back, talk, self._clock.now())
        self._tell()

    async def note(self, lead: Person, check_in_id: CheckInId) -> str:
        """This lead's note, as it was typed last."""
        typed = await self._store.read(kept.typed, lead.id, check_in_id)
        if typed is not None:
            return typed
        note = await self._store.read(kept.note_of, lead.id, check_in_id)
        return "" if note is None else note.words

    async def keep_typed(self, lead: Person, check_in_id: CheckInId, words: str) -> None:
        """Keep the note as it is typed; `record_note` makes a fact of it."""
        await self._store.write(kept.keep_typed, lead.id, check_in_id, words)

    async def record_note(self, lead: Person, check_in_id: CheckInId) -> None:
        """Record the note that was typed, where it says something new."""
        typed = await self._store.read(kept.typed, lead.id, check_in_id)
        if typed is None:
            return
        before = await self._store.read(kept.note_of, lead.id, check_in_id)
        words = typed.strip()
        async with self._store.unit() as unit:
            if words != (before.words if before else ""):
                unit.record(self._note(lead, check_in_id, words))
            unit.then(kept.forget_typed, lead.id, check_in_id)

    async def record_left(self, lead: Person) -> None:
        """Record the notes that a crash left as they were typed."""
        for check_in_id in await self._store.read(kept.written, lead.id):
            await self.record_note(lead, check_in_id)

    def _note(self, lead: Person, check_in_id: CheckInId, words: str) -> TalkNote:
        return TalkNote(
            id=self._clock.new_id(),
            check_in_id=check_in_id,
            lead_id=lead.id,
            at=self._clock.now(),
            words=words,
        )

    def _tell(self) -> None:
        self._changes.tell(Changed(kind=Kind.CHECK_IN))
