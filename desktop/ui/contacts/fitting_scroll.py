"""A column that asks for the height of what it holds, and scrolls where it gets less."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.scroll import ScrollColumn
from desktop.ui.kit.tokens import Space

MARGIN: Final = Space.M
"""Room at the right, in which the scroll bar stands: it takes none from what is scrolled."""

_LEAST: Final = 180


class FittingScroll(ScrollColumn):
    """Never taller than its contents; their width is the same with the scroll bar and without."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.verticalScrollBar().rangeChanged.connect(self._make_room)
        self._make_room(0, 0)

    def sizeHint(self) -> QSize:
        """Fit the contents at the width there is."""
        natural = self.body.totalSizeHint()
        width = self.width() if self.isVisible() else natural.width()
        wraps = self.body.hasHeightForWidth()
        tall = self.body.totalHeightForWidth(width) if wraps else natural.height()
        return QSize(natural.width(), max(tall, self.body.totalMinimumSize().height()))

    def minimumSizeHint(self) -> QSize:
        """Show a few fields at least."""
        least = min(theme.px(_LEAST), self.sizeHint().height())
        contents = self.body.totalMinimumSize().width() - self.body.contentsMargins().right()
        return QSize(contents + max(MARGIN, self._bar()), least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may ask for another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask again when the contents grow or shrink."""
        handled = super().eventFilter(watched, event)
        if event.type() is QEvent.Type.LayoutRequest and watched is self.widget():
            self.setMinimumWidth(self.minimumSizeHint().width())
            self.updateGeometry()
        return handled

    def _bar(self) -> int:
        return self.verticalScrollBar().sizeHint().width()

    def _make_room(self, _least: int, most: int) -> None:
        room = max(MARGIN - self._bar(), 0) if most else MARGIN
        self.body.setContentsMargins(0, 0, room, Space.XS)
