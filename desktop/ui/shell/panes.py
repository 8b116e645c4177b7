"""Where the focus was in each part of a page, so that F6 leads back there."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop.ui.kit.focus import focusable, give


class Panes(QObject):
    """Follows the focus among widgets, in the order of the eye."""

    def __init__(self, panes: Sequence[QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._panes = tuple(panes)
        self._last: dict[QWidget, QWidget] = {}
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def current(self) -> QWidget | None:
        """Return the pane that has the focus, or None."""
        return self.pane_of(QApplication.focusWidget())

    def pane_of(self, widget: QWidget | None) -> QWidget | None:
        """Return the pane in which `widget` lies, or None."""
        for pane in self._panes:
            if widget is not None and (pane is widget or pane.isAncestorOf(widget)):
                return pane
        return None

    def enter(self, pane: QWidget) -> bool:
        """Give the focus to `pane`, where it last was; False when nothing in it takes it."""
        last = self._last.get(pane)
        if last is not None and isValid(last) and last.isVisible() and last.isEnabled():
            give(last)
            return True
        stops = focusable(pane)
        if stops:
            give(stops[0])
        return bool(stops)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        pane = self.pane_of(new)
        if pane is not None and new is not None:
            self._last[pane] = new
