"""Waiting for the customer: what was said, the times that it makes, and the due date that they move."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.awaiting import Awaiting, in_force, still, waits_of
from desktop.domain.contacts import Channel, Draft, Resolution
from desktop.domain.drafts import close
from desktop.domain.ids import ContactId, CustomerId, PersonId, PromiseId
from desktop.domain.standards import (
    ClockKind,
    Outcome,
    Standard,
    Wait,
    Waiting,
    due,
    judged,
    outcome,
)
from tests.domain.test_business_time import OFFICE, PARIS, at

MAIL = Standard(channel=Channel.EMAIL, limit=timedelta(hours=48))
OPENED = replace(MAIL, limit=timedelta(hours=8), clock=ClockKind.BUSINESS)
ZERO = at(3, 2, 10)


def mark(name, minutes, *, begins=True, back="", who="lea"):
    return Awaiting(
        id=name,
        contact_id=ContactId("k1"),
        customer_id=CustomerId("c1"),
        person_id=PersonId(who),
        at=ZERO + timedelta(minutes=minutes),
        begins=begins,
        takes_back=back,
    )


def span(since, until=None):
    end = None if until is None else ZERO + timedelta(minutes=until)
    return Waiting(since=ZERO + timedelta(minutes=since), until=end)


SAID = {
    "nothing": ((), ()),
    "one waits": ((mark("a", 5),), (span(5),)),
    "and the customer answers": ((mark("a", 5), mark("b", 9, begins=False)), (span(5, 9),)),
    "an answer that nobody waited for": ((mark("a", 5, begins=False),), ()),
    "two wait, one hears the answer": (
        (mark("a", 5), mark("b", 7, who="karim"), mark("c", 9, begins=False, who="karim")),
        (span(5, 9),),
    ),
    "twice": (
        (mark("a", 5), mark("b", 9, begins=False), mark("c", 20), mark("d", 30, begins=False)),
        (span(5, 9), span(20, 30)),
    ),
    "taken back": ((mark("a", 5), mark("x", 6, back="a")), ()),
    "the answer is taken back": (
        (mark("a", 5), mark("b", 9, begins=False), mark("x", 9, begins=False, back="b")),
        (span(5),),
    ),
    "in whatever order it comes": ((mark("b", 9, begins=False), mark("a", 5)), (span(5, 9),)),
    "at one instant the ids decide": ((mark("b", 5, begins=False), mark("a", 5)), (span(5, 5),)),
}


@pytest.mark.parametrize("name", SAID)
def test_what_was_said_makes_times(name):
    marks, waits = SAID[name]
    assert waits_of(marks) == waits
    assert still(waits) == any(one.until is None for one in waits)


MARKS = st.lists(
    st.builds(
        mark,
        st.uuids().map(str),
        st.integers(0, 4000),
        begins=st.booleans(),
        back=st.sampled_from(["", "", "a"]),
    ),
    max_size=6,
)


@given(marks=MARKS)
def test_times_are_in_order_and_only_the_last_is_still_on(marks):
    waits = waits_of(marks)
    assert all(one.until is not None for one in waits[:-1])
    assert [one.since for one in waits] == sorted(one.since for one in waits)
    assert all(one.until >= one.since for one in waits if one.until is not None)
    assert waits_of(in_force(marks)) == waits


@pytest.mark.parametrize(
    ("standard", "received", "since", "until", "expected"),
    [
        # Summer time begins on March 29th: from Saturday noon to Monday noon are 47 hours.
        (MAIL, (3, 28, 10), (3, 28, 12), (3, 30, 12), (4, 1, 10)),
        # Winter time begins on October 25th: the same two days are 49.
        (MAIL, (10, 24, 10), (10, 24, 12), (10, 26, 12), (10, 28, 10)),
        # Of opening hours only those of Friday are waited for; both weekends are alike.
        (OPENED, (3, 27, 14), (3, 27, 15), (3, 30, 9), (3, 30, 16)),
        (OPENED, (10, 23, 14), (10, 23, 15), (10, 26, 9), (10, 26, 16)),
    ],
)
def test_a_wait_over_a_change_of_clocks_moves_the_due_date_by_what_really_passed(
    standard, received, since, until, expected
):
    waits = [Waiting(since=at(*since), until=at(*until))]
    found = due(standard, at(*received), OFFICE, waits)
    assert found.at == at(*expected)
    told = [(one.kind.value, one.at.astimezone(PARIS)) for one in found.why]
    assert ("paused", at(*since)) in told
    assert ("resumed", at(*until)) in told


def wait(hours, *waits, abandoned=False, channel=Channel.EMAIL):
    return Wait(
        channel=channel,
        received_at=ZERO,
        seconds=round(hours * 3600),
        abandoned=abandoned,
        waits=waits,
    )


DAY = 24 * 60
KEPT = {
    "in time": (wait(47), Outcome.MET, timedelta(hours=1)),
    "to the second": (wait(48), Outcome.MET, timedelta()),
    "late": (wait(50), Outcome.MISSED, timedelta(hours=-2)),
    "in time, for a day was the customer's": (
        wait(50, span(DAY, 2 * DAY)),
        Outcome.MET,
        timedelta(hours=22),
    ),
    "late all the same": (wait(73, span(DAY, 2 * DAY)), Outcome.MISSED, timedelta(hours=-1)),
    "answered while one waited": (wait(60, span(DAY)), Outcome.MET, None),
    "what one waits for afterwards moves nothing": (
        wait(47, span(47 * 60, 60 * 60)),
        Outcome.MET,
        timedelta(hours=1),
    ),
    "that one waited no more was said after the answer": (
        wait(60, span(DAY, 100 * 60)),
        Outcome.MET,
        None,
    ),
    "one waited too late": (wait(60, span(50 * 60, 55 * 60)), Outcome.MISSED, -timedelta(hours=12)),
    "gave up in time": (wait(47, abandoned=True), Outcome.LEFT_EARLY, timedelta(hours=1)),
    "gave up late": (wait(49, abandoned=True), Outcome.MISSED, timedelta(hours=-1)),
}


@pytest.mark.parametrize("name", KEPT)
def test_whether_a_due_date_was_kept_and_by_how_much(name):
    made, became, margin = KEPT[name]
    found = judged(MAIL, made, OFFICE)
    assert (found.outcome, found.margin) == (became, margin)


@given(
    hours=st.integers(1, 120),
    begins=st.integers(0, 5000),
    lasts=st.integers(1, 3000),
    business=st.booleans(),
)
def test_the_figure_and_the_screen_agree(hours, begins, lasts, business):
    """A wait is missed, as the report counts it, exactly when it ended after its due date."""
    standard = OPENED if business else MAIL
    made = wait(hours, span(begins, begins + lasts))
    found = judged(standard, made, OFFICE)
    assert found.outcome is outcome(standard, made, OFFICE)
    late = found.margin is not None and found.margin < timedelta()
    assert late == (found.outcome is Outcome.MISSED)


def begun(**more):
    draft = Draft(
        contact_id=ContactId("k1"),
        customer_id=CustomerId("c1"),
        person_id=PersonId("lea"),
        started_at=ZERO,
    )
    return replace(draft, **{"channel": Channel.EMAIL, **more})


@pytest.mark.parametrize(
    ("draft", "awaited", "waited_s"),
    [
        (begun(), True, 7200),
        (begun(resolution=Resolution.NOT_RESOLVED), True, 7200),
        # Nothing kept the clock: nobody knows when the customer began to wait.
        (begun(), False, None),
        # The answer is still to come.
        (begun(resolution=Resolution.FOLLOW_UP), True, None),
        # One answers a call when it begins.
        (begun(channel=Channel.CALL_IN), True, None),
    ],
)
def test_a_written_contact_whose_clock_was_kept_tells_how_long_its_answer_took(
    draft, awaited, waited_s
):
    closing = close(
        draft, at=ZERO + timedelta(hours=2), promise_id=PromiseId("r1"), awaited=awaited
    )
    assert closing.contact.waited_s == waited_s
