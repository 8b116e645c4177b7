"""The search beyond this machine: the server's answers come below, and move nothing."""

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.domain.errors import Gone, Unreachable
from desktop.domain.ids import CustomerId
from desktop.domain.search import Match
from desktop.services.changes import Changes
from desktop.services.newcomers import Newcomers
from desktop.services.search import Search
from desktop.ui.customers.search_rows import CreateRow, look_of
from desktop.ui.customers.search_state import Reach
from desktop.ui.customers.search_view import CustomerSearch
from desktop.ui.customers.search_viewmodel import SearchViewModel
from tests.services.test_search import CONTRACTS, PEOPLE, put
from tests.ui.customers.conftest import settle

Key = Qt.Key
FAR = Match(
    customer_id=CustomerId("far"),
    name="Claire Moreau-Lagarde",
    phone="06 39 98 77 01",
    held=False,
    branch="Agence de Niort",
)
NEAR = Match(customer_id=CustomerId("claire"), name="Claire Moreau", held=False)


class FakeBeyond:
    """A server whose answers wait until they are let go."""

    def __init__(self):
        self.matches = (NEAR, FAR)
        self.error = None
        self.asked = []
        self.fetched = []
        self.gate = asyncio.Event()

    async def find(self, text):
        self.asked.append(text)
        await self.gate.wait()
        if self.error is not None:
            raise self.error
        return self.matches

    async def fetch(self, customer_id):
        self.fetched.append(customer_id)
        if self.error is not None:
            raise self.error


@pytest.fixture
def beyond():
    return FakeBeyond()


@pytest.fixture
async def model(qapp, store, clock, beyond):
    await store.write(put, PEOPLE, CONTRACTS)
    made = SearchViewModel(Search(store), Newcomers(store, clock, Changes()), None, beyond)
    made.beyond.pause.setInterval(0)
    yield made
    made.clear()
    await settle()


@pytest.fixture
async def view(model):
    window = QWidget()
    search = CustomerSearch(model, window)
    box = QVBoxLayout(window)
    box.addWidget(search.field)
    box.addStretch(1)
    window.resize(1000, 700)
    window.show()
    window.activateWindow()
    yield search
    window.close()


@pytest.fixture
def picked(model):
    heard = []
    model.picked.connect(heard.append)
    return heard


async def until(ready):
    for _ in range(400):
        QApplication.processEvents()
        if ready():
            return
        await asyncio.sleep(0.005)
    raise AssertionError("it did not come")


async def type_(view, beyond, text):
    view.field.setFocus()
    QTest.keyClicks(view.field, text)
    await until(lambda: beyond.asked and beyond.asked[-1] == text and view._viewmodel.state.matches)


def names(view):
    return [look_of(row).title for row in view.results().rows()]


async def test_the_servers_answers_come_below_and_nothing_moves(view, model, beyond):
    await type_(view, beyond, "moreau")
    before = names(view)
    assert before
    assert model.state.reach is Reach.ASKING
    assert "toute l’entreprise…" in view.results().words()
    QTest.keyClick(view.field, Key.Key_Down)
    chosen = view.results().current()
    beyond.gate.set()
    await settle()
    after = names(view)
    assert after[: len(before)] == before
    assert after[len(before) :][0] == "Claire Moreau-Lagarde"
    assert view.results().current() == chosen
    assert model.state.reach is Reach.EVERYWHERE


async def test_a_customer_who_is_here_too_is_one_row(view, model, beyond):
    beyond.gate.set()
    await type_(view, beyond, "moreau")
    await until(lambda: model.state.further)
    assert names(view).count("Claire Moreau") == 1
    row = look_of(FAR)
    assert row.chip == "Agence de Niort"


async def test_a_file_is_offered_to_be_made_once_all_have_answered(view, model, beyond):
    await type_(view, beyond, "moreau")
    assert not any(isinstance(row, CreateRow) for row in view.results().rows())
    beyond.gate.set()
    await settle()
    assert isinstance(view.results().rows()[-1], CreateRow)


async def test_without_the_server_the_list_says_whom_it_shows(view, model, beyond):
    beyond.error = Unreachable()
    beyond.gate.set()
    await type_(view, beyond, "moreau")
    await until(lambda: model.state.reach is Reach.OFFLINE)
    assert view.results().words().endswith("Hors ligne\u00a0: seuls les clients de ce poste")
    assert isinstance(view.results().rows()[-1], CreateRow)


async def test_another_branchs_customer_is_brought_here_and_opened(view, model, beyond, picked):
    beyond.gate.set()
    brought = []
    model.fetched.connect(brought.append)
    await type_(view, beyond, "moreau")
    await until(lambda: model.state.further)
    while view.results().current() != FAR:
        QTest.keyClick(view.field, Key.Key_Down)
    QTest.keyClick(view.field, Key.Key_Return)
    assert view.results().words().startswith("Ouverture de la fiche de Claire Moreau-Lagarde…")
    await settle()
    assert beyond.fetched == ["far"]
    assert picked == ["far"]
    assert brought == [FAR]
    assert not view.results().isVisible()


@pytest.mark.parametrize(
    ("error", "said"), [(Unreachable(), "ne répond pas"), (Gone(), "n’existe plus")]
)
async def test_a_file_that_does_not_come_stays_in_the_list(
    view, model, beyond, picked, error, said
):
    beyond.gate.set()
    await type_(view, beyond, "moreau")
    await until(lambda: model.state.further)
    beyond.error = error
    model.pick_customer("far")
    await settle()
    assert said in view.results().words()
    assert picked == []
    assert FAR in view.results().rows()


async def test_enter_before_the_answer_opens_the_only_one_who_answers(view, model, beyond, picked):
    beyond.matches = (FAR,)
    view.field.setFocus()
    QTest.keyClicks(view.field, "lagarde")
    QTest.keyClick(view.field, Key.Key_Return)
    await until(lambda: beyond.asked)
    assert picked == []
    beyond.gate.set()
    await until(lambda: picked)
    assert picked == ["far"]


async def test_each_letter_does_not_ask_the_server(view, model, beyond):
    model.beyond.pause.setInterval(20)
    await type_(view, beyond, "moreau")
    assert beyond.asked == ["moreau"]


async def test_two_letters_are_too_few_for_the_whole_company(view, model, beyond):
    view.field.setFocus()
    QTest.keyClicks(view.field, "mo")
    await settle()
    assert model.state.reach is Reach.HERE
    assert beyond.asked == []
