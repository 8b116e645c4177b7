"""Time that counts: hours of the wall, holidays, pauses, and days on which clocks change."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.business_time import Calendar, Hours, after, elapsed, merged, running

PARIS = ZoneInfo("Europe/Paris")
NINE_TO_FIVE = (Hours(opens=9 * 60, closes=17 * 60),)
NOON_OFF = (Hours(opens=9 * 60, closes=12 * 60), Hours(opens=14 * 60, closes=18 * 60))
WHOLE_DAY = (Hours(opens=0, closes=1440),)
OFFICE = Calendar(zone=PARIS, week=(*([NINE_TO_FIVE] * 5), (), ()))
SHOP = Calendar(zone=PARIS, week=(*([NOON_OFF] * 6), ()))
ALWAYS = Calendar(zone=PARIS, week=(WHOLE_DAY,) * 7, french_holidays=False)
HOUR = timedelta(hours=1)


def at(month: int, day: int, hour: int = 0, minute: int = 0, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=PARIS)


# received, hours that count, calendar, due
CASES = {
    "within a day": (at(3, 2, 10), 2, OFFICE, at(3, 2, 12)),
    "before opening": (at(3, 2, 6), 2, OFFICE, at(3, 2, 11)),
    "over the night": (at(3, 2, 16), 2, OFFICE, at(3, 3, 10)),
    "over the weekend": (at(3, 6, 16), 2, OFFICE, at(3, 9, 10)),
    "over noon": (at(3, 2, 11), 2, SHOP, at(3, 2, 15)),
    "over a holiday": (at(11, 10, 16), 2, OFFICE, at(11, 12, 10)),
    "a day's end belongs to that day": (at(3, 2, 9), 8, OFFICE, at(3, 2, 17)),
    "over two holidays in May": (at(5, 7, 16), 2, OFFICE, at(5, 11, 10)),
    "all time counts": (at(3, 6, 16), 48, None, at(3, 8, 16)),
    "open day and night": (at(3, 6, 16), 48, ALWAYS, at(3, 8, 16)),
    # March 29th 2026: 2:00 becomes 3:00; the wall's hours are one less.
    "clocks go forward, all time": (at(3, 28, 16), 24, None, at(3, 29, 17)),
    "clocks go forward, day and night": (at(3, 28, 16), 24, ALWAYS, at(3, 29, 17)),
    "clocks go forward over an office's weekend": (at(3, 27, 16), 2, OFFICE, at(3, 30, 10)),
    # October 25th 2026: 3:00 becomes 2:00.
    "clocks go back, all time": (at(10, 24, 16), 24, None, at(10, 25, 15)),
    "clocks go back, day and night": (at(10, 24, 16), 24, ALWAYS, at(10, 25, 15)),
    "clocks go back over an office's weekend": (at(10, 23, 16), 2, OFFICE, at(10, 26, 10)),
}


@pytest.mark.parametrize("name", CASES)
def test_when_it_has_run(name: str):
    received, hours, calendar, due = CASES[name]
    found = after(received, hours * HOUR, calendar)
    assert found == due.astimezone(UTC)
    assert elapsed(received, due, calendar) == hours * HOUR


NIGHT = (Hours(opens=60, closes=4 * 60),)
NIGHTLY = Calendar(zone=PARIS, week=(NIGHT,) * 7, french_holidays=False)


def test_hours_that_a_clock_skips_or_has_twice():
    """From 1:00 to 4:00: two hours in March's night, four in October's."""

    def open_for(day: date) -> timedelta:
        return sum((ends - begins for begins, ends in NIGHTLY.hours(day)), timedelta())

    assert open_for(date(2026, 3, 28)) == 3 * HOUR
    assert open_for(date(2026, 3, 29)) == 2 * HOUR
    assert open_for(date(2026, 10, 25)) == 4 * HOUR


def test_hours_that_end_as_the_skipped_one_does_are_none():
    """From 2:30 to 3:00 there is nothing on March 29th: half past two is half past three then."""
    late = Calendar(zone=PARIS, week=((Hours(opens=150, closes=180),),) * 7)
    assert list(late.hours(date(2026, 3, 29))) == []
    assert elapsed(at(3, 28, 0), at(3, 30, 0), late) == timedelta(minutes=30)


def test_pauses_stop_the_clock():
    pause = (at(3, 2, 11), at(3, 2, 15))
    assert after(at(3, 2, 10), 2 * HOUR, None, [pause]) == at(3, 2, 16)
    assert after(at(3, 2, 10), 2 * HOUR, OFFICE, [pause]) == at(3, 2, 16)
    # Closed or paused, it stands once.
    night = (at(3, 2, 16), at(3, 3, 10))
    assert after(at(3, 2, 15), 2 * HOUR, OFFICE, [night]) == at(3, 3, 11)


def test_a_calendar_that_never_opens_has_no_due_date():
    assert after(at(3, 2), HOUR, Calendar(zone=PARIS, week=((),) * 7)) is None


def test_nothing_to_wait_for_is_due_at_once():
    assert after(at(3, 7), timedelta(), OFFICE) == at(3, 7)


def test_other_closed_days():
    closed = Calendar(zone=PARIS, week=OFFICE.week, closed=frozenset({date(2026, 3, 3)}))
    assert after(at(3, 2, 16), 2 * HOUR, closed) == at(3, 4, 10)


INSTANTS = st.integers(0, 2 * 366 * 24 * 4).map(
    lambda quarters: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=15 * quarters)
)
SPANS = st.lists(
    st.tuples(INSTANTS, st.integers(0, 4000).map(lambda n: timedelta(minutes=n))).map(
        lambda one: (one[0], one[0] + one[1])
    ),
    max_size=5,
)
CALENDARS = st.sampled_from([None, OFFICE, SHOP, ALWAYS, NIGHTLY])
LIMITS = st.integers(1, 60 * 100).map(lambda minutes: timedelta(minutes=minutes))


@given(since=INSTANTS, limit=LIMITS, calendar=CALENDARS, pauses=SPANS)
def test_what_ran_until_it_is_due_is_the_limit(since, limit, calendar, pauses):
    due = after(since, limit, calendar, pauses)
    assert due is not None
    assert elapsed(since, due, calendar, pauses) == limit
    # And it is the first such instant: a moment before, something was left.
    assert elapsed(since, due - timedelta(seconds=1), calendar, pauses) < limit


@given(one=INSTANTS, other=INSTANTS, limit=LIMITS, calendar=CALENDARS, pauses=SPANS)
def test_what_came_later_is_never_due_earlier(one, other, limit, calendar, pauses):
    first, second = sorted([one, other])
    assert after(first, limit, calendar, pauses) <= after(second, limit, calendar, pauses)


@given(instants=st.tuples(INSTANTS, INSTANTS, INSTANTS), calendar=CALENDARS, pauses=SPANS)
def test_time_adds_up_and_never_runs_faster_than_the_wall(instants, calendar, pauses):
    first, between, last = sorted(instants)
    whole = elapsed(first, last, calendar, pauses)
    parts = elapsed(first, between, calendar, pauses) + elapsed(between, last, calendar, pauses)
    assert whole == parts
    assert timedelta() <= whole <= last - first


@given(one=INSTANTS, other=INSTANTS, calendar=CALENDARS, pauses=SPANS)
def test_the_clock_runs_in_order_and_never_in_a_pause(one, other, calendar, pauses):
    since, until = sorted([one, other])
    ran = list(running(since, until, calendar, pauses))
    assert ran == list(merged(ran)) or calendar is None
    for begins, ends in ran:
        assert since <= begins < ends <= until
        assert not any(begins < resume and stop < ends for stop, resume in merged(pauses))
