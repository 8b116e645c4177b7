"""Waiting, quietly: a turning arc with words, or grey lines where words will be."""

from typing import Final

from PySide6.QtCore import QAbstractAnimation, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QHideEvent, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.kit import paint, theme
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Duration, Radius, Space, Type

_WIDTHS: Final = (0.92, 0.78, 0.86, 0.6)


class Spinner(QWidget):
    """An arc that turns while it is seen; it stands still under reduced motion."""

    def __init__(self, size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._turn = QVariantAnimation(self)
        self._turn.setStartValue(0.0)
        self._turn.setEndValue(360.0)
        self._turn.setDuration(Duration.TURN)
        self._turn.setLoopCount(-1)
        self._turn.valueChanged.connect(self.update)
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
        """Stop: nothing turns unseen."""
        super().hideEvent(event)
        self._turn.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the groove and the arc."""
        painter = paint.painter_on(self)
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        pen = QPen(theme.color("border"), 2)
        painter.setPen(pen)
        painter.drawEllipse(box)
        pen.setColor(theme.color("accent"))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        moving = self._turn.state() is QAbstractAnimation.State.Running
        angle = float(self._turn.currentValue()) if moving else 0.0
        painter.drawArc(box, round((90 - angle) * 16), -100 * 16)

    def _fit(self) -> None:
        if theme.reduced_motion() or not self.isVisible():
            self._turn.stop()
        elif self._turn.state() is not QAbstractAnimation.State.Running:
            self._turn.start()
        self.updateGeometry()
        self.update()


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
