"""Choosing who to be: by digit, by letters, by arrows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.domain.ids import PersonId, TeamId
from desktop.domain.people import Person, Role
from desktop.ui.kit.chip import Chip
from desktop.ui.shell.sign_in_view import SignInView

TEAM = TeamId("t1")
NAMES = ["Thomas Vasseur", "Élodie Marchand", "Léa Bonnet", "Aïcha Benali"]


def person(id_, name, role=Role.ADVISOR):
    return Person(id=PersonId(id_), name=name, role=role, team_id=TEAM)


LEAD = person("lead", "Nadia Ferrand", Role.LEAD)
PEOPLE = [person(str(place), name) for place, name in enumerate(NAMES)] + [LEAD]


@pytest.fixture
def view(window):
    made = SignInView("Fibrelia")
    window.cover(made)
    made.set_people(PEOPLE, {TEAM: "Angers"})
    made.taken = []
    made.picked.connect(made.taken.append)
    return made


def names(view):
    return [one.name for one in view.shown()]


def test_the_lead_comes_first_then_names_as_one_reads_them(view):
    assert names(view) == [
        "Nadia Ferrand",
        "Aïcha Benali",
        "Élodie Marchand",
        "Léa Bonnet",
        "Thomas Vasseur",
    ]
    assert view.list.hasFocus()


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_4, Qt.Key.Key_Apostrophe], ids=["keypad or Shift", "AZERTY row"]
)
def test_a_digit_chooses(view, key):
    QTest.keyClick(view.list, key)
    assert [one.name for one in view.taken] == ["Léa Bonnet"]


def test_a_digit_without_anybody_chooses_nobody(view):
    QTest.keyClick(view.list, Qt.Key.Key_9)
    QTest.keyClick(view.list, Qt.Key.Key_0)
    assert view.taken == []


def test_a_name_comes_before_a_role_or_a_team_of_the_same_letters(view):
    bore_the_teams_name = person("a", "Ange Roux")
    view.set_people([*PEOPLE, bore_the_teams_name], {TEAM: "Angers"})
    QTest.keyClicks(view.field, "ange")
    assert names(view)[0] == "Ange Roux"
    assert len(names(view)) == len(PEOPLE) + 1


def test_letters_filter_from_the_list_and_enter_chooses(view):
    QTest.keyClick(view.list, Qt.Key.Key_L)
    assert view.field.hasFocus()
    QTest.keyClicks(view.field, "ea")
    assert names(view) == ["Léa Bonnet"]
    QTest.keyClick(view.field, Qt.Key.Key_Return)
    assert [one.name for one in view.taken] == ["Léa Bonnet"]


def test_an_accent_is_a_letter_in_the_field_not_a_digit(view):
    view.field.setFocus()
    QTest.sendKeyEvent(
        QTest.KeyAction.Click,
        view.field,
        Qt.Key.Key_Eacute,
        "é",
        Qt.KeyboardModifier.NoModifier,
    )
    QTest.keyClicks(view.field, "lo")
    assert names(view) == ["Élodie Marchand"]
    assert view.taken == []


def test_arrows_move_from_the_field(view):
    view.field.setFocus()
    QTest.keyClick(view.field, Qt.Key.Key_Down)
    QTest.keyClick(view.field, Qt.Key.Key_Down)
    QTest.keyClick(view.field, Qt.Key.Key_Up)
    QTest.keyClick(view.field, Qt.Key.Key_Return)
    assert [one.name for one in view.taken] == ["Aïcha Benali"]


def test_arrows_and_enter_in_the_list(view):
    QTest.keyClick(view.list, Qt.Key.Key_Down)
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    assert [one.name for one in view.taken] == ["Aïcha Benali"]


def test_nobody_of_that_name_is_said(view):
    view.field.setFocus()
    QTest.keyClicks(view.field, "zzz")
    assert names(view) == []
    assert view._none.isVisible()
    QTest.keyClick(view.field, Qt.Key.Key_Return)
    assert view.taken == []


def test_role_and_team_are_read_aloud(view):
    index = view.list.model().index(0, 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Nadia Ferrand, Responsable d’équipe · Angers"


def test_progress_stands_in_the_place_of_the_list(view):
    view.set_progress("Création de 2 000 clients…", 0.424)
    assert not view.list.isVisible()
    assert view._progress.words() == "Création de 2 000 clients…"
    assert view._progress._share.text() == "42\u00a0%"
    view.set_people(PEOPLE, {})
    assert view.list.isVisible()
    assert not view._progress.isVisible()


def test_outside_the_demonstration_nothing_is_said_of_it(qtbot):
    view = SignInView("")
    qtbot.addWidget(view)
    assert view.findChildren(Chip) == []
    made = SignInView("Fibrelia")
    qtbot.addWidget(made)
    assert [chip.text() for chip in made.findChildren(Chip)] == ["Démonstration"]
