"""Shares with their 95 % intervals: one bar for these contacts, one beneath for the others."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop.domain.learning.intervals import Share
from desktop.ui.kit import dates, paint, theme
from desktop.ui.kit.charts.places import PlacesChart
from desktop.ui.kit.tokens import Space, Type, Weight
from desktop.ui.learning import words
from desktop.ui.learning.measures import Measure

_LABEL: Final = 220
_FIGURE: Final = 150
_BAND: Final = 62
_SCALE: Final = 22
_TICKS: Final = (0.0, 0.25, 0.5, 0.75, 1.0)
_STEPS: Final = {Qt.Key.Key_Up: Qt.Key.Key_Left, Qt.Key.Key_Down: Qt.Key.Key_Right}


@dataclass(frozen=True, slots=True)
class _Line:
    """One bar: where it lies, whose it is."""

    rect: QRectF
    share: Share | None
    tone: str
    measure: Measure


class IntervalsChart(PlacesChart):
    """Arrows go from figure to figure, in words; the table beside it holds the same."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self._measures: tuple[Measure, ...] = ()
        super().__init__(name, lambda place: self._measures[place].told, parent)

    def set_measures(self, measures: tuple[Measure, ...]) -> None:
        """Show other figures."""
        self._measures = measures
        self.renew(". ".join(one.told for one in measures))
        self.updateGeometry()

    def count(self) -> int:
        """Return how many figures there are."""
        return len(self._measures)

    def begin_at(self) -> int:
        """Begin with the first."""
        return 0

    def place_at(self, point: QPointF) -> int | None:
        """Return the figure at the height of `point`, or None."""
        place = int((point.y() - self.inner().top()) // theme.px(_BAND))
        return place if 0 <= place < self.count() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move as Left and Right do: the figures stand one above the other."""
        key = _STEPS.get(Qt.Key(event.key()))
        if key is not None:
            event = QKeyEvent(event.type(), key, event.modifiers())
        super().keyPressEvent(event)

    def paint_on(self, painter: QPainter, rect: QRectF) -> None:
        """Paint labels, scale and bars."""
        self._paint(painter, rect, None)

    def paint_looked_at(self, painter: QPainter, rect: QRectF) -> None:
        """Paint them with the figure that is looked at."""
        self._paint(painter, rect, self.place)

    def sizeHint(self) -> QSize:
        """Be as tall as the figures."""
        return QSize(theme.px(560), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Stay legible."""
        height = theme.px(_BAND) * max(self.count(), 1) + theme.px(_SCALE) + 2 * Space.S
        return QSize(theme.px(_LABEL + _FIGURE + 120), height)

    def _paint(self, painter: QPainter, rect: QRectF, looked: int | None) -> None:
        band = theme.px(_BAND)
        if looked is not None:
            spot = QRectF(rect.left(), rect.top() + looked * band, rect.width(), band)
            paint.rounded(painter, spot, Space.S, theme.color("sunken"))
        self._paint_scale(painter, rect)
        for place, measure in enumerate(self._measures):
            self._paint_label(painter, rect, place, measure)
        for line in self._lines(rect):
            _paint_line(painter, line)

    def _track(self, rect: QRectF) -> QRectF:
        left = rect.left() + theme.px(_LABEL)
        width = rect.width() - theme.px(_LABEL) - theme.px(_FIGURE)
        return QRectF(left, rect.top(), width, self.count() * theme.px(_BAND))

    def _lines(self, rect: QRectF) -> Iterator[_Line]:
        track, band = self._track(rect), theme.px(_BAND)
        for place, measure in enumerate(self._measures):
            top = track.top() + place * band
            half = band / 2 if measure.compared else band
            spot = QRectF(track.left(), top, track.width(), half)
            yield _Line(spot, measure.here, "accent", measure)
            if measure.compared:
                yield _Line(spot.translated(0, half - Space.XS), measure.others, "text3", measure)

    def _paint_scale(self, painter: QPainter, rect: QRectF) -> None:
        track = self._track(rect)
        for tick in _TICKS:
            x = track.left() + tick * track.width()
            painter.setPen(QPen(theme.color("border"), 1))
            painter.drawLine(QPointF(x, track.top()), QPointF(x, track.bottom()))
            spot = QRectF(x - 40, track.bottom(), 80, theme.px(_SCALE))
            middle = Qt.AlignmentFlag.AlignHCenter
            paint.words(
                painter,
                spot,
                dates.percent(tick),
                "text3",
                Type.CAPTION,
                Weight.REGULAR,
                middle,
            )

    def _paint_label(self, painter: QPainter, rect: QRectF, place: int, measure: Measure) -> None:
        band = theme.px(_BAND)
        line = band / 3
        top = rect.top() + place * band + line / 2
        width = theme.px(_LABEL) - 2 * Space.M
        spot = QRectF(rect.left() + Space.S, top, width, line)
        paint.words(painter, spot, measure.title, "text", Type.BODY, Weight.SEMIBOLD)
        paint.words(painter, spot.translated(0, line), measure.rule, "text3", Type.CAPTION)


def _paint_line(painter: QPainter, line: _Line) -> None:
    rect, found = line.rect, line.share
    figure = QRectF(rect.right() + Space.M, rect.top(), theme.px(_FIGURE) - Space.M, rect.height())
    if found is None:
        paint.words(painter, figure, words.few(), "text3", Type.CAPTION)
        return
    ink, weight = ("text", Weight.SEMIBOLD) if line.tone == "accent" else ("text2", Weight.REGULAR)
    paint.words(painter, figure, words.share(found), ink, Type.SECONDARY, weight)
    middle, sure = rect.center().y(), found.interval
    left, right = (rect.left() + one * rect.width() for one in (sure.low, sure.high))
    color = theme.color(line.tone)
    soft = theme.color("accent_soft" if line.tone == "accent" else "sunken")
    bar = QRectF(left, middle - 5, max(right - left, 2.0), 10)
    paint.rounded(painter, bar, 5, soft, color)
    at = QPointF(rect.left() + found.rate * rect.width(), middle)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(at, 5.0, 5.0)
