"""A line the size of a word: where a figure has been going."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.kit import fonts, paint, theme


def smooth(points: Sequence[QPointF]) -> QPainterPath:
    """Return a curve through `points`, level at each, that never goes beyond them."""
    path = QPainterPath(points[0])
    for before, after in pairwise(points):
        middle = (before.x() + after.x()) / 2
        path.cubicTo(QPointF(middle, before.y()), QPointF(middle, after.y()), after)
    return path


def shade(path: QPainterPath, points: Sequence[QPointF], bottom: float) -> QPainterPath:
    """Return the ground under `path`, down to `bottom`."""
    ground = QPainterPath(path)
    ground.lineTo(points[-1].x(), bottom)
    ground.lineTo(points[0].x(), bottom)
    ground.closeSubpath()
    return ground


def fading(token: str, top: float, bottom: float) -> QLinearGradient:
    """Return a soft fill in the colour of `token` that vanishes downwards."""
    high, low = QColor(theme.color(token)), QColor(theme.color(token))
    high.setAlphaF(0.22)
    low.setAlphaF(0.0)
    if fonts.are_plain():
        # A document's gradients let nothing through: white paper stands in for what lies beneath.
        high, low = _on_white(high), _on_white(low)
    fill = QLinearGradient(0, top, 0, bottom)
    fill.setColorAt(0, high)
    fill.setColorAt(1, low)
    return fill


def _on_white(ink: QColor) -> QColor:
    seen = ink.alphaF()
    red, green, blue = (1 - seen * (1 - part) for part in (ink.redF(), ink.greenF(), ink.blueF()))
    return QColor.fromRgbF(red, green, blue)


class Spark(QWidget):
    """`values` from old to new, on any scale; what they say stands in words beside the line."""

    def __init__(
        self,
        values: Sequence[float] = (),
        token: str = "info",
        width: int = 64,
        height: int = 24,
    ) -> None:
        super().__init__()
        self._values = tuple(values)
        self._token = token
        self._size = QSize(width, height)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        paint.follow(self, self.update)

    def set_values(self, values: Sequence[float], summary: str = "", token: str = "") -> None:
        """Show other values; `summary` says them for who cannot see the line."""
        self._values = tuple(values)
        self._token = token or self._token
        self.setAccessibleDescription(summary)
        self.setToolTip(summary)
        self.update()

    def sizeHint(self) -> QSize:
        """Keep the size."""
        return self._size

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the curve, its soft ground, and a dot at its end."""
        if not self._values:
            return
        painter = paint.painter_on(self)
        points = self._points(QRectF(self.rect()).adjusted(2, 4, -5, -4))
        path = smooth(points)
        bottom = float(self.height())
        fill = fading(self._token, 0, bottom)
        painter.fillPath(shade(path, points, bottom), fill)
        pen = QPen(theme.color(self._token), 1.75)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.strokePath(path, pen)
        painter.setBrush(theme.color(self._token))
        painter.drawEllipse(points[-1], 2.75, 2.75)

    def _points(self, box: QRectF) -> list[QPointF]:
        low, high = min(self._values), max(self._values)
        span = high - low
        count = len(self._values)
        return [
            QPointF(
                box.left() + (box.width() * place / (count - 1) if count > 1 else box.width()),
                box.bottom() - box.height() * ((value - low) / span if span else 0.5),
            )
            for place, value in enumerate(self._values)
        ]
