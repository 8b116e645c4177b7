"""Reads what was learned of a guide, puts chains together and takes that back, offers suggestions."""

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import Changed, Kind
from desktop.domain.ids import StepOffId, SuggestionId
from desktop.domain.learning.facts import ChainMerge
from desktop.domain.learning.lessons import GuideLesson
from desktop.domain.people import Person
from desktop.services.changes import Changes
from desktop.services.learning import Learning
from desktop.services.scripts import Scripts
from desktop.ui.kit import tasks
from desktop.ui.learning.state import WHOLE, LessonState, key_of


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionAsked:
    """A chain that a lead wants to make a part of the step."""

    script_id: str
    step_id: str
    chain_id: StepOffId
    words: str


class LessonViewModel(QObject):
    """`suggested` gives a SuggestionAsked; `merged` a ChainMerge, to be told with its undo."""

    changed = Signal()
    suggested = Signal(object)
    merged = Signal(object)

    def __init__(
        self, learning: Learning, scripts: Scripts, changes: Changes, lead: Person
    ) -> None:
        super().__init__()
        self._learning = learning
        self._scripts = scripts
        self._lead = lead
        self._wanted = ""
        self._shown = False
        self._stale = True
        self._again = False
        self._reading = tasks.Latest(self)
        self.state = LessonState()
        self.destroyed.connect(changes.listen(self._hear))

    def show(self, script_id: str) -> None:
        """Have another guide in front; read at once where somebody looks."""
        if script_id and script_id != self._wanted:
            self._reading.cancel()
            self._wanted = script_id
            self.state = LessonState(scripts=self.state.scripts)
            self._stale = True
            self.changed.emit()
            self._read_if_seen()

    def attend(self) -> None:
        """Somebody looks: read what changed meanwhile."""
        self._shown = True
        self._read_if_seen()

    def leave(self) -> None:
        """Nobody looks any more: read nothing."""
        self._shown = False

    def retry(self) -> None:
        """Read once more after it failed."""
        self._set(failed=False)
        self._stale = True
        self._read_if_seen()

    def select_step(self, step_id: str) -> None:
        """Have a step in front, all its step-offs together first."""
        steps = self.state.lesson.steps if self.state.lesson else ()
        known = any(step.step_id == step_id for step in steps)
        if known and step_id != self.state.step_id:
            self._set(step_id=step_id, key=WHOLE)

    def select(self, key: str) -> None:
        """Have one chain of the step in front."""
        if key != self.state.key:
            self._set(key=key)

    def find(self, suggestion_id: SuggestionId) -> None:
        """Have the chain in front from which a suggestion came, at whichever step it is."""
        for step in self.state.lesson.steps if self.state.lesson else ():
            for chain in step.chains:
                if chain.suggestion_id == suggestion_id:
                    self._set(step_id=step.step_id, key=key_of(chain))

    def merge(self, chain_id: StepOffId, into_id: StepOffId) -> None:
        """See one chain as part of another from now on."""
        if self.state.script is not None:
            tasks.run(self._merge(self.state.script.id, chain_id, into_id), self)

    def part(self, chain_id: StepOffId) -> None:
        """Have a chain that was put into another count apart again."""
        if self.state.script is not None:
            tasks.run(self._part(self.state.script.id, chain_id), self)

    def undo(self) -> None:
        """Take back the last of these two."""
        if self.state.undoable is not None:
            self.undo_of(self.state.undoable)

    def undo_of(self, merge: ChainMerge) -> None:
        """Take back this one, whichever guide is in front by now."""
        tasks.run(self._undo(merge), self)

    def suggest(self) -> None:
        """Ask for a draft of the guide with the chain in front as a suggestion of its step."""
        script, step, chain = self.state.script, self.state.step, self.state.chain
        if script and step and chain and chain.id and not chain.suggestion_id:
            asked = SuggestionAsked(
                script_id=script.id,
                step_id=step.step_id if step.title else script.steps[0].id,
                chain_id=chain.id,
                words=chain.words,
            )
            self.suggested.emit(asked)

    async def _merge(self, script_id: str, chain_id: StepOffId, into_id: StepOffId) -> None:
        await self._said(await self._learning.merge(self._lead, script_id, chain_id, into_id))

    async def _part(self, script_id: str, chain_id: StepOffId) -> None:
        await self._said(await self._learning.part(self._lead, script_id, chain_id))

    async def _said(self, merge: ChainMerge) -> None:
        self._set(undoable=merge, key=merge.into_id or merge.chain_id)
        self.merged.emit(merge)

    async def _undo(self, merge: ChainMerge) -> None:
        if self.state.script is not None and self.state.script.id == merge.script_id:
            self._set(undoable=None, key=merge.chain_id)
        await self._learning.undo(self._lead, merge)

    def _hear(self, changed: Changed) -> None:
        if changed.kind in (Kind.SCRIPT, Kind.STEP_OFF, Kind.ANSWER, Kind.CONTACT, Kind.DOCUMENT):
            self._stale = True
            self._again = self._again or changed.kind in (Kind.SCRIPT, Kind.DOCUMENT)
            self._read_if_seen()

    def _read_if_seen(self) -> None:
        if self._shown and self._stale:
            self._stale = False
            self._reading.run(self._read(), self._fail)

    async def _read(self) -> None:
        # A newer question may cancel this one here: what is to be read anew stays so.
        library = await self._scripts.library(again=self._again)
        self._again = False
        script = library.script(self._wanted) or next(iter(library.scripts), None)
        lesson = await self._learning.lesson(script) if script else None
        self._wanted = script.id if script else ""
        read = replace(self.state, read=True, scripts=library.scripts, script=script)
        self._put(replace(read, lesson=lesson))

    def _put(self, state: LessonState) -> None:
        """Stay on the step and the chain in front where they are still there."""
        if state.step is None:
            state = replace(state, step_id=_first(state.lesson), key=WHOLE)
        elif state.chain is None:
            state = replace(state, key=WHOLE)
        self.state = replace(state, failed=False)
        self.changed.emit()

    def _fail(self, _error: BaseException) -> None:
        self._stale = True
        self._set(failed=True)

    def _set(self, **fields: Any) -> None:
        self.state = replace(self.state, **fields)
        self.changed.emit()


def _first(lesson: GuideLesson | None) -> str:
    """The first step at which somebody stepped off, else the first of all."""
    steps = lesson.steps if lesson else ()
    tried = (step.step_id for step in steps if step.chains)
    return next(tried, steps[0].step_id if steps else "")
