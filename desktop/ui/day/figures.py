"""The day in a few figures, each with what it counts: nobody is compared with anybody."""

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.day import MyDay
from desktop.ui.day.estimates_card import points
from desktop.ui.day.figure import Figure
from desktop.ui.kit import dates, theme
from desktop.ui.kit.tokens import Space

_LEAST = 250
"""Width of a tile, below which they stand on several rows."""


class Figures(QWidget):
    """The tiles in one row, or in several where the page is narrow.

    What is due is today's: another day has three. The tiles are placed here, as a layout that
    changes while it is being laid out keeps the height that it had.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.contacts = Figure("phone", "accent", self)
        self.promises = Figure("calendar-clock", "warning", self)
        self.gap = Figure("smile", "info", self)
        self.thanks = Figure("heart", "success", self)
        self._tiles: tuple[Figure, ...] = (self.contacts, self.promises, self.gap, self.thanks)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_day(self, day: MyDay) -> None:
        """Show another day."""
        self._choose(day)
        self.contacts.tell(dates.count(day.tally.contacts), _contacts_words(day))
        late = sum(one.due_at < day.now for one in day.promises)
        due = QCoreApplication.translate("Day", "Promesses à tenir · échues : {n}")
        promises = due.format(n=dates.count(late))
        self.promises.tell(dates.count(len(day.promises)), promises)
        gap = QCoreApplication.translate("Day", "Écart d’estimation · n = {n}")
        count = dates.count(0 if day.gap is None else day.gap.n)
        self.gap.tell("–" if day.gap is None else points(day.gap), gap.format(n=count))
        thanks = QCoreApplication.translate("Day", "Mercis en 30 jours")
        self.thanks.tell(dates.count(len(day.thanks)), thanks)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for all rows at `width`."""
        rows = -(-len(self._tiles) // self._abreast(width))
        return rows * (self._tile_height() + Space.L) - Space.L

    def sizeHint(self) -> QSize:
        """Prefer one row."""
        return QSize(theme.px(_LEAST) * len(self._tiles), self._tile_height())

    def minimumSizeHint(self) -> QSize:
        """Need one row of one tile."""
        return QSize(theme.px(_LEAST), self._tile_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the tiles."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Place them again when one of them changes."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)

    def _choose(self, day: MyDay) -> None:
        todays = (self.contacts, self.promises, self.gap, self.thanks)
        self._tiles = todays if day.is_today else (self.contacts, self.gap, self.thanks)
        self.promises.setVisible(day.is_today)
        self.updateGeometry()
        self._place()

    def _place(self) -> None:
        abreast, height = self._abreast(self.width()), self._tile_height()
        step = (self.width() + Space.L) / abreast
        for place, tile in enumerate(self._tiles):
            row, column = divmod(place, abreast)
            # The last one takes what is left of its row.
            end = abreast if place == len(self._tiles) - 1 else column + 1
            left, right = round(column * step), round(end * step) - Space.L
            tile.setGeometry(left, row * (height + Space.L), right - left, height)

    def _abreast(self, width: int) -> int:
        fit = width // theme.px(_LEAST)
        return len(self._tiles) if fit >= len(self._tiles) else max(min(fit, 2), 1)

    def _tile_height(self) -> int:
        return max(tile.sizeHint().height() for tile in self._tiles)


def _contacts_words(day: MyDay) -> str:
    """How many ended resolved, where that is known of any."""
    if day.tally.contacts and not day.tally.told:
        return QCoreApplication.translate("Day", "Contacts")
    words = QCoreApplication.translate("Day", "Contacts · résolus : {n}")
    return words.format(n=dates.count(day.tally.resolved))
