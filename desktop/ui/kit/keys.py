"""Keys as French keyboards have them: digits of the AZERTY row, and shortcuts in words."""

import sys
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent

_K: Final = Qt.Key

_WINDOWS: Final = {code: (code - 1) % 10 for code in range(0x02, 0x0C)}
_X11: Final = {code: (code - 9) % 10 for code in range(0x0A, 0x14)}
_MAC: Final = {
    0x12: 1,
    0x13: 2,
    0x14: 3,
    0x15: 4,
    0x17: 5,
    0x16: 6,
    0x1A: 7,
    0x1C: 8,
    0x19: 9,
    0x1D: 0,
}
_AZERTY: Final = {
    _K.Key_Ampersand: 1,
    _K.Key_Eacute: 2,
    _K.Key_QuoteDbl: 3,
    _K.Key_Apostrophe: 4,
    _K.Key_ParenLeft: 5,
    _K.Key_Minus: 6,
    _K.Key_Egrave: 7,
    _K.Key_Underscore: 8,
    _K.Key_Ccedilla: 9,
    _K.Key_Agrave: 0,
}
_ALTGR_SYMBOLS: Final = frozenset("~#{[|`\\^@]}¤€")
"""What AltGr types on the digits row: never a digit, even where AltGr is not reported."""

_X11_ALTGR: Final = 0x80
_REFUSED: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
    | Qt.KeyboardModifier.GroupSwitchModifier
)


def digit_of(event: QKeyEvent, platform: str = sys.platform) -> int | None:
    """Return the digit that `event` means, or None.

    The digits row counts by its place, shifted or not, so that AZERTY needs no Shift; the keypad
    counts by its figures. Ctrl, Alt, Meta and AltGr never count.
    """
    modifiers = event.modifiers()
    if modifiers & _REFUSED:
        return None
    if modifiers & Qt.KeyboardModifier.KeypadModifier:
        return _figure(event.key())
    shifted = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
    if not shifted and _typed_with_altgr(event, platform):
        return None
    figure = _figure(event.key())
    if _has_place(event, platform):
        # A figure off the row comes from a remote desktop, a pad, or another layout.
        place = _by_place(event, platform)
        return figure if place is None else place
    if figure is None and not shifted:
        return _AZERTY.get(_K(event.key()))
    return figure


def _figure(key: int) -> int | None:
    return key - _K.Key_0 if _K.Key_0 <= key <= _K.Key_9 else None


def _typed_with_altgr(event: QKeyEvent, platform: str) -> bool:
    if platform.startswith("linux") and event.nativeModifiers() & _X11_ALTGR:
        return True
    return event.text() in _ALTGR_SYMBOLS and bool(event.text())


def _has_place(event: QKeyEvent, platform: str) -> bool:
    if platform == "darwin":
        return event.nativeVirtualKey() != 0
    return event.nativeScanCode() != 0


def _by_place(event: QKeyEvent, platform: str) -> int | None:
    if platform == "darwin":
        return _MAC.get(event.nativeVirtualKey())
    table = _WINDOWS if platform == "win32" else _X11
    return table.get(event.nativeScanCode())


def key_text(sequence: str) -> str:
    """Return a portable shortcut in words: "Ctrl+Return" is « Ctrl+Entrée »."""
    return "+".join(_named(part) for part in _parts(sequence))


def key_symbol(sequence: str) -> str:
    """Return the same, short enough for a key cap: "Ctrl+Return" is « Ctrl ⏎ »."""
    signs = {"Return": "⏎", "Enter": "⏎", "Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
    return " ".join(signs.get(part, _named(part)) for part in _parts(sequence))


def _parts(sequence: str) -> list[str]:
    if sequence.endswith("++"):
        return [*sequence[:-2].split("+"), "+"]
    return sequence.split("+") if sequence != "+" else ["+"]


def _named(part: str) -> str:
    words = {
        "Ctrl": QCoreApplication.translate("Keys", "Ctrl"),
        "Alt": QCoreApplication.translate("Keys", "Alt"),
        "Shift": QCoreApplication.translate("Keys", "Maj"),
        "Return": QCoreApplication.translate("Keys", "Entrée"),
        "Enter": QCoreApplication.translate("Keys", "Entrée"),
        "Esc": QCoreApplication.translate("Keys", "Échap"),
        "Tab": QCoreApplication.translate("Keys", "Tab"),
        "Space": QCoreApplication.translate("Keys", "Espace"),
        "Backspace": QCoreApplication.translate("Keys", "Retour arrière"),
        "Del": QCoreApplication.translate("Keys", "Suppr"),
        "Ins": QCoreApplication.translate("Keys", "Inser"),
        "Home": QCoreApplication.translate("Keys", "Début"),
        "End": QCoreApplication.translate("Keys", "Fin"),
        "PgUp": QCoreApplication.translate("Keys", "Page préc."),
        "PgDown": QCoreApplication.translate("Keys", "Page suiv."),
        "Left": QCoreApplication.translate("Keys", "Gauche"),
        "Right": QCoreApplication.translate("Keys", "Droite"),
        "Up": QCoreApplication.translate("Keys", "Haut"),
        "Down": QCoreApplication.translate("Keys", "Bas"),
    }
    return words.get(part, part)
