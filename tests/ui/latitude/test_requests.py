"""« Demandes »: the oldest first, granted by a press, declined with a word."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.latitude.wishes import Wish
from desktop.services.latitude.policies import Policies
from desktop.services.latitude.requests import Requests
from desktop.ui.latitude.requests_view import RequestsView
from desktop.ui.latitude.requests_viewmodel import RequestsViewModel
from tests.services.latitude.people import CAMILLE, LEA, SONIA, draft
from tests.ui.contacts.conftest import nameless, settled, until
from tests.ui.latitude.conftest import OURS


@pytest.fixture
async def view(window, lead):
    made = RequestsView(lead)
    made.setParent(window)
    made.resize(window.size())
    made.show()
    await settled()
    return made


async def ask(latitude, clock, model, person=LEA, contact="k1", cents=4000):
    policy = model.state.policy
    wish = Wish(kind="bill", cents=cents, words="Trois pannes")
    return await latitude.ask(draft(person, clock.at, contact), wish, policy, CAMILLE)


async def test_a_request_arrives_is_told_once_and_waits_with_its_words(
    view, lead, latitude, clock, model
):
    told = []
    lead.told.connect(told.append)
    assert view.cards() == ()
    await ask(latitude, clock, model)
    await settled()
    (card,) = view.cards()
    assert "Léa Bertin" in card.accessibleName()
    assert "Remise sur la facture · 40" in card.accessibleName()
    lead.load()
    await settled()
    assert [len(new) for new in told] == [1]


async def test_declining_needs_a_word_and_granting_none(view, lead, latitude, clock, model):
    await ask(latitude, clock, model)
    await settled()
    (card,) = view.cards()
    card.decline.click()
    await settled()
    assert card.word.hasFocus()
    assert card.hint.isVisible()
    assert len(lead.state.waiting) == 1
    card.word.insertPlainText("Plutôt un mois offert")
    assert not card.hint.isVisible()
    card.decline.click()
    await settled()
    assert view.cards() == ()
    (answered,) = lead.state.answered
    assert (answered.answer.granted, answered.answer.words) == (False, "Plutôt un mois offert")
    clock.advance(minutes=1)
    await ask(latitude, clock, model, SONIA, "k2")
    await settled()
    view.cards()[0].grant.click()
    await settled()
    assert lead.state.answered[0].answer.granted


async def test_a_new_request_leaves_the_keyboard_and_what_is_typed(
    view, lead, latitude, clock, model
):
    first = await ask(latitude, clock, model)
    await settled()
    view.cards()[0].word.setFocus()
    view.cards()[0].word.insertPlainText("Je regarde")
    clock.advance(minutes=1)
    await ask(latitude, clock, model, SONIA, "k2")
    await settled()
    assert [card.word.text() for card in view.cards()] == ["Je regarde", ""]
    assert view.cards()[0].word.hasFocus()
    assert lead.typed(first.id) == "Je regarde"


async def test_no_sum_of_anybodys_gestures_is_on_the_page(view, latitude, clock, model):
    """A lead sees requests, and nothing of what was given within the policy."""
    model.give(Wish(kind="bill", cents=1234))
    await settled()
    await ask(latitude, clock, model)
    await settled()
    shown = [
        label.text()
        for label in view.findChildren(object)
        if hasattr(label, "text") and callable(label.text)
    ]
    assert not [text for text in shown if "12,34" in str(text)]


async def test_everything_has_a_name(view, latitude, clock, model):
    await ask(latitude, clock, model)
    await settled()
    assert nameless(QAccessible.queryAccessibleInterface(view)) == []


async def test_one_enter_too_many_grants_nothing(view, lead, latitude, clock, model):
    await ask(latitude, clock, model)
    await settled()
    view.take_focus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyClick(QApplication.focusWidget() or view, key)
    await settled()
    assert len(lead.state.waiting) == 1
    assert view.cards()[0].word.hasFocus()


async def test_a_word_of_refusal_that_was_typed_is_there_after_a_crash(
    view, lead, latitude, clock, model, store, changes
):
    asked = await ask(latitude, clock, model)
    await settled()
    lead.words._pause.setInterval(200)
    view.cards()[0].word.insertPlainText("Plutôt un mois offert")
    await until(lambda: not lead.words.waits)
    requests = Requests(store, clock, changes)
    after = RequestsViewModel(requests, Policies(store, OURS), CAMILLE)
    after.begin(())
    await settled()
    assert after.typed(asked.id) == "Plutôt un mois offert"
    after.answer(asked.id, granted=False)
    await settled()
    assert after.state.answered[0].answer.words == "Plutôt un mois offert"
    # Another desk that did not hear yet leaves nothing beside what has its answer.
    lead.type(asked.id, "Plutôt rien")
    await lead.words.flush()
    assert await requests.typed(CAMILLE) == {}
    after.deleteLater()
