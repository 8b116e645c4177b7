"""Keeps a guide's draft as it is typed: a fifth of a second after the first change, and again."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.authoring.drafts import ScriptDraft
from desktop.domain.errors import StoreUnavailable
from desktop.ui.authoring.editor.ports import Authoring
from desktop.ui.kit import tasks
from desktop.ui.kit.saving import Saving

DELAY_MS: Final = 200
"""With the write itself, at most 300 ms of typing are lost when the process is killed."""

RETRY_MS: Final = 2000


class DraftSaver(QObject):
    """`told` when the draft is on the disk, or could not be written; then it is tried again."""

    told = Signal()

    def __init__(self, authoring: Authoring, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._authoring = authoring
        self._waiting: dict[str, ScriptDraft] = {}
        self._failure: StoreUnavailable | None = None
        self.state = Saving.UNTOUCHED
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(lambda: tasks.run(self._write(), self))

    def begin(self) -> None:
        """Another draft is in front: nothing was typed in it. What waits of others is still written."""
        self.state = Saving.UNTOUCHED

    def keep(self, draft: ScriptDraft) -> None:
        """Have the draft written soon; typing on does not put it off."""
        self._waiting[draft.id] = draft
        if self.state is not Saving.FAILED:
            self.state = Saving.SAVING
        if not self._timer.isActive() or self._timer.interval() != DELAY_MS:
            self._timer.start(DELAY_MS)

    async def flush(self) -> None:
        """Write what waits, now. Raises StoreUnavailable; it then goes on waiting."""
        await self._write()
        if self._waiting and self._failure is not None:
            raise self._failure

    async def _write(self) -> None:
        self._timer.stop()
        while self._waiting:
            draft = next(iter(self._waiting.values()))
            try:
                await self._authoring.save(draft)
            except StoreUnavailable as error:
                self._failure, self.state = error, Saving.FAILED
                self._timer.start(RETRY_MS)
                break
            self._failure = None
            if self._waiting.get(draft.id) is draft:
                del self._waiting[draft.id]
        if not self._waiting and self.state is not Saving.UNTOUCHED:
            self.state = Saving.SAVED
        self.told.emit()
