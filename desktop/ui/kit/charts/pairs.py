"""What one expected beside what was answered, contact by contact, week by week."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.ui.kit import paint, theme
from desktop.ui.kit.charts import strokes
from desktop.ui.kit.tokens import Radius, Space, Type

LOW: Final = 1
HIGH: Final = 5
_LEFT: Final = 24
_FOOT: Final = 20
_CLOSE: Final = 15
"""Least width, at 100 %, that a contact takes."""
_FAR: Final = 44
"""Most width, at 100 %, that a contact takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A contact in the week that `week` names; both values 1 to 5."""

    week: str
    expected: int
    answered: int


@dataclass(frozen=True, slots=True)
class PairsPlot:
    """As many of `pairs` as fit into a rectangle, oldest first, up to the one before `until`."""

    pairs: tuple[Pair, ...]
    rect: QRectF
    until: int

    @property
    def box(self) -> QRectF:
        """Where the marks stand."""
        return self.rect.adjusted(theme.px(_LEFT), Space.S, -Space.S, -theme.px(_FOOT) - Space.S)

    @property
    def first(self) -> int:
        """Place of the first pair that is shown."""
        return max(self.until - self.fitting(), 0)

    @property
    def step(self) -> float:
        """Width that a contact takes."""
        shown = max(self.until - self.first, 1)
        return min(self.box.width() / shown, theme.px(_FAR))

    def fitting(self) -> int:
        """How many contacts have room."""
        return max(int(self.box.width() // theme.px(_CLOSE)), 1)

    def x_of(self, place: int) -> float:
        """Where the pair at `place` stands."""
        return self.box.left() + (place - self.first + 0.5) * self.step

    def y_of(self, value: int) -> float:
        """Where a value of 1 to 5 stands."""
        inner = self.box.adjusted(0, Space.S, 0, -Space.S)
        return inner.bottom() - inner.height() * (value - LOW) / (HIGH - LOW)

    def nearest(self, point: QPointF) -> int | None:
        """Return the place of the pair at `point`, the nearest one beyond the ends; None for none."""
        if self.first >= self.until or not self.rect.contains(point):
            return None
        place = self.first + int((point.x() - self.box.left()) // self.step)
        return min(max(place, self.first), self.until - 1)

    def weeks(self) -> Iterator[tuple[str, int, int]]:
        """Give each week that is shown: its name, the places of its first pair and after its last."""
        places = range(self.first, self.until)
        for week, group in groupby(places, key=lambda place: self.pairs[place].week):
            own = list(group)
            yield week, own[0], own[-1] + 1

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
        self._weeks(painter)
        for place in range(self.first, self.until):
            if place == looked:
                ground = QRectF(
                    self.x_of(place) - self.step / 2, box.top(), self.step, box.height()
                )
                paint.rounded(painter, ground, Radius.KEY, theme.color("accent_soft"))
            self._pair(painter, self.pairs[place], self.x_of(place))

    def _weeks(self, painter: QPainter) -> None:
        """Part the weeks, and name those that have room for it."""
        box = self.box
        free = box.left()
        for week, first, after in self.weeks():
            left, right = self.x_of(first) - self.step / 2, self.x_of(after) - self.step / 2
            if first > self.first:
                painter.setPen(QPen(theme.color("border"), 1))
                painter.drawLine(QPointF(left, box.top()), QPointF(left, box.bottom() + Space.S))
            width = paint.width_of(week, Type.CAPTION) + Space.S
            start = max((left + right - width) / 2, box.left())
            if start >= free and start + width <= self.rect.right():
                spot = QRectF(start, box.bottom() + 4, width, theme.px(_FOOT))
                middle = Qt.AlignmentFlag.AlignHCenter
                paint.words(painter, spot, week, "text3", Type.CAPTION, align=middle)
                free = start + width

    def _pair(self, painter: QPainter, pair: Pair, x: float) -> None:
        expected = QPointF(x, self.y_of(pair.expected))
        answered = QPointF(x, self.y_of(pair.answered))
        painter.setPen(QPen(theme.color("border_strong"), 2))
        painter.drawLine(expected, answered)
        reach = min(7.0, theme.px(_CLOSE) / 2 - 1)
        strokes.ring(painter, expected, "accent", reach)
        strokes.mark(painter, answered, "info", 0, min(4.5, reach - 2))
