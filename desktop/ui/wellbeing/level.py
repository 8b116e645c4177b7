"""Energy or load as five dashes, with its figure in words beside it."""

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.wellbeing import HIGHEST
from desktop.ui.kit import paint, theme

_WIDTH: Final = 12
_HEIGHT: Final = 5
_GAP: Final = 3


class Level(QWidget):
    """1 to 5 dashes in `token`; none when nothing was said."""

    def __init__(self, token: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._token = token
        self._value = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        paint.follow(self, self._fit)

    def set_value(self, value: int | None) -> None:
        """Show another value."""
        self._value = value or 0
        self.update()

    def sizeHint(self) -> QSize:
        """Room for five dashes."""
        width = HIGHEST * theme.px(_WIDTH) + (HIGHEST - 1) * theme.px(_GAP)
        return QSize(width, theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dashes."""
        painter = paint.painter_on(self)
        step = theme.px(_WIDTH) + theme.px(_GAP)
        for place in range(HIGHEST):
            token = self._token if place < self._value else "border"
            dash = QRectF(place * step, 0, theme.px(_WIDTH), self.height())
            paint.rounded(painter, dash, self.height() / 2, theme.color(token))

    def _fit(self) -> None:
        self.updateGeometry()
        self.update()
