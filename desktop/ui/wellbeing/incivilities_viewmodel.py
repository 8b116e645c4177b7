"""The team's incivilities, for who leads: what was not followed first, and what is noted of each."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from desktop.domain.care import FollowUp, FollowUpKind, TeamIncivility
from desktop.domain.changes import Changed, Kind
from desktop.domain.errors import Gone
from desktop.domain.ids import IncivilityId
from desktop.domain.people import Person
from desktop.services.care import Care, FollowUps
from desktop.services.changes import Changes
from desktop.ui.kit import tasks

_HEARD = frozenset({Kind.INCIVILITY, Kind.PEOPLE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Noting:
    """What a lead is about to note of one."""

    kind: FollowUpKind | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncivilitiesState:
    """The list, the one that is looked at, and what is being noted of each."""

    items: tuple[TeamIncivility, ...] = ()
    chosen: str = ""
    now: datetime | None = None
    """When it was read, in the workstation's zone; None before."""
    drafts: Mapping[str, Noting] = field(default_factory=dict)
    asked: bool = False
    """What followed is to be chosen first."""
    busy: bool = False

    @property
    def current(self) -> TeamIncivility | None:
        """The one that is looked at."""
        return next((one for one in self.items if one.id == self.chosen), None)

    @property
    def draft(self) -> Noting:
        """What is being noted of the one that is looked at."""
        return self.drafts.get(self.chosen, Noting())

    @property
    def waiting(self) -> int:
        """How many were not followed yet."""
        return sum(not one.followed for one in self.items)


class IncivilitiesViewModel(QObject):
    """`noted` gives the FollowUp that was just written, which `take_back` undoes."""

    changed = Signal()
    noted = Signal(object)

    def __init__(self, care: Care, follow_ups: FollowUps, changes: Changes, lead: Person) -> None:
        super().__init__()
        self._care = care
        self._follow_ups = follow_ups
        self._lead = lead
        self._latest = tasks.Latest(self)
        self.state = IncivilitiesState()
        unlisten = changes.listen(self._heard)
        self.destroyed.connect(unlisten)

    def load(self) -> None:
        """Read the list."""
        self._latest.run(self._load())

    async def whole(self) -> tuple[TeamIncivility, ...]:
        """The list, which is whole already, as it is now."""
        return await self._care.listed(self._lead)

    def choose(self, incivility_id: str) -> None:
        """Look at one."""
        self._set(replace(self.state, chosen=incivility_id, asked=False))

    def set_kind(self, kind: FollowUpKind | None) -> None:
        """Say what followed."""
        self._draft(replace(self.state.draft, kind=kind))

    def write(self, words: str) -> None:
        """Say it in words, if one likes."""
        self._draft(replace(self.state.draft, words=words))

    def note(self) -> None:
        """Note what followed: its author will see it."""
        state = self.state
        if state.current is None or state.busy:
            return
        if state.draft.kind is None:
            self._set(replace(state, asked=True))
            return
        self._set(replace(state, busy=True))
        tasks.run(self._note(state.current.id, state.draft), self)

    def take_back(self, noted: FollowUp) -> None:
        """Undo what was noted a moment ago; its words come back into the form."""
        tasks.run(self._take_back(noted), self)

    async def _load(self) -> None:
        items = await self._care.listed(self._lead)
        known = {one.id for one in items}
        chosen = self.state.chosen if self.state.chosen in known else ""
        chosen = chosen or (items[0].id if items else "")
        now = self._care.now()
        self._set(replace(self.state, items=items, chosen=chosen, now=now))

    async def _note(self, incivility_id: str, draft: Noting) -> None:
        try:
            noted = await self._follow_ups.note(
                self._lead, IncivilityId(incivility_id), draft.kind, draft.words
            )
        except Gone:
            await self._load()
            return
        finally:
            self._set(replace(self.state, busy=False))
        drafts = {known: one for known, one in self.state.drafts.items() if known != incivility_id}
        self._set(replace(self.state, drafts=drafts))
        await self._load()
        self.noted.emit(noted)

    async def _take_back(self, noted: FollowUp) -> None:
        try:
            await self._follow_ups.take_back(noted)
        except Gone:
            return
        if noted.incivility_id not in self.state.drafts:
            back = Noting(kind=noted.kind, words=noted.words)
            drafts = {**self.state.drafts, noted.incivility_id: back}
            self._set(replace(self.state, drafts=drafts))
        await self._load()

    def _draft(self, noting: Noting) -> None:
        if self.state.current is not None:
            drafts = {**self.state.drafts, self.state.chosen: noting}
            self._set(replace(self.state, drafts=drafts, asked=False))

    def _heard(self, changed: Changed) -> None:
        if changed.kind in _HEARD:
            self.load()

    def _set(self, state: IncivilitiesState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
