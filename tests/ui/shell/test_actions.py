"""The registry: keys run actions, clashes are told, the person's own keys are kept apart."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest

from desktop.ui.shell import key_rules
from desktop.ui.shell.actions import KeyClash, UnfitKey
from desktop.ui.shell.key_rules import KeyProblem

F4, F8 = Qt.Key.Key_F4, Qt.Key.Key_F8
CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_key_runs_its_action_while_one_types(window, actions, ran):
    actions.add([ran.action("step_off", "F4"), ran.action("save", "Ctrl+Return")])
    for field in (window.form.line, window.form.area):
        field.setFocus()
        QTest.keyClick(field, F4)
        QTest.keyClick(field, Qt.Key.Key_Return, CTRL)
        QTest.keyClick(field, Qt.Key.Key_Enter, CTRL | Qt.KeyboardModifier.KeypadModifier)
    assert ran == ["step_off", "save", "save"] * 2
    assert window.form.line.text() == window.form.area.text() == ""


def test_an_action_that_cannot_run_leaves_its_key_to_the_field(window, actions, ran):
    actions.add([ran.action("save", "Ctrl+Return", enabled=lambda: False)])
    QTest.keyClick(window.form.line, Qt.Key.Key_Return, CTRL)
    assert ran == []
    assert not actions.run("save")


def test_two_actions_of_one_key_are_told_by_name(actions, ran):
    actions.add([ran.action("first", "F4")])
    with pytest.raises(KeyClash) as told:
        actions.add([ran.action("second", "ctrl+k", "f4")])
    assert (told.value.first, told.value.second, told.value.key) == ("first", "second", "F4")
    with pytest.raises(KeyClash):
        actions.add([ran.action("third", "Ctrl+Enter"), ran.action("fourth", "Ctrl+Return")])


@pytest.mark.parametrize("key", ["Ctrl+Alt+E", "Ctrl+Alt+0", "é", "1", "A", "Esc", "Return", ""])
def test_no_action_is_written_with_a_key_that_none_may_have(actions, ran, key):
    with pytest.raises(UnfitKey):
        actions.add([ran.action("bad", key)])


@pytest.mark.parametrize(
    ("key", "problem"),
    [
        ("E", KeyProblem.BARE),
        ("2", KeyProblem.BARE),
        ("Shift+E", KeyProblem.BARE),
        ("Tab", KeyProblem.BARE),
        ("Esc", KeyProblem.BARE),
        ("Alt+E", KeyProblem.BARE),
        ("Ctrl+Alt+E", KeyProblem.ALT_GR),
        ("Ctrl+C", KeyProblem.WRITING),
        ("Alt+F4", KeyProblem.SYSTEM),
        ("", KeyProblem.NONE),
        ("F9", None),
        ("Shift+F3", None),
        ("Ctrl+Shift+E", None),
        ("Alt+Left", None),
        ("Alt+1", None),
        ("Ctrl+Tab", None),
        ("Ctrl+Z", None),
    ],
)
def test_which_keys_an_action_may_have(key, problem):
    assert key_rules.problem_of(key) == problem


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("ctrl+enter", "Ctrl+Return"),
        ("CTRL+return", "Ctrl+Return"),
        ("Ctrl+Shift+Backtab", "Ctrl+Shift+Tab"),
        ("f4", "F4"),
        ("Ctrl+K, Ctrl+B", ""),
        ("nothing", ""),
    ],
)
def test_one_way_of_writing_each_key(written, normal):
    assert key_rules.normal(written) == normal


def test_another_key_takes_the_place_of_the_first(qtbot, window, actions, ran):
    actions.add([ran.action("step_off", "F4"), ran.action("wrap", "F8")])
    with qtbot.waitSignal(actions.changed):
        assert actions.change("step_off", "Ctrl+Shift+E") is None
    QTest.keyClick(window.form.line, F4)
    assert ran == []
    QTest.keyClick(window.form.line, Qt.Key.Key_E, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert ran == ["step_off"]
    assert actions.overrides() == {"step_off": "Ctrl+Shift+E"}


def test_a_key_in_use_is_refused_with_the_name_of_who_has_it(actions, ran):
    actions.add([ran.action("step_off", "F4"), ran.action("wrap", "F8")])
    refused = actions.change("step_off", "F8")
    assert refused is not None
    assert (refused.problem, refused.other.id) == (KeyProblem.TAKEN, "wrap")
    assert actions.keys_of("step_off") == ("F4",)


def test_a_key_may_be_taken_off_and_given_back(window, actions, ran):
    actions.add([ran.action("step_off", "F4"), ran.action("wrap", "F8")])
    assert actions.change("step_off", "") is None
    assert actions.keys_of("step_off") == ()
    assert actions.change("wrap", "F4") is None
    refused = actions.reset("step_off")
    assert refused is not None
    assert refused.other.id == "wrap"
    assert actions.reset("wrap") is None
    assert actions.reset("step_off") is None
    QTest.keyClick(window.form.line, F4)
    QTest.keyClick(window.form.line, F8)
    assert ran == ["step_off", "wrap"]
    assert actions.overrides() == {}


def test_kept_keys_that_no_longer_fit_are_left_aside(actions, ran):
    actions.add([ran.action("step_off", "F4"), ran.action("wrap", "F8"), ran.action("pause")])
    kept = {"step_off": "F8", "gone": "F9", "wrap": "E", "pause": "F5"}
    assert set(actions.set_overrides(kept)) == {"step_off", "gone", "wrap"}
    assert actions.keys_of("step_off") == ("F4",)
    assert actions.keys_of("wrap") == ("F8",)
    assert actions.overrides() == {"pause": "F5"}


def test_two_actions_may_have_swapped_their_keys(window, actions, ran):
    actions.add([ran.action("step_off", "F4"), ran.action("wrap", "F8")])
    assert actions.set_overrides({"step_off": "F8", "wrap": "F4"}) == ()
    QTest.keyClick(window.form.line, F4)
    assert ran == ["wrap"]


def test_all_keys_come_back_at_once(actions, ran):
    actions.add([ran.action("step_off", "F4"), ran.action("wrap", "F8")])
    actions.set_overrides({"step_off": "F8", "wrap": "F4"})
    actions.reset_all()
    assert (actions.keys_of("step_off"), actions.keys_of("wrap")) == (("F4",), ("F8",))


def test_after_somebody_left_the_next_has_the_keys_alone(window, actions, ran):
    from desktop.ui.shell.actions import Actions

    actions.add([ran.action("first", "F4", "Ctrl+1"), ran.action("other", "F8")])
    actions.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    again = Actions(window)
    again.add([ran.action("second", "F4", "Ctrl+1")])
    for key, modifiers in ((F4, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Ampersand, CTRL)):
        QTest.keyClick(window.form.line, key, modifiers)
    QTest.keyClick(window.form.line, F8)
    assert ran == ["second", "second"]


def test_keys_are_laid_once_whoever_brings_more(window, actions, ran):
    actions.add([ran.action("step_off", "F4")])
    laid = list(actions._shortcuts)
    actions.add([ran.action("close", "F8")])
    assert actions._shortcuts[: len(laid)] == laid
    assert actions.set_overrides({}) == ()
    assert actions._shortcuts[: len(laid)] == laid
    QTest.keyClick(window, F4)
    QTest.keyClick(window, F8)
    assert ran == ["step_off", "close"]
