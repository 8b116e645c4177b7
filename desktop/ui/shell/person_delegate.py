"""Paints somebody in the list of who to be: initials, name, role and team, digit."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from zlib import crc32

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.kit import paint, theme
from desktop.ui.kit.avatar import initials_of
from desktop.ui.kit.listview import ListView
from desktop.ui.kit.rows import ROW
from desktop.ui.kit.tokens import AVATARS, ON_AVATAR, Radius, Space, Type, Weight

_HEIGHT: Final = 52
_AVATAR: Final = 34
_LINE: Final = 18

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PersonLook:
    """What is shown of somebody."""

    name: str
    what: str
    lead: bool = False


class PeopleList(ListView):
    """As high as `most` rows where there is room, three rows at least; filtering does not shrink it."""

    most = 3

    def sizeHint(self) -> QSize:
        """Hold every row."""
        return QSize(super().sizeHint().width(), max(self.most, 3) * theme.px(_HEIGHT) + 2)

    def minimumSizeHint(self) -> QSize:
        """Hold three."""
        return QSize(super().minimumSizeHint().width(), 3 * theme.px(_HEIGHT))


class PersonDelegate(QStyledItemDelegate):
    """The first nine rows bear the digit that chooses them."""

    def __init__(self, look: Callable[[object], PersonLook], parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return one height for all rows."""
        return QSize(option.rect.width(), theme.px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        look = self._look(index.data(ROW))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(option.rect).adjusted(1, 1, -1, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or hovered:
            ground = theme.color("accent_soft" if chosen else "sunken")
            paint.rounded(painter, whole, Radius.CONTROL, ground)
        if chosen and option.widget is not None and option.widget.hasFocus():
            line = theme.color("focus")
            paint.rounded(painter, whole, Radius.CONTROL, border=line, width=2)
        inner = whole.adjusted(Space.M, 0, -Space.M, 0)
        inner.setLeft(_initials(painter, inner, look.name) + theme.px(Space.M))
        if index.row() < 9:
            width = paint.cap_width("9")
            spot = QRectF(inner.right() - width, inner.top(), width, inner.height())
            paint.key_cap(painter, spot, str(index.row() + 1))
            inner.setRight(inner.right() - width - theme.px(Space.M))
        self._words(painter, inner, look)
        painter.restore()

    def _words(self, painter: QPainter, inner: QRectF, look: PersonLook) -> None:
        line = theme.px(_LINE)
        top = inner.center().y() - line
        spot = QRectF(inner.left(), top, inner.width(), line)
        paint.words(painter, spot, look.name, "text", Type.BODY, Weight.SEMIBOLD)
        token = "accent" if look.lead else "text2"
        paint.words(painter, spot.translated(0, line), look.what, token, Type.SECONDARY)


def _initials(painter: QPainter, inner: QRectF, name: str) -> float:
    """Paint the avatar at the left of `inner`; return where it ends."""
    side = theme.px(_AVATAR)
    spot = QRectF(inner.left(), inner.center().y() - side / 2, side, side)
    light, dark = AVATARS[crc32(name.encode()) % len(AVATARS)]
    shade = QLinearGradient(spot.topLeft(), spot.bottomRight())
    shade.setColorAt(0, QColor(light))
    shade.setColorAt(1, QColor(dark))
    paint.rounded(painter, spot, side / 2, QBrush(shade))
    painter.setFont(theme.font(Type.SECONDARY, Weight.SEMIBOLD))
    painter.setPen(QColor(ON_AVATAR))
    painter.drawText(spot, int(Qt.AlignmentFlag.AlignCenter), initials_of(name))
    return spot.right()
