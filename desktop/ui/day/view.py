"""« Ma journée »: the home page, useful with no contact and with forty."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.day import MyDay
from desktop.ui.day.columns import Columns
from desktop.ui.day.contacts_card import ContactsCard
from desktop.ui.day.day_steps import BACK_KEY, ON_KEY
from desktop.ui.day.drafts_card import DraftsCard
from desktop.ui.day.estimates_card import EstimatesCard
from desktop.ui.day.figures import Figures
from desktop.ui.day.greeting import Greeting
from desktop.ui.day.promises_card import PromisesCard
from desktop.ui.day.replies_card import RepliesCard
from desktop.ui.day.thanks_card import ThanksCard
from desktop.ui.day.viewmodel import DayViewModel
from desktop.ui.kit import dates
from desktop.ui.kit.announce import announce
from desktop.ui.kit.loading import Loading
from desktop.ui.kit.scroll import ScrollColumn
from desktop.ui.kit.tokens import Space


class DayView(QWidget):
    """The page as a column that scrolls: greeting, figures, cards."""

    def __init__(self, viewmodel: DayViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(QCoreApplication.translate("Day", "Ma journée"))
        self._viewmodel = viewmodel
        self._told: date | None = None
        self._awaited = False
        self._left_at: QWidget | None = None
        self.greeting = Greeting(viewmodel)
        self.figures = Figures()
        self.contacts = ContactsCard(viewmodel)
        self.promises = PromisesCard(viewmodel)
        self.drafts = DraftsCard()
        self.replies = RepliesCard(viewmodel)
        self.estimates = EstimatesCard(viewmodel)
        self.thanks = ThanksCard()
        self._parts = (
            self.greeting,
            self.figures,
            self.contacts,
            self.promises,
            self.drafts,
            self.replies,
            self.estimates,
            self.thanks,
        )
        self._lay_out()
        for key, verb in ((BACK_KEY, viewmodel.go_back), (ON_KEY, viewmodel.go_on)):
            self._on_key(key, verb)
        viewmodel.changed.connect(self._show)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the day again."""
        super().showEvent(event)
        self._viewmodel.attend()

    def hideEvent(self, event: QHideEvent) -> None:
        """Read nothing while nobody looks."""
        super().hideEvent(event)
        self._viewmodel.leave()

    def take_focus(self) -> None:
        """Put the keyboard on the day's first thing: its contacts, else what leads to others.

        While the day is being read it waits, and leaves the keyboard alone once it was moved.
        """
        self._awaited = self._viewmodel.day is None
        self._left_at = QApplication.focusWidget()
        places = (self.contacts.list, self.contacts.last_day.button, self.replies.button)
        for place in (*places, self.greeting.steps.today):
            if place.isVisibleTo(self):
                place.setFocus()
                return

    def _on_key(self, key: str, verb: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(verb)

    def set_drafts_widget(self, widget: QWidget) -> None:
        """Give the list of contacts to take up again."""
        self.drafts.set_list(widget)

    def add_card(self, card: QWidget, *, early: bool = False) -> None:
        """Put another feature's card at the end; it fills, shows and hides itself.

        `early`: right after the day's contacts, for what asks something.
        """
        self._columns.add(card, early=early)

    def _lay_out(self) -> None:
        columns = self._columns = Columns(self._parts[2:])
        scroll = ScrollColumn()
        scroll.body.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        scroll.body.setSpacing(Space.L)
        for widget in (self.greeting, self.figures, columns):
            scroll.add(widget)
        scroll.body.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(Loading(QCoreApplication.translate("Day", "Lecture de la journée…")))
        self._stack.addWidget(scroll)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)

    def _show(self) -> None:
        day = self._viewmodel.day
        self._stack.setCurrentIndex(0 if day is None else 1)
        if day is None:
            return
        held = QApplication.focusWidget() if self._has_focus() else None
        for part in self._parts:
            part.show_day(day)
        # What had the keyboard may not be there on this day.
        lost = held is not None and not (held.isVisibleTo(self) and self._has_focus())
        if lost or (self._awaited and QApplication.focusWidget() in (None, self._left_at)):
            self.take_focus()
        self._awaited = False
        self._announce(day)

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _announce(self, day: MyDay) -> None:
        """Say which day it is now, after one asked for another."""
        if self._told not in (None, day.day) and self._has_focus():
            words = QCoreApplication.translate("Day", "{day}, contacts : {n}")
            count = dates.count(day.tally.contacts)
            announce(self, words.format(day=dates.long_day(day.day), n=count))
        self._told = day.day
