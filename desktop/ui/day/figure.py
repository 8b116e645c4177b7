"""One figure of the day, with what it counts."""

from PySide6.QtWidgets import QFrame, QWidget

from desktop.ui.kit import boxes
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.iconlabel import Tile
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space


class Figure(QFrame):
    """An icon, a figure, and its words below."""

    def __init__(self, icon: str, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._value = Text("", "value")
        self._words = ElidedLabel("", "secondary")
        texts = boxes.column(self._value, self._words, spacing=0)
        box = boxes.row(Tile(icon, tone, 40), spacing=Space.M, margins=Space.M)
        box.addLayout(texts, 1)
        self.setLayout(box)

    def tell(self, value: str, words: str) -> None:
        """Show another figure."""
        self._value.setText(value)
        self._words.setText(words)
        self.setAccessibleName(f"{value} {words}")
