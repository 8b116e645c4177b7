"""Buttons that lead to the days before and after, and back to today."""

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.day import MyDay
from desktop.ui.day.viewmodel import DayViewModel
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.button import Button
from desktop.ui.kit.keys import key_symbol
from desktop.ui.kit.tokens import Space

BACK_KEY = "Alt+Left"
ON_KEY = "Alt+Right"


class DaySteps(QWidget):
    """Only days with contacts, and today, are stopped at."""

    def __init__(self, viewmodel: DayViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        today = QCoreApplication.translate("Day", "Aujourd’hui")
        self.today = Button(today, "calendar", "soft")
        back = QCoreApplication.translate("Day", "Précédent")
        self.back = Button(back, "chevron-left", "outline", key_symbol(BACK_KEY))
        on = QCoreApplication.translate("Day", "Suivant")
        self.on = Button(on, "chevron-right", "outline", key_symbol(ON_KEY))
        self.today.clicked.connect(viewmodel.come_back)
        self.back.clicked.connect(viewmodel.go_back)
        self.on.clicked.connect(viewmodel.go_on)
        self.setLayout(boxes.row(self.today, self.back, self.on, spacing=Space.S))

    def show_day(self, day: MyDay) -> None:
        """Show another day."""
        self.today.setVisible(not day.is_today)
        back = QCoreApplication.translate("Day", "Jour précédent avec des contacts")
        on = QCoreApplication.translate("Day", "Jour suivant avec des contacts")
        today = day.now.date()
        _lead_to(self.back, back, day.before, today)
        _lead_to(self.on, on, day.after, today)


def _lead_to(button: Button, words: str, day: date | None, today: date) -> None:
    button.setEnabled(day is not None)
    spoken = words
    if day is not None:
        spoken = QCoreApplication.translate("Day", "{words}\u00a0: {day}")
        spoken = spoken.format(words=words, day=dates.day(day, today))
    button.setAccessibleName(spoken)
    button.setToolTip(spoken)
