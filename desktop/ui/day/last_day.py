"""Where today has no contact yet: the last day that has some is one click away."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desktop.domain.day import MyDay
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.button import Button
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space


class LastDay(QWidget):
    """Hidden on every other day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = QCoreApplication.translate("Day", "Dernier jour avec des contacts :")
        self._words = Text(words, "secondary")
        self.button = Button("", "calendar", "outline")
        box = boxes.column(self._words, self.button, spacing=Space.XS)
        box.setAlignment(self._words, Qt.AlignmentFlag.AlignHCenter)
        self.setLayout(box)

    def show_day(self, day: MyDay) -> None:
        """Show another day."""
        self.setVisible(day.is_today and not day.contacts and day.before is not None)
        if day.before is None:
            return
        last = dates.day(day.before, day.now.date())
        self.button.set_text(last[:1].upper() + last[1:])
        self.button.setAccessibleName(f"{self._words.text()} {last}")
