"""The page's head: who, which day, and the day in a few figures without any target."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.day import MyDay
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.avatar import Avatar
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space

_EVENING = 18


class Greeting(QWidget):
    """« Bonjour Léa »."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._avatar = Avatar("", 44)
        self._avatar.set_person(name)
        self._hello = Text("", "title")
        self._date = Text("", "secondary")
        texts = boxes.column(self._hello, self._date, spacing=2)
        self.setLayout(boxes.row(self._avatar, texts, None, spacing=Space.M))

    def show_day(self, day: MyDay) -> None:
        """Greet for another day."""
        given = self._name.split(" ")[0]
        if day.now.hour >= _EVENING:
            words = QCoreApplication.translate("Day", "Bonsoir {name}")
        else:
            words = QCoreApplication.translate("Day", "Bonjour {name}")
        self._hello.setText(words.format(name=given))
        date = dates.long_day(day.now.date())
        self._date.setText(date[:1].upper() + date[1:])
