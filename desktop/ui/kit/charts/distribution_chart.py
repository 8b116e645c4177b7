"""The distribution as a widget: bars looked at one by one, in words."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.charts.distribution import Distribution, DistributionPlot
from desktop.ui.kit.charts.places import PlacesChart


class DistributionChart(PlacesChart):
    """Bars by difference, and the gap on its scale."""

    def __init__(self, name: str, say: Callable[[int], str], parent: QWidget | None = None) -> None:
        self._given = Distribution(counts=())
        super().__init__(name, say, parent)

    def set_distribution(self, given: Distribution, summary: str) -> None:
        """Show another distribution; read again, the same one keeps what is looked at."""
        if given != self._given or summary != self.summary:
            self._given = given
            self.renew(summary)

    def plot(self) -> DistributionPlot:
        """Where everything lies now."""
        return DistributionPlot(self._given, self.inner())

    def count(self) -> int:
        """Return how many bars there are."""
        return len(self._given.counts)

    def begin_at(self) -> int:
        """Begin where estimate and answer are the same."""
        return self.count() // 2

    def place_at(self, point: QPointF) -> int | None:
        """Return the bar whose column holds `point`, or None."""
        return self.plot().place_at(point)

    def paint_on(self, painter: QPainter, rect: QRectF) -> None:
        """Paint bars and scale."""
        DistributionPlot(self._given, rect).paint(painter)

    def paint_looked_at(self, painter: QPainter, rect: QRectF) -> None:
        """Paint them with the bar that is looked at."""
        DistributionPlot(self._given, rect).paint(painter, self.place)

    def sizeHint(self) -> QSize:
        """Be roomy."""
        return QSize(theme.px(620), theme.px(300))

    def minimumSizeHint(self) -> QSize:
        """Stay legible."""
        return QSize(theme.px(400), theme.px(220))
