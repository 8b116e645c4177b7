"""« Ma journée »: the home page, useful with no contact and with forty."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.day.columns import Columns
from desktop.ui.day.contacts_card import ContactsCard
from desktop.ui.day.drafts_card import DraftsCard
from desktop.ui.day.estimates_card import EstimatesCard
from desktop.ui.day.figures import Figures
from desktop.ui.day.greeting import Greeting
from desktop.ui.day.promises_card import PromisesCard
from desktop.ui.day.replies_card import RepliesCard
from desktop.ui.day.thanks_card import ThanksCard
from desktop.ui.day.viewmodel import DayViewModel
from desktop.ui.kit.loading import Loading
from desktop.ui.kit.scroll import ScrollColumn
from desktop.ui.kit.tokens import Space


class DayView(QWidget):
    """The page as a column that scrolls: greeting, figures, cards."""

    def __init__(self, viewmodel: DayViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(QCoreApplication.translate("Day", "Ma journée"))
        self._viewmodel = viewmodel
        self.greeting = Greeting(viewmodel.person.name)
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
        """Put the keyboard on the day's first thing: its contacts, else one's own check-ins."""
        day = self._viewmodel.day
        target: QWidget = self.contacts.list if day and day.contacts else self.replies.button
        target.setFocus()

    def set_drafts_widget(self, widget: QWidget) -> None:
        """Give the list of contacts to take up again."""
        self.drafts.set_list(widget)

    def _lay_out(self) -> None:
        columns = Columns(self._parts[2:], two=3, three=(1, 4))
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
        for part in self._parts:
            part.show_day(day)
