"""A panel over the window: the rest is dimmed and out of reach, but no loop is run."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from desktop.ui.kit import boxes, paint, shadow, theme
from desktop.ui.kit.focus import focusable, give
from desktop.ui.kit.iconbutton import IconButton
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Radius, Space

_TOP: Final = 0.12
"""Share of the window's height that stays above a panel."""


def open_on(window: QWidget) -> "Overlay | None":
    """Return the uppermost overlay open over `window`, or None."""
    shown = [overlay for overlay in window.findChildren(Overlay) if overlay.isVisible()]
    return shown[-1] if shown else None


class Overlay(QWidget):
    """Fill `body` and `footer`, then `open()`; Escape, the cross and a click outside dismiss it."""

    opened = Signal()
    closed = Signal()

    def __init__(self, window: QWidget, title: str, width: int = 520) -> None:
        super().__init__(window)
        self._window = window
        self._width = width
        self._before: QWidget | None = None
        self.setAccessibleName(title)
        self.panel = QFrame(self)
        self.panel.setProperty("role", "overlay")
        self.panel.setAccessibleName(title)
        self.title = Text(title, "section")
        self.cross = IconButton("x", QCoreApplication.translate("Overlay", "Fermer"))
        self.cross.clicked.connect(self.dismiss)
        self.body = boxes.column(spacing=Space.M)
        self.footer = boxes.row(spacing=Space.S)
        self._box = box = QVBoxLayout(self.panel)
        box.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        box.setSpacing(Space.M)
        box.addLayout(boxes.row(self.title, None, self.cross))
        box.addLayout(self.body, 1)
        box.addLayout(self.footer)
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show the panel, and give the focus to the first thing in it."""
        if self.isVisible():
            return
        self._before = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        self._place()
        stops = focusable(self.panel)
        give(next((stop for stop in stops if stop is not self.cross), self.cross))
        self.opened.emit()

    def dismiss(self) -> None:
        """Hide the panel, and give the focus back to where it was."""
        if not self.isVisible():
            return
        self.hide()
        if self._before is not None and self._window.isAncestorOf(self._before):
            give(self._before)
        self._before = None
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Dismiss with Escape; let no other key through to the window beneath."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """Keep the focus within the panel, round and round."""
        stops = focusable(self.panel)
        here = QApplication.focusWidget()
        if not stops:
            return True
        place = stops.index(here) if here in stops else -1 if forward else 0
        give(stops[(place + (1 if forward else -1)) % len(stops)])
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Dismiss with a click outside the panel."""
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Make room when what the panel holds has grown."""
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self._place()
        return handled

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim the window, under the panel's shadow."""
        painter = paint.painter_on(self)
        painter.fillRect(self.rect(), theme.color("scrim"))
        shadow.under(painter, QRectF(self.panel.geometry()), Radius.CARD)

    def _place(self) -> None:
        self.setGeometry(self._window.rect())
        width = min(theme.px(self._width), self.width() - 2 * Space.L)
        self._box.activate()
        wanted = self._box.totalHeightForWidth(width) if self._box.hasHeightForWidth() else 0
        wanted = max(wanted, self.panel.sizeHint().height())
        height = min(wanted, self.height() - 2 * Space.L)
        top = min(round(self.height() * _TOP), (self.height() - height) // 2)
        place = QRect((self.width() - width) // 2, top, width, height)
        if place != self.panel.geometry():
            self.panel.setGeometry(place)
            # The shadow lies around the panel, where Qt sees nothing to paint anew.
            self.update()
