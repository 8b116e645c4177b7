"""Where the picture will be: the advisor's initials on violet, and that no camera is on yet."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.kit import icons, paint, theme
from desktop.ui.kit.avatar import initials_of
from desktop.ui.kit.tokens import LIGHT, ON_AVATAR, Radius, Space, Type, Weight

_HEIGHT: Final = 132
_LEAST: Final = 56
_ROUND: Final = 64
_PILL: Final = 22


class PreviewPlace(QWidget):
    """Same picture in both themes, as a screen that is off; it shrinks where room is short."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._words = QCoreApplication.translate("VideoPanel", "Caméra éteinte")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self._words)
        paint.follow(self, self._fit)

    def set_words(self, words: str) -> None:
        """Say something else of the camera."""
        self._words = words
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Prefer the height of a small screen."""
        return QSize(theme.px(240), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Let the wrap-up above have the room that it needs."""
        return QSize(0, theme.px(_LEAST))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the round and what is said of the camera."""
        painter = paint.painter_on(self)
        whole = QRectF(self.rect())
        violet = QColor(LIGHT.violet)
        shade = QLinearGradient(whole.topLeft(), whole.bottomRight())
        shade.setColorAt(0, violet.darker(330))
        shade.setColorAt(1, violet.darker(135))
        paint.rounded(painter, whole, Radius.BLOCK, QBrush(shade))
        self._round(painter, whole)
        self._pill(painter)

    def _round(self, painter: QPainter, whole: QRectF) -> None:
        side = min(theme.px(_ROUND), whole.height() - theme.px(Space.L))
        box = QRectF(0, 0, side, side)
        box.moveCenter(whole.center())
        veil = QColor(ON_AVATAR)
        veil.setAlphaF(0.16)
        paint.rounded(painter, box, side / 2, veil)
        font = theme.font(weight=Weight.SEMIBOLD)
        font.setPixelSize(max(round(side * 0.36), 1))
        painter.setFont(font)
        painter.setPen(QColor(ON_AVATAR))
        if self._name:
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), initials_of(self._name))

    def _pill(self, painter: QPainter) -> None:
        height, gap = theme.px(_PILL), theme.px(Space.S)
        wide = paint.width_of(self._words, Type.CAPTION, Weight.SEMIBOLD)
        side = theme.px(Type.CAPTION + 1)
        pill = QRectF(QPointF(gap, gap), QPointF(gap * 3.5 + side + wide, gap + height))
        ground = QColor(LIGHT.violet).darker(420)
        ground.setAlphaF(0.86)
        paint.rounded(painter, pill, height / 2, ground)
        spot = QRectF(pill.left() + gap, pill.top(), side, height)
        icons.paint_in(painter, spot, "video-off", ON_AVATAR)
        painter.setFont(theme.font(Type.CAPTION, Weight.SEMIBOLD))
        painter.setPen(QColor(ON_AVATAR))
        words = QRectF(spot.right() + gap * 0.75, pill.top(), wide + 2, height)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self._words)

    def _fit(self) -> None:
        self.updateGeometry()
        self.update()
