"""A form that asks for all its height, and scrolls only where the window has less."""

from PySide6.QtCore import QEvent, QObject, QSize

from desktop.ui.kit.scroll import ScrollColumn

_CHANGES = (QEvent.Type.LayoutRequest, QEvent.Type.Resize)


class FormScroll(ScrollColumn):
    """A column whose hint is the height of what it holds."""

    _asked = 0
    """Height that was asked for last; Qt filters events before the constructor ends."""

    def sizeHint(self) -> QSize:
        """As high as the form, at the width that it has."""
        hint = self.body.totalSizeHint()
        if not self.body.hasHeightForWidth() or not self.width():
            return hint
        return QSize(hint.width(), self.body.totalHeightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Allow less height than the form needs."""
        return QSize(self.body.totalMinimumSize().width(), 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another height when the form has changed, or when its words wrap anew."""
        handled = super().eventFilter(watched, event)
        if event.type() in _CHANGES and self.sizeHint().height() != self._asked:
            self._asked = self.sizeHint().height()
            self.updateGeometry()
        return handled
