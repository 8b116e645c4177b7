"""A page of tabs: each a widget of its own, reached by key, with a figure where something waits."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.ui.kit.focus import focusable, give
from desktop.ui.kit.tabs import Tabs
from desktop.ui.kit.tokens import Space

_STEPS: Final = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class TabbedPage(QWidget):
    """Ctrl+PgUp and Ctrl+PgDown go round; on the strip itself arrows and digits do.

    `badge_changed` gives the sum of the figures, `tab_shown` the id of the tab that came to the
    front. A page with one tab shows no strip.
    """

    badge_changed = Signal(int)
    tab_shown = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.tabs = Tabs(name, ())
        self._ids: list[str] = []
        self._badges: dict[str, int] = {}
        self._focused: dict[str, QWidget] = {}
        self._stack = QStackedWidget()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._strip())
        box.addWidget(self._stack, 1)
        self.tabs.picked.connect(self._turn)
        self._band.hide()

    def add_tab(self, tab_id: str, title: str, widget: QWidget) -> None:
        """Put a tab at the end."""
        self._ids.append(tab_id)
        # Before its page: what comes into a window later comes later by Tab.
        self.tabs.add(title)
        self._stack.addWidget(widget)
        self.tabs.set_badge(len(self._ids) - 1, self._badges.get(tab_id, 0))
        self._band.setVisible(len(self._ids) > 1)

    @property
    def current(self) -> str:
        """The id of the tab in front; "" while there is none."""
        place = self._stack.currentIndex()
        return self._ids[place] if 0 <= place < len(self._ids) else ""

    def widget(self, tab_id: str) -> QWidget | None:
        """The widget of a tab; None where there is no such tab."""
        return self._stack.widget(self._ids.index(tab_id)) if tab_id in self._ids else None

    def show_tab(self, tab_id: str) -> None:
        """Bring a tab to the front, with the keyboard where it last was on it."""
        if tab_id in self._ids:
            self._turn(self._ids.index(tab_id))
            self.take_focus()

    def set_badge(self, tab_id: str, count: int) -> None:
        """Show how many things wait on a tab; none for 0."""
        if self._badges.get(tab_id, 0) == count:
            return
        self._badges[tab_id] = count
        if tab_id in self._ids:
            self.tabs.set_badge(self._ids.index(tab_id), count)
        self.badge_changed.emit(sum(self._badges.values()))

    def take_focus(self) -> None:
        """Put the keyboard on the tab in front: where it last was, else where the tab leads."""
        page = self._stack.currentWidget()
        last = self._focused.get(self.current)
        if last is not None and isValid(last) and last.isVisible() and last.isEnabled():
            give(last)
            return
        lead = getattr(page, "take_focus", None)
        if callable(lead):
            lead()
        here = QApplication.focusWidget()
        if page is None or (here is not None and page.isAncestorOf(here)):
            return
        if stops := focusable(page):
            give(stops[0])
        else:
            give(self.tabs)

    def event(self, event: QEvent) -> bool:
        """Keep the two keys here: inside a list they would scroll."""
        if event.type() is QEvent.Type.ShortcutOverride and _step_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next tab, or the one before."""
        step = _step_of(event)
        if step and self._ids:
            self.show_tab(self._ids[(self._stack.currentIndex() + step) % len(self._ids)])
        else:
            super().keyPressEvent(event)

    def _strip(self) -> QWidget:
        self._band = QWidget()
        box = QVBoxLayout(self._band)
        box.setContentsMargins(Space.M, Space.S, Space.M, 0)
        box.addWidget(self.tabs)
        return self._band

    def _turn(self, place: int) -> None:
        before, here = self._stack.currentIndex(), QApplication.focusWidget()
        leaving = self._stack.currentWidget()
        if here is not None and leaving is not None and leaving.isAncestorOf(here):
            self._focused[self.current] = here
        self._stack.setCurrentIndex(place)
        self.tabs.set_current(place)
        if place != before:
            self.tab_shown.emit(self.current)


def _step_of(event: QEvent) -> int:
    """1 for Ctrl+PgDown, -1 for Ctrl+PgUp, else 0."""
    if not isinstance(event, QKeyEvent):
        return 0
    if (
        event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        != Qt.KeyboardModifier.ControlModifier
    ):
        return 0
    return _STEPS.get(Qt.Key(event.key()), 0)
