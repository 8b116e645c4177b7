"""Where the picture will be: the advisor's initials on violet, and that no camera is on yet."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.kit import icons, paint, theme
from desktop.ui.kit.avatar import initials_of
from desktop.ui.kit.tokens import LIGHT, ON_AVATAR, Radius, Space, Type, Weight

_HEIGHT: Final = 132
_LOW: Final = 74
_ROOMY: Final = 1180
"""Height of the window from which the place is a screen; below, a strip leaves the note its room."""
_ROUND: Final = 64
_PILL: Final = 22


class PreviewPlace(QWidget):
    """Same picture in both themes, as a screen that is off."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._off = QCoreApplication.translate("VideoPanel", "Caméra éteinte")
        self._seen = QCoreApplication.translate(
            "VideoPanel", "Le client vous verra, vous ne le verrez pas."
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{self._off}. {self._seen}")
        paint.follow(self, self._fit)

    @property
    def low(self) -> bool:
        """Whether it is a strip."""
        return self.window().height() < theme.px(_ROOMY)

    def sizeHint(self) -> QSize:
        """A small screen, or a strip."""
        return QSize(theme.px(240), theme.px(_LOW if self.low else _HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """As high in any width."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the round, and what is said of the camera."""
        painter = paint.painter_on(self)
        whole = QRectF(self.rect())
        violet = QColor(LIGHT.violet)
        shade = QLinearGradient(whole.topLeft(), whole.bottomRight())
        shade.setColorAt(0, violet.darker(330))
        shade.setColorAt(1, violet.darker(135))
        paint.rounded(painter, whole, Radius.BLOCK, QBrush(shade))
        side = min(theme.px(_ROUND), whole.height() - theme.px(Space.XL + Space.XS))
        box = QRectF(0, 0, side, side)
        box.moveCenter(whole.center())
        if self.low:
            box.moveLeft(theme.px(Space.M))
            self._words(painter, whole.adjusted(box.right() + theme.px(Space.M), 0, 0, 0))
        else:
            self._pill(painter)
        self._round(painter, box)

    def _words(self, painter: QPainter, room: QRectF) -> None:
        room = room.adjusted(0, theme.px(Space.S), -theme.px(Space.M), -theme.px(Space.S))
        side = theme.px(Type.CAPTION + 1)
        line = theme.px(Type.CAPTION + 6)
        painter.setFont(theme.font(Type.SECONDARY))
        painter.setPen(QColor(ON_AVATAR))
        wrap = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
        below = painter.boundingRect(room, wrap, self._seen)
        top = room.center().y() - (line + below.height()) / 2
        icons.paint_in(painter, QRectF(room.left(), top, side, line), "video-off", ON_AVATAR)
        painter.drawText(
            QRectF(room.left(), top + line, room.width(), below.height()), wrap, self._seen
        )
        painter.setFont(theme.font(Type.SECONDARY, Weight.SEMIBOLD))
        first = QRectF(room.left() + side + theme.px(6), top, room.width(), line)
        painter.drawText(first, int(Qt.AlignmentFlag.AlignVCenter), self._off)

    def _round(self, painter: QPainter, box: QRectF) -> None:
        veil = QColor(ON_AVATAR)
        veil.setAlphaF(0.16)
        paint.rounded(painter, box, box.width() / 2, veil)
        font = theme.font(weight=Weight.SEMIBOLD)
        font.setPixelSize(max(round(box.width() * 0.36), 1))
        painter.setFont(font)
        painter.setPen(QColor(ON_AVATAR))
        if self._name:
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), initials_of(self._name))

    def _pill(self, painter: QPainter) -> None:
        height, gap = theme.px(_PILL), theme.px(Space.S)
        wide = paint.width_of(self._off, Type.CAPTION, Weight.SEMIBOLD)
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
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self._off)

    def _fit(self) -> None:
        self.updateGeometry()
        self.update()
