"""What every button shares: Enter presses it as Space does, which Qt does in its dialogs only."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton


class PushButton(QPushButton):
    """A button that widgets painted by themselves derive from."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press once with Enter, however long it is held; Ctrl+Enter belongs to the window."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)
