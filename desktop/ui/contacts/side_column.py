"""The window's right column: the wrap-up card, and under it what else stands there."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.kit.tokens import Space


class SideColumn(QWidget):
    """Where the window is low the card scrolls within itself, so that closing stays in sight."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.M)
        for part in parts:
            box.addWidget(part)
        box.addStretch(1)

    def hasHeightForWidth(self) -> bool:
        """Let a scroll area around it ask for the least height and not for the preferred one."""
        return False
