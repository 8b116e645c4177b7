"""A widget that sets others side by side and goes to the next line when the line is full."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.kit.tokens import Space


class Flow(QWidget):
    """Chips and small buttons, on as many lines as the width asks for.

    A widget and not a QLayout: items of a layout written in Python may be gone before it.
    """

    def __init__(self, spacing: int = Space.S, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = spacing
        self._widgets: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Set `widget` after the others."""
        widget.setParent(self)
        widget.show()
        self._widgets.append(widget)
        self._changed()

    def widgets(self) -> tuple[QWidget, ...]:
        """Return what it holds, in order."""
        return tuple(self._widgets)

    def clear(self) -> None:
        """Delete all that it holds."""
        for widget in self._widgets:
            widget.hide()
            widget.deleteLater()
        self._widgets = []
        self._changed()

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at `width`."""
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def sizeHint(self) -> QSize:
        """Prefer one line."""
        hints = [widget.sizeHint() for widget in self._shown()]
        width = sum(hint.width() for hint in hints) + self._gap * max(len(hints) - 1, 0)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSizeHint(self) -> QSize:
        """Need room for the widest."""
        size = QSize()
        for widget in self._shown():
            size = size.expandedTo(widget.minimumSizeHint())
        return size

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the widgets."""
        super().resizeEvent(event)
        self._arrange(self.rect(), place=True)

    def event(self, event: QEvent) -> bool:
        """Place them again when one of them is shown, hidden or changes its size."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._changed()
        return super().event(event)

    def _changed(self) -> None:
        self.updateGeometry()
        self._arrange(self.rect(), place=True)

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._widgets if not widget.isHidden()]

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        x, y = rect.x(), rect.y()
        line: list[tuple[QWidget, QRect]] = []
        for widget in self._shown():
            hint = widget.sizeHint().expandedTo(widget.minimumSizeHint())
            if line and x + hint.width() > rect.right() + 1:
                y += _end(line, place=place) + self._gap
                x, line = rect.x(), []
            line.append((widget, QRect(QPoint(x, y), hint)))
            x += hint.width() + self._gap
        return y + _end(line, place=place) - rect.y()


def _end(line: list[tuple[QWidget, QRect]], *, place: bool) -> int:
    """Return a line's height; what is lower than the line stands at its middle."""
    height = max((spot.height() for _widget, spot in line), default=0)
    for widget, spot in line:
        if place:
            widget.setGeometry(spot.translated(0, (height - spot.height()) // 2))
    return height
