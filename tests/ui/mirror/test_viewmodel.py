"""Weeks, filters and the lag: what is asked of the service, and what is shown meanwhile."""

from datetime import date, timedelta

import pytest

from desktop.domain.contacts import Channel
from desktop.domain.errors import Unreachable
from desktop.domain.sync.verdicts import Silence
from desktop.ui.mirror.state import MOST, MOST_LAG, Trouble
from tests.ui.mirror.conftest import settled
from tests.ui.mirror.worlds import CLOSED, NOW, WEEK

OFFLINE = Unreachable(next(iter(Silence)))


async def test_it_begins_with_thirteen_weeks_that_are_over(viewmodel, mirrors):
    viewmodel.visit()
    await settled()
    assert viewmodel.state.last == CLOSED < NOW.date()
    assert mirrors.asked == [
        {"first": CLOSED - 12 * WEEK, "last": CLOSED, "reason": "", "channel": None}
    ]
    assert not viewmodel.state.loading
    assert viewmodel.state.mirror is not None


async def test_a_new_week_is_followed_only_by_who_looks_at_the_last(viewmodel, mirrors):
    viewmodel.go_back()
    await settled()
    mirrors.at = NOW + timedelta(days=7)
    viewmodel.visit()
    await settled()
    assert viewmodel.state.last == CLOSED - 13 * WEEK
    viewmodel.go_on()
    viewmodel.go_on()
    await settled()
    assert viewmodel.state.last == CLOSED + WEEK
    assert not viewmodel.state.may_go_on


async def test_weeks_go_back_as_far_as_may_be_and_no_further(viewmodel):
    for _ in range(40):
        viewmodel.go_back()
    await settled()
    assert not viewmodel.state.may_go_back
    first = viewmodel.state.first
    viewmodel.go_back()
    assert viewmodel.state.first == first


async def test_weeks_chosen_by_hand_come_in_order_and_stay_closed(viewmodel, mirrors):
    viewmodel.choose_weeks(date(2026, 12, 7), date(2026, 9, 7))
    await settled()
    assert (viewmodel.state.first, viewmodel.state.last) == (date(2026, 9, 7), CLOSED)
    viewmodel.choose_weeks(CLOSED - 150 * WEEK, CLOSED)
    await settled()
    assert viewmodel.state.span == MOST
    asked = mirrors.asked[-1]
    assert (asked["last"] - asked["first"]) // WEEK + 1 + 2 * MOST_LAG <= 104


async def test_a_filter_is_for_the_customers_half(viewmodel, mirrors):
    viewmodel.visit()
    await settled()
    team = viewmodel.state.mirror.team
    viewmodel.choose_reason("bill")
    assert viewmodel.state.mirror.customers == ()
    assert viewmodel.state.mirror.team == team
    await settled()
    viewmodel.choose_channel(Channel.EMAIL)
    await settled()
    assert mirrors.asked[-1]["reason"] == "bill"
    assert mirrors.asked[-1]["channel"] is Channel.EMAIL
    assert viewmodel.state.mirror.customers != ()


async def test_what_answered_another_question_is_never_shown_for_this_one(viewmodel, mirrors):
    """A refused answer leaves the half empty: the figures of all reasons are not those of one."""
    viewmodel.visit()
    await settled()
    mirrors.error = OFFLINE
    viewmodel.choose_reason("bill")
    await settled()
    assert viewmodel.state.trouble is Trouble.OFFLINE
    assert viewmodel.state.mirror.customers == ()
    viewmodel.go_back()
    await settled()
    assert viewmodel.state.mirror.gap is None


async def test_own_pairs_are_there_without_a_line(viewmodel, mirrors):
    mirrors.error = OFFLINE
    viewmodel.visit()
    await settled()
    assert viewmodel.state.pairs
    assert viewmodel.state.trouble is Trouble.OFFLINE
    assert viewmodel.state.mirror is None


async def test_trying_again_takes_the_trouble_away(viewmodel, mirrors):
    mirrors.error = OFFLINE
    viewmodel.visit()
    await settled()
    mirrors.error = None
    viewmodel.read_again()
    await settled()
    assert viewmodel.state.trouble is None
    assert viewmodel.state.mirror is not None


async def test_sliding_reads_the_weeks_beside_once(viewmodel, mirrors):
    viewmodel.visit()
    await settled()
    for lag in (1, 2, 3, -4):
        viewmodel.slide(lag)
        await settled()
    assert [asked["first"] for asked in mirrors.asked] == [
        CLOSED - 12 * WEEK,
        CLOSED - (12 + MOST_LAG) * WEEK,
    ]
    assert {asked["last"] for asked in mirrors.asked} == {CLOSED}


@pytest.mark.parametrize(("wanted", "given"), [(99, MOST_LAG), (-99, -MOST_LAG), (0, 0)])
async def test_the_lag_has_ends(viewmodel, wanted, given):
    viewmodel.slide(wanted)
    await settled()
    assert viewmodel.state.lag == given


async def test_the_last_question_wins(viewmodel, mirrors):
    viewmodel.visit()
    viewmodel.choose_span(8)
    viewmodel.choose_span(26)
    await settled()
    assert viewmodel.state.mirror.first == CLOSED - 25 * WEEK
    assert viewmodel.state.span == 26


async def test_an_answer_from_before_is_told_as_one(viewmodel, mirrors):
    """Without a line the service gives what it kept: it raises nothing."""
    mirrors.given = {"read_at": NOW - timedelta(hours=3)}
    viewmodel.visit()
    await settled()
    assert viewmodel.state.mirror is not None
    assert viewmodel.state.trouble is Trouble.OFFLINE
    mirrors.given = {"read_at": NOW}
    viewmodel.visit()
    await settled()
    assert viewmodel.state.trouble is None
