"""A column that scrolls, and leaves to the editor the keys that move steps."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop.ui.kit.scroll import ScrollColumn

_MOVING = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier


class PassingColumn(ScrollColumn):
    """Qt's own would scroll for Alt+Up as it does for Up."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let keys with Alt or Ctrl pass."""
        if event.modifiers() & _MOVING:
            event.ignore()
        else:
            super().keyPressEvent(event)
