"""A link on its way to the customer: each way, what is no address, what did not leave, another link."""

from datetime import timedelta

import pytest

from desktop.domain.errors import NotSent, Unsent
from desktop.domain.video.happenings import Delivery, What
from desktop.ui.video.state import Stage as Face
from tests.ui.video.stage import settled


@pytest.mark.parametrize(
    ("delivery", "typed", "sent"),
    [
        (Delivery.SMS, " 06 39 98 12 34 ", "+33639981234"),
        (Delivery.SMS, "+32 470 12 34 56", "+32470123456"),
        (Delivery.EMAIL, "Claire@Courriel.Example", "claire@courriel.example"),
        (Delivery.QR, "", ""),
        (Delivery.COPY, "", ""),
        (Delivery.HERE, "", ""),
    ],
)
async def test_a_link_is_given_in_each_way(stage, delivery, typed, sent):
    await stage.begin()
    stage.model.send(delivery, typed)
    await settled()
    assert ("send", delivery, sent) in stage.video.asked
    assert stage.model.state.stage is Face.WAITING
    assert stage.model.state.call.progress.delivery is delivery


@pytest.mark.parametrize(
    ("delivery", "typed"),
    [(Delivery.SMS, "06 39"), (Delivery.SMS, ""), (Delivery.EMAIL, "claire"), (Delivery.EMAIL, "")],
)
async def test_what_is_no_address_leaves_nothing(stage, delivery, typed):
    await stage.begin()
    stage.model.send(delivery, typed)
    await settled()
    assert "send" not in stage.video.names()
    assert stage.model.state.problem.unsent is Unsent.BAD_ADDRESS
    assert stage.model.state.stage is Face.INVITING


@pytest.mark.parametrize("why", list(Unsent))
async def test_a_message_that_does_not_leave_can_be_sent_again(stage, why):
    await stage.begin()
    stage.video.refuses["send"] = NotSent(why)
    stage.model.send(Delivery.SMS, "06 39 98 12 34")
    await settled()
    assert stage.model.state.problem.unsent is why
    assert stage.model.state.sending is None
    stage.video.refuses.clear()
    stage.model.send(Delivery.SMS, "06 39 98 12 34")
    await settled()
    assert stage.model.state.problem is None
    assert stage.model.state.stage is Face.WAITING


async def test_two_presses_of_send_send_once(stage):
    await stage.begin()
    stage.model.send(Delivery.QR)
    stage.model.send(Delivery.QR)
    await settled()
    assert stage.video.names().count("send") == 1


async def test_another_link_voids_the_former_and_is_to_be_given(stage, clock):
    await stage.begin()
    stage.model.send(Delivery.QR)
    await settled()
    before = stage.model.state.call.link
    clock.advance(minutes=9)
    assert stage.model.valid_for() == timedelta(minutes=1)
    stage.model.renew()
    await settled()
    assert stage.model.state.call.link != before
    assert stage.model.valid_for() == timedelta(minutes=10)
    assert stage.model.state.stage is Face.INVITING
    stage.model.keep_waiting()
    assert stage.model.state.stage is Face.WAITING


async def test_who_opens_the_link_ends_the_choice_of_ways(stage):
    await stage.begin()
    stage.model.send(Delivery.QR)
    await settled()
    stage.model.choose_again()
    assert stage.model.state.stage is Face.INVITING
    stage.after(1, What.OPENED, lang="fr")
    assert stage.model.state.stage is Face.WAITING
    assert stage.model.valid_for() is None
