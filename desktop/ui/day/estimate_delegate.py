"""Paints a customer's answer beside what one had expected: two faces and an arrow."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop.domain.day import EstimateAnswer
from desktop.ui.day.faces import face
from desktop.ui.kit import icons, paint, theme
from desktop.ui.kit.listview import RowDelegate
from desktop.ui.kit.rows import ROW
from desktop.ui.kit.tokens import Space, Type, Weight

_FACE = 20
ARROW = 14
COLUMN = 64
_MIDDLE = Qt.AlignmentFlag.AlignHCenter


class EstimateDelegate(RowDelegate):
    """The words at the left are the row's look; the faces stand in two columns at the right."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        row = index.data(ROW)
        if not isinstance(row, EstimateAnswer):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(option.rect).adjusted(1, 1, -1, -1)
        self._ground(painter, option, whole)
        left = QRectF(whole)
        left.setRight(whole.right() - theme.px(faces_width()))
        self._words(painter, left.adjusted(Space.S, 0, 0, 0), self._look(row))
        _faces(painter, whole, row)
        painter.restore()


def faces_width() -> int:
    """Room of both columns and the arrow, at 100 %."""
    return 2 * COLUMN + ARROW + Space.S


def _faces(painter: QPainter, whole: QRectF, row: EstimateAnswer) -> None:
    side, column, arrow = theme.px(_FACE), theme.px(COLUMN), theme.px(ARROW)
    right = whole.right() - theme.px(Space.S)
    second = QRectF(right - column, whole.top(), column, whole.height())
    between = QRectF(second.left() - arrow, whole.top(), arrow, whole.height())
    first = QRectF(between.left() - column, whole.top(), column, whole.height())
    icons.paint(painter, between, "arrow-right", "text3")
    _face(painter, second, row.answer, side)
    if row.estimate is None:
        paint.words(painter, first, "–", "text3", Type.BODY, align=_MIDDLE)
    else:
        _face(painter, first, row.estimate, side)


def _face(painter: QPainter, column: QRectF, value: int, side: int) -> None:
    icon, token = face(value)
    figure = theme.px(Space.M)
    content = side + theme.px(Space.XS) + figure
    left = column.center().x() - content / 2
    icons.paint(painter, QRectF(left, column.top(), side, column.height()), icon, token)
    spot = QRectF(left + side + theme.px(Space.XS), column.top(), figure, column.height())
    paint.words(painter, spot, str(value), "text2", Type.SECONDARY, Weight.SEMIBOLD)
