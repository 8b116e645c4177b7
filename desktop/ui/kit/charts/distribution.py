"""How far estimates lay from answers: a bar a difference, and the gap in points on a scale beside."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.ui.kit import dates, paint, theme
from desktop.ui.kit.charts import strokes
from desktop.ui.kit.charts.bandwords import apart
from desktop.ui.kit.tokens import Radius, Type, Weight

_SCALE: Final = 196
_GAP: Final = 24
_AXIS: Final = 20
_CAPTION: Final = 16
_MOST_BAR: Final = 56


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A gap known from elsewhere, in points, and its name."""

    points: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Distribution:
    """`counts` by difference, an odd number of them, 0 in the middle; `points` is the gap's size."""

    counts: tuple[int, ...]
    points: int | None = None
    name: str = ""
    """Whose gap it is, on the scale."""
    captions: tuple[str, str, str] = ("", "", "")
    """What the differences at the left, in the middle and at the right mean."""
    references: tuple[Reference, ...] = ()

    def difference(self, place: int) -> int:
        """The difference that the bar at `place` counts."""
        return place - len(self.counts) // 2


@dataclass(frozen=True, slots=True)
class DistributionPlot:
    """`given` in a rectangle: where the bars and the scale lie, and their painting."""

    given: Distribution
    rect: QRectF

    @property
    def bars(self) -> QRectF:
        """Where bars stand."""
        box = QRectF(self.rect)
        if self.given.points is not None:
            box.setRight(box.right() - theme.px(_SCALE + _GAP))
        return box.adjusted(0, theme.px(_CAPTION), 0, -theme.px(_AXIS + _CAPTION))

    @property
    def scale(self) -> QRectF:
        """Where the scale of points stands."""
        box = QRectF(self.rect)
        box.setLeft(box.right() - theme.px(_SCALE))
        return box.adjusted(0, theme.px(_CAPTION), 0, -theme.px(_AXIS))

    def bar(self, place: int) -> QRectF:
        """The bar at `place`, from the left."""
        box, many = self.bars, len(self.given.counts)
        step = box.width() / max(many, 1)
        wide = min(step * 0.72, theme.px(_MOST_BAR))
        most = max(self.given.counts, default=0) or 1
        tall = box.height() * self.given.counts[place] / most
        left = box.left() + (place + 0.5) * step - wide / 2
        return QRectF(left, box.bottom() - tall, wide, tall)

    def place_at(self, point: QPointF) -> int | None:
        """Return the bar whose column holds `point`, or None."""
        box = self.bars
        if not (box.left() <= point.x() < box.right() and self.given.counts):
            return None
        return int((point.x() - box.left()) / box.width() * len(self.given.counts))

    def y_of(self, points: float) -> float:
        """Where a gap of `points` stands on the scale."""
        low, high = self._ends()
        return self.scale.bottom() - self.scale.height() * (points - low) / (high - low)

    def paint(self, painter: QPainter, looked: int | None = None) -> None:
        """Paint bars and scale, and the bar that is looked at."""
        box, middle = self.bars, Qt.AlignmentFlag.AlignHCenter
        painter.setPen(QPen(theme.color("border_strong"), 1))
        foot = round(box.bottom()) + 0.5
        painter.drawLine(QPointF(box.left(), foot), QPointF(box.right(), foot))
        for place, count in enumerate(self.given.counts):
            bar = self.bar(place)
            even = self.given.difference(place) == 0
            if place == looked:
                ground = QRectF(bar.left() - 4, box.top() - 2, bar.width() + 8, box.height() + 2)
                paint.rounded(painter, ground, Radius.KEY, theme.color("surface2"))
            if count:
                ink = theme.color("accent" if even else "info")
                paint.rounded(painter, bar, min(4.0, bar.height() / 2), ink)
            tall = theme.px(_CAPTION)
            wide = QRectF(bar.center().x() - 60, bar.top() - tall, 120, tall)
            strong = "text" if place == looked or even else "text2"
            size, weight = Type.CAPTION, Weight.SEMIBOLD
            paint.words(painter, wide, dates.count(count), strong, size, weight, middle)
            wide.moveTop(box.bottom() + 3)
            figure = dates.signed(self.given.difference(place))
            paint.words(painter, wide, figure, "text2", Type.CAPTION, align=middle)
        self._captions(painter)
        if self.given.points is not None:
            self._points(painter)

    def _captions(self, painter: QPainter) -> None:
        box = self.bars
        line = QRectF(box.left(), box.bottom() + theme.px(_AXIS), box.width(), theme.px(_CAPTION))
        aligns = (
            Qt.AlignmentFlag.AlignLeft,
            Qt.AlignmentFlag.AlignHCenter,
            Qt.AlignmentFlag.AlignRight,
        )
        # The middle one is short: those at the ends say more.
        left = line.left()
        parts = zip(self.given.captions, aligns, (0.4, 0.2, 0.4), strict=True)
        for words, align, share in parts:
            spot = QRectF(left, line.top(), line.width() * share, line.height())
            paint.words(painter, spot, words, "text3", Type.CAPTION, align=align)
            left = spot.right()

    def _ends(self) -> tuple[float, float]:
        told = [reference.points for reference in self.given.references]
        told.append(self.given.points or 0)
        return min(-10.0, min(told) - 5.0), max(45.0, max(told) + 5.0)

    def _points(self, painter: QPainter) -> None:
        """Draw the scale: 0, the references at the right, one's own at the left."""
        box = self.scale
        x = box.left() + box.width() * 0.4
        painter.setPen(QPen(theme.color("border_strong"), 1.5))
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
        ticks = [(0, "0"), *((one.points, _named(one)) for one in self.given.references)]
        tall = theme.px(Type.CAPTION) + 5.0
        wanted = [self.y_of(points) for points, _ in ticks]
        spots = apart(wanted, tall, box.top() - tall / 2, box.bottom() + tall / 2)
        for (points, words), y in zip(ticks, spots, strict=True):
            painter.setPen(QPen(theme.color("border_strong"), 1.5))
            level = self.y_of(points)
            painter.drawLine(QPointF(x - 4, level), QPointF(x + 6, level))
            spot = QRectF(x + 12, y - tall / 2, box.right() - x - 12, tall)
            paint.words(painter, spot, words, "text2", Type.CAPTION, Weight.MEDIUM)
        self._own(painter, x)

    def _own(self, painter: QPainter, x: float) -> None:
        points, box = self.given.points or 0, self.scale
        level = self.y_of(points)
        painter.setPen(QPen(theme.color("accent"), 3))
        painter.drawLine(QPointF(x, self.y_of(0)), QPointF(x, level))
        strokes.mark(painter, QPointF(x, level), "accent", 0, 6)
        right, tall = Qt.AlignmentFlag.AlignRight, theme.px(Type.SECTION) + 6
        top = min(max(level - tall * 0.75, box.top() - tall / 2), box.bottom() - tall)
        spot = QRectF(box.left() - theme.px(_GAP), top, 0, tall)
        spot.setRight(x - 12)
        figure = dates.signed(points)
        paint.words(painter, spot, figure, "accent", Type.SECTION, Weight.SEMIBOLD, right)
        spot.translate(0, tall - 3)
        spot.setHeight(theme.px(Type.CAPTION) + 4)
        paint.words(painter, spot, self.given.name, "text3", Type.CAPTION, align=right)


def _named(reference: Reference) -> str:
    return f"{dates.signed(reference.points)} · {reference.name}"
