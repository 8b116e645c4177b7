"""A trend over weeks, always with its counts, in words for who cannot see it, and as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop.ui.kit import dates, paint, theme
from desktop.ui.kit.charts import strokes
from desktop.ui.kit.charts.places import PlacesChart
from desktop.ui.kit.spark import fading, shade, smooth
from desktop.ui.kit.tokens import Radius, Space, Type, Weight
from desktop.ui.kit.typography import introduced

_AXIS: Final = 30
_FOOT: Final = 38
_DOT: Final = 3.5


@dataclass(frozen=True, slots=True)
class Point:
    """A period's label, its value if there was anything to count, and how many answers it rests on."""

    label: str
    value: float | None
    count: int | None
    """None where it is not told."""
    missing: str = ""
    """Why there is no value, in words; "" where nobody answered."""


def summary_of(points: Sequence[Point], *, summed: bool = True) -> str:
    """Return the trend in a sentence: first, last, lowest, highest, and how many answers.

    `summed`: whether the periods' counts are of answers, which can be added up.
    """
    known = [point for point in points if point.value is not None]
    if not known:
        return QCoreApplication.translate("Charts", "Aucune réponse sur la période.")
    values = [point.value for point in known if point.value is not None]
    if len(known) == 1:
        return said(known[0])
    total = sum(point.count or 0 for point in known)
    if summed:
        words = QCoreApplication.translate(
            "Charts",
            "De {first} ({first_label}) à {last} ({last_label}) ; entre {low} et {high} ; {count} réponses.",
        )
    else:
        words = QCoreApplication.translate(
            "Charts",
            "De {first} ({first_label}) à {last} ({last_label}) ; entre {low} et {high}.",
        )
    return words.format(
        first=dates.decimal(values[0]),
        first_label=known[0].label,
        last=dates.decimal(values[-1]),
        last_label=known[-1].label,
        low=dates.decimal(min(values)),
        high=dates.decimal(max(values)),
        count=dates.count(total),
    )


def said(point: Point) -> str:
    """Return a point in a sentence: its period, its value and count, or why there is none."""
    told = point.missing
    if point.value is not None and point.count is not None:
        words = QCoreApplication.translate("Charts", "{value}, n = {count}.")
        told = words.format(value=dates.decimal(point.value), count=dates.count(point.count))
    elif point.value is not None:
        told = f"{dates.decimal(point.value)}."
    return introduced(point.label, told or QCoreApplication.translate("Charts", "aucune réponse."))


class TrendChart(PlacesChart):
    """Dots joined by a line, broken where nobody answered, with the count under each.

    `summed`: whether the periods' counts can be added up (`summary_of`).
    """

    def __init__(self, name: str, parent: QWidget | None = None, *, summed: bool = True) -> None:
        self._points: tuple[Point, ...] = ()
        self._range = (0.0, 1.0)
        self._ink: str = "accent"
        self._summed = summed
        super().__init__(name, lambda place: said(self._points[place]), parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_points(
        self, points: Sequence[Point], low: float, high: float, token: str = "accent"
    ) -> None:
        """Show `points` from old to new on an axis from `low` to `high`."""
        shown = tuple(points), (low, high), token
        if shown != (self._points, self._range, self._ink) or not self.summary:
            self._points, self._range, self._ink = shown
            self.renew(summary_of(points, summed=self._summed))

    def count(self) -> int:
        """Return how many periods there are."""
        return len(self._points)

    def begin_at(self) -> int:
        """Begin with the newest."""
        return len(self._points) - 1

    def place_at(self, point: QPointF) -> int | None:
        """Return the period whose column holds `point`, or None."""
        box = self._box(self.inner())
        if not self._points or not box.left() <= point.x() < box.right():
            return None
        return int((point.x() - box.left()) / box.width() * len(self._points))

    def inner(self) -> QRectF:
        """All of it: the room for the focus is in the figures' own."""
        return QRectF(self.rect())

    def sizeHint(self) -> QSize:
        """Be wide enough for twelve weeks."""
        return QSize(360, theme.px(160))

    def minimumSizeHint(self) -> QSize:
        """Stay legible."""
        return QSize(200, theme.px(110))

    def paint_on(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the axis, the line, the dots, the counts."""
        box = self._box(rect)
        self._axis(painter, box)
        for run in self._runs(box):
            self._line(painter, run, box.bottom())
        self._foot(painter, box)

    def paint_looked_at(self, painter: QPainter, rect: QRectF) -> None:
        """Paint it over the period that is looked at, whose value stands above its dot."""
        if self.place is None:
            self.paint_on(painter, rect)
            return
        box = self._box(rect)
        step = box.width() / len(self._points)
        column = QRectF(box.left() + self.place * step, box.top(), step, 0)
        column.setBottom(rect.bottom() - 2)
        paint.rounded(painter, column, Radius.KEY, theme.color("accent_soft"))
        self.paint_on(painter, rect)
        value = self._points[self.place].value
        if value is not None:
            point = QPointF(column.center().x(), self._y(value, box))
            strokes.ring(painter, point, "focus", _DOT + 3)
            strokes.mark(painter, point, self._ink, 0)
            tall = theme.px(Type.CAPTION) + 4.0
            above = QRectF(point.x() - 60, point.y() - _DOT - 6 - tall, 120, tall)
            if above.top() < rect.top():
                above.moveTop(point.y() + _DOT + 6)
            middle = Qt.AlignmentFlag.AlignHCenter
            figure = dates.decimal(value)
            paint.words(painter, above, figure, "text", Type.CAPTION, Weight.SEMIBOLD, align=middle)

    def _box(self, rect: QRectF) -> QRectF:
        left = rect.left() + theme.px(_AXIS)
        box = QRectF(left, rect.top() + Space.S, rect.right() - left - Space.M, 0)
        box.setHeight(rect.height() - theme.px(_FOOT) - Space.S)
        return box

    def _axis(self, painter: QPainter, box: QRectF) -> None:
        low, high = self._range
        for value in (low, (low + high) / 2, high):
            y = round(self._y(value, box)) + 0.5
            painter.setPen(QPen(theme.color("border"), 1))
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
            tall = theme.px(Type.CAPTION) + 5.0
            spot = QRectF(0, y - tall / 2, box.left() - Space.S, tall)
            figure = dates.decimal(value, 0 if float(value).is_integer() else 1)
            end = Qt.AlignmentFlag.AlignRight
            paint.words(painter, spot, figure, "text3", Type.CAPTION, align=end)

    def _line(self, painter: QPainter, run: list[QPointF], bottom: float) -> None:
        path = smooth(run)
        painter.fillPath(shade(path, run, bottom), fading(self._ink, 0, bottom))
        painter.strokePath(path, QPen(theme.color(self._ink), 2))
        painter.setPen(QPen(theme.color("surface"), 1.5))
        painter.setBrush(theme.color(self._ink))
        for dot in run:
            painter.drawEllipse(dot, _DOT, _DOT)

    def _foot(self, painter: QPainter, box: QRectF) -> None:
        if not self._points:
            return
        step = box.width() / len(self._points)
        middle = Qt.AlignmentFlag.AlignHCenter
        line = theme.px(_FOOT - Space.XS) / 2
        widest = max(paint.width_of(point.label, Type.CAPTION) for point in self._points)
        every = max(1, -int(-(widest + Space.S) // step))
        # « n », as the sentences beside say « n = 6 ».
        named = QRectF(0, box.bottom() + line, box.left() - Space.S, line)
        paint.words(painter, named, "n", "text3", Type.CAPTION, align=Qt.AlignmentFlag.AlignRight)
        for place, point in enumerate(self._points):
            spot = QRectF(box.left() + place * step, box.bottom() + 2, step, line)
            if (len(self._points) - 1 - place) % every == 0:
                wide = spot.adjusted(-step * (every - 1) / 2, 0, step * (every - 1) / 2, 0)
                paint.words(painter, wide, point.label, "text3", Type.CAPTION, align=middle)
            spot.translate(0, line - 2)
            if point.count is not None:
                figure = dates.count(point.count)
                paint.words(painter, spot, figure, "text2", Type.CAPTION, align=middle)

    def _runs(self, box: QRectF) -> list[list[QPointF]]:
        runs: list[list[QPointF]] = [[]]
        step = box.width() / max(len(self._points), 1)
        for place, point in enumerate(self._points):
            if point.value is None:
                runs.append([])
            else:
                x = box.left() + (place + 0.5) * step
                runs[-1].append(QPointF(x, self._y(point.value, box)))
        return [run for run in runs if run]

    def _y(self, value: float, box: QRectF) -> float:
        low, high = self._range
        return box.bottom() - box.height() * (value - low) / ((high - low) or 1)


class TrendTable(QTableWidget):
    """The same points as rows of a table, to be read cell by cell."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setTabKeyNavigation(False)

    def set_points(self, points: Sequence[Point]) -> None:
        """Show `points`, one a row."""
        self.setColumnCount(3)
        self.setHorizontalHeaderLabels(
            [
                QCoreApplication.translate("Charts", "Période"),
                QCoreApplication.translate("Charts", "Valeur"),
                QCoreApplication.translate("Charts", "Réponses"),
            ]
        )
        self.setRowCount(len(points))
        for line, point in enumerate(points):
            shown = "—" if point.value is None else dates.decimal(point.value)
            count = "—" if point.count is None else dates.count(point.count)
            for cell, words in enumerate((point.label, shown, count)):
                self.setItem(line, cell, QTableWidgetItem(words))
