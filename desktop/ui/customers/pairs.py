"""Labels and values, one pair a line; values wrap and can be selected."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel


class Pairs(QWidget):
    """The value is read aloud with its label."""

    def __init__(
        self, pairs: tuple[tuple[str, str], ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.XS + 2)
        grid.setColumnStretch(1, 1)
        for line, (name, value) in enumerate(pairs):
            words = WrapLabel(value)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.setAccessibleName(f"{name}, {value}")
            grid.addWidget(Text(name, "secondary"), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, line, 1)
