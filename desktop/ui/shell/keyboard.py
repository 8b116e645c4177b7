"""Decides, at each key, whether it is an action's or belongs to what has the focus."""

import sys
from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from desktop.ui.kit.keys import digit_of
from desktop.ui.shell import key_rules

Ready = Callable[[str], bool | None]
Press = Callable[[str], bool]

CAPTURES: Final = "captures_keys"
"""Property of a widget that takes every key itself."""

_UNDO: Final = "Ctrl+Z"
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
_GROUP: Final = Qt.KeyboardModifier.GroupSwitchModifier
_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier


class Keyboard(QObject):
    """Watches only the widget that has the focus, so that it costs nothing elsewhere.

    `ready(key)` tells whether an action could run now (None: no action has the key);
    `press(key)` runs it.
    """

    def __init__(
        self,
        window: QWidget,
        parent: QObject,
        ready: Ready,
        press: Press,
        over_forms: Press = lambda _key: False,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._ready = ready
        self._press = press
        self._over_forms = over_forms
        self._watched: QWidget | None = None
        window.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
            self._follow(None, app.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give each key that is about to become a shortcut to whom it belongs."""
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        return self._sorted(event)

    def _sorted(self, event: QKeyEvent) -> bool:
        key = key_rules.of_combination(event.keyCombination())
        ready = self._ready(key)
        if ready is None:
            return self._by_place(event)
        if not ready or self._keeps(key) or (key == _UNDO and can_undo(self._focus())):
            # Accepted here, it is no shortcut any more: the widget gets an ordinary key press.
            event.accept()
            return key != _UNDO
        event.ignore()
        return True

    def _keeps(self, key: str) -> bool:
        """Tell whether what has the focus takes this key from the action that has it."""
        focus = self._focus()
        return captured(focus) or (kept_for(focus) and not self._over_forms(key))

    def _by_place(self, event: QKeyEvent) -> bool:
        """Run Ctrl or Alt and a digit for the digits row of AZERTY, whose keys type & é " ' without Shift."""
        key = digit_key(event)
        if not key or event.isAutoRepeat() or not self._ready(key) or kept_for(self._focus()):
            return False
        event.accept()
        return self._press(key)

    def _focus(self) -> QWidget | None:
        return QApplication.focusWidget()

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = None
        if new is not None and new is not self._window and new.window() is self._window:
            self._watched = new
            new.installEventFilter(self)


def can_undo(widget: QWidget | None) -> bool:
    """Tell whether `widget` is a field where something written can be taken back."""
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable() and not widget.isReadOnly()
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return widget.document().isUndoAvailable() and not widget.isReadOnly()
    return False


def kept_for(widget: QWidget | None) -> bool:
    """Tell whether all keys are `widget`'s: it lies in an overlay, or waits for a key to be chosen."""
    from desktop.ui.kit.overlay import Overlay

    return captured(widget) or any(isinstance(one, Overlay) for one in _upwards(widget))


def captured(widget: QWidget | None) -> bool:
    """Tell whether `widget`, or what it lies in, takes every key without exception."""
    return any(one.property(CAPTURES) for one in _upwards(widget))


def _upwards(widget: QWidget | None) -> Iterator[QWidget]:
    while widget is not None:
        yield widget
        widget = widget.parentWidget()


def digit_key(event: QKeyEvent, platform: str = sys.platform) -> str:
    """Return "Ctrl+1" or "Alt+1" for a key of the digits row, as AZERTY has it; else "".

    Not for Alt with the keypad, which types signs by their number on Windows, nor for the Mac's
    Option key, which types [ and { there.
    """
    modifiers = event.modifiers()
    by_alt = bool(modifiers & _ALT)
    if modifiers & _GROUP or bool(modifiers & _CONTROL) == by_alt:
        return ""
    if by_alt and (platform == "darwin" or modifiers & _KEYPAD):
        return ""
    bare = QKeyEvent(
        event.type(),
        event.key(),
        modifiers & ~(_ALT if by_alt else _CONTROL),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
    )
    digit = digit_of(bare)
    return "" if digit is None else f"{'Alt' if by_alt else 'Ctrl'}+{digit}"
