"""The pages of the window, one shown at a time, each of which keeps its focus."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from shiboken6 import isValid

from desktop.ui.kit.focus import focusable, give
from desktop.ui.kit.loading import Loading


class Pages(QStackedWidget):
    """Shows a quiet wait in the place of a page that has not come yet."""

    def __init__(self, current: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.current = current
        self._pages: dict[str, QWidget] = {}
        self._focused: dict[str, QWidget] = {}
        self._waiting = Loading(QCoreApplication.translate("Window", "Un instant…"))
        self.addWidget(self._waiting)

    def add(self, page_id: str, widget: QWidget) -> None:
        """Put a page in the place of the one of this id, if any."""
        before = self._pages.get(page_id)
        self._pages[page_id] = widget
        self.addWidget(widget)
        if page_id == self.current:
            self.setCurrentWidget(widget)
        if before is not None:
            self.removeWidget(before)
            before.hide()
            before.deleteLater()

    def turn_to(self, page_id: str) -> None:
        """Show a page, or the wait for it; its focus goes back to where it was."""
        focused = QApplication.focusWidget()
        leaving = self._pages.get(self.current)
        if focused is not None and leaving is not None and leaving.isAncestorOf(focused):
            self._focused[self.current] = focused
        self.current = page_id
        self.setCurrentWidget(self._pages.get(page_id, self._waiting))
        self.take_focus()

    def take_focus(self) -> None:
        """Give the focus to the page: where it last was, else where it leads."""
        page = self._pages.get(self.current)
        if page is None:
            return
        last = self._focused.get(self.current)
        if last is not None and isValid(last) and last.isVisible() and last.isEnabled():
            give(last)
            return
        lead = getattr(page, "take_focus", None)
        if callable(lead):
            lead()
        here = QApplication.focusWidget()
        if (here is None or not page.isAncestorOf(here)) and (stops := focusable(page)):
            give(stops[0])
