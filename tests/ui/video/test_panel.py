"""The card by its keys: what each state shows, where the keyboard goes, and what never hangs up."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.domain.errors import NotSent, Unsent, VideoFailed
from desktop.domain.video.happenings import Delivery, What
from desktop.domain.video.readiness import Readiness, Unready, Where
from desktop.ui.kit.labels import known
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.video.end_button import EndButton
from desktop.ui.video.photos_strip import Thumb
from tests.ui.video import stage as states
from tests.ui.video.fakes import CLAIRE, PAUL, FakePage, draft
from tests.ui.video.stage import STATES, Stage, settled
from tests.ui.video.test_viewmodel import heard

ESCAPE, ENTER = Qt.Key.Key_Escape, Qt.Key.Key_Return


def focused():
    return QApplication.focusWidget()


async def test_f9_then_enter_sends_by_sms(shown, clock, press):
    shown.model.show(draft(clock), CLAIRE)
    shown.panel.begin()
    await settled()
    form = shown.panel.faces.send
    assert form.address.text() == "06 39 98 12 34"
    assert focused() is form.send
    await press(ENTER)
    assert ("send", Delivery.SMS, "+33639981234") in shown.video.asked
    assert focused() is shown.panel.faces.waiting.resend


async def test_each_way_has_its_digit(shown, clock, press):
    shown.model.show(draft(clock), CLAIRE)
    shown.panel.begin()
    await settled()
    codes = heard(shown.panel.qr_asked)
    await press("2")
    form = shown.panel.faces.send
    assert form.address.text() == "claire.moreau@courriel.example"
    assert form.address.hasFocus()
    await press(Qt.Key.Key_Tab, "3")
    assert codes == [shown.model.state.call.link]
    assert shown.model.state.call.progress.delivery is Delivery.QR


async def test_digits_typed_into_the_number_are_digits(shown, clock, press):
    await shown.begin()
    form = shown.panel.faces.send
    form.address.setFocus()
    form.address.clear()
    await press("0345")
    assert form.address.text() == "0345"
    assert shown.model.state.call.progress.delivery is None


async def test_the_link_is_copied_or_opened_here(shown, press):
    await shown.begin()
    link = shown.model.state.call.link
    form = shown.panel.faces.send
    form.others[Delivery.COPY].click()
    await settled()
    assert QGuiApplication.clipboard().text() == link
    shown.model.choose_again()
    form.others[Delivery.HERE].click()
    await settled()
    assert shown.browsed == [link]
    assert shown.video.names().count("send") == 2


async def test_a_closed_way_says_why_and_leads_to_an_open_one(shown, clock):
    shown.video.closed = {
        Delivery.SMS: Unsent.NOT_CONFIGURED,
        Delivery.EMAIL: Unsent.NO_SECRET,
        Delivery.HERE: Unsent.NOT_CONFIGURED,
    }
    shown.model.show(draft(clock), CLAIRE)
    shown.panel.begin()
    await settled()
    form = shown.panel.faces.send
    assert not form.send.isEnabled()
    assert not form.closed.isHidden()
    assert "réglé" in form.closed.text()
    assert form.others[Delivery.HERE].isHidden()
    assert focused() is form.others[Delivery.QR]


async def test_who_has_no_number_is_asked_for_one(shown, clock):
    shown.model.show(draft(clock, PAUL), PAUL)
    shown.panel.begin()
    await settled()
    assert focused() is shown.panel.faces.send.address


async def test_a_message_that_did_not_leave_says_so_and_offers_to_send_again(shown):
    await states.unsent(shown)
    form = shown.panel.faces.send
    assert form.send.text() == "Renvoyer"
    assert "peut-être parti" in form.problem.text()
    assert not form.problem.isHidden()
    assert shown.panel.problem.isHidden()
    form.problem.cross.click()
    await settled()
    assert form.problem.isHidden()


async def test_a_number_that_cannot_be_read_is_marked_and_stays(shown):
    await shown.begin()
    form = shown.panel.faces.send
    form.address.setText("06 39 bonjour")
    form.send.click()
    await settled()
    assert form.address.text() == "06 39 bonjour"
    assert form.address.property("problem") == "true"


async def test_the_reason_stands_there_before_the_key_is_pressed(shown):
    await states.unready(shown)
    ready = shown.panel.faces.ready
    assert not ready.start.isEnabled()
    assert ready.why.text() == "La passerelle vidéo ne répond pas"
    assert ready.start.toolTip() == ready.why.text()
    assert not ready.reason.isHidden()
    shown.video.next_readiness = states.READY
    shown.panel.take_focus()
    assert focused() is ready.check
    ready.check.click()
    await settled()
    assert ready.start.isEnabled()
    assert ready.reason.isHidden()
    assert focused() is ready.start


@pytest.mark.parametrize("name", ["inviting", "waiting", "slow", "talking", "lost", "elsewhere"])
async def test_escape_never_hangs_up(shown, name, press):
    await STATES[name](shown)
    shown.panel.take_focus()
    await settled()
    await press(ESCAPE, ESCAPE)
    assert shown.model.state.call is not None
    assert "end" not in shown.video.names()


@pytest.mark.parametrize("name", ["inviting", "waiting", "slow", "nobody_came", "talking", "lost"])
async def test_the_keyboard_is_never_led_to_what_ends_the_call(shown, name):
    await STATES[name](shown)
    assert not isinstance(focused(), EndButton)
    shown.panel.take_focus()
    assert not isinstance(focused(), EndButton)


async def test_a_stray_enter_after_the_link_was_opened_ends_nothing(shown, press):
    await states.waiting(shown)
    shown.panel.take_focus()
    assert focused() is shown.panel.faces.waiting.resend
    shown.after(1, What.OPENED, lang="fr")
    await settled()
    assert focused() is shown.panel.faces.waiting.steps
    await press(ENTER)
    assert shown.model.state.call is not None


async def test_ending_is_one_press_that_asks_nothing(shown):
    await shown.connect()
    shown.panel.faces.talking.end.click()
    await settled()
    assert shown.model.state.call is None
    assert shown.page.urls[-1] == ""
    assert shown.panel.faces.ended.title.text().startswith("Terminée")


async def test_who_types_elsewhere_keeps_the_keyboard_whatever_happens(shown, press):
    note = QLineEdit(shown.window)
    note.show()
    await states.waiting(shown)
    note.setFocus()
    await settled()
    shown.after(3, What.OPENED, lang="fr")
    shown.after(1, What.CONSENTED)
    shown.after(1, What.FACE)
    shown.after(20, What.LOST)
    shown.after(5, What.BACK)
    shown.model.end()
    await settled()
    assert focused() is note


async def test_a_call_elsewhere_is_a_small_bar_that_leads_back(shown, clock):
    await states.elsewhere(shown)
    bar = shown.panel.faces.elsewhere
    assert bar.words.text() == "Vidéo en cours avec Mme Moreau"
    assert shown.panel.host_box.isHidden()
    wanted = heard(shown.model.customer_wanted)
    bar.back.click()
    shown.panel.begin()
    assert wanted == ["claire", "claire"]
    shown.model.show(draft(clock), CLAIRE)
    assert not shown.panel.host_box.isHidden()
    assert shown.page.urls == [shown.model.state.call.page]


async def test_hints_offer_what_can_be_done(shown):
    await states.slow(shown)
    hint = shown.panel.faces.waiting.hint
    assert "L’image se fait attendre" in hint.text()
    assert hint.resend.isHidden()
    asked = heard(shown.model.callback_proposed)
    hint.call_back.click()
    assert asked == ["contact-claire"]


async def test_nobody_leads_to_sending_again(shown):
    await states.nobody_came(shown)
    hint = shown.panel.faces.waiting.hint
    hint.resend.click()
    await settled()
    form = shown.panel.faces.send
    assert not form.isHidden()
    assert form.send.text() == "Renvoyer"
    form.back.click()
    assert form.isHidden()


async def test_clocks_and_steps_are_told_in_words(shown):
    await states.slow(shown)
    waiting = shown.panel.faces.waiting
    assert waiting.clocks.accessibleName() == "Envoi 2\u00a0s, Ouverture 7\u00a0s, Visage 4\u00a0s"
    assert waiting.steps.accessibleName() == (
        "Créé, Envoyé, Ouvert. Pas encore\u00a0: accepté, visage."
    )
    assert shown.panel.chip.text() == "depuis 13\u00a0s"


async def test_who_comes_by_their_button_was_never_sent_a_link(shown, clock):
    shown.rings.set_available(True)
    ring = shown.ring()
    shown.model.show(draft(clock), CLAIRE)
    shown.model.answer(ring)
    await settled()
    waiting = shown.panel.faces.waiting
    assert waiting.sent.text() == "Bouton du client\u00a0: Comptoir d’Angers"
    assert waiting.resend.isHidden()
    assert waiting.life.isHidden()
    assert waiting.steps.words().startswith("Créé, Bouton, Ouvert, Accepté")


async def test_what_the_customer_shows_and_who_is_in_are_said(shown):
    await states.talking(shown)
    talking = shown.panel.faces.talking
    told = [talking.lines.itemAt(place).widget().text() for place in range(talking.lines.count())]
    assert told == ["Montre sa caméra", "Noé Petit est avec vous", "Camille Durand n’est pas libre"]
    assert shown.panel.chip.text() == "visage en 8\u00a0s"


async def test_photos_open_where_they_were_pressed(shown):
    await states.talking(shown)
    opened = heard(shown.panel.photo_asked)
    shown.panel.faces.talking.photos.findChildren(Thumb)[1].click()
    assert opened == [1]


async def test_without_a_web_engine_the_browser_has_the_page(qapp, clock):
    stage = Stage(clock, page=False)
    stage.window.show()
    await stage.begin()
    first = stage.model.state.call.page
    assert stage.browsed == [first]
    assert not stage.panel.host.inside
    assert stage.panel.detach.isHidden()
    stage.panel.host.again.click()
    await settled()
    assert stage.browsed == [first, stage.model.state.call.page]
    stage.close()


async def test_the_page_is_made_at_the_first_call_and_once(qapp, clock):
    made = []

    def make():
        made.append(FakePage())
        return made[-1]

    stage = Stage(clock)
    stage.panel.host._make = make
    assert made == []
    await stage.begin()
    stage.model.end()
    await settled()
    await stage.begin()
    assert len(made) == 1
    assert made[0].urls[0] != made[0].urls[-1]
    stage.close()


async def test_a_failed_beginning_is_said_on_the_card(shown):
    await states.not_begun(shown)
    assert "n’a pas pu commencer" in shown.panel.problem.text()
    shown.panel.problem.cross.click()
    assert shown.panel.problem.isHidden()


async def test_availability_is_a_box_to_tick(shown):
    shown.panel.availability.row.click()
    await settled()
    assert shown.rings.state.available
    shown.video.refuses["set_available"] = VideoFailed("no_answer")
    shown.panel.availability.row.click()
    await settled()
    assert not shown.panel.availability.row.isChecked()
    assert not shown.panel.availability.problem.isHidden()


@pytest.mark.parametrize("why", list(Unready))
async def test_each_reason_has_words_and_an_advice(qapp, clock, why):
    stage = Stage(clock, readiness=Readiness(where=Where.COMPANY, why=why))
    ready = stage.panel.faces.ready
    assert ready.why.text()
    assert ready.advice.text()
    assert stage.panel.chip.text() == "indisponible"
    stage.close()


@pytest.mark.parametrize("why", list(Unsent))
async def test_each_unsent_message_has_words(shown, why):
    await shown.begin()
    shown.video.refuses["send"] = NotSent(why)
    shown.model.send(Delivery.SMS, "06 39 98 12 34")
    await settled()
    title, _, advice = shown.panel.faces.send.problem.text().partition(". ")
    assert title
    assert advice


def test_words_are_registered_for_what_is_named_by_them():
    from desktop.domain.video.happenings import EndReason, Source, Via

    assert all(known(kind) for kind in (Delivery, EndReason, Source, Via))


@pytest.mark.parametrize("name", STATES)
async def test_no_words_are_cut_in_any_state(shown, name):
    await STATES[name](shown)
    await settled()
    for label in shown.panel.findChildren(WrapLabel):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
