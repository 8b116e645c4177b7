"""One quiet line where a card has nothing yet."""

from PySide6.QtWidgets import QWidget

from desktop.ui.kit import boxes
from desktop.ui.kit.iconlabel import Tile
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel


class Quiet(QWidget):
    """An icon in a soft disc, and a sentence."""

    def __init__(self, icon: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = boxes.row(Tile(icon, "neutral", 28, round_=True), spacing=Space.M)
        box.addWidget(WrapLabel(text, "secondary"), 1)
        self.setLayout(box)
