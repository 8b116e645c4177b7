"""The guide being written: each edit is checked and kept at once, and can be taken back."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.domain.authoring import checking
from desktop.domain.authoring.checking import Problem
from desktop.domain.authoring.drafts import ScriptDraft
from desktop.domain.scripts import Script
from desktop.ui.authoring.editor.history import History, Point
from desktop.ui.authoring.editor.meanwhile import Meanwhile
from desktop.ui.authoring.editor.passed_by import PassedBy
from desktop.ui.authoring.editor.ports import Authoring, TrialCustomers
from desktop.ui.authoring.editor.publishing import Published, publish
from desktop.ui.authoring.editor.saving import DraftSaver
from desktop.ui.authoring.editor.state import EditorState, Rules
from desktop.ui.authoring.editor.trial import Trial
from desktop.ui.kit import tasks


class EditorViewModel(QObject):
    """`published` gives the ScriptVersion; `pointed` a Problem that the person is to be taken to."""

    changed = Signal()
    pointed = Signal(object)
    published = Signal(object)
    left = Signal()

    def __init__(
        self, authoring: Authoring, customers: TrialCustomers, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._authoring = authoring
        self._rules = Rules()
        self._history = History()
        self._saver = DraftSaver(authoring, self)
        self._saver.told.connect(self._refresh)
        self._passed = PassedBy()
        self.meanwhile = Meanwhile(authoring, self)
        self.meanwhile.changed.connect(self._refresh)
        self.trial = Trial(customers, self)
        self.state = EditorState()

    def set_rules(self, rules: Rules) -> None:
        """Check against these from now on."""
        self._rules = rules
        self._refresh()

    def edit(self, draft: ScriptDraft, step_id: str = "") -> None:
        """Have this draft in front, at that step ("": the guide itself)."""
        self._history.clear()
        self._saver.begin()
        self._passed = PassedBy()
        self.state = EditorState(draft=draft, step_id=step_id)
        self.trial.load()
        self.meanwhile.look(draft)
        self._refresh()

    def leave(self) -> None:
        """Keep what was typed, and go back to the list of guides."""
        tasks.run(self._leave(), self)

    async def flush(self) -> None:
        """Write what is not on the disk yet. Raises StoreUnavailable."""
        await self._saver.flush()

    def apply(self, script: Script, mark: str = "", select: str | None = None) -> None:
        """Take an edit; `mark` names the field that is typed in, `select` another step to show."""
        draft = self.state.draft
        if draft is None or self.state.publishing:
            return
        step_id = self.state.step_id if select is None else select
        before = Point(draft.script, self.state.step_id)
        self._history.did(before, Point(script, step_id), mark)
        self._put(script, step_id)

    def undo(self) -> None:
        """Take the last edit back."""
        if not self.state.publishing and (point := self._history.undo()):
            self._put(point.script, point.step_id)

    def redo(self) -> None:
        """Do again what was taken back."""
        if not self.state.publishing and (point := self._history.redo()):
            self._put(point.script, point.step_id)

    def select(self, step_id: str) -> None:
        """Have that step in front; "": the guide itself."""
        if step_id != self.state.step_id and (not step_id or self.state.script.step(step_id)):
            self._history.pause()
            self.state = replace(self.state, step_id=step_id)
            self._refresh()

    def point(self, problem: Problem) -> None:
        """Take the person to where something is wrong."""
        self.select(problem.step)
        self.pointed.emit(problem)

    def publish(self, note: str) -> None:
        """Make a version of it; with errors, take the person to the first of them."""
        draft = self.state.draft
        if draft is None or self.state.publishing:
            return
        if self.state.errors:
            self.prepare()
            self.point(self.state.errors[0])
            return
        self.state = replace(self.state, publishing=True, refused=None, failed=False)
        self._refresh()
        tasks.run(self._publish(draft, note), self)

    def leave_field(self, step_id: str, item_id: str, field: str) -> None:
        """One left a field: from now on an empty one is something to mend."""
        if self._passed.leave(self.state.problems, (step_id, item_id, field)):
            self._refresh()

    def prepare(self) -> None:
        """One means to publish: say what is still empty, and whether somebody published meanwhile."""
        self._passed.insist(self.state.problems)
        self._refresh()
        self.look_around()

    def look_around(self) -> None:
        """See whether somebody published meanwhile."""
        if not self.state.publishing:
            self.meanwhile.look(self.state.draft)

    async def _publish(self, draft: ScriptDraft, note: str) -> None:
        done = Published()
        try:
            done = await publish(self._authoring, self._saver, draft, note)
        finally:
            self.state = done.over(self.state)
            self._refresh()
        if done.version is not None:
            if self.state.draft is not None and self.state.draft.id == draft.id:
                self._history.clear()
                self.state = EditorState()
                self.meanwhile.look(None)
                self.changed.emit()
            self.published.emit(done.version)

    async def _leave(self) -> None:
        await self.flush()
        self.left.emit()

    def _put(self, script: Script, step_id: str) -> None:
        draft = self.state.draft
        if draft is None or (script == draft.script and step_id == self.state.step_id):
            return
        if script != draft.script:
            draft = replace(draft, script=script)
            self._saver.keep(draft)
        self.state = replace(self.state, draft=draft, step_id=step_id, refused=None, failed=False)
        self._refresh()

    def _refresh(self) -> None:
        state, rules = self.state, self._rules
        found = self._passed.hushed(checking.problems(state.script, rules.fallbacks, rules.reasons))
        if state.refused is not None and state.refused not in found:
            found = (state.refused, *found)
        self.state = replace(
            state,
            step_id=state.step_id if state.script.step(state.step_id) else "",
            problems=found if state.draft else (),
            saving=self._saver.state,
            overtaken=self.meanwhile.ahead is not None,
            can_undo=self._history.can_undo,
            can_redo=self._history.can_redo,
        )
        self.changed.emit()
