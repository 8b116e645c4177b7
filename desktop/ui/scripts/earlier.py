"""What others tried at the step at hand, and whom its suggestions name: asked for once a step."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.domain.contacts import GuideRun
from desktop.domain.ids import SuggestionId
from desktop.domain.scripts import EarlierStepOff, Step
from desktop.services.scripts import Scripts
from desktop.ui.kit import tasks
from desktop.ui.scripts.state import GuideState


class EarlierStepOffs(QObject):
    """`rows` and `credits` are known for the step last asked about; `found` when they have come."""

    found = Signal()

    def __init__(self, scripts: Scripts, parent: QObject) -> None:
        super().__init__(parent)
        self._scripts = scripts
        self._asked: tuple[str, Step | None] = ("", None)
        self._task = tasks.Latest(self)
        self.rows: tuple[EarlierStepOff, ...] = ()
        self.credits: Mapping[SuggestionId, tuple[str, ...]] = {}

    def ask(self, run: GuideRun | None, step: Step | None, *, again: bool = False) -> None:
        """Look them up for the step where one stands, unless that was done already."""
        wanted = (run.script_id, step) if run and step else ("", None)
        if _place(wanted) == _place(self._asked) and not again:
            return
        if _place(wanted) != _place(self._asked):
            self.rows, self.credits = (), {}
        self._asked = wanted
        self._task.cancel()
        if run and step:
            self._task.run(self._load(run.script_id, step))

    def added(self, state: GuideState) -> GuideState:
        """The pane's picture with what is known by now."""
        return replace(state, earlier=self.rows, credits=self.credits)

    def ask_again(self) -> None:
        """Something was learned: look once more."""
        script_id, step = self._asked
        if step is not None:
            self._task.run(self._load(script_id, step))

    async def _load(self, script_id: str, step: Step) -> None:
        rows = await self._scripts.earlier(script_id, step.id)
        self.credits = await self._scripts.credits(step)
        # What has become a part of the step is no longer a way off it.
        grown = {one.chain for one in step.suggestions if one.chain}
        self.rows = tuple(row for row in rows if not grown & set(row.chains))
        self.found.emit()


def _place(asked: tuple[str, Step | None]) -> tuple[str, str, tuple[str, ...]]:
    script_id, step = asked
    return script_id, step.id if step else "", tuple(x.id for x in step.suggestions) if step else ()
