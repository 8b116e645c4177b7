"""Expected beside answered as a widget: contacts looked at one by one, in words."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import theme
from desktop.ui.kit.charts.pairs import Pair, PairsPlot
from desktop.ui.kit.charts.places import PlacesChart


class PairsChart(PlacesChart):
    """The newest that fit; keys and the wheel lead on to older ones."""

    def __init__(self, name: str, say: Callable[[int], str], parent: QWidget | None = None) -> None:
        self._pairs: tuple[Pair, ...] = ()
        self._until = 0
        super().__init__(name, say, parent)

    def set_pairs(self, pairs: tuple[Pair, ...], summary: str) -> None:
        """Show other pairs, oldest first."""
        if pairs != self._pairs:
            self._pairs, self._until = pairs, len(pairs)
            self.renew(summary)

    def plot(self) -> PairsPlot:
        """Where everything lies now: in a chart that has grown, newer pairs come after older ones."""
        plot = PairsPlot(self._pairs, self.inner(), self._until)
        self._until = max(self._until, min(plot.fitting(), len(self._pairs)))
        return PairsPlot(self._pairs, self.inner(), self._until)

    def count(self) -> int:
        """Return how many pairs there are."""
        return len(self._pairs)

    def begin_at(self) -> int:
        """Begin with the newest that is shown."""
        return self._until - 1

    def place_at(self, point: QPointF) -> int | None:
        """Return the pair nearest to `point`, or None."""
        return self.plot().nearest(point)

    def look_at(self, place: int | None, *, aloud: bool = False) -> None:
        """Look at a pair, which is brought into view, or at none."""
        if place is not None:
            plot = self.plot()
            if place >= self._until:
                self._until = place + 1
            elif place < plot.first:
                self._until = min(place + plot.fitting(), len(self._pairs))
        super().look_at(place, aloud=aloud)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Go to older pairs and back, sideways; up and down scroll the page."""
        turned = event.angleDelta().x()
        if not turned:
            event.ignore()
            return
        least = min(self.plot().fitting(), len(self._pairs))
        by = -1 if turned > 0 else 1
        self._until = min(max(self._until + by, least), len(self._pairs))
        self.update()

    def paint_on(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the newest pairs that fit."""
        PairsPlot(self._pairs, rect, len(self._pairs)).paint(painter)

    def paint_looked_at(self, painter: QPainter, _rect: QRectF) -> None:
        """Paint those in view with the one that is looked at."""
        self.plot().paint(painter, self.place)

    def sizeHint(self) -> QSize:
        """Be roomy."""
        return QSize(theme.px(620), theme.px(240))

    def minimumSizeHint(self) -> QSize:
        """Stay legible."""
        return QSize(theme.px(360), theme.px(190))
