"""The sheet of keys and the keys editor, by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.shell.actions import Group
from desktop.ui.shell.keys_editor import KeysEditor
from desktop.ui.shell.keys_view import KeysView

CTRL = Qt.KeyboardModifier.ControlModifier
SPACE = Qt.Key.Key_Space


@pytest.fixture
def filled(actions, ran):
    actions.add(
        [
            ran.action("search", "F2", title="Chercher un client", group=Group.GO),
            ran.action("step_off", "F4", title="M’écarter", group=Group.GUIDE),
            ran.action("wrap", "F8", title="Clore", group=Group.CONTACT),
            ran.action("settings", title="Réglages", group=Group.WINDOW),
        ]
    )
    return actions


@pytest.fixture
def editor(window, filled):
    made = KeysEditor(filled)
    window.add_page("settings", made)
    window.show_page("settings")
    return made


@pytest.fixture
def sheet(window, filled):
    return KeysView(window, filled)


def lines(sheet):
    return [words for one in sheet.sections for words, line in one._lines if not line.isHidden()]


def test_the_sheet_has_every_key(sheet):
    sheet.open()
    assert sheet.field.hasFocus()
    shown = lines(sheet)
    assert [one for one in shown if "F2" in one or "F4" in one or "F8" in one] == shown[:3]
    assert not any("Réglages" in one for one in shown)


def test_the_sheet_is_searched_by_words_or_by_key(sheet):
    sheet.open()
    QTest.keyClicks(sheet.field, "ecart")
    assert len(lines(sheet)) == 1
    sheet.field.clear()
    QTest.keyClicks(sheet.field, "f8")
    assert [words.split()[0] for words in lines(sheet)] == ["Clore"]


def test_the_sheet_shows_the_keys_in_force(sheet, filled):
    filled.change("wrap", "F9")
    sheet.open()
    assert any("F9" in words for words in lines(sheet))


def test_the_sheet_leads_to_the_editor(qtbot, sheet):
    sheet.open()
    QTest.keyClick(sheet.field, Qt.Key.Key_Tab)
    assert sheet.change.hasFocus()
    with qtbot.waitSignal(sheet.change_asked):
        QTest.keyClick(sheet.change, SPACE)
    assert not sheet.isVisible()


def begin(editor, action):
    row = editor.rows[action]
    row.change.setFocus()
    QTest.keyClick(row.change, SPACE)
    assert row.capture.hasFocus()
    return row


def test_a_key_is_changed_by_pressing_it(qtbot, editor, filled, ran):
    row = begin(editor, "step_off")
    QTest.keyClick(row.capture, Qt.Key.Key_Control, CTRL)
    with qtbot.waitSignal(editor.changed) as told:
        QTest.keyClick(row.capture, Qt.Key.Key_E, CTRL)
    assert told.args == [{"step_off": "Ctrl+E"}]
    assert filled.keys_of("step_off") == ("Ctrl+E",)
    assert row.change.hasFocus()
    assert row.problem.isHidden()
    assert ran == []


@pytest.mark.parametrize(
    ("key", "modifiers", "said"),
    [
        (Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier, "F8 sert déjà à «\u202fClore\u202f»."),
        (Qt.Key.Key_E, CTRL | Qt.KeyboardModifier.AltModifier, "AltGr"),
        (Qt.Key.Key_E, Qt.KeyboardModifier.NoModifier, "ajoutez Ctrl"),
        (Qt.Key.Key_C, CTRL, "quand on écrit"),
    ],
)
def test_a_key_that_does_not_fit_is_told_beside_it(editor, filled, ran, key, modifiers, said):
    row = begin(editor, "step_off")
    QTest.keyClick(row.capture, key, modifiers)
    assert said in row.problem.text()
    assert row.problem.isVisible()
    assert row.capture.hasFocus()
    assert filled.keys_of("step_off") == ("F4",)
    assert ran == []
    QTest.keyClick(row.capture, Qt.Key.Key_F9)
    assert filled.keys_of("step_off") == ("F9",)
    assert not row.problem.isVisible()


def test_its_own_key_pressed_again_is_no_clash_and_runs_nothing(editor, filled, ran):
    row = begin(editor, "step_off")
    QTest.keyClick(row.capture, Qt.Key.Key_F4)
    assert filled.keys_of("step_off") == ("F4",)
    assert ran == []


def test_escape_leaves_the_key_as_it_was(editor, filled):
    row = begin(editor, "step_off")
    QTest.keyClick(row.capture, Qt.Key.Key_Escape)
    assert row.change.hasFocus()
    assert filled.overrides() == {}


def test_the_digits_row_gives_its_digit(editor, filled):
    row = begin(editor, "settings")
    QTest.keyClick(row.capture, Qt.Key.Key_Eacute, CTRL)
    assert filled.keys_of("settings") == ("Ctrl+2",)


def test_a_key_can_be_taken_off_and_given_back(editor, filled):
    row = begin(editor, "wrap")
    assert row.reset.isHidden()
    QTest.keyClick(row.capture, Qt.Key.Key_Delete)
    assert filled.keys_of("wrap") == ()
    row.reset.setFocus()
    QTest.keyClick(row.reset, SPACE)
    assert filled.keys_of("wrap") == ("F8",)
    assert row.reset.isHidden()
    assert row.change.hasFocus()


def test_all_are_given_back_at_once(qtbot, editor, filled):
    assert not editor.reset_all.isEnabled()
    filled.set_overrides({"step_off": "F8", "wrap": "F4"})
    assert editor.reset_all.isEnabled()
    editor.reset_all.setFocus()
    with qtbot.waitSignal(editor.changed) as told:
        QTest.keyClick(editor.reset_all, SPACE)
    assert told.args == [{}]
    assert filled.keys_of("wrap") == ("F8",)


def test_every_stop_of_the_editor_has_a_name(editor):
    for widget in editor.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert widget.accessibleName(), widget
    QApplication.processEvents()
    row = editor.rows["step_off"]
    assert row.change.accessibleName() == "Changer la touche de «\u202fM’écarter\u202f», F4"
