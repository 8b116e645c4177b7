"""Two lists of cards: each stays as long as its key, and the keyboard is led on when its card goes."""

import pytest
from PySide6.QtWidgets import QLineEdit

from desktop.ui.kit import theme
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.waiting_lists import WaitingLists, Words

WORDS = Words(
    title="Demandes", subtitle="La plus ancienne d’abord.", reading="Lecture…",
    none="Plus rien.", done="Fait", failure="Pas enregistré.",
)  # fmt: skip


class FakeLists(WaitingLists[QLineEdit, QLineEdit]):
    def take_focus(self) -> None:
        for card in [*self.waiting.values()][:1]:
            card.setFocus()


@pytest.fixture
def page(qapp, qtbot):
    theme.apply(qapp, "light")
    read: list[None] = []
    made = FakeLists(WORDS, EmptyState("inbox", "Rien", "Encore rien."), lambda: read.append(None))
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    made.activateWindow()
    assert read == [None]
    return made


def cards(*names):
    return {name: lambda name=name: QLineEdit(name) for name in names}


def shown(page):
    """The cards from top to bottom."""
    told = [*page.waiting.values(), *page.done.values()]
    return [card.text() for card in sorted(told, key=lambda one: one.y())]


def test_cards_come_go_and_change_places(page, qapp):
    page.show_lists(cards("b", "c"), cards("z"))
    kept = page.waiting["c"]
    page.show_lists(cards("a", "c", "b"), cards("y", "z"))
    qapp.processEvents()
    assert shown(page) == ["a", "c", "b", "y", "z"]
    assert page.waiting["c"] is kept
    page.show_lists(cards("c"), {})
    assert shown(page) == ["c"]


def test_what_is_written_in_a_card_stays_with_the_keyboard(page, qapp):
    page.show_lists(cards("b"), {})
    qapp.processEvents()
    page.waiting["b"].setFocus()
    page.waiting["b"].setText("en cours")
    page.show_lists(cards("a", "b"), cards("z"))
    assert page.waiting["b"].text() == "en cours"
    assert page.waiting["b"].hasFocus()


def test_the_keyboard_is_led_on_when_its_card_goes(page, qapp):
    page.show_lists(cards("a", "b"), {})
    qapp.processEvents()
    page.waiting["a"].setFocus()
    page.show_lists(cards("b"), cards("a"))
    assert page.waiting["b"].hasFocus()


def test_empty_or_done_is_said(page):
    page.show_lists({}, {})
    assert page._stack.currentIndex() == 2
    page.show_lists({}, cards("z"))
    assert page.none.isVisible()
    page.show_lists(cards("a"), {})
    assert not page.none.isVisible()
