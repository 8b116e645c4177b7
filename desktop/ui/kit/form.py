"""A control under its label, as forms have them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.kit import boxes
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space


def field(label: str, control: QWidget, hint: str = "") -> QWidget:
    """Return `control` with `label` above it, and `hint` at the end of the same line."""
    whole = QWidget()
    box = QVBoxLayout(whole)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(Space.XS)
    words = Text(label, "secondary")
    words.setBuddy(control)
    head = boxes.row(words, None, spacing=Space.S)
    if hint:
        head.addWidget(Text(hint, "caption"), 0, Qt.AlignmentFlag.AlignRight)
    box.addLayout(head)
    box.addWidget(control)
    if not control.accessibleName():
        control.setAccessibleName(label)
    whole.setFocusProxy(control)
    return whole
