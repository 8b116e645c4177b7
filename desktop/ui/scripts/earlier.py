"""Step-offs noted before at the step at hand: asked for once a step, the newest request wins."""

from PySide6.QtCore import QObject, Signal

from desktop.domain.contacts import GuideRun
from desktop.domain.scripts import EarlierStepOff
from desktop.services.scripts import Scripts
from desktop.ui.kit import tasks


class EarlierStepOffs(QObject):
    """`rows` is what is known for the step last asked about; `found` when it has come."""

    found = Signal()

    def __init__(self, scripts: Scripts, parent: QObject) -> None:
        super().__init__(parent)
        self._scripts = scripts
        self._asked: tuple[str, str] = ("", "")
        self._task = tasks.Latest(self)
        self.rows: tuple[EarlierStepOff, ...] = ()

    def ask(self, run: GuideRun | None, *, again: bool = False) -> None:
        """Look them up for the step where one stands, unless that was done already."""
        wanted = (run.script_id, run.step_id) if run else ("", "")
        if wanted == self._asked and not again:
            return
        if wanted != self._asked:
            self.rows = ()
        self._asked = wanted
        self._task.cancel()
        if run:
            self._task.run(self._load(*wanted))

    async def _load(self, script_id: str, step_id: str) -> None:
        self.rows = await self._scripts.earlier(script_id, step_id)
        self.found.emit()
