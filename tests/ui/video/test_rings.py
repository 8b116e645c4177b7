"""A customer's button: rings those who are there, is taken on a key, goes quiet, or is lost."""

from datetime import timedelta

import pytest

from desktop.domain.errors import VideoFailed
from desktop.domain.ids import PersonId
from desktop.domain.video.ringing import CallBack, Declined, People, Quiet, Uninvited
from desktop.ui.video.notices import VideoNotices
from desktop.ui.video.state import Doing
from tests.ui.video.fakes import CAMILLE, PAUL, draft, invited
from tests.ui.video.stage import settled
from tests.ui.video.test_viewmodel import heard


async def available(stage):
    stage.rings.set_available(True)
    await settled()


async def test_one_is_not_available_until_one_says_so(stage):
    assert not stage.rings.state.available
    stage.ring()
    assert not stage.rings.ringing()
    await available(stage)
    assert stage.video.asked == [("set_available", True)]
    stage.ring()
    assert stage.rings.ringing()
    stage.rings.turn_available()
    await settled()
    assert stage.video.asked[-1] == ("set_available", False)
    assert not stage.rings.ringing()


async def test_a_gateway_that_does_not_hear_it_is_told_and_the_box_is_empty_again(stage):
    stage.video.refuses["set_available"] = VideoFailed("no_answer")
    await available(stage)
    assert not stage.rings.state.available
    assert stage.rings.state.problem.doing is Doing.AVAILABLE
    stage.rings.dismiss_problem()
    assert stage.rings.state.problem is None


async def test_the_oldest_ring_is_taken_and_won_once(stage):
    await available(stage)
    won = heard(stage.rings.won)
    first, second = stage.ring("p1"), stage.ring("p2", ago=1)
    stage.ring("p1")
    assert stage.rings.state.rings == (first, second)
    stage.rings.take()
    stage.rings.take()
    await settled()
    assert won == [first]
    assert stage.video.names().count("take") == 1
    assert stage.rings.state.rings == (second,)


async def test_a_colleague_who_was_first_is_told(stage):
    await available(stage)
    stage.video.taken_by_others.add("p1")
    missed, won = heard(stage.rings.missed), heard(stage.rings.won)
    ring = stage.ring()
    stage.rings.take()
    await settled()
    assert (missed, won) == ([ring], [])
    assert stage.rings.state.rings == ()


async def test_a_ring_goes_quiet_when_it_is_taken_by_another(stage):
    await available(stage)
    stage.ring()
    stage.video.hear(Quiet(press="p1"))
    assert not stage.rings.ringing()


async def test_a_ring_that_nobody_ends_goes_by_itself(stage, clock):
    await available(stage)
    ring = stage.ring(ago=0)
    clock.advance(seconds=15)
    stage.rings._tick()
    assert stage.rings.seconds(ring) == 15
    assert stage.rings.ringing()
    clock.advance(seconds=3)
    stage.rings._tick()
    assert not stage.rings.ringing()


async def test_not_now_leaves_it_to_the_others(stage):
    await available(stage)
    stage.ring()
    stage.rings.dismiss()
    await settled()
    assert not stage.rings.ringing()
    assert "take" not in stage.video.names()


async def test_who_is_in_a_call_is_not_rung(stage):
    await available(stage)
    stage.ring()
    stage.rings.set_busy(True)
    await settled()
    assert stage.video.asked[-1] == ("set_available", False)
    assert stage.rings.state.available
    stage.ring("p2")
    assert not stage.rings.ringing()
    stage.rings.set_busy(False)
    await settled()
    assert stage.video.asked[-1] == ("set_available", True)


async def test_a_colleagues_call_is_joined_and_left(stage, clock):
    stage.video.hear(invited(clock))
    assert stage.rings.ringing()
    stage.rings.take()
    await settled()
    state = stage.rings.state
    assert state.joined.call == "call-of-noe"
    assert state.page.endswith("/a#" + "t" * 43)
    assert state.busy
    stage.rings.leave()
    assert stage.rings.state.joined is None
    assert not stage.rings.state.busy


async def test_a_colleague_is_refused_and_hears_it(stage, clock):
    stage.video.hear(invited(clock))
    stage.rings.dismiss()
    await settled()
    assert ("decline", "call-of-noe") in stage.video.asked
    assert not stage.rings.ringing()


async def test_an_invitation_runs_out(stage, clock):
    stage.video.hear(invited(clock))
    clock.advance(seconds=61)
    stage.rings._tick()
    assert not stage.rings.ringing()


async def test_joining_that_fails_is_told_and_can_be_tried_again(stage, clock):
    stage.video.refuses["join"] = VideoFailed("unknown")
    stage.video.hear(invited(clock))
    stage.rings.take()
    await settled()
    assert stage.rings.state.problem.doing is Doing.JOIN
    assert stage.rings.state.joined is None
    assert stage.rings.ringing()


async def test_colleagues_come_and_go(stage):
    stage.video.hear(People(colleagues=(CAMILLE,)))
    assert stage.rings.state.colleagues == (CAMILLE,)


class FakeToasts:
    def __init__(self):
        self.said = []

    def say(self, text, tone="info", action=None, seconds=5):
        self.said.append((text, tone))


@pytest.fixture
def toasts(stage):
    made = FakeToasts()
    stage.notices = VideoNotices(made, stage.model, stage.rings)
    return made


async def test_a_call_back_that_was_left_is_said(stage, toasts, clock):
    left = CallBack(
        press="p1", place="angers", title="Comptoir", phone="+33639981234", at=clock.now()
    )
    stage.video.hear(left)
    assert toasts.said == [("Rappel demandé\u00a0: 06 39 98 12 34, Comptoir.", "violet")]


async def test_a_lost_ring_is_said_without_blame(stage, toasts):
    await available(stage)
    stage.video.taken_by_others.add("p1")
    stage.ring()
    stage.rings.take()
    await settled()
    assert toasts.said == [
        ("Comptoir d’Angers\u00a0: un collègue a répondu avant vous.", "info"),
    ]


async def test_what_the_palette_turned_is_said(stage, toasts):
    stage.notices.turn_available()
    await settled()
    assert stage.rings.state.available
    stage.notices.turn_available()
    await settled()
    assert [text for text, _tone in toasts.said] == [
        "Le bouton client sonne chez vous.",
        "Le bouton client ne sonne plus chez vous.",
    ]


async def test_a_colleague_who_cannot_come_is_said_and_shown(stage, toasts):
    call = await stage.connect()
    stage.model.invite(PersonId("noe"))
    await settled()
    stage.video.hear(Declined(call=call, person=PersonId("noe")))
    assert stage.model.state.declined == ("noe",)
    assert toasts.said == [("Noé Petit ne peut pas vous rejoindre.", "info")]


async def test_the_end_of_a_call_is_said_where_its_card_is_not_seen(stage, toasts, clock):
    await stage.connect()
    stage.model.show(draft(clock, PAUL), PAUL)
    stage.clock.advance(seconds=5)
    stage.model.end()
    await settled()
    assert toasts.said == [("Vidéo avec Mme Moreau\u00a0: terminée.", "info")]


async def test_the_end_of_the_call_in_front_needs_no_toast(stage, toasts):
    await stage.connect()
    stage.model.end()
    await settled()
    assert toasts.said == []
    assert stage.model.lasted() >= timedelta()


async def test_an_invitation_that_is_taken_back_rings_no_more(stage, clock):
    stage.video.hear(invited(clock))
    stage.video.hear(invited(clock, "another"))
    stage.video.hear(Uninvited(call="call-of-noe"))
    assert [one.call for one in stage.rings.state.invitations] == ["another"]
    stage.video.hear(Uninvited(call="another"))
    assert not stage.rings.ringing()
