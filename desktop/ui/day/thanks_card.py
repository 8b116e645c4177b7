"""Thanks received: the newest few, the others on demand."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.day import MyDay
from desktop.ui.day.quiet import Quiet
from desktop.ui.day.quotes import Quotes
from desktop.ui.day.words import who
from desktop.ui.kit import dates
from desktop.ui.kit.button import Button
from desktop.ui.kit.card import Card
from desktop.ui.kit.chip import Chip

_FEW = 3


class ThanksCard(Card):
    """« Mercis », in customers' own words. `share_asked` gives the ThankYou to make a story of."""

    share_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._count = Chip("0", "accent", "heart")
        super().__init__(QCoreApplication.translate("Day", "Mercis"), self._count, parent)
        self._day: MyDay | None = None
        self._whole = False
        self._quotes = Quotes(QCoreApplication.translate("Day", "Partager"))
        self._quotes.acted.connect(self._share)
        self.none = Quiet(
            "heart", QCoreApplication.translate("Day", "Les mercis reçus seront gardés ici.")
        )
        self.all = Button("", None, "ghost")
        self.all.clicked.connect(self._show_whole)
        for widget in (self._quotes, self.none, self.all):
            self.add(widget)

    def show_day(self, day: MyDay) -> None:
        """Show another day."""
        shown = day.thanks if self._whole else day.thanks[:_FEW]
        self._quotes.show_all(
            ((who(one.customer_name), one.at, one.words or _unspoken()) for one in shown), day.now
        )
        self._day = day
        self._count.set_text(dates.count(len(day.thanks)))
        self._count.set_tone("accent" if day.thanks else "neutral", "heart")
        self._quotes.setVisible(bool(day.thanks))
        self.none.setVisible(not day.thanks)
        words = QCoreApplication.translate("Day", "Voir les {n} mercis")
        self.all.set_text(words.format(n=dates.count(len(day.thanks))))
        self.all.setVisible(len(shown) < len(day.thanks))

    def _share(self, place: int) -> None:
        if self._day is not None:
            self.share_asked.emit(self._day.thanks[place])

    def _show_whole(self) -> None:
        self._whole = True
        if self._day is not None:
            self.show_day(self._day)


def _unspoken() -> str:
    """What stands for a thanks of which no words were kept."""
    return QCoreApplication.translate("Day", "Un merci, de vive voix.")
