"""A label of one line that ends with an ellipsis where room is short."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyleOption, QWidget

from desktop.ui.kit import paint
from desktop.ui.kit.text import Text


class ElidedLabel(Text):
    """One line of plain text; when it is cut, the tooltip has the whole."""

    def __init__(
        self, text: str = "", role: str = "body", tone: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, role, tone, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Allow any width down to an ellipsis."""
        width = self.fontMetrics().horizontalAdvance("…") + 2
        return QSize(width, self.sizeHint().height())

    def sizeHint(self) -> QSize:
        """Ask for a little more than the words, so that rounding does not cut them."""
        self.ensurePolished()
        metrics, margins = self.fontMetrics(), self.contentsMargins()
        width = metrics.horizontalAdvance(paint.one_line(self.text())) + 2
        height = metrics.height() + margins.top() + margins.bottom()
        return QSize(width + margins.left() + margins.right(), height)

    def setText(self, text: str) -> None:
        """Show other words on the line."""
        super().setText(text)
        self._tip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text as a tooltip only when it is cut."""
        super().resizeEvent(event)
        self._tip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what fits, and an ellipsis."""
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        painter.setPen(option.palette.color(self.foregroundRole()))
        painter.drawText(self.rect(), int(self.alignment()), self._shown())

    def _shown(self) -> str:
        return self.fontMetrics().elidedText(
            paint.one_line(self.text()), Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )

    def _tip(self) -> None:
        self.setToolTip(self.text() if self._shown() != self.text() else "")
