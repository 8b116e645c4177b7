"""How much of a whole: a bar, and a ring."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.kit import paint, theme


class Meter(QWidget):
    """A bar filled from the left; the figures stand in words beside it."""

    def __init__(self, name: str, token: str = "accent", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ratio = 0.0
        self._token = token
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        paint.follow(self, self.update)

    def set_value(self, ratio: float) -> None:
        """Fill `ratio`, 0 to 1, of the bar."""
        self._ratio = min(max(ratio, 0.0), 1.0)
        self.update()

    def sizeHint(self) -> QSize:
        """Be a thin bar."""
        return QSize(120, 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the groove, and what is filled."""
        painter = paint.painter_on(self)
        whole = QRectF(self.rect())
        radius = whole.height() / 2
        paint.rounded(painter, whole, radius, theme.color("border"))
        if self._ratio > 0:
            filled = QRectF(whole)
            filled.setWidth(max(whole.width() * self._ratio, whole.height()))
            paint.rounded(painter, filled, radius, theme.color(self._token))


class Ring(QWidget):
    """A small circle drawn as far as `ratio`."""

    def __init__(self, ratio: float = 0.0, token: str = "success", size: int = 16) -> None:
        super().__init__()
        self._ratio = ratio
        self._token = token
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        paint.follow(self, self.update)

    def set_value(self, ratio: float) -> None:
        """Draw the circle as far as `ratio`, 0 to 1."""
        self._ratio = min(max(ratio, 0.0), 1.0)
        self.update()

    def sizeHint(self) -> QSize:
        """Grow with the text scale."""
        return QSize(theme.px(self._size), theme.px(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the whole circle faintly, then the part."""
        painter = paint.painter_on(self)
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        pen = QPen(theme.color("border"), 2.5)
        painter.setPen(pen)
        painter.drawEllipse(box)
        pen.setColor(theme.color(self._token))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(box, 90 * 16, round(-360 * 16 * self._ratio))
