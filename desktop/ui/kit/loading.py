"""Waiting, quietly: a turning arc with words, or grey lines where words will be."""

from typing import Final

from PySide6.QtCore import QAbstractAnimation, QRectF, QSize, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.kit import paint, theme
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Duration, Radius, Space, Type

_WIDTHS: Final = (0.92, 0.78, 0.86, 0.6)


class Turning(QVariantAnimation):
    """An arc that `widget` paints and that turns while it is seen; under reduced motion it stands still."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self.wanted = True
        """Whether it is to be painted."""
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(lambda: self._want(True))
        self.setStartValue(0.0)
        self.setEndValue(360.0)
        self.setDuration(Duration.TURN)
        self.setLoopCount(-1)
        self.valueChanged.connect(widget.update)

    def want_after(self, patience_ms: int) -> None:
        """Be there once that time is over, not before."""
        self._want(False)
        self._late.start(patience_ms)

    def end(self) -> None:
        """Be gone."""
        self._late.stop()
        self._want(False)

    def fit(self) -> None:
        """Turn or stand still, as it is seen and as the settings want it: nothing turns unseen."""
        turning = self.wanted and self._widget.isVisible() and not theme.reduced_motion()
        running = self.state() is QAbstractAnimation.State.Running
        if turning and not running:
            self.start()
        elif running and not turning:
            self.stop()
        self._widget.update()

    def paint(self, painter: QPainter, box: QRectF, groove: QColor, ink: QColor) -> None:
        """Paint the groove and the arc into `box`, a square."""
        inner = box.adjusted(1.5, 1.5, -1.5, -1.5)
        pen = QPen(groove, 2)
        painter.setPen(pen)
        painter.drawEllipse(inner)
        pen.setColor(ink)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        moving = self.state() is QAbstractAnimation.State.Running
        angle = float(self.currentValue()) if moving else 0.0
        painter.drawArc(inner, round((90 - angle) * 16), -100 * 16)

    def _want(self, wanted: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        self.wanted = wanted
        self.fit()


class Spinner(QWidget):
    """An arc that turns while it is seen."""

    def __init__(self, size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._turning = Turning(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        paint.follow(self, self._fit)

    def sizeHint(self) -> QSize:
        """Grow with the text scale."""
        return QSize(theme.px(self._size), theme.px(self._size))

    def showEvent(self, event: QShowEvent) -> None:
        """Turn."""
        super().showEvent(event)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop."""
        super().hideEvent(event)
        self._turning.fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the arc."""
        box = QRectF(self.rect())
        groove, ink = theme.color("border"), theme.color("accent")
        self._turning.paint(paint.painter_on(self), box, groove, ink)

    def _fit(self) -> None:
        self._turning.fit()
        self.updateGeometry()


class Loading(QWidget):
    """A turning arc, and what is awaited in words."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Text(text, "secondary")
        box = QHBoxLayout(self)
        box.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        box.setSpacing(Space.S)
        box.addStretch(1)
        box.addWidget(Spinner())
        box.addWidget(self._text)
        box.addStretch(1)

    def set_text(self, text: str) -> None:
        """Say what is awaited now."""
        self._text.setText(text)


class Skeleton(QWidget):
    """Grey lines where words will be."""

    def __init__(self, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        paint.follow(self, self.update)

    def sizeHint(self) -> QSize:
        """Take the room of that many lines."""
        return QSize(160, self._lines * theme.px(Type.BODY + Space.S))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines, of uneven length as words are."""
        painter = paint.painter_on(self)
        step, height = theme.px(Type.BODY + Space.S), theme.px(Type.CAPTION)
        for line in range(self._lines):
            width = self.width() * _WIDTHS[line % len(_WIDTHS)]
            bar = QRectF(0, line * step + Space.XS, width, height)
            paint.rounded(painter, bar, Radius.KEY - 2, theme.color("border"))
