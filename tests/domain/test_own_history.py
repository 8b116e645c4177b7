"""One's own history: every day or week up to today, each check-in in its own."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.ids import CheckInId, PersonId
from desktop.domain.own_history import DAYS, WEEKS, Span, stretches
from desktop.domain.wellbeing import CheckIn, Moment, OwnCheckIn, offered_moment

TODAY = date(2026, 11, 26)
NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)


def said(days: int, mood: int | None = 4, load: int | None = None) -> OwnCheckIn:
    at = NOON - timedelta(days=days)
    check_in = CheckIn(
        id=CheckInId(f"{days}-{mood}"),
        person_id=PersonId("lea"),
        at=at,
        moment=Moment.ANY,
        mood=mood,
        load=load,
    )
    return OwnCheckIn(check_in=check_in)


def test_a_day_is_the_mean_of_what_was_said_and_silence_is_no_figure():
    shown = stretches([said(0, 2), said(0, 5), said(1, None, 3)], Span.DAY, TODAY, UTC)
    assert len(shown) == DAYS
    assert (shown[-1].first, shown[-1].mood, shown[-1].load) == (TODAY, 3.5, None)
    assert (shown[-2].mood, shown[-2].load) == (None, 3)
    assert shown[-3].items == ()


def test_weeks_begin_on_mondays_and_the_last_is_this_one():
    shown = stretches([said(0), said(3, 1)], Span.WEEK, TODAY, UTC)
    assert len(shown) == WEEKS
    assert all(one.first.weekday() == 0 for one in shown)
    assert [one.check_in.mood for one in shown[-1].items] == [1, 4]


@given(st.lists(st.integers(0, 400), max_size=30), st.sampled_from(Span))
def test_nothing_is_told_twice_and_nothing_that_is_shown_is_left_out(days, span):
    items = [said(day) for day in days]
    shown = stretches(items, span, TODAY, UTC)
    told = [own for one in shown for own in one.items]
    first = shown[0].first
    assert sorted(one.check_in.at for one in told) == sorted(
        one.check_in.at for one in items if one.check_in.at.date() >= first
    )


@pytest.mark.parametrize(
    ("hour", "given_today", "moment"),
    [
        (8, False, Moment.START),
        (13, False, Moment.START),
        (11, True, Moment.ANY),
        (16, True, Moment.END),
        (18, False, Moment.END),
    ],
)
def test_the_moment_is_offered_by_the_hour(hour, given_today, moment):
    today = said(0).check_in if given_today else None
    assert offered_moment(hour, today) is moment
