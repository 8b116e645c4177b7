"""Two halves of equal height face to face over one axis of weeks: where all lies, and its painting."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.ui.kit import paint, theme
from desktop.ui.kit.charts import weekscale
from desktop.ui.kit.charts.bandbox import LEAST, BandBox, box_in, scale_in, stacked
from desktop.ui.kit.charts.bandpaint import BandPainter, Look
from desktop.ui.kit.charts.drawn import DrawnBands
from desktop.ui.kit.charts.series import Halves, Spot
from desktop.ui.kit.charts.weekscale import WeekScale
from desktop.ui.kit.tokens import Radius, Space, Type, Weight

_ROW: Final = 20
"""Height of a line of weeks' labels."""


@dataclass(frozen=True, slots=True)
class Facing:
    """`halves` arranged in a rectangle; made by `arrange`."""

    halves: Halves
    scale: WeekScale
    upper: tuple[BandBox, ...]
    axis: QRectF
    lower: tuple[BandBox, ...]

    @property
    def boxes(self) -> tuple[tuple[BandBox, ...], tuple[BandBox, ...]]:
        """The bands of both halves."""
        return self.upper, self.lower

    def spot_at(self, point: QPointF) -> Spot | None:
        """Return the nearest line at `point` and its week; None off the bands."""
        for half, boxes in enumerate(self.boxes):
            for place, box in enumerate(boxes):
                if box.whole.contains(point):
                    week = self.scale.place_of(point.x())
                    spot = Spot(half=half, band=place, week=week)
                    return self._nearest(spot, box, point.y())
        return None

    def paint(
        self, painter: QPainter, spot: Spot | None = None, drawn: DrawnBands | None = None
    ) -> None:
        """Paint both halves, the axis between them, and what is looked at.

        With `drawn`, what was drawn before is not drawn again.
        """
        if spot is not None:
            ground = self.boxes[spot.half][spot.band].whole.adjusted(-Space.S, 1, 0, -1)
            paint.rounded(painter, ground, Radius.CONTROL, theme.color("surface2"))
            self._thread(painter, spot.week)
        for half, boxes in enumerate(self.boxes):
            bands = self.halves.bands(half)
            lag = self.halves.lag if half else 0
            for place, (box, band) in enumerate(zip(boxes, bands, strict=True)):
                front = spot is not None and (spot.half, spot.band) == (half, place)
                line = spot.line if spot is not None and front else 0
                look = Look(spot.week if spot else None, line, front)
                brush = BandPainter(painter, self.scale, box, lag)
                if drawn is None:
                    brush.paint_still(band, line)
                else:
                    drawn.put(painter, self.scale, box, band, (line, lag))
                brush.paint_looked_at(band, look)
                if place:
                    self._rule_off(painter, box)
        self._axis(painter, spot)

    def _nearest(self, spot: Spot, box: BandBox, y: float) -> Spot:
        lines = self.halves.bands(spot.half)[spot.band].lines
        own = self.halves.own_week(spot)
        far = [
            abs(box.y_of(mark.value) - y)
            if (mark := line.at(own)) is not None and mark.value is not None
            else box.whole.height()
            for line in lines
        ]
        nearest = far.index(min(far)) if far else 0
        return Spot(half=spot.half, band=spot.band, line=nearest, week=spot.week)

    def _thread(self, painter: QPainter, week: int) -> None:
        """Draw the week that is looked at through both halves."""
        if not self.upper or not self.lower:
            return
        left, step = self.scale.edge(week), self.scale.step
        top, bottom = self.upper[0].whole.top(), self.lower[-1].whole.bottom()
        ground = theme.color("accent_soft")
        ground.setAlphaF(0.6)
        paint.rounded(painter, QRectF(left, top, step, bottom - top), Radius.KEY, ground)

    def _rule_off(self, painter: QPainter, box: BandBox) -> None:
        painter.setPen(QPen(theme.color("border"), 1))
        y = round(box.whole.top()) + 0.5
        painter.drawLine(QPointF(box.whole.left(), y), QPointF(box.figure.right(), y))

    def _axis(self, painter: QPainter, spot: Spot | None) -> None:
        halves, row = self.halves, QRectF(self.axis)
        row.adjust(-Space.S, theme.px(Space.XS), 0, -theme.px(Space.XS))
        paint.rounded(painter, row, Radius.CONTROL, theme.color("sunken"))
        slid = bool(halves.lower_weeks)
        upper = QRectF(row.left(), row.top(), row.width(), row.height() / (2 if slid else 1))
        week = spot.week if spot is not None else None
        self._weeks(painter, upper, (halves.upper_axis, "text2"), halves.weeks, week)
        if slid:
            lower = upper.translated(0, upper.height())
            paint.rounded(painter, lower, Radius.CONTROL, theme.color("accent_soft"))
            self._weeks(painter, lower, (halves.lower_axis, "accent"), halves.lower_weeks, week)

    def _weeks(
        self,
        painter: QPainter,
        row: QRectF,
        title: tuple[str, str],
        words: tuple[str, ...],
        week: int | None,
    ) -> None:
        """Paint a row of weeks under its title (words and ink), the one looked at in a pill."""
        name = QRectF(row.left() + Space.S, row.top(), 0, row.height())
        name.setRight(self.scale.left - Space.S)
        size, weight = Type.CAPTION, Weight.SEMIBOLD
        paint.words(painter, name, title[0], title[1], size, weight)
        if week is None or week >= len(words):
            weekscale.labels(painter, self.scale, row, words, title[1])
            return
        width = paint.width_of(words[week], size, weight) + 2 * Space.S
        pill = QRectF(0, row.top() + 1, width, row.height() - 2)
        pill.moveCenter(QPointF(self.scale.middle(week), row.center().y()))
        weekscale.labels(painter, self.scale, row, words, title[1], pill)
        paint.rounded(painter, pill, pill.height() / 2, theme.color("accent"))
        middle = Qt.AlignmentFlag.AlignHCenter
        paint.words(painter, pill, words[week], "on_accent", size, weight, middle)


def arrange(halves: Halves, rect: QRectF) -> Facing:
    """Lay `halves` out in `rect`: both halves as tall as each other, the axis between them."""
    rows = 2 if halves.lower_weeks else 1
    tall = theme.px(_ROW) * rows + 2 * theme.px(Space.XS)
    inner = rect.adjusted(Space.S, 0, 0, 0)
    each = max((inner.height() - tall) / 2, 1.0)
    scale = scale_in(inner, len(halves.weeks))
    upper = QRectF(inner.left(), inner.top(), inner.width(), each)
    axis = QRectF(inner.left(), upper.bottom(), inner.width(), tall)
    lower = QRectF(inner.left(), axis.bottom(), inner.width(), each)
    return Facing(
        halves,
        scale,
        tuple(box_in(spot, scale) for spot in stacked(upper, len(halves.upper))),
        axis,
        tuple(box_in(spot, scale) for spot in stacked(lower, len(halves.lower))),
    )


def least_height(halves: Halves) -> int:
    """Return the height below which the bands cannot be read, in logical pixels."""
    bands = 2 * max(len(halves.upper), len(halves.lower), 1)
    return bands * theme.px(LEAST) + 2 * theme.px(_ROW) + 2 * theme.px(Space.XS)
