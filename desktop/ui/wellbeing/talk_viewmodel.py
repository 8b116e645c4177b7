"""The talk that follows a check-in, for its lead: planned, held, and a note that nobody else reads."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.changes import Changed, Kind
from desktop.domain.due_dates import read_due
from desktop.domain.errors import Gone
from desktop.domain.ids import CheckInId
from desktop.domain.people import Person
from desktop.domain.talks import Talk, TalkState
from desktop.services.changes import Changes
from desktop.services.talks import Talks
from desktop.ui.kit import tasks

KEPT_AFTER_MS = 200
"""From the first key that is not on the disk to the write: with it, 300 ms at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkPicture:
    """The check-in that is looked at, its talk and its note."""

    check_in_id: CheckInId | None = None
    talks: Mapping[CheckInId, Talk] = field(default_factory=dict)
    note: str = ""
    saved: bool = True
    day: str = ""
    """When the talk is to be, as it was typed."""
    asked: bool = False
    """A day that can be understood is asked for."""

    @property
    def talk(self) -> Talk | None:
        """The talk in force, where there is one that was not let go."""
        talk = self.talks.get(self.check_in_id) if self.check_in_id else None
        return None if talk is None or talk.state is TalkState.DROPPED else talk


class TalkViewModel(QObject):
    """`said` gives the Talk that was just written, which `take_back` undoes."""

    changed = Signal()
    said = Signal(object)

    def __init__(self, talks: Talks, changes: Changes, lead: Person) -> None:
        super().__init__()
        self._talks = talks
        self._lead = lead
        self._latest = tasks.Latest(self)
        self._busy = False
        self._typed: tuple[CheckInId, str] | None = None
        self.state = TalkPicture()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(KEPT_AFTER_MS)
        self._pause.timeout.connect(lambda: tasks.run(self._keep(), self))
        unlisten = changes.listen(self._heard)
        self.destroyed.connect(unlisten)

    def now(self) -> datetime:
        """Now, in the workstation's zone."""
        return self._talks.now()

    def load(self) -> None:
        """Read where all talks stand; notes that a crash left are recorded."""
        tasks.run(self._load(), self)

    def look(self, check_in_id: CheckInId | None) -> None:
        """Look at one check-in's talk; the note of the one before is recorded."""
        if check_in_id == self.state.check_in_id:
            return
        tasks.run(self.flush(), self)
        self._set(TalkPicture(check_in_id=check_in_id, talks=self.state.talks))
        self._latest.cancel()
        if check_in_id is not None:
            self._latest.run(self._read(check_in_id))

    def set_day(self, words: str) -> None:
        """Type when the talk is to be."""
        self._set(replace(self.state, day=words, asked=False))

    def understood(self) -> date | None:
        """The day that was typed; None where it says none, or one that has passed."""
        now = self.now()
        due = read_due(self.state.day, now, now.tzinfo) if now.tzinfo else None
        day = None if due is None else due.astimezone(now.tzinfo).date()
        return day if day is not None and day >= now.date() else None

    def plan(self) -> None:
        """Plan the talk for the day that was typed."""
        day = self.understood()
        if day is None:
            self._set(replace(self.state, asked=True))
        else:
            self._say(TalkState.PLANNED, day)

    def hold(self) -> None:
        """The talk was held."""
        self._say(TalkState.HELD)

    def drop(self) -> None:
        """Let the talk go."""
        self._say(TalkState.DROPPED)

    def take_back(self, talk: Talk) -> None:
        """Undo what was said a moment ago."""
        tasks.run(self._take_back(talk), self)

    def write(self, words: str) -> None:
        """Type the private note."""
        here = self.state.check_in_id
        if here is not None:
            self._typed = (here, words)
            self._set(replace(self.state, note=words, saved=False))
            if not self._pause.isActive():  # typing on does not put it off
                self._pause.start()

    def leave_note(self) -> None:
        """The note is left: what it says is recorded."""
        if self._typed is not None:
            tasks.run(self.flush(), self)

    async def flush(self) -> None:
        """Record the note that was typed. Raises StoreUnavailable, and keeps it."""
        typed = self._typed
        await self._keep()
        if typed is not None:
            await self._talks.record_note(self._lead, typed[0])
            if self._typed == typed:
                self._typed = None

    async def _load(self) -> None:
        await self._talks.record_left(self._lead)
        await self._read_talks()

    async def _read(self, check_in_id: CheckInId) -> None:
        note = await self._talks.note(self._lead, check_in_id)
        if self._typed is None or self._typed[0] != check_in_id:
            self._set(replace(self.state, note=note))
        await self._read_talks()

    async def _read_talks(self) -> None:
        talks = await self._talks.of_lead(self._lead)
        self._set(replace(self.state, talks=talks))

    async def _keep(self) -> None:
        self._pause.stop()
        typed = self._typed
        if typed is not None:
            await self._talks.keep_typed(self._lead, *typed)
            if self._typed == typed and self.state.check_in_id == typed[0]:
                self._set(replace(self.state, saved=True))

    def _say(self, state: TalkState, day: date | None = None) -> None:
        here = self.state.check_in_id
        if here is not None and not self._busy:
            self._busy = True
            tasks.run(self._write(here, state, day), self)

    async def _write(self, check_in_id: CheckInId, state: TalkState, day: date | None) -> None:
        try:
            talk = await self._talks.say(self._lead, check_in_id, state, day)
        except Gone:
            return
        finally:
            self._busy = False
        if self.state.check_in_id == check_in_id:
            self._set(replace(self.state, day=""))
        await self._read_talks()
        self.said.emit(talk)

    async def _take_back(self, talk: Talk) -> None:
        try:
            await self._talks.take_back(talk)
        except Gone:
            return
        await self._read_talks()

    def _heard(self, changed: Changed) -> None:
        if changed.kind is Kind.CHECK_IN:
            tasks.run(self._read_talks(), self)

    def _set(self, state: TalkPicture) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
