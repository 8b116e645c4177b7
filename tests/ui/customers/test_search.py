"""The search by keyboard: as one types, pieces marked, nothing found, several at one number."""

import asyncio

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.errors import StoreUnavailable, Trouble
from desktop.domain.newcomers import Newcomer
from desktop.domain.search import Results
from desktop.services.changes import Changes
from desktop.services.newcomers import Newcomers
from desktop.services.search import Search
from desktop.ui.customers.search_rows import CreateRow, look_of, spoken
from desktop.ui.customers.search_view import CustomerSearch
from desktop.ui.customers.search_viewmodel import Phase, SearchViewModel
from tests.services.test_search import CONTRACTS, PEOPLE, put
from tests.ui.customers.conftest import settle

Key = Qt.Key


class FakeSearch(Search):
    """A search whose answers wait until they are let go, and which may fail."""

    def __init__(self, store) -> None:
        super().__init__(store)
        self.gate = asyncio.Event()
        self.gate.set()
        self.failing = False

    async def find(self, text: str, limit: int = 50) -> Results:
        await self.gate.wait()
        if self.failing:
            raise StoreUnavailable(Trouble.DISK_FULL, "store")
        return await super().find(text, limit)


@pytest.fixture
async def finder(qapp, store) -> FakeSearch:
    await store.write(put, PEOPLE, CONTRACTS)
    return FakeSearch(store)


@pytest.fixture
async def model(finder, store, clock):
    made = SearchViewModel(finder, Newcomers(store, clock, Changes()))
    yield made
    finder.gate.set()
    await settle()


@pytest.fixture
async def view(model):
    window = QWidget()
    search = CustomerSearch(model, window)
    elsewhere = QLineEdit()
    box = QVBoxLayout(window)
    box.addWidget(search.field)
    box.addWidget(elsewhere)
    box.addStretch(1)
    window.resize(1000, 700)
    window.show()
    window.activateWindow()
    search.elsewhere = elsewhere
    yield search
    await settle()
    window.close()


@pytest.fixture
def picked(model) -> list[str]:
    heard: list[str] = []
    model.picked.connect(heard.append)
    return heard


@pytest.fixture
def asked(model) -> list[Newcomer]:
    heard: list[Newcomer] = []
    model.create_asked.connect(heard.append)
    return heard


async def type_(view: CustomerSearch, text: str) -> None:
    view.field.setFocus()
    QTest.keyClicks(view.field, text)
    await settle()


def press(view: CustomerSearch, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(view.field, key)


def names(view: CustomerSearch) -> list[str]:
    return [look_of(row).title for row in view.results().rows()]


async def test_typing_lists_who_answers_and_enter_opens(view, model, picked):
    await type_(view, "moreau cl")
    assert view.results().isVisible()
    assert view.field.hasFocus()
    assert names(view)[0] == "Claire Moreau"
    press(view, Key.Key_Return)
    assert picked == ["claire"]
    assert (view.field.text(), view.results().isVisible()) == ("", False)
    assert model.state.phase is Phase.IDLE


async def test_arrows_choose_and_the_last_row_makes_a_file(view, picked, asked):
    await type_(view, "06 39 98 12 34")
    assert names(view) == [
        "Claire Moreau",
        "Anne Petit",
        "Créer une fiche avec «\u202f06 39 98 12 34\u202f»",
    ]
    press(view, Key.Key_Down, Key.Key_Return)
    assert picked == ["double"]
    await type_(view, "06 39 98 12 34")
    press(view, Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert asked == [Newcomer(phone="06 39 98 12 34")]
    assert picked == ["double"]


async def test_what_answered_is_marked(view):
    await type_(view, "claire 2041")
    look = look_of(view.results().rows()[0])
    assert [look.title[start : start + length] for start, length in look.spans] == ["Claire"]
    marks = [look.subtitle[start : start + length] for start, length in look.subtitle_spans]
    assert marks == ["2041"]
    assert look.subtitle == "06 39 98 12 34 · 49000 Angers · contrat 77-20418"
    assert look.meta == "Box"


async def test_nobody_and_enter_makes_a_file_with_what_was_typed(view, model, asked):
    await type_(view, "zoe kerbrat")
    assert model.state.phase is Phase.NOTHING
    assert view.results().words() == "Aucun client pour «\u202fzoe kerbrat\u202f»"
    assert isinstance(view.results().current(), CreateRow)
    press(view, Key.Key_Return)
    assert asked == [Newcomer(given_name="Zoe", family_name="Kerbrat")]


async def test_corrected_words_are_told(view):
    await type_(view, "moreua")
    assert "Vous cherchiez peut-être\u00a0: Moreau" in view.results().words()
    assert names(view)[0] == "Claire Moreau"


async def test_escape_closes_the_list_and_leaves_the_text(view, model):
    await type_(view, "moreau")
    press(view, Key.Key_Escape)
    assert (view.field.text(), view.results().isVisible()) == ("moreau", False)
    press(view, Key.Key_Down)
    assert view.results().isVisible()
    assert names(view)[0] == "Claire Moreau"


async def test_leaving_the_field_closes_the_list_and_coming_back_opens_it(view):
    await type_(view, "moreau")
    view.elsewhere.setFocus()
    assert not view.results().isVisible()
    view.take_focus()
    assert view.results().isVisible()
    assert view.field.selectedText() == "moreau"
    assert names(view)[0] == "Claire Moreau"


async def test_with_nothing_typed_it_says_what_may_be(view):
    view.take_focus()
    assert "un morceau de téléphone" in view.results().words()
    assert view.results().rows() == ()


async def test_enter_before_the_answer_opens_only_a_single_customer(view, finder, picked):
    await type_(view, "m")
    finder.gate.clear()
    view.field.setFocus()
    QTest.keyClicks(view.field, "oreau")
    press(view, Key.Key_Return)
    assert picked == []
    finder.gate.set()
    await settle()
    assert picked == ["claire"]


async def test_enter_before_the_answer_never_guesses_among_several(view, finder, picked, model):
    await type_(view, "moreau")
    view.field.clear()
    finder.gate.clear()
    QTest.keyClicks(view.field, "0639981234")
    press(view, Key.Key_Return)
    finder.gate.set()
    await settle()
    assert picked == []
    assert len(model.state.matches) == 2


async def test_an_answer_to_older_letters_is_not_shown(model):
    model.type("moreau")
    model.type("petit")
    await settle()
    assert [match.customer_id for match in model.state.matches] == ["double"]
    model.type("moreau")
    model.type("")
    await settle()
    assert model.state.phase is Phase.IDLE


async def test_a_failure_is_said_and_enter_tries_again(view, finder, model, picked):
    finder.failing = True
    await type_(view, "moreau")
    assert model.state.phase is Phase.FAILED
    assert "n’a pas abouti" in view.results().words()
    assert view.field.text() == "moreau"
    finder.failing = False
    press(view, Key.Key_Return)
    await settle()
    assert names(view)[0] == "Claire Moreau"
    assert picked == []


async def test_several_with_the_number_that_calls_are_a_list(view, model, finder, picked, asked):
    matches = await finder.by_phone("+33639981234")
    model.show_matches(matches)
    view.take_focus()
    assert names(view)[:2] == ["Claire Moreau", "Anne Petit"]
    assert view.results().words().startswith("2 clients ont le numéro")
    press(view, Key.Key_Down, Key.Key_Return)
    assert picked == ["double"]
    model.show_matches(matches)
    model.ask_create()
    assert asked == [Newcomer(phone="06 39 98 12 34")]


async def test_a_row_chosen_stays_chosen_while_the_same_list_is_shown_again(view):
    await type_(view, "0639981234")
    press(view, Key.Key_Down)
    view.open_list()
    assert look_of(view.results().current()).title == "Anne Petit"
    QTest.keyClick(view.field, Key.Key_Backspace)
    await settle()
    assert view.results().list.currentIndex().row() == 0


async def test_altgr_letters_are_typed_and_open_nothing(view, picked):
    view.field.setFocus()
    for sign in "é@€#{}|":
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            modifiers = Qt.KeyboardModifier.GroupSwitchModifier
            event = QKeyEvent(kind, Qt.Key.Key_unknown, modifiers, sign)
            QApplication.sendEvent(view.field, event)
    await settle()
    assert view.field.text() == "é@€#{}|"
    assert picked == []


async def test_a_click_opens(view, picked):
    await type_(view, "moreau")
    listed = view.results().list
    spot = listed.visualRect(listed.model().index(0)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert picked == ["claire"]


async def test_a_click_elsewhere_closes_the_list(view):
    await type_(view, "moreau")
    window = view.field.window()
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=window.rect().bottomRight())
    assert not view.results().isVisible()
    assert view.field.text() == "moreau"


async def test_rows_are_read_aloud_and_the_list_is_named(view):
    await type_(view, "moreau")
    assert view.field.accessibleName() == "Rechercher un client"
    assert view.results().list.accessibleName() == "Clients trouvés"
    assert spoken(view.results().rows()[0]).startswith("Claire Moreau, 06 39 98 12 34")


async def test_the_list_stays_within_a_small_window(view):
    view.field.window().resize(520, 300)
    await type_(view, "m")
    QApplication.processEvents()
    panel = view.results().panel
    window = view.field.window()
    corner = panel.mapTo(window, panel.rect().bottomRight())
    assert corner.x() <= window.width()
    assert corner.y() <= window.height()


async def test_a_customer_known_by_a_key_alone_has_a_title(view):
    await type_(view, "7590-vh")
    look = look_of(view.results().rows()[0])
    assert look.title == "Client 7590-VHVEG"
    assert [look.title[start : start + length] for start, length in look.spans] == ["7590-VH"]
