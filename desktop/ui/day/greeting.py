"""The page's head: who, which day, and the way to other days."""

from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.day import MyDay
from desktop.ui.day.day_steps import DaySteps
from desktop.ui.day.viewmodel import DayViewModel
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.avatar import Avatar
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space

_EVENING = 18


class Greeting(QWidget):
    """« Bonjour Léa »; another day bears its date instead.

    Both halves are placed here, as a layout that changes while it is being laid out keeps the
    height that it had.
    """

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
        self._who.setParent(self)
        self.steps.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

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

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """One line, or two where the steps do not fit beside the words."""
        who, steps = self._who.sizeHint().height(), self.steps.sizeHint().height()
        return max(who, steps) if self._beside(width) else who + Space.M + steps

    def sizeHint(self) -> QSize:
        """Prefer one line."""
        who, steps = self._who.sizeHint(), self.steps.sizeHint()
        return QSize(who.width() + Space.M + steps.width(), max(who.height(), steps.height()))

    def minimumSizeHint(self) -> QSize:
        """Never cut the steps."""
        return QSize(self.steps.sizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the steps beside the words, or below."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Place both again when one of them changes."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _hello(self, hour: int) -> str:
        if hour >= _EVENING:
            words = QCoreApplication.translate("Day", "Bonsoir {name}")
        else:
            words = QCoreApplication.translate("Day", "Bonjour {name}")
        return words.format(name=self._name.split(" ")[0])

    def _beside(self, width: int) -> bool:
        return width >= self.sizeHint().width()

    def _fit(self) -> None:
        self.updateGeometry()
        self._place()

    def _place(self) -> None:
        who, steps = self._who.sizeHint(), self.steps.sizeHint()
        width, height = self.width(), self.heightForWidth(self.width())
        if self._beside(width):
            middle = (height - steps.height()) // 2
            self.steps.setGeometry(QRect(QPoint(width - steps.width(), middle), steps))
            width -= steps.width() + Space.M
        else:
            self.steps.setGeometry(QRect(QPoint(0, height - steps.height()), steps))
        self._who.setGeometry(0, 0, width, who.height())


def _how_far(day: MyDay) -> str:
    days = (day.now.date() - day.day).days
    if days < 0:
        return QCoreApplication.translate("Day", "Jour à venir")
    return _capital(dates.ago(day.now - timedelta(days=days), day.now))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
