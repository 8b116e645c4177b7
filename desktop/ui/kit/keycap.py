"""A keyboard key, as it is drawn beside what it does."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.ui.kit import paint, theme

_PALE: Final = 0.5


class KeyCap(QLabel):
    """One cap; `text` as `keys.key_symbol` gives it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        paint.follow(self, self._fit)

    def set_text(self, text: str) -> None:
        """Show another key."""
        self.setText(text)
        self._fit()

    def sizeHint(self) -> QSize:
        """Fit the words."""
        return QSize(round(paint.cap_width(self.text()) + 0.5), theme.px(paint.CAP_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than the words."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cap; that of a key which does nothing now is pale."""
        painter = paint.painter_on(self)
        painter.setOpacity(1.0 if self.isEnabled() else _PALE)
        paint.key_cap(painter, QRectF(self.rect()), self.text())

    def _fit(self) -> None:
        self.updateGeometry()
        self.update()
