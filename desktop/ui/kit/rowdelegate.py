"""Paints any list's rows from a few words about each: icon, title, subtitle, time, chip."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.kit import fonts, icons, paint, theme
from desktop.ui.kit.rows import ROW
from desktop.ui.kit.tokens import TONES, Radius, Space, Type, Weight

_LINE: Final = 18
_TILE: Final = 28
_GLYPH: Final = 16


@dataclass(frozen=True, slots=True)
class RowLook:
    """What a row shows; `spans` are (start, length) in the title, to be marked as found."""

    title: str
    subtitle: str = ""
    meta: str = ""
    note: str = ""
    icon: str | None = None
    tone: str = "neutral"
    chip: str = ""
    chip_tone: str = "neutral"
    spans: tuple[tuple[int, int], ...] = ()
    subtitle_spans: tuple[tuple[int, int], ...] = ()
    trailing: str = ""
    trailing_tone: str = "text3"
    cap: str = ""


class RowDelegate(QStyledItemDelegate):
    """`look` tells how to show a row's object; `lines` is 1, 2 or 3 lines of words."""

    def __init__(
        self,
        look: Callable[[object], RowLook],
        lines: int = 1,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._lines = lines

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return one height for all rows."""
        least = 36 if self._lines == 1 else 2 * Space.S + self._lines * _LINE
        return QSize(option.rect.width(), theme.px(least))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        row = index.data(ROW)
        if row is None:
            return
        look = self._look(row)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(option.rect).adjusted(1, 1, -1, -1)
        self._ground(painter, option, whole)
        inner = whole.adjusted(Space.S, 0, -Space.S, 0)
        inner = _leading(painter, inner, look, small=self._lines == 1)
        inner = _trailing(painter, inner, look)
        self._words(painter, inner, look)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, whole: QRectF) -> None:
        state = option.state
        current = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if current:
            paint.rounded(painter, whole, Radius.CONTROL, theme.color("accent_soft"))
        elif hovered:
            paint.rounded(painter, whole, Radius.CONTROL, theme.color("sunken"))
        focused = option.widget is not None and option.widget.hasFocus()
        if focused and state & QStyle.StateFlag.State_HasFocus:
            ring = theme.color("focus")
            paint.rounded(painter, whole, Radius.CONTROL, border=ring, width=2)

    def _words(self, painter: QPainter, rect: QRectF, look: RowLook) -> None:
        texts = [look.title, look.subtitle, look.note][: self._lines]
        texts = [text for text in texts if text] or [look.title]
        line = theme.px(_LINE)
        top = rect.center().y() - line * len(texts) / 2
        for place, text in enumerate(texts):
            spot = QRectF(rect.left(), top + place * line, rect.width(), line)
            if place == 0:
                weight = Weight.SEMIBOLD if self._lines > 1 else Weight.MEDIUM
                _marked(painter, spot, text, look.spans, (Type.BODY, weight, "text"))
            else:
                token = "text2" if place == 1 else "text3"
                spans = look.subtitle_spans if place == 1 else ()
                style = (Type.SECONDARY, Weight.MEDIUM, token)
                _marked(painter, spot, text, spans, style)


def _leading(painter: QPainter, rect: QRectF, look: RowLook, *, small: bool) -> QRectF:
    if look.cap:
        width = paint.cap_width(look.cap)
        spot = QRectF(rect.left(), rect.top(), width, rect.height())
        paint.key_cap(painter, spot, look.cap)
        rect = rect.adjusted(width + theme.px(Space.S), 0, 0, 0)
    if not look.icon:
        return rect
    ink, ground = TONES[look.tone]
    side = theme.px(_GLYPH if small else _TILE)
    tile = QRectF(rect.left(), rect.center().y() - side / 2, side, side)
    if not small:
        paint.rounded(painter, tile, side / 2, theme.color(ground))
    margin = 0 if small else side * 0.24
    icons.paint(painter, tile.adjusted(margin, margin, -margin, -margin), look.icon, ink)
    return rect.adjusted(side + theme.px(Space.S), 0, 0, 0)


def _trailing(painter: QPainter, rect: QRectF, look: RowLook) -> QRectF:
    if look.trailing:
        side = theme.px(_GLYPH)
        spot = QRectF(rect.right() - side, rect.top(), side, rect.height())
        icons.paint(painter, spot, look.trailing, look.trailing_tone)
        rect = rect.adjusted(0, 0, -side - theme.px(Space.S), 0)
    if look.chip:
        ink, ground = TONES[look.chip_tone]
        words = paint.width_of(look.chip, Type.CAPTION, Weight.SEMIBOLD)
        width, height = words + 2 * theme.px(Space.S), theme.px(20)
        pill = QRectF(rect.right() - width, rect.center().y() - height / 2, width, height)
        paint.rounded(painter, pill, height / 2, theme.color(ground))
        spot = pill.adjusted(theme.px(Space.S), 0, 0, 0)
        paint.words(painter, spot, look.chip, ink, Type.CAPTION, Weight.SEMIBOLD)
        rect = rect.adjusted(0, 0, -width - theme.px(Space.S), 0)
    if look.meta:
        width = paint.width_of(look.meta, Type.SECONDARY) + 1
        spot = QRectF(rect.right() - width, rect.top(), width, rect.height())
        paint.words(painter, spot, look.meta, "text3", Type.SECONDARY)
        rect = rect.adjusted(0, 0, -width - theme.px(Space.M), 0)
    return rect


def _marked(
    painter: QPainter,
    rect: QRectF,
    text: str,
    spans: tuple[tuple[int, int], ...],
    style: tuple[int, int, str],
) -> None:
    size, weight, token = style
    text = paint.one_line(text)
    metrics = QFontMetricsF(fonts.align_figures(theme.font(size, weight), text))
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    for start, length in spans:
        cut = min(start + length, len(shown))
        left = metrics.horizontalAdvance(shown[:start])
        width = metrics.horizontalAdvance(shown[:cut]) - left
        if width > 0:
            mark = QRectF(rect.left() + left - 1, rect.top() + 1, width + 2, rect.height() - 2)
            paint.rounded(painter, mark, 3, theme.color("warning_soft"))
    paint.words(painter, rect, shown, token, size, weight)
