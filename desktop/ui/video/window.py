"""The advisor's page in a window of its own: beside the guide, on another screen."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QByteArray, QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.kit.tokens import Space
from desktop.ui.video.host import Host

STANDING: Final = (
    Qt.WindowType.Dialog
    | Qt.WindowType.WindowMinMaxButtonsHint
    | Qt.WindowType.WindowCloseButtonHint
    | Qt.WindowType.WindowTitleHint
    | Qt.WindowType.WindowSystemMenuHint
)
"""A window of another: on X11 one of no such kind sinks behind the other at the first key there."""


class VideoWindow(QWidget):
    """Closing it, or Escape, brings the page back to the card and never ends the call.

    `brought_back` once the page may go back to its place.
    """

    brought_back = Signal()

    def __init__(self, window: QWidget) -> None:
        # It stays over the window that one goes on typing in, and goes with it.
        super().__init__(window, STANDING)
        self._window = window
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(QCoreApplication.translate("VideoWindow", "Vidéo · Vis-à-Vis"))
        self.resize(720, 540)
        self.setMinimumSize(360, 280)
        self._keep: Callable[[str], None] | None = None
        self._host: Host | None = None
        self._placed = False
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    def remember(self, geometry: str, keep: Callable[[str], None]) -> None:
        """Take the place that it had ("" at first), and tell `keep` where it is when it closes."""
        self._keep = keep
        self._placed = self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))

    def hold(self, host: Host, *, typing: bool = False) -> None:
        """Take the page in, and show it; `typing`: the keyboard stays with the other window."""
        self._host = host
        host.set_free(free=True)
        self._box.addWidget(host, 1)
        host.show()
        if not self._placed:
            # Beside what one works on, not over it.
            self._placed = True
            self.move(self._beside())
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, typing)
        self.show()
        self.raise_()
        (self._window if typing else self).activateWindow()

    def _beside(self) -> QPoint:
        corner = self._window.frameGeometry().bottomRight()
        return corner - QPoint(self.width() + Space.XL, self.height() + 3 * Space.XL)

    @property
    def holding(self) -> bool:
        """Whether the page is here."""
        return self._host is not None

    def set_title(self, name: str) -> None:
        """Say with whom."""
        words = QCoreApplication.translate("VideoWindow", "Vidéo avec {name} · Vis-à-Vis")
        self.setWindowTitle(words.format(name=name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape brings the page back; the call goes on."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Bring the page back."""
        if self._keep is not None:
            self._keep(bytes(self.saveGeometry().toBase64().data()).decode())
        super().closeEvent(event)
        if self._host is not None:
            self._host = None
            self.brought_back.emit()
