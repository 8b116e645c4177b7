"""Dashes and shapes that tell lines apart without their colours."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from desktop.ui.kit import theme

WIDTH: Final = 2.0
DOT: Final = 3.5
_APART: Final = 6.0
"""Distance of hatching lines, measured along an edge."""

Shape = Callable[[QPainter, QPointF, float], None]


def _disc(painter: QPainter, at: QPointF, reach: float) -> None:
    painter.drawEllipse(at, reach, reach)


def _square(painter: QPainter, at: QPointF, reach: float) -> None:
    side = reach * 0.92
    painter.drawRect(QRectF(at.x() - side, at.y() - side, 2 * side, 2 * side))


def _triangle(painter: QPainter, at: QPointF, reach: float) -> None:
    x, y, tall = at.x(), at.y(), reach * 1.2
    points = [QPointF(x, y - tall), QPointF(x + tall, y + reach), QPointF(x - tall, y + reach)]
    painter.drawPolygon(QPolygonF(points))


def _diamond(painter: QPainter, at: QPointF, reach: float) -> None:
    x, y, far = at.x(), at.y(), reach * 1.3
    points = [QPointF(x, y - far), QPointF(x + far, y), QPointF(x, y + far), QPointF(x - far, y)]
    painter.drawPolygon(QPolygonF(points))


STYLES: Final[tuple[tuple[tuple[float, ...], Shape], ...]] = (
    ((), _disc),
    ((4.0, 2.5), _square),
    ((1.0, 2.0), _triangle),
    ((6.0, 2.0, 1.0, 2.0), _diamond),
)
"""Dash pattern (in widths of the line; empty: whole) and shape of a line, by its `style`."""


def pen(ink: str, style: int, width: float = WIDTH) -> QPen:
    """Return the pen of a line."""
    made = QPen(theme.color(ink), width)
    made.setCapStyle(Qt.PenCapStyle.RoundCap if not STYLES[style][0] else Qt.PenCapStyle.FlatCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if STYLES[style][0]:
        made.setDashPattern(list(STYLES[style][0]))
    return made


def mark(painter: QPainter, at: QPointF, ink: str, style: int, reach: float = DOT) -> None:
    """Paint one mark of a line, cut out of what lies under it."""
    painter.setPen(QPen(theme.color("surface"), 1.5))
    painter.setBrush(theme.color(ink))
    STYLES[style][1](painter, at, reach)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def ring(painter: QPainter, at: QPointF, ink: str, reach: float) -> None:
    """Paint an open ring: what is looked at, or what was expected."""
    painter.setPen(QPen(theme.color(ink), 2))
    painter.setBrush(theme.color("surface"))
    painter.drawEllipse(at, reach, reach)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def sample(painter: QPainter, rect: QRectF, ink: str, style: int) -> None:
    """Paint a short piece of a line with its mark in the middle of `rect`: a legend's."""
    y = rect.center().y()
    painter.setPen(pen(ink, style))
    painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
    mark(painter, QPointF(rect.center().x(), y), ink, style, DOT - 0.5)


def hatched(painter: QPainter, rect: QRectF) -> None:
    """Paint the ground of weeks that may not be shown: slanting lines, cut at the edges of `rect`."""
    painter.setPen(QPen(theme.color("border"), 1))
    painter.translate(rect.topLeft())
    painter.drawLines(_slants_in(round(rect.width(), 3), round(rect.height(), 3)))
    painter.translate(-rect.topLeft())


@lru_cache(maxsize=64)
def _slants_in(width: float, height: float) -> list[QLineF]:
    """Weeks are as wide as each other, and bands as high: each size is worked out once."""
    return list(_slants(QRectF(0, 0, width, height)))


def _slants(rect: QRectF) -> Iterator[QLineF]:
    """Give lines from the left and lower edges up to the upper and right ones."""
    reach = _APART
    while reach < rect.width() + rect.height():
        low = QPointF(rect.left(), rect.top() + reach)
        if reach > rect.height():
            low = QPointF(rect.left() + reach - rect.height(), rect.bottom())
        high = QPointF(rect.left() + reach, rect.top())
        if reach > rect.width():
            high = QPointF(rect.right(), rect.top() + reach - rect.width())
        yield QLineF(low, high)
        reach += _APART
