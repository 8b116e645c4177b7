"""One setting: what it is at the left, its control at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel


class SettingRow(QWidget):
    """`hint` says in a sentence what the setting does, where the label does not."""

    def __init__(
        self, label: str, control: QWidget, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        words = Text(label, "strong")
        words.setBuddy(control)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, Space.XS, 0, Space.XS)
        grid.setHorizontalSpacing(Space.XL)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        grid.addWidget(words, 0, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(control, 0, 1, 2 if hint else 1, 1, middle)
        if hint:
            grid.addWidget(WrapLabel(hint, "secondary"), 1, 0)
            control.setAccessibleDescription(hint)
