"""The day in four figures, each with what it counts: nobody is compared with anybody."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.domain.day import MyDay
from desktop.ui.day.estimates_card import points
from desktop.ui.day.figure import Figure
from desktop.ui.kit import dates, theme
from desktop.ui.kit.tokens import Space

_FOUR_ABREAST = 1000


class Figures(QWidget):
    """Four tiles in one row, or in two where the page is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.contacts = Figure("phone", "accent")
        self.promises = Figure("calendar-clock", "warning")
        self.gap = Figure("smile", "info")
        self.thanks = Figure("heart", "success")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.L)
        self._abreast = 0
        self._arrange()

    def show_day(self, day: MyDay) -> None:
        """Show another day."""
        resolved = QCoreApplication.translate("Day", "Contacts · résolus : {n}")
        contacts = resolved.format(n=dates.count(day.resolved))
        self.contacts.tell(dates.count(len(day.contacts)), contacts)
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
        abreast = 4 if self.width() >= theme.px(_FOUR_ABREAST) else 2
        if abreast == self._abreast:
            return
        self._abreast = abreast
        tiles = (self.contacts, self.promises, self.gap, self.thanks)
        for place, tile in enumerate(tiles):
            self._grid.removeWidget(tile)
            self._grid.addWidget(tile, place // abreast, place % abreast)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < abreast else 0)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop)
