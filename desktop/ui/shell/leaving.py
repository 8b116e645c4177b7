"""The end of the window: what was written is made safe first, then its place is kept."""

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

Flush = Callable[[], Coroutine[Any, Any, None]]


class Leaving(QObject):
    """Asked by the window at each close event; `began` and `failed` are for the status bar."""

    began = Signal()
    failed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._flush: Flush | None = None
        self._keep: Callable[[str], None] | None = None
        self._under_way = False
        self._free = False

    def set_flush(self, flush: Flush) -> None:
        """Have `flush()` awaited first."""
        self._flush = flush

    def remember(self, geometry: str, keep: Callable[[str], None]) -> None:
        """Take the place that the window had ("" at first), and tell `keep` where it is at the end."""
        self._keep = keep
        if geometry:
            self._window.restoreGeometry(QByteArray.fromBase64(geometry.encode()))

    def let_go(self) -> None:
        """Nobody works here any more: nothing is awaited, and the place is nobody's."""
        self._flush = self._keep = None

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
            tasks.run(self._go(self._flush), owner=self)
        return False

    async def _go(self, flush: Flush) -> None:
        try:
            await flush()
        except BaseException:
            self._under_way = False
            self.failed.emit()
            raise
        self._free = True
        self._window.close()
