"""Enter, and Ctrl+Enter which sends, on the main keyboard and on the keypad."""

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def is_send(event: QEvent) -> bool:
    """Whether this key event is Ctrl+Enter."""
    if not isinstance(event, QKeyEvent) or event.key() not in ENTER:
        return False
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
