"""One call at a time, of its own contact: begun, sent, waited for, lost, ended, and told in time."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.domain.errors import VideoFailed
from desktop.domain.ids import PersonId
from desktop.domain.video.clocks import Hint
from desktop.domain.video.happenings import Delivery, EndReason, What
from desktop.domain.video.readiness import Readiness, Unready, Where
from desktop.domain.video.ringing import Declined
from desktop.services.video.client import Video as Facade
from desktop.ui.video.ports import Video
from desktop.ui.video.state import Doing
from desktop.ui.video.state import Stage as Face
from tests.ui.video.fakes import CLAIRE, PAUL, READY, draft
from tests.ui.video.stage import STATES, Stage, settled


def heard(signal):
    told = []
    signal.connect(lambda *values: told.append(values[0] if values else None))
    return told


@pytest.mark.parametrize(
    ("name", "face"),
    [
        ("nobody", Face.NOBODY),
        ("unready", Face.UNREADY),
        ("ready", Face.READY),
        ("warned", Face.READY),
        ("inviting", Face.INVITING),
        ("unsent", Face.INVITING),
        ("waiting", Face.WAITING),
        ("slow", Face.WAITING),
        ("nobody_came", Face.WAITING),
        ("talking", Face.TALKING),
        ("lost", Face.LOST),
        ("ended", Face.ENDED),
        ("no_show", Face.ENDED),
        ("elsewhere", Face.ELSEWHERE),
        ("not_begun", Face.READY),
    ],
)
async def test_each_state_has_its_face(stage, name, face):
    await STATES[name](stage)
    assert stage.model.state.stage is face


async def test_the_facade_is_what_the_screens_ask_for():
    def fits(video: Facade) -> Video:
        return video

    assert fits is not None


async def test_a_call_begins_at_the_key_and_shows_the_page(stage, clock):
    pages = heard(stage.model.page_asked)
    stage.model.show(draft(clock), CLAIRE)
    pressed = clock.monotonic() - 0.3
    stage.model.start(pressed)
    assert stage.model.state.stage is Face.BEGINNING
    await settled()
    assert stage.video.asked == [("begin", "contact-claire", pressed, "")]
    assert pages == [stage.model.state.call.page]
    assert stage.model.clocks().asked_to_offered == timedelta(seconds=0.3)


async def test_a_key_held_or_pressed_twice_begins_once(stage, clock):
    stage.model.show(draft(clock), CLAIRE)
    stage.model.start()
    stage.model.start()
    await settled()
    stage.model.start()
    await settled()
    assert stage.video.names() == ["begin"]


@pytest.mark.parametrize("why", list(Unready))
async def test_the_key_is_grey_before_it_is_pressed(clock, qapp, why):
    stage = Stage(clock, readiness=Readiness(where=Where.COMPANY, why=why))
    stage.model.show(draft(clock), CLAIRE)
    assert not stage.model.can_start()
    stage.model.start()
    await settled()
    assert stage.video.asked == []
    stage.close()


async def test_a_look_at_the_gateway_frees_the_key_and_its_silence_greys_it(stage, clock):
    stage.model.show(draft(clock), CLAIRE)
    stage.video.refuses["check"] = VideoFailed("no_answer")
    stage.model.check()
    await settled()
    assert stage.model.state.readiness.why is Unready.NO_ANSWER
    assert stage.model.state.problem is None
    assert not stage.model.state.checking
    stage.video.refuses.clear()
    stage.model.check()
    await settled()
    assert stage.model.can_start()


async def test_a_call_that_does_not_begin_says_why_and_frees_the_key(stage, clock):
    stage.video.refuses["begin"] = VideoFailed("provider")
    stage.model.show(draft(clock), CLAIRE)
    stage.model.start()
    await settled()
    state = stage.model.state
    assert (state.problem.doing, state.problem.code) == (Doing.BEGIN, "provider")
    assert state.partner is None
    assert stage.model.can_start()


async def test_the_three_clocks_run_one_after_the_other_by_the_gateways_time(stage):
    await stage.begin()
    stage.after(2)
    assert stage.model.clocks().running == 0
    stage.model.send(Delivery.QR)
    await settled()
    stage.after(5, What.OPENED, lang="fr")
    stage.after(1)
    clocks = stage.model.clocks()
    assert clocks.running == 2
    assert [
        span.total_seconds()
        for span in (clocks.asked_to_offered, clocks.offered_to_opened, clocks.opened_to_face)
    ] == [2, 5, 1]
    stage.after(1, What.FACE)
    stage.after(60)
    assert stage.model.clocks().opened_to_face == timedelta(seconds=2)
    assert stage.model.asked_for() == timedelta(seconds=9)
    assert stage.model.lasted() == timedelta(seconds=60)


async def test_a_wait_is_told_at_ten_seconds_and_nobody_at_sixty(stage):
    await stage.begin()
    stage.model.send(Delivery.QR)
    await settled()
    stage.after(9)
    assert stage.model.state.hint is Hint.NONE
    stage.after(1)
    assert stage.model.state.hint is Hint.SLOW
    stage.after(50)
    assert stage.model.state.hint is Hint.NOBODY
    stage.after(0, What.OPENED, lang="fr")
    stage.after(0, What.CONSENTED)
    stage.after(0, What.FACE)
    assert stage.model.state.hint is Hint.NONE


async def test_a_loss_is_told_and_its_return_as_well(stage):
    await stage.connect()
    stage.after(10, What.LOST)
    stage.after(6)
    assert stage.model.state.hint is Hint.RECONNECTING
    assert stage.model.lost_for() == timedelta(seconds=6)
    stage.after(1, What.BACK)
    assert stage.model.state.stage is Face.TALKING
    assert stage.model.lost_for() is None


async def test_the_page_is_had_again(stage):
    await stage.begin()
    pages = heard(stage.model.page_asked)
    stage.model.reopen_page()
    await settled()
    assert pages == [stage.model.state.call.page]
    assert pages[0].endswith("-2")


async def test_ending_cuts_the_picture_at_once_and_keeps_the_summary(stage):
    await stage.connect()
    stage.after(72)
    pages = heard(stage.model.page_asked)
    stage.model.end()
    assert pages == [""]
    stage.model.end()
    await settled()
    assert stage.video.names().count("end") == 1
    state = stage.model.state
    assert state.stage is Face.ENDED
    assert state.last.progress.end_reason is EndReason.DONE
    assert stage.model.lasted() == timedelta(seconds=72.2)
    assert stage.model.can_start()


async def test_a_gateway_that_does_not_hear_the_end_keeps_nobody_in_a_call(stage):
    await stage.connect()
    stage.video.refuses["end"] = VideoFailed("no_answer")
    stage.model.end()
    await settled()
    assert stage.model.state.call is None
    assert stage.model.state.problem.doing is Doing.END
    assert stage.model.can_start()


@pytest.mark.parametrize("reason", list(EndReason))
async def test_an_end_from_elsewhere_is_told_with_its_reason(stage, reason):
    await stage.connect()
    pages = heard(stage.model.page_asked)
    stage.after(5, What.ENDED, reason=reason.value)
    assert stage.model.state.last.progress.end_reason is reason
    assert pages == [""]


async def test_a_call_stays_with_its_contact_while_another_customer_is_in_front(stage, clock):
    await stage.connect()
    stage.model.show(draft(clock, PAUL), PAUL)
    state = stage.model.state
    assert state.stage is Face.ELSEWHERE
    assert state.partner.name == "Mme Moreau"
    assert not stage.model.can_start()
    asked = heard(stage.model.customer_wanted)
    stage.model.go_back()
    assert asked == ["claire"]
    stage.model.show(draft(clock), CLAIRE)
    assert stage.model.state.stage is Face.TALKING


async def test_a_call_that_ended_elsewhere_is_summed_up_on_its_own_contact_only(stage, clock):
    await stage.connect()
    stage.model.show(draft(clock, PAUL), PAUL)
    stage.model.end()
    await settled()
    assert stage.model.state.stage is Face.READY
    stage.model.show(draft(clock), CLAIRE)
    assert stage.model.state.stage is Face.ENDED
    stage.model.start()
    await settled()
    assert stage.model.state.stage is Face.INVITING


async def test_a_call_begun_for_one_customer_never_shows_on_the_next(stage, clock):
    stage.model.show(draft(clock), CLAIRE)
    stage.model.start()
    stage.model.show(draft(clock, PAUL), PAUL)
    await settled()
    assert stage.model.state.stage is Face.ELSEWHERE
    assert stage.model.state.call.asked.contact_id == "contact-claire"


async def test_what_is_told_before_the_call_is_known_is_not_forgotten(stage, clock):
    begin = stage.video.begin

    async def slow(*given, **rest):
        live = await begin(*given, **rest)
        stage.video.tell(str(live.asked.id), What.OFFERED, by="qr")
        return live

    stage.video.begin = slow
    await stage.begin()
    assert stage.model.state.call.progress.last == 2


async def test_old_news_of_a_call_is_left_aside(stage):
    call = await stage.connect()
    now = stage.video.calls[call]
    stage.video.calls[call] = replace(now, progress=replace(now.progress, last=1, face_at=None))
    stage.video._say(call)
    assert stage.model.state.stage is Face.TALKING


async def test_photos_come_while_one_talks_and_after_the_end(stage):
    call = await stage.connect()
    stage.video.add_photo(call)
    assert len(stage.model.state.call.photos) == 1
    stage.model.end()
    await settled()
    stage.video.add_photo(call, 2)
    assert len(stage.model.state.last.photos) == 2


async def test_a_colleague_is_asked_declines_and_can_be_asked_again(stage):
    call = await stage.connect()
    stage.model.invite(PersonId("noe"))
    await settled()
    assert ("invite", "noe") in stage.video.asked
    stage.model.hear_declined(Declined(call="another", person=PersonId("noe")))
    assert stage.model.state.declined == ()
    stage.model.hear_declined(Declined(call=call, person=PersonId("noe")))
    assert stage.model.state.declined == ("noe",)
    stage.model.invite(PersonId("noe"))
    assert stage.model.state.declined == ()
    assert stage.model.state.asked == ("noe",)


async def test_nobody_is_asked_where_the_provider_takes_no_third(clock, qapp):
    stage = Stage(clock, readiness=replace(READY, third=False))
    await stage.connect()
    stage.model.invite(PersonId("noe"))
    await settled()
    assert "invite" not in stage.video.names()
    stage.close()


async def test_a_call_back_is_promised_on_the_contact_of_the_call(stage, clock):
    await stage.connect()
    asked = heard(stage.model.callback_proposed)
    stage.model.show(draft(clock, PAUL), PAUL)
    stage.model.propose_callback()
    assert asked == ["contact-claire"]


async def test_a_customers_press_begins_from_the_press(stage, clock):
    stage.rings.set_available(True)
    ring = stage.ring(ago=6)
    stage.model.show(draft(clock), CLAIRE)
    stage.model.answer(ring)
    await settled()
    assert ("begin", "contact-claire", clock.monotonic() - 6, "p1") in stage.video.asked
    assert stage.model.state.stage is Face.WAITING
    assert stage.model.clocks().asked_to_offered == timedelta(seconds=6)
    assert stage.model.state.partner.place == "Comptoir d’Angers"


async def test_nothing_is_heard_after_the_screens_went(stage):
    listeners = stage.video.listeners
    assert len(listeners) == 1
    stage.window.deleteLater()
    await settled()
    assert listeners == []
    assert stage.video.ring_listeners == []
    stage.close = lambda: None
