"""A block inside a card: sunken, outlined, or with a coloured bar at its left."""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.kit import paint, theme
from desktop.ui.kit.tokens import Radius, Space

_LOOKS: Final = {
    "sunken": ("surface2", "border", ""),
    "outline": ("surface", "border", ""),
    "quote": ("accent_soft", "", "accent"),
    "warning": ("surface2", "border", "warning"),
    "danger": ("surface2", "border", "danger"),
    "info": ("surface2", "border", "info"),
}
"""Role of a panel: the tokens of its ground, its border and its bar."""

_BAR: Final = 3


class Panel(QFrame):
    """Put widgets in `body`; `role` is sunken, outline, quote, warning, danger or info."""

    def __init__(self, role: str = "sunken", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = _LOOKS[role]
        self.body = QVBoxLayout(self)
        self.body.setSpacing(Space.XS)
        left = Space.M + (Space.XS if self._look[2] else 0)
        self.body.setContentsMargins(left, Space.M, Space.M, Space.M)
        paint.follow(self, self.update)

    def add(self, widget: QWidget) -> None:
        """Add a widget at the body's end."""
        self.body.addWidget(widget)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the border and the bar."""
        ground, line, bar = self._look
        painter = paint.painter_on(self)
        whole = QRectF(self.rect())
        border = theme.color(line) if line else None
        paint.rounded(painter, whole, Radius.BLOCK, theme.color(ground), border)
        if bar:
            shape = QPainterPath()
            shape.addRoundedRect(whole, Radius.BLOCK, Radius.BLOCK)
            strip = QPainterPath()
            strip.addRect(QRectF(0, 0, _BAR, whole.height()))
            painter.fillPath(shape.intersected(strip), theme.color(bar))


class Divider(QFrame):
    """A thin line across, or down with `upright`."""

    def __init__(self, *, upright: bool = False) -> None:
        super().__init__()
        self.setProperty("role", "divider")
        fixed, wide = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        if upright:
            self.setFixedWidth(1)
            self.setSizePolicy(fixed, wide)
        else:
            self.setFixedHeight(1)
            self.setSizePolicy(wide, fixed)
