"""A store that cannot be used: each trouble in its own words, the text still there to copy."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import StoreUnavailable, Trouble
from desktop.ui.shell import trouble_words
from desktop.ui.shell.trouble_view import TroubleView

PATH = str(Path.home() / "dossier" / "poste.sqlite")
SPACE = Qt.Key.Key_Space


@pytest.fixture
def view(window):
    error = StoreUnavailable(Trouble.DISK_FULL, PATH, "database or disk is full")
    made = TroubleView(error, "Geste de 5\u00a0€ proposé,\naccepté.")
    window.cover(made)
    return made


@pytest.mark.parametrize("say", [trouble_words.title, trouble_words.what, trouble_words.remedy])
def test_each_trouble_has_its_own_sentence(say):
    said = [say(trouble) for trouble in Trouble]
    assert len(set(said)) == len(Trouble)
    assert all(said)


@pytest.mark.parametrize("trouble", list(Trouble))
def test_it_says_what_happened_what_to_do_and_that_nothing_was_overwritten(qtbot, trouble):
    view = TroubleView(StoreUnavailable(trouble, PATH))
    qtbot.addWidget(view)
    for part in (trouble_words.what(trouble), trouble_words.remedy(trouble)):
        assert part in view.words()
    assert "Rien n’a été écrasé." in view.words()
    assert view.path.text() == str(Path("~/dossier/poste.sqlite"))


def test_one_may_try_again_or_leave(qtbot, view):
    assert view.retry.hasFocus()
    with qtbot.waitSignal(view.retry_asked):
        QTest.keyClick(view.retry, SPACE)
    view.set_busy(True)
    assert not view.retry.isEnabled()
    view.quit.setFocus()
    with qtbot.waitSignal(view.quit_asked):
        QTest.keyClick(view.quit, SPACE)


def test_what_was_written_is_still_there_and_can_be_copied(view):
    assert view.text.isVisible()
    assert view.text.text() == "Geste de 5 € proposé,\naccepté."
    view.copy_text.setFocus()
    QTest.keyClick(view.copy_text, SPACE)
    assert QGuiApplication.clipboard().text() == "Geste de 5\u00a0€ proposé,\naccepté."
    assert view.copy_text.text() == "Copié"
    QTest.keyClicks(view.text, "autre chose")
    assert view.text.text() == "Geste de 5 € proposé,\naccepté."


def test_the_detail_can_be_copied(view):
    view.copy.setFocus()
    QTest.keyClick(view.copy, SPACE)
    assert QGuiApplication.clipboard().text().splitlines() == [
        "disk_full",
        PATH,
        "database or disk is full",
    ]


def test_without_text_no_empty_field_is_shown(window):
    view = TroubleView(StoreUnavailable(Trouble.LOCKED, PATH))
    window.cover(view)
    assert not view.text.isVisible()
    assert not view.copy_text.isVisible()


def test_every_stop_has_a_name(view):
    for widget in view.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert widget.accessibleName(), widget
