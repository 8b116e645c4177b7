"""The palette's list: rows with their keys at the end, under headings that cannot be chosen."""

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.kit import icons, paint, theme
from desktop.ui.kit.rows import ROW, RowsModel
from desktop.ui.kit.tokens import Radius, Space, Type, Weight
from desktop.ui.shell.palette_rows import PaletteRow

_ROW: Final = 36
_HEADING: Final = 28
_ICON: Final = 16

Index = QModelIndex | QPersistentModelIndex


class PaletteModel(RowsModel[PaletteRow]):
    """Rows of the palette; headings are not for choosing."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(key=lambda row: row.key, text=_spoken, parent=parent)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Leave headings out of the selection."""
        row = index.data(ROW)
        if isinstance(row, PaletteRow) and row.run is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


class PaletteDelegate(QStyledItemDelegate):
    """Paints a heading, or an icon, a title, what is known of it, and its key."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give headings less height."""
        row = index.data(ROW)
        tall = _ROW if isinstance(row, PaletteRow) and row.run is not None else _HEADING
        return QSize(option.rect.width(), theme.px(tall))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        row = index.data(ROW)
        if not isinstance(row, PaletteRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(option.rect).adjusted(1, 1, -1, -1)
        if row.run is None:
            spot = whole.adjusted(Space.S, theme.px(Space.XS), 0, 0)
            paint.words(painter, spot, row.title, "text3", Type.CAPTION, Weight.SEMIBOLD)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._row(painter, whole, row, chosen=chosen)
        painter.restore()

    def _row(self, painter: QPainter, whole: QRectF, row: PaletteRow, *, chosen: bool) -> None:
        if chosen:
            paint.rounded(painter, whole, Radius.CONTROL, theme.color("accent_soft"))
        inner = whole.adjusted(Space.S, 0, -Space.S, 0)
        side = theme.px(_ICON)
        if row.icon:
            spot = QRectF(inner.left(), inner.top(), side, inner.height())
            icons.paint(painter, spot, row.icon, "accent" if chosen else "text2")
        inner.setLeft(inner.left() + side + theme.px(Space.S))
        if row.cap:
            width = paint.cap_width(row.cap)
            spot = QRectF(inner.right() - width, inner.top(), width, inner.height())
            paint.key_cap(painter, spot, row.cap)
            inner.setRight(inner.right() - width - theme.px(Space.M))
        self._title(painter, inner, row)

    def _title(self, painter: QPainter, inner: QRectF, row: PaletteRow) -> None:
        for start, length in row.spans:
            before = paint.width_of(row.title[:start], Type.BODY, Weight.MEDIUM)
            through = paint.width_of(row.title[: start + length], Type.BODY, Weight.MEDIUM)
            height = theme.px(Type.BODY + Space.XS + 1)
            mark = QRectF(inner.left() + before - 1, 0, through - before + 2, height)
            mark.moveTop(inner.center().y() - height / 2)
            paint.rounded(painter, mark, 3, theme.color("warning_soft"))
        wide = paint.width_of(row.title, Type.BODY, Weight.MEDIUM)
        paint.words(painter, inner, row.title, "text", Type.BODY, Weight.MEDIUM)
        rest = inner.adjusted(wide + theme.px(Space.M), 0, 0, 0)
        if row.subtitle and rest.width() > theme.px(Space.XL):
            paint.words(painter, rest, row.subtitle, "text3", Type.SECONDARY)


def _spoken(row: PaletteRow) -> str:
    return ", ".join(part for part in (row.title, row.subtitle, row.cap) if part)
