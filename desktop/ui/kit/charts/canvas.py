"""What every chart of this room is: a widget that looks as its `paint_on` paints, on any painter."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.kit import paint, theme
from desktop.ui.kit.tokens import LIGHT, Palette, Radius

_MARGIN: Final = 6
"""Room round the chart for the focus."""


class Canvas(QWidget):
    """Subclasses give `paint_on` and `summary`; `set_summary` tells both to screen readers."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._summary = ""
        paint.follow(self, self._fit)

    @property
    def summary(self) -> str:
        """The chart in words."""
        return self._summary

    def set_summary(self, words: str) -> None:
        """Have `words` read for the chart as a whole."""
        self._summary = words
        self.setAccessibleDescription(words)

    def paint_on(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the chart into `rect` on any device, without anything that is looked at."""
        raise NotImplementedError

    def paint_looked_at(self, painter: QPainter, rect: QRectF) -> None:
        """Paint it as the screen shows it; the same, unless something can be looked at."""
        self.paint_on(painter, rect)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chart, and the focus round it."""
        painter = paint.painter_on(self)
        self.paint_looked_at(painter, self.inner())
        if self.hasFocus():
            paint.focus_ring(painter, QRectF(self.rect()), Radius.CONTROL)

    def inner(self) -> QRectF:
        """Where the chart lies on the screen."""
        return QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)

    def image(self, size: QSize, ratio: float = 2.0, palette: Palette = LIGHT) -> QImage:
        """Return the chart as a picture of `size` logical pixels in `palette`, at text of 100 %."""
        picture = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        picture.setDevicePixelRatio(ratio)
        with lent(palette):
            picture.fill(theme.color("surface"))
            painter = QPainter(picture)
            smooth(painter)
            self.paint_on(painter, QRectF(0, 0, size.width(), size.height()))
            painter.end()
        return picture

    def _fit(self) -> None:
        self.updateGeometry()
        self.update()


def smooth(painter: QPainter) -> None:
    """Prepare `painter` as widgets are painted."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush)


@contextmanager
def lent(palette: Palette = LIGHT, scale: float = 1.0) -> Iterator[None]:
    """Paint in `palette` and at `scale` inside the `with`: paper is white, whatever the theme.

    Nothing that is shown changes, as long as no event is handled inside.
    """
    shown = theme.instance()
    before = shown.palette, shown.scale
    shown.palette, shown.scale = palette, scale
    try:
        yield
    finally:
        shown.palette, shown.scale = before
