"""Ctrl+Z and Ctrl+Shift+Z in the editor: the field's own while it has something to take back."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier


class UndoKeys(QObject):
    """Watches what has the focus within `root`: a field would keep the keys even for nothing."""

    def __init__(self, root: QWidget, undo: Callable[[], None], redo: Callable[[], None]) -> None:
        super().__init__(root)
        self._root = root
        self._undo = undo
        self._redo = redo
        self._watched: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key where the field has nothing of its own for it."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._keyed(watched, event)
        return super().eventFilter(watched, event)

    def _keyed(self, watched: QObject, event: QKeyEvent) -> bool:
        modifiers = event.modifiers()
        if event.key() != Qt.Key.Key_Z or modifiers & ~_SHIFT != _CTRL:
            return False
        again = bool(modifiers & _SHIFT)
        if has_own(watched, again=again):
            return False
        (self._redo if again else self._undo)()
        _forget(watched)
        return True

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = None
        if new is not None and self._root.isAncestorOf(new):
            self._watched = new
            new.installEventFilter(self)


def has_own(widget: QObject, *, again: bool) -> bool:
    """Whether the field can take back, or do again, what was written in it."""
    if isinstance(widget, QLineEdit):
        return widget.isRedoAvailable() if again else widget.isUndoAvailable()
    if isinstance(widget, QPlainTextEdit):
        document = widget.document()
        return document.isRedoAvailable() if again else document.isUndoAvailable()
    return False


def _forget(widget: QObject) -> None:
    """What the field could still do again is older than what was taken back just now."""
    if isinstance(widget, QLineEdit):
        place = widget.cursorPosition()
        widget.setText(widget.text())
        widget.setCursorPosition(place)
    elif isinstance(widget, QPlainTextEdit):
        widget.document().clearUndoRedoStacks()
