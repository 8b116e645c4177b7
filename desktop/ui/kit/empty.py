"""What stands where there is nothing yet: why, and what one can do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.kit.button import Button
from desktop.ui.kit.iconlabel import Tile
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel


class EmptyState(QWidget):
    """`action` is the words of the one button, which is then in `button`."""

    def __init__(
        self,
        icon: str,
        title: str,
        text: str = "",
        action: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tile = Tile(icon, "accent", 44, round_=True)
        self._title = Text(title, "heading")
        self._text = WrapLabel(text, "secondary")
        self.button = Button(action, role="secondary") if action else None
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        middle = Qt.AlignmentFlag.AlignHCenter
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.L, Space.XL, Space.L, Space.XL)
        box.setSpacing(Space.S)
        box.addStretch(1)
        box.addWidget(self._tile, 0, middle)
        box.addSpacing(Space.XS)
        box.addWidget(self._title, 0, middle)
        box.addWidget(self._text)
        if self.button is not None:
            box.addSpacing(Space.XS)
            box.addWidget(self.button, 0, middle)
        box.addStretch(1)
        self.set_words(title, text)

    def set_words(self, title: str, text: str = "") -> None:
        """Say something else."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(title)
