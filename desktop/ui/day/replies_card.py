"""What a lead answered to one's check-ins and that was not read yet."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.day import MyDay
from desktop.ui.day.quiet import Quiet
from desktop.ui.day.quotes import Quotes
from desktop.ui.day.viewmodel import DayViewModel
from desktop.ui.kit import dates
from desktop.ui.kit.button import Button
from desktop.ui.kit.card import Card
from desktop.ui.kit.chip import Chip

_MOST = 3


class RepliesCard(Card):
    """One's own check-ins are one button away; opening them counts replies as read."""

    def __init__(self, viewmodel: DayViewModel, parent: QWidget | None = None) -> None:
        self._count = Chip("", "accent")
        title = QCoreApplication.translate("Day", "Mots de votre responsable")
        super().__init__(title, self._count, parent)
        self._quotes = Quotes()
        self.none = Quiet(
            "message-square", QCoreApplication.translate("Day", "Pas de nouveau mot pour vous.")
        )
        words = QCoreApplication.translate("Day", "Mes check-ins")
        self.button = Button(words, "heart-pulse", "outline")
        self.button.clicked.connect(viewmodel.open_check_ins)
        for widget in (self._quotes, self.none, self.button):
            self.add(widget)

    def show_day(self, day: MyDay) -> None:
        """Show what was not read yet, whatever its day: it is shown today."""
        self.setVisible(day.is_today)
        shown = day.replies[:_MOST]
        quotations = ((one.lead_name, one.at, one.words) for one in shown)
        self._quotes.show_all(quotations, day.now)
        self._quotes.setVisible(bool(shown))
        self.none.setVisible(not shown)
        self._count.set_text(dates.count(len(day.replies)))
        self._count.set_tone("accent" if shown else "neutral")
