"""A label of several lines that asks its layout for the height it needs."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.kit.text import Text


class WrapLabel(Text):
    """Plain text on as many lines as it takes: never cut, never pushing its column wider."""

    def __init__(
        self, text: str = "", role: str = "body", tone: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, role, tone, parent)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hold the height that the new width asks for: nested layouts forget it otherwise."""
        super().resizeEvent(event)
        self.setMinimumHeight(max(self.heightForWidth(event.size().width()), 0))

    def setText(self, text: str) -> None:
        """Show other words, and measure again."""
        super().setText(text)
        self.setMinimumHeight(max(self.heightForWidth(self.width()), 0))

    def minimumSizeHint(self) -> QSize:
        """Allow any width: the words wrap."""
        return QSize(0, super().minimumSizeHint().height())
