"""Which keys an action may have: one way of writing each, and why some are refused."""

from enum import StrEnum
from typing import Any, Final

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

_M: Final = Qt.KeyboardModifier
_K: Final = Qt.Key
_F_KEYS: Final = range(_K.Key_F1, _K.Key_F35 + 1)
_WRITING: Final = frozenset(
    {
        "Ctrl+A",
        "Ctrl+C",
        "Ctrl+V",
        "Ctrl+X",
        "Ctrl+Y",
        "Ctrl+Shift+Z",
        "Ctrl+Left",
        "Ctrl+Right",
        "Ctrl+Backspace",
        "Ctrl+Del",
        "Ctrl+Home",
        "Ctrl+End",
    }
)
"""What people use while they write: an action with one of these would take it from them."""

_SYSTEM: Final = frozenset({"Alt+F4", "Alt+Tab", "Alt+Esc", "Alt+Space", "Ctrl+Esc"})


class KeyProblem(StrEnum):
    """Why a key cannot be given to an action."""

    NONE = "none"
    """Nothing that could be a key was pressed."""
    BARE = "bare"
    """It types something, or moves, in a field or a list."""
    ALT_GR = "alt_gr"
    """Ctrl+Alt is AltGr: it types @ € # { }."""
    WRITING = "writing"
    """Fields need it: copy, paste, undo."""
    SYSTEM = "system"
    """The system takes it first."""
    TAKEN = "taken"
    """Another action has it."""


def normal(key: str) -> str:
    """Return the one portable way of writing `key` ("ctrl+enter" is "Ctrl+Return"), "" if none."""
    sequence = QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText)
    if sequence.count() != 1 or _first(sequence).key() == _K.Key_unknown:
        return ""
    return of_combination(_first(sequence))


def of_combination(pressed: QKeyCombination) -> str:
    """Return the same for a key pressed with modifiers; both Enter keys are one."""
    key = _K.Key_Return if pressed.key() == _K.Key_Enter else pressed.key()
    modifiers = pressed.keyboardModifiers() & ~_M.KeypadModifier
    if key == _K.Key_Backtab:
        key, modifiers = _K.Key_Tab, modifiers | _M.ShiftModifier
    combination = QKeyCombination(modifiers, key)
    return QKeySequence(combination).toString(QKeySequence.SequenceFormat.PortableText)


def variants(key: str) -> tuple[str, ...]:
    """Return the sequences that Qt must listen to for `key`: the keypad's Enter counts as well."""
    if key.endswith("Return"):
        return key, key.removesuffix("Return") + "Enter"
    if key.endswith("Shift+Tab"):
        return key, key.removesuffix("Tab") + "Backtab"
    return (key,)


def problem_of(key: str) -> KeyProblem | None:
    """Return why the normal form `key` may not be an action's, whoever else has it; None if it may."""
    sequence = QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText)
    if sequence.count() != 1:
        return KeyProblem.NONE
    modifiers, pressed = _first(sequence).keyboardModifiers(), _first(sequence).key()
    control, alt = bool(modifiers & _M.ControlModifier), bool(modifiers & _M.AltModifier)
    if (control and alt) or modifiers & _M.GroupSwitchModifier:
        return KeyProblem.ALT_GR
    if key in _SYSTEM:
        return KeyProblem.SYSTEM
    if key in _WRITING:
        return KeyProblem.WRITING
    if pressed in _F_KEYS or control or (alt and not _types(pressed)):
        return None
    return KeyProblem.BARE


def _types(key: Qt.Key) -> bool:
    """Tell whether `key` with Alt alone opens a menu or types a sign; digits of the row do not."""
    return key < _K.Key_Escape and not _K.Key_0 <= key <= _K.Key_9


def _first(sequence: QKeySequence) -> QKeyCombination:
    indexed: Any = sequence  # Qt's stubs forget that it can be indexed
    first: QKeyCombination = indexed[0]
    return first
