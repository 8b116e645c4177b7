"""What one expected beside what was answered, contact by contact, week by week."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.ui.kit import paint, theme
from desktop.ui.kit.charts import strokes, weekscale
from desktop.ui.kit.charts.weekscale import WeekScale
from desktop.ui.kit.tokens import Radius, Space, Type

LOW: Final = 1
HIGH: Final = 5
_LEFT: Final = 24
_FOOT: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A contact in the week at `week`; both values 1 to 5."""

    week: int
    expected: int
    answered: int


@dataclass(frozen=True, slots=True)
class PairsPlot:
    """`pairs`, oldest first, over `weeks` (their labels) in a rectangle."""

    pairs: tuple[Pair, ...]
    weeks: tuple[str, ...]
    rect: QRectF

    @property
    def box(self) -> QRectF:
        """Where the marks stand."""
        return self.rect.adjusted(theme.px(_LEFT), Space.S, -Space.S, -theme.px(_FOOT) - Space.S)

    @property
    def scale(self) -> WeekScale:
        """Where the weeks stand."""
        return WeekScale(self.box.left(), self.box.width(), len(self.weeks))

    def y_of(self, value: int) -> float:
        """Where a value of 1 to 5 stands."""
        inner = self.box.adjusted(0, Space.S, 0, -Space.S)
        return inner.bottom() - inner.height() * (value - LOW) / (HIGH - LOW)

    def xs(self) -> tuple[float, ...]:
        """Where each pair stands: those of a week side by side, in their order."""
        result = []
        for place, pair in enumerate(self.pairs):
            mates = [at for at, other in enumerate(self.pairs) if other.week == pair.week]
            share = (mates.index(place) + 1) / (len(mates) + 1)
            result.append(self.scale.edge(pair.week + share))
        return tuple(result)

    def nearest(self, point: QPointF) -> int | None:
        """Return the place of the pair nearest to `point`, or None where there is none."""
        if not self.pairs or not self.rect.contains(point):
            return None
        far = [abs(x - point.x()) for x in self.xs()]
        return far.index(min(far))

    def paint(self, painter: QPainter, looked: int | None = None) -> None:
        """Paint the levels, the weeks, and each pair: an open ring expected, a dot answered."""
        box = self.box
        for value in range(LOW, HIGH + 1):
            y = round(self.y_of(value)) + 0.5
            painter.setPen(QPen(theme.color("border"), 1))
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
            spot = QRectF(self.rect.left(), y - 8, theme.px(_LEFT) - Space.S, 16)
            right = Qt.AlignmentFlag.AlignRight
            paint.words(painter, spot, str(value), "text3", Type.CAPTION, align=right)
        foot = QRectF(box.left(), box.bottom() + 4, box.width(), theme.px(_FOOT))
        weekscale.labels(painter, self.scale, foot, self.weeks)
        for place, (pair, x) in enumerate(zip(self.pairs, self.xs(), strict=True)):
            if place == looked:
                ground = QRectF(x - 10, box.top(), 20, box.height())
                paint.rounded(painter, ground, Radius.KEY, theme.color("accent_soft"))
            self._pair(painter, pair, x)

    def _pair(self, painter: QPainter, pair: Pair, x: float) -> None:
        expected = QPointF(x, self.y_of(pair.expected))
        answered = QPointF(x, self.y_of(pair.answered))
        painter.setPen(QPen(theme.color("border_strong"), 2))
        painter.drawLine(expected, answered)
        strokes.ring(painter, expected, "accent", 7)
        strokes.mark(painter, answered, "info", 0, 4.5)
