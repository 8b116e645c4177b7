"""The picker: opened by keys, walked by keys, filtered by typing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop.ui.kit.picker import Picker, path_of
from tests.ui.kit.specimens import CHANNELS, REASONS


@pytest.fixture
def picker(qtbot):
    made = Picker("Motif", REASONS, "Choisir un motif")
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    yield made
    if (still := made.list_shown()) is not None:
        still.close()


@pytest.fixture
def heard(picker):
    picked: list[object] = []
    picker.picked.connect(picked.append)
    return picked


def keys(qtbot, picker, *pressed):
    """Press keys in the open list."""
    for key in pressed:
        field = picker.list_shown().findChild(QLineEdit)
        if isinstance(key, str):
            qtbot.keyClicks(field, key)
        else:
            qtbot.keyClick(field, key)


def test_paths_lead_to_leaves():
    assert [option.label for option in path_of(REASONS, "gap")] == ["Facturation", "Écart"]
    assert path_of(REASONS, None) == ()
    assert path_of(REASONS, "nothing") == ()


def test_its_name_says_what_is_chosen(picker, heard):
    assert picker.accessibleName() == "Motif, Choisir un motif"
    picker.set_value("gap")
    assert picker.accessibleName() == "Motif, Facturation › Écart"
    assert heard == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_keys_open_it(qtbot, picker, key):
    qtbot.keyClick(picker, key)
    assert picker.list_shown().lines() == ("Facturation", "Panne", "Déménagement")


def test_digits_walk_the_tree(qtbot, picker, heard):
    picker.open_list()
    keys(qtbot, picker, Qt.Key.Key_2)
    assert picker.list_shown().lines() == ("Internet", "Télé")
    keys(qtbot, picker, Qt.Key.Key_1)
    assert heard == ["net"]
    assert picker.value == "net"
    assert picker.list_shown() is None


def test_arrows_walk_the_tree(qtbot, picker, heard):
    picker.open_list()
    keys(qtbot, picker, Qt.Key.Key_Down, Qt.Key.Key_Right)
    assert picker.list_shown().lines() == ("Internet", "Télé")
    keys(qtbot, picker, Qt.Key.Key_Left)
    assert picker.list_shown().lines() == ("Facturation", "Panne", "Déménagement")
    keys(qtbot, picker, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert heard == ["late"]


def test_typing_filters_all_leaves_without_accents(qtbot, picker, heard):
    picker.open_list()
    keys(qtbot, picker, "ecart")
    assert picker.list_shown().lines() == ("Facturation › Écart",)
    keys(qtbot, picker, Qt.Key.Key_Return)
    assert heard == ["gap"]


def test_digits_are_typed_once_a_filter_is(qtbot, picker, heard):
    picker.open_list()
    keys(qtbot, picker, "e1")
    assert picker.list_shown().findChild(QLineEdit).text() == "e1"
    assert picker.list_shown().lines() == ()
    keys(qtbot, picker, Qt.Key.Key_Return)
    assert heard == []


def test_escape_changes_nothing(qtbot, picker, heard):
    picker.set_value("tv")
    picker.open_list()
    assert picker.list_shown().lines() == ("Internet", "Télé")
    keys(qtbot, picker, Qt.Key.Key_Escape)
    assert picker.list_shown() is None
    assert (picker.value, heard) == ("tv", [])


def test_options_may_change(picker):
    picker.set_value("gap")
    picker.set_options(CHANNELS)
    assert picker.value is None
    picker.set_value("mail")
    assert picker.accessibleName() == "Motif, E-mail"
