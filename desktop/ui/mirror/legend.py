"""Swatches with their words, in one line."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.kit import boxes, paint, theme
from desktop.ui.kit.charts import strokes
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space


class Legend(QWidget):
    """`items` are kinds of swatch (ring, dot, hatched, merged), each with its words."""

    def __init__(self, items: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = boxes.row(spacing=Space.S)
        for place, (kind, words) in enumerate(items):
            if place:
                row.addSpacing(Space.XS)
            row.addWidget(_Swatch(kind))
            row.addWidget(Text(words, "caption"))
        row.addStretch(1)
        self.setLayout(row)


class _Swatch(QWidget):
    """One sign."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        paint.follow(self, self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Be as high as a word, and longer than that where a stretch is meant."""
        return QSize(theme.px(22 if self._kind in {"hatched", "merged"} else 14), theme.px(14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sign."""
        painter = paint.painter_on(self)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        middle = box.center()
        if self._kind == "hatched":
            strokes.hatched(painter, box)
        elif self._kind == "ring":
            strokes.ring(painter, middle, "accent", 5)
        elif self._kind == "dot":
            strokes.mark(painter, middle, "info", 0, 4.5)
        else:
            stroke = strokes.pen("text2", 0, 5)
            stroke.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(stroke)
            left, right = QPointF(box.left() + 3, middle.y()), QPointF(box.right() - 3, middle.y())
            painter.drawLine(left, right)
