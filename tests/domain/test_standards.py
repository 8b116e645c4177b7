"""Standards: when an answer is due, why just then, and what becomes of who gives up waiting."""

import itertools
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.contacts import Channel
from desktop.domain.french_holidays import Holiday
from desktop.domain.standards import (
    ClockKind,
    ClosedDay,
    Kept,
    Outcome,
    Standard,
    Standards,
    StepKind,
    Wait,
    Waiting,
    due,
    kept,
    outcome,
)
from tests.domain.test_business_time import OFFICE, PARIS, at

EMAIL = Standard(channel=Channel.EMAIL, limit=timedelta(hours=8), clock=ClockKind.BUSINESS)
PHONE = Standard(channel=Channel.CALL_IN, limit=timedelta(minutes=3))
ALL = Standards(standards=(PHONE, EMAIL), calendar=OFFICE)


def told(found):
    """Kinds and local times, to be read like a sentence."""
    return [(step.kind.value, step.at.astimezone(PARIS).strftime("%d/%m %H:%M")) for step in found]


def test_why_over_a_weekend_and_a_holiday():
    """« reçu vendredi 16 h 40, fermé le week-end, repris lundi 9 h… »; then November 11th."""
    answer = due(EMAIL, at(11, 6, 16, 40), OFFICE)
    assert answer.at == at(11, 9, 16, 40)
    assert told(answer.why) == [
        ("received", "06/11 16:40"),
        ("closed", "06/11 17:00"),
        ("resumed", "09/11 09:00"),
        ("due", "09/11 16:40"),
    ]
    weekend = answer.why[1]
    assert weekend.days == (
        ClosedDay(day=date(2026, 11, 7)),
        ClosedDay(day=date(2026, 11, 8)),
    )


def test_why_names_the_holiday_and_not_the_night():
    answer = due(replace(EMAIL, limit=timedelta(hours=10)), at(11, 9, 16), OFFICE)
    assert told(answer.why) == [
        ("received", "09/11 16:00"),
        ("closed", "09/11 17:00"),
        ("resumed", "10/11 09:00"),
        ("closed", "10/11 17:00"),
        ("resumed", "12/11 09:00"),
        ("due", "12/11 10:00"),
    ]
    assert answer.why[1].days == ()
    assert answer.why[3].days == (ClosedDay(day=date(2026, 11, 11), holiday=Holiday.ARMISTICE),)


def test_received_while_closed():
    answer = due(EMAIL, at(3, 7, 11), OFFICE)
    assert told(answer.why) == [
        ("received", "07/03 11:00"),
        ("closed", "07/03 11:00"),
        ("resumed", "09/03 09:00"),
        ("due", "09/03 17:00"),
    ]


def test_elapsed_time_needs_no_why():
    answer = due(PHONE, at(3, 7, 11), OFFICE)
    assert told(answer.why) == [("received", "07/03 11:00"), ("due", "07/03 11:03")]


def test_waiting_for_the_customer_stops_the_clock():
    waits = [Waiting(since=at(3, 2, 11), until=at(3, 3, 10))]
    answer = due(EMAIL, at(3, 2, 10), OFFICE, waits)
    assert told(answer.why) == [
        ("received", "02/03 10:00"),
        ("paused", "02/03 11:00"),
        ("resumed", "03/03 10:00"),
        ("due", "03/03 17:00"),
    ]


def test_an_answer_while_closed_lets_the_clock_run_at_the_opening():
    waits = [Waiting(since=at(3, 6, 11), until=at(3, 7, 10))]
    answer = due(EMAIL, at(3, 6, 10), OFFICE, waits)
    assert told(answer.why) == [
        ("received", "06/03 10:00"),
        ("paused", "06/03 11:00"),
        ("closed", "07/03 10:00"),
        ("resumed", "09/03 09:00"),
        ("due", "09/03 16:00"),
    ]


def test_while_we_still_wait_nothing_is_due():
    answer = due(EMAIL, at(3, 2, 10), OFFICE, [Waiting(since=at(3, 2, 11))])
    assert answer.at is None
    assert told(answer.why) == [("received", "02/03 10:00"), ("paused", "02/03 11:00")]
    begun_before = due(EMAIL, at(3, 2, 10), OFFICE, [Waiting(since=at(3, 1, 11))])
    assert told(begun_before.why) == [("received", "02/03 10:00"), ("paused", "02/03 10:00")]


@pytest.mark.parametrize("change", [(3, 27), (10, 23)])
def test_a_weekend_on_which_clocks_change_is_a_weekend(change):
    answer = due(EMAIL, at(change[0], change[1], 16), OFFICE)
    assert answer.at == at(change[0], change[1] + 3, 16)


WAITS = {
    "answered in time": (180, False, Outcome.MET),
    "answered a second late": (181, False, Outcome.MISSED),
    "gave up in time": (180, True, Outcome.LEFT_EARLY),
    "gave up a second late": (181, True, Outcome.MISSED),
}


@pytest.mark.parametrize("name", WAITS)
def test_what_became_of_a_wait(name: str):
    seconds, abandoned, told = WAITS[name]
    wait = Wait(channel=Channel.CALL_IN, received_at=at(3, 2), seconds=seconds, abandoned=abandoned)
    assert outcome(PHONE, wait, OFFICE) is told


def test_a_mail_over_the_weekend_is_in_time():
    wait = Wait(channel=Channel.EMAIL, received_at=at(3, 6, 16), seconds=72 * 3600 - 3600)
    assert outcome(EMAIL, wait, OFFICE) is Outcome.MET
    assert outcome(replace(EMAIL, clock=ClockKind.ELAPSED), wait, OFFICE) is Outcome.MISSED


def test_a_channel_s_standard_over_many():
    waits = [
        Wait(channel=Channel.CALL_IN, received_at=at(3, 2), seconds=seconds, abandoned=abandoned)
        for seconds, abandoned, _ in WAITS.values()
    ]
    waits.append(Wait(channel=Channel.SOCIAL, received_at=at(3, 2), seconds=5))
    found = kept(waits, ALL)
    assert found[Channel.CALL_IN] == Kept(met=1, missed=2, left_early=1, abandoned=2)
    assert found[Channel.CALL_IN].rate == 1 / 3
    assert found[Channel.EMAIL] == Kept()
    assert found[Channel.EMAIL].rate is None
    assert set(found) == {Channel.CALL_IN, Channel.EMAIL}


INSTANTS = st.integers(0, 366 * 24 * 4).map(
    lambda quarters: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=15 * quarters)
)
PAUSES = st.lists(
    st.builds(
        lambda since, minutes: Waiting(since=since, until=since + timedelta(minutes=minutes)),
        INSTANTS,
        st.integers(0, 20_000),
    ),
    max_size=3,
)


@given(received=INSTANTS, hours=st.integers(1, 60), waits=PAUSES)
def test_why_is_in_order_and_the_clock_runs_exactly_between(received, hours, waits):
    standard = replace(EMAIL, limit=timedelta(hours=hours))
    answer = due(standard, received, OFFICE, waits)
    steps = answer.why
    assert [step.at for step in steps] == sorted(step.at for step in steps)
    assert steps[0].kind is StepKind.RECEIVED
    assert steps[-1].kind is StepKind.DUE
    ran, since = timedelta(), steps[0].at
    for step, following in itertools.pairwise(steps):
        if step.kind in (StepKind.RECEIVED, StepKind.RESUMED):
            ran += following.at - step.at
        assert (following.kind is StepKind.RESUMED) <= (step.kind != StepKind.RESUMED)
    assert ran == standard.limit
    assert since == received
