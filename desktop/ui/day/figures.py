"""The day in four figures, each with what it counts: nobody is compared with anybody."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.domain.day import MyDay
from desktop.ui.day.estimates_card import points
from desktop.ui.day.figure import Figure
from desktop.ui.kit import dates, theme
from desktop.ui.kit.tokens import Space

_LEAST = 250
"""Width of a tile, below which they stand on several rows."""


class Figures(QWidget):
    """The tiles in one row, or in several where the page is narrow.

    What is due is today's: another day has three.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.contacts = Figure("phone", "accent")
        self.promises = Figure("calendar-clock", "warning")
        self.gap = Figure("smile", "info")
        self.thanks = Figure("heart", "success")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.L)
        self._tiles = (self.contacts, self.promises, self.gap, self.thanks)
        self._shown: tuple[Figure, ...] = self._tiles
        self._arranged = (0, 0)
        self._arrange()

    def show_day(self, day: MyDay) -> None:
        """Show another day."""
        self.promises.setVisible(day.is_today)
        self._shown = self._tiles if day.is_today else (self.contacts, self.gap, self.thanks)
        self._arrange()
        resolved = QCoreApplication.translate("Day", "Contacts · résolus : {n}")
        contacts = resolved.format(n=dates.count(day.tally.resolved))
        self.contacts.tell(dates.count(day.tally.contacts), contacts)
        late = sum(one.due_at.date() < day.now.date() for one in day.promises)
        due = QCoreApplication.translate("Day", "Promesses à tenir · échues : {n}")
        promises = due.format(n=dates.count(late))
        self.promises.tell(dates.count(len(day.promises)), promises)
        if day.gap is None:
            none = QCoreApplication.translate("Day", "Écart d’estimation · pas encore de réponse")
            self.gap.tell("–", none)
        else:
            gap = QCoreApplication.translate("Day", "Écart d’estimation · n = {n}")
            self.gap.tell(points(day.gap), gap.format(n=dates.count(day.gap.n)))
        thanks = QCoreApplication.translate("Day", "Mercis en 30 jours")
        self.thanks.tell(dates.count(len(day.thanks)), thanks)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set them in one row or two."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        tiles = self._shown
        fit = self.width() // theme.px(_LEAST)
        narrow = 2 if len(tiles) % 2 == 0 else 1
        abreast = len(tiles) if fit >= len(tiles) else narrow
        if (abreast, len(tiles)) == self._arranged:
            return
        self._arranged = (abreast, len(tiles))
        for tile in self._tiles:
            self._grid.removeWidget(tile)
        for place, tile in enumerate(tiles):
            self._grid.addWidget(tile, place // abreast, place % abreast)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < abreast else 0)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop)
