"""Where the parts of one band seen large lie: its lines over weeks, a row of counts for each."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from desktop.ui.kit import dates, paint, theme
from desktop.ui.kit.charts import strokes, weekscale
from desktop.ui.kit.charts.bandbox import BandBox
from desktop.ui.kit.charts.bandpaint import BandPainter, Look
from desktop.ui.kit.charts.series import Band, Halves, Line, Spot
from desktop.ui.kit.charts.weekscale import WeekScale
from desktop.ui.kit.tokens import Radius, Space, Type, Weight

_LEFT: Final = 132
_ENDS: Final = 116
_ROW: Final = 18
_SAMPLE: Final = 22


@dataclass(frozen=True, slots=True)
class WeeksPlot:
    """The one band of `halves` in a rectangle."""

    halves: Halves
    rect: QRectF

    @property
    def band(self) -> Band:
        """What is shown."""
        return self.halves.upper[0]

    @property
    def scale(self) -> WeekScale:
        """Where weeks stand."""
        left = self.rect.left() + theme.px(_LEFT)
        width = self.rect.right() - theme.px(_ENDS) - left
        return WeekScale(left, max(width, 1.0), len(self.halves.weeks))

    @property
    def box(self) -> BandBox:
        """Where the lines stand; the counts and the weeks take the foot."""
        scale, rect = self.scale, self.rect
        rows = (1 + (len(self.band.lines) if self.band.counted else 0)) * theme.px(_ROW)
        plot = QRectF(scale.left, rect.top(), scale.width, rect.height())
        plot.adjust(0, theme.px(Space.M), 0, -rows - theme.px(Space.S))
        whole = QRectF(rect.left(), rect.top(), rect.width(), plot.bottom() - rect.top() + Space.S)
        foot = QRectF(plot.left(), rect.bottom() - rows, plot.width(), rows)
        name = QRectF(rect.left(), rect.top(), 0, whole.height())
        figure = QRectF(plot.left() - theme.px(36), rect.top(), 0, whole.height())
        ends = QRectF(plot.right(), rect.top(), rect.right() - plot.right(), whole.height())
        return BandBox(whole, name, figure, plot, foot, ends)

    def spot_at(self, point: QPointF) -> Spot | None:
        """Return the nearest line at `point` and its week; None off the plot."""
        box = self.box
        if not self.rect.contains(point) or not self.band.lines:
            return None
        week = self.scale.place_of(point.x())
        marks = [line.at(week) for line in self.band.lines]
        far = [
            abs(box.y_of(mark.value) - point.y())
            if mark is not None and mark.value is not None
            else box.whole.height()
            for mark in marks
        ]
        return Spot(line=far.index(min(far)), week=week)

    def paint(self, painter: QPainter, spot: Spot | None = None) -> None:
        """Paint lines, weeks and counts, and what is looked at."""
        box, scale = self.box, self.scale
        if spot is not None:
            column = QRectF(scale.edge(spot.week), box.plot.top(), scale.step, 0)
            column.setBottom(self.rect.bottom())
            paint.rounded(painter, column, Radius.KEY, theme.color("accent_soft"))
        look = Look(spot.week, spot.line, front=True) if spot is not None else Look()
        BandPainter(painter, scale, box).paint_plot(self.band, look)
        row = QRectF(box.foot.left(), box.foot.top(), box.foot.width(), theme.px(_ROW))
        weekscale.labels(painter, scale, row, self.halves.weeks)
        if self.band.counted:
            for line in self.band.lines:
                row.translate(0, row.height())
                self._counts(painter, row, line)

    def _counts(self, painter: QPainter, row: QRectF, line: Line) -> None:
        side = theme.px(_SAMPLE)
        strokes.sample(
            painter, QRectF(self.rect.left(), row.top(), side, row.height()), line.ink, line.style
        )
        name = QRectF(self.rect.left() + side + Space.XS, row.top(), 0, row.height())
        name.setRight(row.left() - Space.S)
        paint.words(painter, name, line.name, "text2", Type.CAPTION, Weight.MEDIUM)
        figures = [
            (mark.week, dates.count(mark.count))
            for mark in line.marks
            if mark.value is not None and mark.count is not None and self.scale.shown(mark.week)
        ]
        if not figures:
            return
        widest = max(paint.width_of(figure, Type.CAPTION) for _, figure in figures)
        every, half = self.scale.every(widest - Space.XS), max(widest, self.scale.step) / 2
        for week, figure in figures:
            if (self.scale.weeks - 1 - week) % every == 0:
                spot = QRectF(self.scale.middle(week) - half, row.top(), 2 * half, row.height())
                middle = Qt.AlignmentFlag.AlignHCenter
                paint.words(painter, spot, figure, "text2", Type.CAPTION, align=middle)
