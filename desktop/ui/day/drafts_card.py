"""Contacts to take up again: the place for the list that another feature paints."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.day import MyDay
from desktop.ui.day.quiet import Quiet
from desktop.ui.kit import dates
from desktop.ui.kit.card import Card
from desktop.ui.kit.chip import Chip


class DraftsCard(Card):
    """Hidden until a list is given to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._count = Chip("0")
        super().__init__(QCoreApplication.translate("Day", "À reprendre"), self._count, parent)
        self._list: QWidget | None = None
        self.none = Quiet(
            "check-check", QCoreApplication.translate("Day", "Tous vos contacts sont clos.")
        )
        self.add(self.none)
        self.hide()

    def set_list(self, widget: QWidget) -> None:
        """Show this list whenever there is something to take up again."""
        self._list = widget
        self.add(widget)
        self.show()

    def show_day(self, day: MyDay) -> None:
        """Show what is left; another day has nothing to take up."""
        self.setVisible(day.is_today and self._list is not None)
        self._count.set_text(dates.count(day.drafts))
        self._count.set_tone("info" if day.drafts else "neutral")
        self.none.setVisible(not day.drafts)
        if self._list is not None:
            self._list.setVisible(day.drafts > 0)
