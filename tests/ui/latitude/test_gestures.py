"""A gesture by the keyboard: two digits within the policy, a request beyond it."""

import asyncio
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.changes import Changed, Kind
from desktop.domain.errors import StoreUnavailable, Trouble
from desktop.domain.ids import ContactId
from desktop.domain.latitude.requests import RequestState
from desktop.domain.latitude.wishes import Wish
from desktop.ui.latitude.bar import LatitudeBar
from desktop.ui.latitude.day_card import RequestsCard
from desktop.ui.latitude.rows import InContactRows
from tests.services.latitude.people import CAMILLE
from tests.services.latitude.test_policies import OURS, share
from tests.ui.contacts.conftest import nameless, settled, write

K = Qt.Key


def focus():
    here = QApplication.focusWidget()
    assert here is not None
    return here


async def press(*keys, modifier=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        QTest.keyClick(focus(), key, modifier)
        await settled()


async def type_(text):
    write(focus(), text)
    await settled()


async def test_two_digits_make_a_usual_gesture(overlay, model, front):
    given = []
    model.given.connect(given.append)
    overlay.ask()
    await settled()
    assert overlay.form.kinds.holds_focus()
    await press(K.Key_1)
    assert overlay.form.usual.holds_focus()
    await press(K.Key_2)
    assert not overlay.isVisible()
    (made,) = given
    assert (made.kind, made.cents, made.contact_id) == ("bill", 1000, front.draft.contact_id)
    assert [one.cents for one in model.state.here.gestures] == [1000]
    assert model.state.standing.spent == 1000


async def test_arrows_and_clicks_choose_without_giving(overlay, model):
    overlay.ask()
    await press(K.Key_1, K.Key_Right, K.Key_Right)
    assert overlay.isVisible()
    assert overlay.form.wish() == Wish(kind="bill", cents=1000)
    assert "10" in overlay.done.text()
    await press(K.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert [one.cents for one in model.state.here.gestures] == [1000]


async def test_another_amount_is_typed(overlay, model):
    overlay.ask()
    await press(K.Key_1, K.Key_4)
    assert overlay.form.amount.hasFocus()
    await type_("7,5 0")
    await press(K.Key_Return)
    assert overlay.isVisible()
    assert overlay.form.amount.property("problem") == "true"
    overlay.form.amount.clear()
    await type_("7,50 €")
    await press(K.Key_Return)
    assert [one.cents for one in model.state.here.gestures] == [750]


async def test_without_a_kind_the_form_leads_to_the_kinds(overlay, model):
    overlay.ask()
    overlay.form.words.setFocus()
    overlay.submit()
    await settled()
    assert overlay.form.kinds.holds_focus()
    assert model.state.here.gestures == ()


async def test_a_card_needs_no_amount(overlay, model):
    overlay.ask()
    await press(K.Key_5)
    assert overlay.form.words.hasFocus()
    assert not overlay.form.amount.isVisible()
    await type_("Avec nos excuses")
    await press(K.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    (made,) = model.state.here.gestures
    assert (made.kind, made.cents, made.words) == ("word", 0, "Avec nos excuses")


async def test_beyond_the_policy_the_form_asks_the_lead_with_words(overlay, model):
    asked = []
    model.asked.connect(asked.append)
    overlay.ask()
    await press(K.Key_1, K.Key_4)
    await type_("40")
    assert "Camille Roy" in overlay.notice.text()
    assert overlay.notice.isVisible()
    assert "Camille Roy" in overlay.done.text()
    await press(K.Key_Return)
    assert asked == []
    assert overlay.form.words.hasFocus()
    await type_("Trois pannes")
    await press(K.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    (request,) = asked
    assert (request.cents, request.words, request.lead_id) == (4000, "Trois pannes", CAMILLE.id)
    assert not overlay.isVisible()
    assert [one.state for one in model.state.here.requests] == [RequestState.WAITING]


async def test_within_the_policy_the_screen_never_refuses(overlay, model):
    """Up to the last cent of the ceiling, whatever was given before."""
    for cents in (500, 1500, 500):
        model.give(Wish(kind="bill", cents=cents))
        await settled()
    assert model.state.standing.left_in_contact == 0
    assert sum(one.cents for one in model.state.here.gestures) == 2500


async def test_without_a_lead_it_says_so(overlay, model, latitude, monkeypatch):
    async def nobody(_person):
        return None

    monkeypatch.setattr(latitude, "lead_of", nobody)
    model.load()
    await settled()
    overlay.ask()
    await press(K.Key_1, K.Key_4)
    await type_("40")
    assert "personne" in overlay.notice.text()
    assert not overlay.done.isEnabled()
    overlay.submit()
    await settled()
    assert model.state.here.requests == ()


async def test_escape_keeps_what_was_typed_for_its_contact(overlay, model, front):
    overlay.ask()
    await press(K.Key_2, K.Key_4)
    await type_("12")
    await press(K.Key_Escape)
    assert not overlay.isVisible()
    first = front.draft
    front.draft = replace(first, contact_id=ContactId("k2"))
    model.follow(front.draft)
    await settled()
    overlay.ask()
    assert overlay.form.begun().amount == ""
    await press(K.Key_Escape)
    front.draft = first
    model.follow(first)
    await settled()
    overlay.ask()
    assert (overlay.form.begun().kind, overlay.form.begun().amount) == ("service", "12")


async def test_another_customer_closes_the_form(overlay, model, front):
    overlay.ask()
    await press(K.Key_1)
    front.draft = replace(front.draft, contact_id=ContactId("k2"))
    model.follow(front.draft)
    await settled()
    assert not overlay.isVisible()
    assert model.state.here.gestures == ()


async def test_a_full_disk_keeps_the_form_open_with_its_text(overlay, model, latitude, monkeypatch):
    async def fails(*_given):
        raise StoreUnavailable(Trouble.DISK_FULL, "here")

    monkeypatch.setattr(latitude, "give", fails)
    overlay.ask()
    await press(K.Key_1, K.Key_2)
    assert overlay.isVisible()
    assert overlay.failure.isVisible()
    assert overlay.form.begun().kind == "bill"
    monkeypatch.undo()
    overlay.submit()
    await settled()
    assert not overlay.isVisible()
    assert len(model.state.here.gestures) == 1


async def test_a_gesture_pressed_twice_is_one(overlay, model):
    overlay.ask()
    await press(K.Key_1)
    QTest.keyClick(focus(), K.Key_1)
    overlay.submit()
    await settled()
    assert len(model.state.here.gestures) == 1


async def test_the_bar_says_what_is_used_and_what_its_key_does(window, model, lead):
    bar = LatitudeBar(model)
    bar.setParent(window)
    bar.show()
    assert bar.used.text() == "0\u00a0€ utilisés sur 50\u00a0€"
    model.give(Wish(kind="bill", cents=1800))
    await settled()
    assert bar.used.text() == "18\u00a0€ utilisés sur 50\u00a0€"
    model.ask(Wish(kind="bill", cents=4000, words="Pannes"))
    await settled()
    assert bar.button.text() == "Offrir un geste"
    lead.answer(lead.state.waiting[0].request.id, granted=True)
    await settled()
    assert "40" in bar.button.text()
    model.follow(None)
    await settled()
    assert not bar.button.isEnabled()


async def test_the_contact_shows_gestures_and_takes_them_back(window, model):
    rows = InContactRows(model)
    rows.setParent(window)
    assert not rows.isVisible()
    model.give(Wish(kind="bill", cents=500, words="Trois appels"))
    await settled()
    (row,) = rows.gestures()
    assert "5" in row.back.accessibleName()
    back = []
    model.taken_back.connect(lambda gesture, gone: back.append((gesture.cents, gone)))
    row.back.click()
    await settled()
    assert back == [(500, True)]
    assert not rows.isVisible()
    assert nameless(QAccessible.queryAccessibleInterface(rows)) == []


async def test_a_granted_request_is_made_a_gesture_by_one_press(window, model, lead, clock):
    rows, card = InContactRows(model), RequestsCard(model)
    told = []
    model.answered.connect(told.append)
    for widget in (rows, card):
        widget.setParent(window)
    model.ask(Wish(kind="bill", cents=4000, words="Pannes"))
    await settled()
    assert (len(rows.requests()), len(card.rows())) == (1, 1)
    assert rows.requests()[0].make is None
    clock.advance(minutes=1)
    lead.type(lead.state.waiting[0].request.id, "Oui, bien sûr")
    lead.answer(lead.state.waiting[0].request.id, granted=True)
    await settled()
    ((answered,),) = told
    assert answered.answer.words == "Oui, bien sûr"
    make = rows.requests()[0].make
    assert make is not None
    make.click()
    await settled()
    assert [one.cents for one in model.state.here.gestures] == [4000]
    assert rows.requests() == ()
    assert card.rows()[0].make is None
    model.load()
    await settled()
    assert len(told) == 1, "an answer is told once"


async def test_answers_told_before_are_not_told_again(model, lead, latitude, store):
    model.ask(Wish(kind="bill", cents=4000, words="Pannes"))
    await settled()
    lead.answer(lead.state.waiting[0].request.id, granted=True)
    await settled()
    kept = model.told.kept()
    assert len(kept) == 1
    told = []
    model.answered.connect(told.append)
    model.begin(kept)
    await settled()
    assert told == []


async def test_a_broken_policy_is_a_problem_told(window, model, store, changes):
    bar = LatitudeBar(model)
    bar.setParent(window)
    model._policies._read = None
    model._policies._path = model._policies._path.parent / "none.yaml"
    changes.tell(Changed(kind=Kind.DOCUMENT))
    await settled()
    assert "none.yaml" in bar.used.text()
    assert bar.isVisibleTo(window)
    assert not bar.button.isEnabled()
    model.give(Wish(kind="bill", cents=100))
    await settled()
    assert model.state.here.gestures == ()


async def test_everything_in_the_form_has_a_name(overlay):
    overlay.ask()
    await press(K.Key_1)
    assert nameless(QAccessible.queryAccessibleInterface(overlay.panel)) == []


async def test_a_policy_that_was_pushed_is_read_whatever_else_is_told(model, store, latitude):
    await share(store, OURS.read_text("utf-8").replace("daily_cents: 5000", "daily_cents: 8000"))
    latitude.changes.tell(Changed(kind=Kind.DOCUMENT))
    await asyncio.sleep(0)
    latitude.changes.tell(Changed(kind=Kind.PEOPLE))
    await settled()
    assert model.state.policy.daily == 8000


async def test_a_leads_list_names_the_kinds_of_a_policy_that_was_pushed(lead, store, latitude):
    await share(store, OURS.read_text("utf-8").replace("Remise sur la facture", "Ristourne"))
    latitude.changes.tell(Changed(kind=Kind.DOCUMENT))
    await settled()
    assert lead.label("bill") == "Ristourne"
