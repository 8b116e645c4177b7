"""« Mes mots » at the step at hand: written in place, kept as typed, offered before the guide's."""

from collections.abc import Coroutine
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.authoring.wording_slips import Slip
from desktop.domain.changes import Changed, Kind
from desktop.domain.ids import PersonId
from desktop.domain.own_words import ColleagueWords, OwnWords, Place, StepWording, problem
from desktop.services.changes import Changes
from desktop.services.own_words import OwnWording
from desktop.ui.kit import tasks
from desktop.ui.scripts.state import Filling, GuideState
from desktop.ui.scripts.viewmodel import GuideViewModel

PAUSE: Final = 200
"""Milliseconds from the first key that is not on the disk to the write: with it, 300 at most."""


class Done(StrEnum):
    """What was just done to one's words at this step, and can be undone."""

    KEPT = "kept"
    TAKEN = "taken"
    """A colleague's words are one's own now."""
    BACK = "back"
    """The guide's words are back."""
    UNDONE = "undone"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWordsState:
    """One step's words, as this person says and writes them."""

    place: Place | None = None
    """None: no guide is followed."""
    guide: str = ""
    """The guide's words, their variables not filled."""
    filling: Filling = field(default_factory=Filling)
    known: StepWording = field(default_factory=StepWording)
    of_guide: bool = False
    """The guide's words are shown although there are own ones."""
    writing: bool = False
    text: str = ""
    """What is in the field, not in force yet."""
    sharing: bool = False
    """What is being written will be shared."""
    slip: Slip | None = None
    """What keeps it from being in force; said once one asked for it."""
    done: Done | None = None

    @property
    def said(self) -> str:
        """How this person says the step, its variables not filled."""
        return self.known.own.words if self.known.own else self.guide

    @property
    def begun(self) -> str | None:
        """What is in the field, if it is worth keeping for later."""
        return None if self.text.strip() in ("", self.said.strip()) else self.text

    def slip_in(self, text: str) -> Slip | None:
        """What keeps a text from being used here."""
        return problem(text, dict(self.filling.fallbacks))

    @property
    def shown(self) -> str:
        """What one may say, filled: own words first."""
        return self.filling.fill(self.guide if self.of_guide else self.said)


class OwnWordsViewModel(QObject):
    """Follows the guide from step to step."""

    changed = Signal()

    def __init__(
        self,
        words: OwnWording,
        changes: Changes,
        person_id: PersonId,
        guide: GuideViewModel,
    ) -> None:
        super().__init__(guide)
        self._words = words
        self._person_id = person_id
        self._guide = guide
        self._before: OwnWords | None = None
        self._reading = tasks.Latest(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(lambda: self._run(self.flush()))
        self.state = OwnWordsState()
        self.destroyed.connect(changes.listen(self._hear))
        guide.changed.connect(self._follow)
        self._follow()

    def write(self) -> None:
        """Open the field, on what was begun, else on what is said now."""
        state, known = self.state, self.state.known
        if state.place is None or state.writing:
            return
        text = known.begun if known.begun is not None else state.said
        shared = known.own is not None and known.own.shared
        self._set(writing=True, text=text, sharing=shared, slip=None, done=None)

    def type(self, text: str) -> None:
        """What is in the field now: on the disk a moment later."""
        state = self.state
        if not state.writing or text == state.text:
            return
        wrong = state.slip and state.slip_in(text)
        self._set(text=text, slip=wrong)
        if not self._pause.isActive():  # typing on does not put it off
            self._pause.start()

    def share(self, sharing: bool) -> None:  # noqa: FBT001 - as a tick box tells it
        """Have colleagues read what is being written, with one's name, or not."""
        self._set(sharing=sharing)

    def keep(self) -> None:
        """Say the step this way from now on; what is wrong with it is said, and it stays begun."""
        state = self.state
        if state.place is None or not state.writing:
            return
        if slip := state.slip_in(state.text):
            self._set(slip=slip)
            return
        self._pause.stop()
        self._put(state.text.strip(), state.sharing, Done.KEPT)

    def leave(self) -> None:
        """Close the field; what was typed stays begun."""
        if self.state.writing:
            self._pause.stop()
            begun = self.state.begun
            self._write(begun)
            known = replace(self.state.known, begun=begun)
            self._set(writing=False, known=known, slip=None)

    def turn(self) -> None:
        """Show the guide's words in the place of one's own, or one's own again."""
        if self.state.known.own is not None and not self.state.writing:
            self._set(of_guide=not self.state.of_guide)

    def take(self, words: ColleagueWords) -> None:
        """Say the step as a colleague does, from now on."""
        self._put(words.words, shared=False, done=Done.TAKEN)

    def go_back(self) -> None:
        """Say the step in the guide's words again."""
        if self.state.known.own is not None:
            self._put("", shared=False, done=Done.BACK)

    def undo(self) -> None:
        """Give back what was said before what was just done."""
        if self.state.done not in (None, Done.UNDONE):
            before = self._before
            shared = before is not None and before.shared
            self._put(before.words if before else "", shared, Done.UNDONE)

    async def flush(self) -> None:
        """Write what was typed a moment ago. Raises StoreUnavailable."""
        self._pause.stop()
        state = self.state
        if state.place is not None and state.writing:
            await self._words.begin(self._person_id, state.place, state.text)

    def _follow(self) -> None:
        state = self._guide.state
        place = _place(state)
        if place != self.state.place:
            self.leave()
            self._before = None
            self.state = OwnWordsState(place=place, guide=state.raw, filling=state.filling)
            self.changed.emit()
            self._read()
        elif state.raw != self.state.guide or state.filling != self.state.filling:
            self._set(guide=state.raw, filling=state.filling)

    def _hear(self, changed: Changed) -> None:
        if changed.kind in (Kind.SCRIPT, Kind.PEOPLE):
            self._read()

    def _read(self) -> None:
        if self.state.place is not None:
            self._reading.run(self._load(self.state.place))

    async def _load(self, place: Place) -> None:
        known = await self._words.of_step(self._person_id, place)
        if place == self.state.place and known != self.state.known:
            self._set(known=known)

    def _put(self, words: str, shared: bool, done: Done) -> None:  # noqa: FBT001 - told by name
        place, before = self.state.place, self.state.known.own
        if place is not None:
            self._run(self._restore(place, words, shared=shared, done=done, before=before))

    async def _restore(
        self, place: Place, words: str, *, shared: bool, done: Done, before: OwnWords | None
    ) -> None:
        said = await self._words.restore(self._person_id, place, words, shared=shared)
        if place != self.state.place:
            return
        self._before = before
        known = replace(self.state.known, own=said if words else None, begun=None)
        self._set(known=known, writing=False, of_guide=False, slip=None, done=done)

    def _write(self, begun: str | None) -> None:
        place, words = self.state.place, self._words
        if place is not None and begun is None:
            self._run(words.drop(self._person_id, place))
        elif place is not None and begun is not None:
            self._run(words.begin(self._person_id, place, begun))

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        tasks.run(work, self)

    def _set(self, **fields: Any) -> None:
        self.state = replace(self.state, **fields)
        self.changed.emit()


def _place(state: GuideState) -> Place | None:
    run = state.run
    return Place(run.script_id, run.step_id) if run and state.step else None
