"""The end of the window: what was written is made safe first, then its place is kept."""

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

Flush = Callable[[], Coroutine[Any, Any, None]]
Question = Callable[[], Coroutine[Any, Any, bool]]


class Leaving(QObject):
    """Asked by the window at each close event; `began`, `failed` and `stayed` are for the status bar."""

    began = Signal()
    failed = Signal()
    stayed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._flush: Flush | None = None
        self._keep: Callable[[str], None] | None = None
        self._ask: Question | None = None
        self._under_way = False
        self._free = False

    def set_flush(self, flush: Flush) -> None:
        """Have `flush()` awaited first."""
        self._flush = flush

    def set_question(self, ask: Question) -> None:
        """Have `ask()` say whether the window may close, where a person closes it.

        The system that shuts down is not kept waiting for an answer.
        """
        self._ask = ask

    def remember(self, geometry: str, keep: Callable[[str], None]) -> None:
        """Take the place that the window had ("" at first), and tell `keep` where it is at the end."""
        self._keep = keep
        if geometry:
            self._window.restoreGeometry(QByteArray.fromBase64(geometry.encode()))

    def let_go(self) -> None:
        """Nobody works here any more: nothing is awaited, and the place is nobody's."""
        self._flush = self._keep = self._ask = None

    def may_close(self, event: QCloseEvent) -> bool:
        """Tell whether the window may close now; else it closes by itself once all is safe."""
        if self._flush is None or self._free:
            if self._keep is not None:
                self._keep(bytes(self._window.saveGeometry().toBase64().data()).decode())
            return True
        event.ignore()
        if not self._under_way:
            from desktop.ui.kit import tasks

            self._under_way = True
            self.began.emit()
            by_hand = event.spontaneous() and not _shutting_down()
            tasks.run(self._go(self._flush, self._ask if by_hand else None), owner=self)
        return False

    async def _go(self, flush: Flush, ask: Question | None) -> None:
        try:
            await flush()
            if ask is not None and not await ask():
                self._under_way = False
                self.stayed.emit()
                return
        except BaseException:
            self._under_way = False
            self.failed.emit()
            raise
        self._free = True
        self._window.close()


def _shutting_down() -> bool:
    application = QGuiApplication.instance()
    return isinstance(application, QGuiApplication) and application.isSavingSession()
