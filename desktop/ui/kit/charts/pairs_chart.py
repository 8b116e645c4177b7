"""Expected beside answered as a widget: contacts looked at one by one, in words."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.charts.pairs import Pair, PairsPlot
from desktop.ui.kit.charts.places import PlacesChart


class PairsChart(PlacesChart):
    """Pairs over weeks."""

    def __init__(self, name: str, say: Callable[[int], str], parent: QWidget | None = None) -> None:
        self._pairs: tuple[Pair, ...] = ()
        self._weeks: tuple[str, ...] = ()
        super().__init__(name, say, parent)

    def set_pairs(self, pairs: tuple[Pair, ...], weeks: tuple[str, ...], summary: str) -> None:
        """Show other pairs, oldest first, over weeks with these labels."""
        self._pairs, self._weeks = pairs, weeks
        self.renew(summary)

    def plot(self) -> PairsPlot:
        """Where everything lies now."""
        return PairsPlot(self._pairs, self._weeks, self.inner())

    def count(self) -> int:
        """Return how many pairs there are."""
        return len(self._pairs)

    def begin_at(self) -> int:
        """Begin with the newest."""
        return self.count() - 1

    def place_at(self, point: QPointF) -> int | None:
        """Return the pair nearest to `point`, or None."""
        return self.plot().nearest(point)

    def paint_on(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the pairs."""
        PairsPlot(self._pairs, self._weeks, rect).paint(painter)

    def paint_looked_at(self, painter: QPainter, rect: QRectF) -> None:
        """Paint them with the one that is looked at."""
        PairsPlot(self._pairs, self._weeks, rect).paint(painter, self.place)

    def sizeHint(self) -> QSize:
        """Be roomy."""
        return QSize(theme.px(620), theme.px(240))

    def minimumSizeHint(self) -> QSize:
        """Stay legible."""
        return QSize(theme.px(360), theme.px(190))
