"""Digits by place on AZERTY, by figure on the keypad, and nothing with Ctrl, Alt or AltGr."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from desktop.ui.kit.keys import digit_of, key_symbol, key_text

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier
AZERTY = "&é\"'(-è_çà"


def press(key, modifiers=NONE, text="", *, scan=0, virtual=0, native=0) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan, virtual, native, text)


def key_for(text: str) -> int:
    return Qt.Key(ord(text.upper()))


@pytest.mark.parametrize(("place", "text"), list(enumerate(AZERTY, 1)))
@pytest.mark.parametrize(("platform", "first"), [("linux", 0x0A), ("win32", 0x02)])
def test_azerty_row_needs_no_shift(platform, first, place, text):
    event = press(key_for(text), text=text, scan=first + place - 1)
    assert digit_of(event, platform) == place % 10


@pytest.mark.parametrize("digit", range(10))
@pytest.mark.parametrize(("platform", "first"), [("linux", 0x0A), ("win32", 0x02)])
def test_shifted_row_counts_too(platform, first, digit):
    scan = first + (digit - 1) % 10
    event = press(Qt.Key.Key_0 + digit, SHIFT, str(digit), scan=scan)
    assert digit_of(event, platform) == digit


@pytest.mark.parametrize(
    ("virtual", "digit"),
    [(0x12, 1), (0x13, 2), (0x14, 3), (0x15, 4), (0x17, 5), (0x16, 6), (0x1A, 7), (0x1C, 8)],
)
def test_mac_row_counts_by_virtual_key(virtual, digit):
    assert digit_of(press(key_for(AZERTY[digit - 1]), virtual=virtual), "darwin") == digit


@pytest.mark.parametrize("digit", range(10))
def test_keypad_counts_by_its_figures(digit):
    event = press(Qt.Key.Key_0 + digit, KEYPAD, str(digit), scan=0x57)
    assert digit_of(event, "linux") == digit
    assert digit_of(press(Qt.Key.Key_End, KEYPAD), "linux") is None


@pytest.mark.parametrize("text", "~#{[|`\\^@€")
def test_altgr_symbols_fire_nothing(text):
    """AltGr may come as Ctrl+Alt, as a group switch, as a native flag, or unannounced."""
    ctrl_alt = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    group = Qt.KeyboardModifier.GroupSwitchModifier
    for modifiers, native in ((ctrl_alt, 0), (group, 0), (NONE, 0x80), (NONE, 0)):
        for platform, scan in (("linux", 0x0B), ("win32", 0x03)):
            event = press(Qt.Key.Key_At, modifiers, text, scan=scan, native=native)
            assert digit_of(event, platform) is None


@pytest.mark.parametrize("modifier", ["ControlModifier", "AltModifier", "MetaModifier"])
def test_modifiers_never_count(modifier):
    event = press(Qt.Key.Key_1, getattr(Qt.KeyboardModifier, modifier), "1", scan=0x0A)
    assert digit_of(event, "linux") is None


@pytest.mark.parametrize(("place", "text"), list(enumerate(AZERTY, 1)))
def test_without_a_place_symbols_of_the_row_count(place, text):
    assert digit_of(press(key_for(text), text=text), "linux") == place % 10
    assert digit_of(press(key_for(text), SHIFT, text), "linux") is None


def test_without_a_place_figures_count():
    assert digit_of(press(Qt.Key.Key_7, text="7"), "linux") == 7
    assert digit_of(press(Qt.Key.Key_7, SHIFT, "7"), "linux") == 7
    assert digit_of(press(Qt.Key.Key_A, text="a"), "linux") is None


def test_letters_with_a_place_are_no_digits():
    assert digit_of(press(Qt.Key.Key_E, text="é", scan=0x1A), "linux") is None


def test_a_figure_off_the_row_is_still_a_figure():
    assert digit_of(press(Qt.Key.Key_5, text="5", scan=0x7C), "linux") == 5
    assert digit_of(press(Qt.Key.Key_5, text="5", virtual=0x41), "darwin") == 5


@pytest.mark.parametrize(
    ("sequence", "words", "symbol"),
    [
        ("Ctrl+Return", "Ctrl+Entrée", "Ctrl ⏎"),
        ("Shift+F3", "Maj+F3", "Maj F3"),
        ("Esc", "Échap", "Échap"),
        ("Alt+Left", "Alt+Gauche", "Alt ←"),
        ("Ctrl++", "Ctrl++", "Ctrl +"),
        ("F2", "F2", "F2"),
    ],
)
def test_shortcuts_are_named_in_french(qapp, sequence, words, symbol):
    assert key_text(sequence) == words
    assert key_symbol(sequence) == symbol
