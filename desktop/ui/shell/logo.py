"""The product's mark: two halves of a disc, face to face."""

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.kit import paint, theme
from desktop.ui.kit.tokens import LIGHT, Radius

_RIGHT: Final = 90 * 16
_HALF: Final = 180 * 16


class Logo(QWidget):
    """A square of `size` pixels, the same in both themes."""

    def __init__(self, size: int = 34, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Grow with the text scale."""
        return QSize(theme.px(self._size), theme.px(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, then the two halves."""
        painter = paint.painter_on(self)
        whole = QRectF(self.rect())
        ground = QLinearGradient(whole.topLeft(), whole.bottomRight())
        accent = QColor(LIGHT.accent)
        ground.setColorAt(0, accent.lighter(135))
        ground.setColorAt(1, accent)
        paint.rounded(painter, whole, whole.width() * Radius.BLOCK / 34, QBrush(ground))
        side = whole.width() * 0.5
        disc = QRectF(0, 0, side, side)
        disc.moveCenter(whole.center())
        gap = max(whole.width() / 34, 1) * 0.75
        light = QColor(LIGHT.on_accent)
        painter.setBrush(light)
        painter.drawPie(disc.translated(-gap, 0), _RIGHT, _HALF)
        light.setAlphaF(0.55)
        painter.setBrush(light)
        painter.drawPie(disc.translated(gap, 0), -_RIGHT, _HALF)
