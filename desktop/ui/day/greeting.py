"""The page's head: who, which day, and the way to other days."""

from datetime import timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.domain.day import MyDay
from desktop.ui.day.day_steps import DaySteps
from desktop.ui.day.viewmodel import DayViewModel
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.avatar import Avatar
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space

_EVENING = 18


class Greeting(QWidget):
    """« Bonjour Léa »; another day bears its date instead."""

    def __init__(self, viewmodel: DayViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = viewmodel.person.name
        self._avatar = Avatar("", 44)
        self._avatar.set_person(self._name)
        self.title = Text("", "title")
        self._date = Text("", "secondary")
        self.steps = DaySteps(viewmodel)
        texts = boxes.column(self.title, self._date, spacing=2)
        self._who = boxes.holder(boxes.row(self._avatar, texts, None, spacing=Space.M))
        self._box = boxes.row(self._who, spacing=Space.M)
        self._box.addStretch(1)
        self._box.addWidget(self.steps)
        self.setLayout(self._box)

    def show_day(self, day: MyDay) -> None:
        """Greet for today, or tell which other day it is."""
        date = _capital(dates.long_day(day.day))
        if day.is_today:
            self.title.setText(self._hello(day.now.hour))
            self._date.setText(date)
        else:
            self.title.setText(date)
            self._date.setText(_how_far(day))
        self.steps.show_day(day)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the steps below where they do not fit beside."""
        super().resizeEvent(event)
        self._fit()

    def _hello(self, hour: int) -> str:
        if hour >= _EVENING:
            words = QCoreApplication.translate("Day", "Bonsoir {name}")
        else:
            words = QCoreApplication.translate("Day", "Bonjour {name}")
        return words.format(name=self._name.split(" ")[0])

    def _fit(self) -> None:
        needed = self._who.sizeHint().width() + self.steps.sizeHint().width() + 2 * Space.M
        beside = self.width() >= needed
        way = QBoxLayout.Direction
        self._box.setDirection(way.LeftToRight if beside else way.TopToBottom)


def _how_far(day: MyDay) -> str:
    days = (day.now.date() - day.day).days
    if days < 0:
        return QCoreApplication.translate("Day", "Jour à venir")
    return _capital(dates.ago(day.now - timedelta(days=days), day.now))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
