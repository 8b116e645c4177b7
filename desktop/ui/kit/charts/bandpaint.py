"""Paints one band: its words at the left, its lines over the weeks, counts under the marks."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.ui.kit import dates, paint, theme
from desktop.ui.kit.charts import strokes
from desktop.ui.kit.charts.bandbox import BandBox
from desktop.ui.kit.charts.bandwords import ends, figure_of, name_and_rule
from desktop.ui.kit.charts.series import Band, Line, Mark
from desktop.ui.kit.charts.weekscale import WeekScale
from desktop.ui.kit.spark import fading, shade, smooth
from desktop.ui.kit.tokens import Space, Type, Weight

_DOTTED: Final = 15
"""Width of a week, at 100 %, from which every mark has its shape."""

_TALL: Final = 130
"""Height of a plot, at 100 %, from which quarters are told."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a band is looked at: `week` as drawn (None: its last), `line`, and whether it is in front."""

    week: int | None = None
    line: int = 0
    front: bool = False


@dataclass(frozen=True, slots=True)
class BandPainter:
    """Everything that the strokes of one band share."""

    painter: QPainter
    scale: WeekScale
    box: BandBox
    lag: int = 0

    def paint_still(self, band: Band, line: int) -> None:
        """Paint what stays while weeks are looked at, `line` in front."""
        name_and_rule(self.painter, self.box, band)
        self._lines(band, line)
        if line < len(band.lines):
            self._foot(band.lines[line])

    def paint_looked_at(self, band: Band, look: Look) -> None:
        """Paint what goes with the week over what stays: its figure, and the mark in a ring."""
        self._figure(band, look)
        self._ring(band, look)

    def paint_plot(self, band: Band, look: Look) -> None:
        """Paint the lines on their ground, their names where they end, and what is looked at."""
        self._lines(band, look.line)
        self._ring(band, look)

    def _lines(self, band: Band, place: int) -> None:
        _grid(self.painter, self.box)
        front = band.lines[place] if place < len(band.lines) else None
        if front is not None:
            self._holes(front)
        self.painter.save()
        clip = QRectF(self.box.plot.left(), self.box.whole.top(), self.scale.width, 0)
        clip.setHeight(self.box.whole.height())
        self.painter.setClipRect(clip)
        for line in band.lines:
            self._line(line, alone=len(band.lines) == 1)
        self.painter.restore()
        ends(self.painter, self.scale, self.box, band, self.lag)

    def _ring(self, band: Band, look: Look) -> None:
        if look.front and look.week is not None and look.line < len(band.lines):
            self._halo(band.lines[look.line], look.week)

    def place(self, mark: Mark) -> int:
        """Where a mark's first week is drawn."""
        return mark.week + self.lag

    def _figure(self, band: Band, look: Look) -> None:
        if not band.lines:
            return
        line = band.lines[min(look.line, len(band.lines) - 1)]
        last = self.scale.weeks - 1 - self.lag
        mark = line.last(last) if look.week is None else line.at(look.week - self.lag)
        value, note = figure_of(mark, counted=band.counted)
        top, bottom = QRectF(self.box.figure), QRectF(self.box.figure)
        middle = self.box.figure.center().y()
        top.setBottom(middle + 1)
        bottom.setTop(middle + 1)
        bottom.setHeight(theme.px(Type.CAPTION) + 5)
        top.setTop(top.bottom() - theme.px(Type.READING) - 6)
        right = Qt.AlignmentFlag.AlignRight
        ink = "text" if mark is not None and mark.value is not None else "text3"
        paint.words(self.painter, top, value, ink, Type.READING, Weight.SEMIBOLD, right)
        paint.words(self.painter, bottom, note, "text3", Type.CAPTION, align=right)

    def _holes(self, line: Line) -> None:
        """Hatch the weeks that may not be shown: a gap that has a reason."""
        for mark in line.marks:
            if mark.hidden:
                first = max(self.place(mark), 0)
                after = min(self.place(mark) + mark.span, self.scale.weeks)
                if first < after:
                    left, right = self.scale.edge(first) + 3, self.scale.edge(after) - 3
                    spot = QRectF(left, self.box.plot.top(), right - left, self.box.plot.height())
                    strokes.hatched(self.painter, spot)

    def _line(self, line: Line, *, alone: bool) -> None:
        for run in line.runs():
            points = [self._spot(mark) for mark in run]
            bends = [bend for mark in run for bend in self._bends(mark)]
            path = smooth(bends)
            if alone and len(bends) > 1:
                bottom, top = self.box.plot.bottom(), self.box.plot.top()
                self.painter.fillPath(shade(path, bends, bottom), fading(line.ink, top, bottom))
            self.painter.strokePath(path, strokes.pen(line.ink, line.style))
            for mark in run:
                if mark.span > 1:
                    self._bar(mark, line)
            # Where weeks are narrow the line alone is clearer, but a week on its own has no line.
            if self.scale.step >= theme.px(_DOTTED) or len(bends) == 1:
                for point in points:
                    strokes.mark(self.painter, point, line.ink, line.style)

    def _bends(self, mark: Mark) -> list[QPointF]:
        """Give the points that the line goes through: level over weeks that are told together."""
        first, last = self.place(mark), self.place(mark) + mark.span - 1
        places = (first,) if first == last else (first, last)
        return [self.box.spot(self.scale, place, 1, mark.value or 0.0) for place in places]

    def _bar(self, mark: Mark, line: Line) -> None:
        """Draw weeks that are told together as one stroke over all of them."""
        y = self.box.y_of(mark.value or 0.0)
        left = self.scale.edge(self.place(mark)) + 4
        right = self.scale.edge(self.place(mark) + mark.span) - 4
        pen = QPen(theme.color(line.ink), 5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self.painter.setPen(pen)
        self.painter.drawLine(QPointF(left, y), QPointF(right, y))

    def _foot(self, line: Line) -> None:
        """Write the count under each mark; where they are not told, how many weeks one spans."""
        notes = [(mark, _note(mark)) for mark in line.marks]
        widest = max((paint.width_of(note, Type.CAPTION) for _, note in notes), default=0.0)
        every = self.scale.every(widest - Space.XS)
        middle = Qt.AlignmentFlag.AlignHCenter
        free = self.box.plot.left() - self.scale.step
        for mark, note in notes:
            at = self.place(mark)
            spanned = mark.span > 1
            if not note or not (spanned or self.scale.shown(at)):
                continue
            if not spanned and (self.scale.weeks - 1 - at) % every:
                continue
            x, half = self.scale.middle(at, mark.span), max(widest, self.scale.step) / 2 + 1
            reach = paint.width_of(note, Type.CAPTION) / 2
            if spanned and x - reach < free:
                continue
            free = x + reach + Space.XS
            spot = QRectF(x - half, self.box.foot.top(), 2 * half, self.box.foot.height())
            if (
                spot.left() >= self.box.plot.left() - half
                and spot.right() <= self.box.plot.right() + half
            ):
                paint.words(self.painter, spot, note, "text3", Type.CAPTION, align=middle)

    def _halo(self, line: Line, week: int) -> None:
        mark = line.at(week - self.lag)
        if mark is not None and mark.value is not None:
            point = self._spot(mark)
            if self.box.plot.left() <= point.x() <= self.box.plot.right():
                strokes.ring(self.painter, point, "focus", strokes.DOT + 3)
                strokes.mark(self.painter, point, line.ink, line.style)

    def _spot(self, mark: Mark) -> QPointF:
        return self.box.spot(self.scale, self.place(mark), mark.span, mark.value or 0.0)


def _grid(painter: QPainter, box: BandBox) -> None:
    plot, thin = box.plot, QColor(theme.color("border"))
    tall = plot.height() >= theme.px(_TALL)
    for share in (0.0, 0.25, 0.5, 0.75, 1.0) if tall else (0.0, 0.5, 1.0):
        y = round(box.y_of(share)) + 0.5
        pen = QPen(thin, 1)
        if 0 < share < 1:
            pen.setDashPattern([2.0, 4.0])
        painter.setPen(pen)
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
    for share in (0.0, 0.25, 0.5, 0.75, 1.0) if tall else (0.0, 1.0):
        y, high = box.y_of(share), theme.px(Type.CAPTION) + 2
        spot = QRectF(box.figure.right(), y - high / 2, 0, high)
        spot.setRight(plot.left() - Space.XS - 1)
        right = Qt.AlignmentFlag.AlignRight
        text = str(round(share * 100))
        paint.words(painter, spot, text, "text3", Type.CAPTION, align=right)


def _note(mark: Mark) -> str:
    if mark.value is None:
        return ""
    return figure_of(mark, counted=True)[1] if mark.count is None else dates.count(mark.count)
