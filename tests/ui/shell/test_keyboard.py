"""Whose a key is: AltGr's signs and digits are the field's, Ctrl+Z is whose there is to undo."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from desktop.ui.kit.overlay import Overlay
from desktop.ui.kit.textfield import TextField
from desktop.ui.shell.keyboard import digit_key
from tests.ui.shell.conftest import Form

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier
ALT_GR = Qt.KeyboardModifier.GroupSwitchModifier

SIGNS = "é@€#{}|~[]\\^`&\"'(-è_çà)=¤"
ROW = (
    Qt.Key.Key_Ampersand,
    Qt.Key.Key_Eacute,
    Qt.Key.Key_QuoteDbl,
    Qt.Key.Key_Apostrophe,
    Qt.Key.Key_ParenLeft,
    Qt.Key.Key_Minus,
    Qt.Key.Key_Egrave,
    Qt.Key.Key_Underscore,
    Qt.Key.Key_Ccedilla,
    Qt.Key.Key_Agrave,
)
LETTERS = [Qt.Key(Qt.Key.Key_A + place) for place in range(26)]
DIGITS = [Qt.Key(Qt.Key.Key_0 + place) for place in range(10)]


@pytest.fixture
def every(actions, ran):
    """Actions on every key that one may give: all F keys, all of Ctrl and Ctrl+Shift."""
    keys = [f"F{place}" for place in range(1, 13)]
    free = list("BDEFGHIJKLMNOPQRSTUW")
    keys += [f"Ctrl+{sign}" for sign in [*free, *"0123456789"]]
    keys += [f"Alt+{digit}" for digit in range(10)]
    keys += [f"Ctrl+Shift+{sign}" for sign in free]
    actions.add([ran.action(key, key) for key in keys])
    return actions


@pytest.mark.parametrize("name", ["line", "area"])
def test_no_sign_of_azerty_runs_anything(window, every, ran, name):
    field = getattr(window.form, name)
    field.setFocus()
    for sign in SIGNS:
        code = Qt.Key.Key_unknown if ord(sign) > 0xFF else Qt.Key(ord(sign.upper()))
        QTest.sendKeyEvent(QTest.KeyAction.Click, field, code, sign, Qt.KeyboardModifier.NoModifier)
    assert field.text() == SIGNS
    assert ran == []


@pytest.mark.parametrize("modifiers", [ALT_GR, CTRL | ALT, CTRL | ALT | ALT_GR, ALT_GR | SHIFT])
def test_nothing_runs_with_alt_gr(window, every, ran, modifiers):
    for key in (*ROW, *LETTERS, *DIGITS, Qt.Key.Key_At, Qt.Key.Key_BraceLeft, Qt.Key.Key_Bar):
        QTest.keyClick(window.form.line, key, modifiers)
    assert ran == []


def test_digits_of_the_row_and_the_keypad_are_written(window, every, ran):
    field = window.form.line
    QTest.keyClicks(field, "12")
    QTest.keyClick(field, Qt.Key.Key_3, SHIFT)
    QTest.keyClick(field, Qt.Key.Key_4, KEYPAD)
    assert field.text() == "1234"
    assert ran == []


def test_ctrl_and_the_digits_row_need_no_shift(window, every, ran):
    for field in (window.form.line, window.form.area):
        field.setFocus()
        for key in ROW[:4]:
            QTest.keyClick(field, key, CTRL)
    assert ran == ["Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4"] * 2
    assert window.form.area.text() == ""


def test_alt_and_the_digits_row_too(window, actions, ran):
    actions.add([ran.action("day", "Alt+1"), ran.action("customer", "Alt+2")])
    QTest.keyClick(window.form.line, ROW[0], ALT)
    QTest.keyClick(window.form.line, Qt.Key.Key_2, ALT)
    assert ran == ["day", "customer"]


def test_a_mac_writes_brackets_with_option_and_windows_signs_with_the_keypad():
    kind = QEvent.Type.KeyPress
    bracket = QKeyEvent(kind, Qt.Key.Key_ParenLeft, ALT, 0x17, 0x17, 0)
    assert digit_key(bracket, "darwin") == ""
    assert digit_key(QKeyEvent(kind, Qt.Key.Key_1, ALT | KEYPAD), "win32") == ""
    assert digit_key(QKeyEvent(kind, Qt.Key.Key_Ampersand, CTRL | ALT), "win32") == ""


def test_ctrl_and_a_digit_by_any_other_way(window, every, ran):
    QTest.keyClick(window.form.line, Qt.Key.Key_2, CTRL)
    QTest.keyClick(window.form.line, Qt.Key.Key_2, CTRL | KEYPAD)
    assert ran == ["Ctrl+2", "Ctrl+2"]


@pytest.mark.parametrize("name", ["line", "area"])
def test_ctrl_z_is_the_fields_while_it_has_something_to_undo(window, actions, ran, name):
    actions.add([ran.action("undo", "Ctrl+Z")])
    field = getattr(window.form, name)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert ran == ["undo"]
    QTest.keyClicks(field, "mot")
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert ran == ["undo"]
    assert field.text() == ""
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert ran == ["undo", "undo"]


def test_no_action_runs_over_an_overlay(window, every, ran):
    overlay = Overlay(window, "Dessus")
    field = TextField("Dedans")
    overlay.body.addWidget(field)
    overlay.open()
    QTest.keyClick(field, Qt.Key.Key_F4)
    QTest.keyClick(field, Qt.Key.Key_K, CTRL)
    QTest.keyClick(field, ROW[0], CTRL)
    assert ran == []
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert window.form.line.hasFocus()
    QTest.keyClick(window.form.line, Qt.Key.Key_F4)
    assert ran == ["F4"]


def test_a_call_is_ended_and_answered_over_a_form_but_not_under_a_cover(window, actions, ran):
    actions.add([ran.action("end", "Shift+F9", over_forms=True), ran.action("begin", "F9")])
    overlay = Overlay(window, "Dessus")
    field = TextField("Dedans")
    overlay.body.addWidget(field)
    overlay.open()
    QTest.keyClick(field, Qt.Key.Key_F9)
    QTest.keyClick(field, Qt.Key.Key_F9, SHIFT)
    assert ran == ["end"]
    overlay.dismiss()
    cover = Form()
    window.cover(cover)
    cover.line.setFocus()
    QTest.keyClick(cover.line, Qt.Key.Key_F9, SHIFT)
    assert ran == ["end"]


def test_no_action_runs_under_a_cover(window, every, ran):
    cover = Form()
    window.cover(cover)
    cover.line.setFocus()
    QTest.keyClick(cover.line, Qt.Key.Key_F4)
    QTest.keyClick(cover.line, ROW[0], CTRL)
    assert ran == []


def test_escape_loses_nothing(window, every):
    QTest.keyClicks(window.form.line, "ecrit")
    QTest.keyClick(window.form.line, Qt.Key.Key_Escape)
    assert window.form.line.text() == "ecrit"
    assert window.isVisible()


def test_a_key_held_down_runs_once(window, actions, ran):
    actions.add([ran.action("step_off", "F4")])
    (shortcut,) = actions._shortcuts
    assert not shortcut.autoRepeat()
