"""A column of widgets that scrolls downwards only."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.kit.text import restyle
from desktop.ui.kit.tokens import Space


class ScrollColumn(QScrollArea):
    """Put widgets in `body`; what gets the focus is brought into view."""

    _stale = False
    """Qt sends events before the constructor ends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(Space.M)
        self._inner = inner
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        inner.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._reveal)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Add a widget at the column's end."""
        self.body.addWidget(widget, stretch)

    def set_reading(self, name: str) -> None:
        """Make the column a stop of Tab itself, so that what only can be read can be scrolled."""
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        restyle(self, "role", "reading")

    def event(self, event: QEvent) -> bool:
        """Measure nothing while nobody looks: each parent on the way into a window styles all anew."""
        if event.type() is QEvent.Type.StyleChange and not self.isVisible():
            self._stale = True
            return QFrame.event(self, event)
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with the styles that came meanwhile."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            QApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Never let the column be narrower than what it holds needs."""
        if event.type() is QEvent.Type.LayoutRequest and watched is self._inner:
            bar = self.verticalScrollBar().sizeHint().width()
            frame = 2 * self.frameWidth()
            self.setMinimumWidth(self._inner.minimumSizeHint().width() + bar + frame)
        return super().eventFilter(watched, event)

    def _reveal(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._inner.isAncestorOf(new):
            seen = self.viewport().height()
            top = new.mapTo(self.viewport(), QPoint(0, 0)).y()
            if new.height() <= seen:
                self.ensureWidgetVisible(new, Space.M, Space.XL)
            elif min(top + new.height(), seen) - max(top, 0) < seen / 2:
                # Taller than the view: from its beginning, where Qt would show its middle.
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + top - Space.XL)
