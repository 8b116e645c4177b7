"""A line across a screen that says how things stand, and may offer one thing to do."""

from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.ui.kit import paint, theme
from desktop.ui.kit.button import Button
from desktop.ui.kit.iconlabel import Glyph
from desktop.ui.kit.tokens import TONES, Radius, Space
from desktop.ui.kit.wraplabel import WrapLabel

ICONS: Final = {
    "neutral": "info",
    "accent": "lightbulb",
    "info": "info",
    "success": "circle-check",
    "warning": "triangle-alert",
    "danger": "circle-alert",
    "violet": "info",
}


class Banner(QFrame):
    """`acted` when the button named `action` was pressed."""

    acted = Signal()

    def __init__(
        self, tone: str, text: str, action: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self._glyph = Glyph(ICONS[tone], TONES[tone][0], 16)
        self._text = WrapLabel(text, "body")
        self.button = Button(action, role="outline") if action else None
        box = QHBoxLayout(self)
        box.setContentsMargins(Space.M, Space.S, Space.S, Space.S)
        box.setSpacing(Space.S)
        box.addWidget(self._glyph)
        box.addWidget(self._text, 1)
        if self.button is not None:
            self.button.clicked.connect(self.acted)
            box.addWidget(self.button)
        paint.follow(self, self.update)

    def set_text(self, text: str) -> None:
        """Say something else in the same tone."""
        self._text.setText(text)

    def set_tone(self, tone: str) -> None:
        """Take another tone and its icon."""
        self._tone = tone
        self._glyph.set_icon(ICONS[tone], TONES[tone][0])
        self.update()

    def text(self) -> str:
        """Return what it says."""
        return self._text.text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the soft ground."""
        painter = paint.painter_on(self)
        ground = theme.color(TONES[self._tone][1])
        paint.rounded(painter, QRectF(self.rect()), Radius.CONTROL, ground)
