"""The page of guides: tabs around the list, and the editor in their place while one writes."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.kit.focus import focusable, give
from desktop.ui.kit.tabbed import TabbedPage

LIST = "guides"
"""Id of the tab with the list."""


class GuidesPage(QWidget):
    """`add_tab` puts a tab beside the list; `show_editor` and `show_list` change what is in front.
    `left_asked` when Escape is to lead back from the editor.
    """

    left_asked = Signal()

    def __init__(self, listing: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(QCoreApplication.translate("Guides", "Guides"))
        self.tabs = TabbedPage(QCoreApplication.translate("Guides", "Guides"))
        self.tabs.add_tab(LIST, QCoreApplication.translate("Guides", "Guides"), listing)
        self._editor: QWidget | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.tabs)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)

    def add_tab(self, tab_id: str, title: str, widget: QWidget) -> None:
        """Put a tab at the end."""
        self.tabs.add_tab(tab_id, title, widget)

    def show_tab(self, tab_id: str) -> None:
        """Bring a tab to the front."""
        self.tabs.show_tab(tab_id)

    def set_editor(self, editor: QWidget) -> None:
        """Have this stand in the place of the list while one writes."""
        self._editor = editor
        self._stack.addWidget(editor)

    @property
    def editing(self) -> bool:
        """Whether the editor is in front."""
        return self._editor is not None and self._stack.currentWidget() is self._editor

    def show_editor(self) -> None:
        """Bring the editor to the front, the keyboard in it."""
        if self._editor is not None:
            self._stack.setCurrentWidget(self._editor)
            self.take_focus()

    def show_list(self) -> None:
        """Bring the tabs back, the keyboard where it was."""
        self._stack.setCurrentWidget(self.tabs)
        self.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead back from the editor with Escape, which no field in it took."""
        if event.key() == Qt.Key.Key_Escape and self.editing:
            self.left_asked.emit()
        else:
            super().keyPressEvent(event)

    def take_focus(self) -> None:
        """Put the keyboard where this page leads now."""
        front = self._stack.currentWidget()
        if not self.isVisible():
            return
        lead = getattr(front, "take_focus", None)
        if callable(lead):
            lead()
        elif front is not None and (stops := focusable(front)):
            give(stops[0])
