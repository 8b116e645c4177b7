"""Paints an entry of the journey: the channel's disc on a thread, three lines, the face."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.domain.timeline import Entry, EntryKind
from desktop.ui.customers.journey_viewmodel import JourneyViewModel
from desktop.ui.customers.words import entry_line, entry_title, entry_when
from desktop.ui.kit import icons, paint, theme
from desktop.ui.kit.labels_customers import CHANNEL_ICONS, FEELING_ICONS
from desktop.ui.kit.rows import ROW
from desktop.ui.kit.tokens import TONES, Radius, Space, Type, Weight

_LINE: Final = 17
_DISC: Final = 26
_FACE: Final = 15

_KINDS: Final = {
    EntryKind.ANSWER: ("message-square", "info"),
    EntryKind.STEP_OFF: ("split", "warning"),
    EntryKind.INCIVILITY: ("shield-alert", "warning"),
    EntryKind.PROMISE: ("heart-handshake", "accent"),
    EntryKind.NOTE: ("bookmark", "accent"),
    EntryKind.VIDEO: ("video", "violet"),
    EntryKind.GESTURE: ("hand-heart", "accent"),
}
"""Icon and tone of what is no contact."""


def look_of(entry: Entry) -> tuple[str, str]:
    """Icon and tone of an entry."""
    if entry.kind is EntryKind.CONTACT and entry.channel is not None:
        return CHANNEL_ICONS[entry.channel]
    return _KINDS.get(entry.kind, ("info", "neutral"))


class JourneyDelegate(QStyledItemDelegate):
    """All rows have one height; the face says what the customer answered, never an estimate."""

    def __init__(self, viewmodel: JourneyViewModel) -> None:
        super().__init__()
        self._viewmodel = viewmodel

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Three lines and a gap."""
        return QSize(option.rect.width(), theme.px(3 * _LINE + Space.S))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one entry."""
        entry = index.data(ROW)
        if not isinstance(entry, Entry):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(option.rect)
        _ground(painter, option, whole.adjusted(1, 1, -1, -1))
        inner = whole.adjusted(theme.px(Space.XS), 0, -theme.px(Space.XS), 0)
        last = index.row() == index.model().rowCount() - 1
        inner = _disc(painter, inner, look_of(entry), last=last)
        inner = _face(painter, inner, entry)
        self._words(painter, inner, entry)
        painter.restore()

    def _words(self, painter: QPainter, rect: QRectF, entry: Entry) -> None:
        label = self._viewmodel.reason_label
        line = entry_line(entry, label, self._viewmodel.gesture_label)
        lines = (
            (entry_title(entry), "text", Type.BODY, Weight.SEMIBOLD),
            (line, "text2", Type.SECONDARY, Weight.REGULAR),
            (entry_when(entry, self._viewmodel.here()), "text3", Type.CAPTION, Weight.REGULAR),
        )
        shown = [one for one in lines if one[0]]
        height = theme.px(_LINE)
        top = rect.top() + theme.px(Space.XS)
        for text, token, size, weight in shown:
            spot = QRectF(rect.left(), top, rect.width(), height)
            paint.words(painter, spot, text, token, size, weight)
            top += height


def _ground(painter: QPainter, option: QStyleOptionViewItem, whole: QRectF) -> None:
    state = option.state
    focused = option.widget is not None and option.widget.hasFocus()
    if state & QStyle.StateFlag.State_MouseOver:
        paint.rounded(painter, whole, Radius.CONTROL, theme.color("sunken"))
    if focused and state & QStyle.StateFlag.State_HasFocus:
        ring = theme.color("focus")
        paint.rounded(painter, whole, Radius.CONTROL, border=ring, width=2)


def _disc(painter: QPainter, rect: QRectF, look: tuple[str, str], *, last: bool) -> QRectF:
    """Paint the disc, and the thread down to the next one."""
    name, tone = look
    ink, ground = TONES[tone]
    side = theme.px(_DISC)
    disc = QRectF(rect.left(), rect.top() + theme.px(Space.XS), side, side)
    paint.rounded(painter, disc, side / 2, theme.color(ground))
    margin = side * 0.24
    icons.paint(painter, disc.adjusted(margin, margin, -margin, -margin), name, ink)
    if not last:
        x = round(disc.center().x()) + 0.5
        painter.setPen(QPen(theme.color("border"), 1.5))
        top = disc.bottom() + theme.px(Space.XS)
        painter.drawLine(QPointF(x, top), QPointF(x, rect.bottom()))
    return rect.adjusted(side + theme.px(Space.S + 2), 0, 0, 0)


def _face(painter: QPainter, rect: QRectF, entry: Entry) -> QRectF:
    if entry.feeling is None:
        return rect
    name, ink = FEELING_ICONS[entry.feeling]
    side = theme.px(_FACE)
    spot = QRectF(rect.right() - side, rect.top() + theme.px(Space.XS + 1), side, side)
    icons.paint(painter, spot, name, ink)
    return rect.adjusted(0, 0, -side - theme.px(Space.S), 0)
