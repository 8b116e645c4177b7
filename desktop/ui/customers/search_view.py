"""The search of the top bar: a field, and under it the list of who answers."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop.domain.search import Match
from desktop.ui.customers.search_results import SearchResults
from desktop.ui.customers.search_rows import CreateRow, spoken
from desktop.ui.customers.search_state import Phase
from desktop.ui.customers.search_viewmodel import SearchViewModel
from desktop.ui.kit.announce import announce
from desktop.ui.kit.focus import give
from desktop.ui.kit.searchfield import SearchField

_PAGE: Final = 7


class CustomerSearch(QObject):
    """`field` goes into the top bar; the list makes itself when it is first wanted."""

    left = Signal()
    """With Esc, when what had the focus before is no longer there."""

    def __init__(self, viewmodel: SearchViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self.field = SearchField(
            QCoreApplication.translate("Search", "Rechercher un client"),
            QCoreApplication.translate("Search", "Nom, téléphone, e-mail, contrat…"),
            ("F2",),
        )
        self._results: SearchResults | None = None
        self._text = ""
        self._from: QWidget | None = None
        self.field.textEdited.connect(viewmodel.type)
        self.field.installEventFilter(self)
        viewmodel.changed.connect(self._show)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def take_focus(self) -> None:
        """Give the focus to the field, its text chosen, and show what was found."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.open_list()

    def open_list(self) -> None:
        """Show the list again as it was."""
        results = self.results()
        results.show_state(self._viewmodel.state)
        results.popup()

    def close_list(self) -> None:
        """Hide the list; the text stays."""
        if self._results is not None and isValid(self._results):
            self._results.hide()
            self._results.settle()

    def results(self) -> SearchResults:
        """The list, in the window in which the field is."""
        if self._results is None or not isValid(self._results):
            self._results = SearchResults(self.field)
            # A child of the window, it would outlive the person who searched.
            self.field.destroyed.connect(self._results.deleteLater)
            self._results.opened.connect(self._open)
            self._results.list.chosen.connect(self._say)
        return self._results

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the field's arrows move in the list, Enter open, and Esc close it first."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._pressed(event)
        if event.type() is QEvent.Type.FocusOut:
            self.close_list()
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        open_now = (
            self._results is not None and isValid(self._results) and self._results.isVisible()
        )
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up if not open_now:
                self.open_list()
            case Qt.Key.Key_Down:
                self.results().step(1)
            case Qt.Key.Key_Up:
                self.results().step(-1)
            case Qt.Key.Key_PageDown:
                self.results().step(_PAGE)
            case Qt.Key.Key_PageUp:
                self.results().step(-_PAGE)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._enter(open_now=open_now)
            case Qt.Key.Key_Escape if self._viewmodel.state.opening is not None:
                self._viewmodel.retry()
            case Qt.Key.Key_Escape if open_now and self._viewmodel.state.text:
                self.close_list()
            case Qt.Key.Key_Escape:
                self.close_list()
                self._go_back()
            case _:
                return False
        return True

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        """Remember from where one came, for Esc."""
        if new is self.field and old is not None and old is not new:
            self._from = old

    def _go_back(self) -> None:
        before, self._from = self._from, None
        if before is not None and isValid(before) and before.isVisible() and before.isEnabled():
            give(before)
        else:
            self.left.emit()

    def _enter(self, *, open_now: bool) -> None:
        state = self._viewmodel.state
        if state.phase is Phase.FAILED:
            self._viewmodel.retry()
        elif state.awaited:
            self._viewmodel.pick(0)
        elif not open_now:
            self.open_list()
        else:
            self._open(self.results().current())

    def _open(self, row: object) -> None:
        if isinstance(row, Match):
            if row.held:
                self.close_list()
            self._viewmodel.pick_customer(row.customer_id)
        elif isinstance(row, CreateRow):
            self.close_list()
            self._viewmodel.ask_create()

    def _show(self) -> None:
        state = self._viewmodel.state
        if self.field.text() != state.text:
            self.field.setText(state.text)
        if state.phase is Phase.IDLE:
            self.close_list()
            if self._results is not None and isValid(self._results):
                self._results.show_state(state)
        elif self.field.hasFocus() or state.called:
            results = self.results()
            if state.text != self._text:
                results.settle()
            self._text = state.text
            results.show_state(state)
            if not results.isVisible():
                results.popup()
            said = state.phase in (Phase.NOTHING, Phase.FAILED) or state.called
            if said or state.opening is not None:
                announce(self.field, results.words())

    def _say(self, row: object) -> None:
        visible = self._results is not None and isValid(self._results) and self._results.isVisible()
        if visible and isinstance(row, Match | CreateRow):
            announce(self.field, spoken(row))
