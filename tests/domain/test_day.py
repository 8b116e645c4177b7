"""My day: where days are cut, and the gap between estimates and answers."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from desktop.domain.day import (
    EstimateAnswer,
    EstimateGap,
    MyDay,
    Neighbours,
    bounds,
    estimate_gap,
)
from desktop.domain.ids import AnswerId, CustomerId


def pair(estimate: int | None, answer: int) -> EstimateAnswer:
    return EstimateAnswer(
        answer_id=AnswerId("a"),
        customer_id=CustomerId("c"),
        customer_name="",
        at=datetime(2026, 11, 23, tzinfo=UTC),
        reason="",
        answer=answer,
        estimate=estimate,
    )


@pytest.mark.parametrize(
    ("pairs", "gap"),
    [
        ([], None),
        ([(None, 5)], None),
        ([(5, 5)], EstimateGap(points=0, n=1)),
        ([(5, 1)], EstimateGap(points=100, n=1)),
        ([(1, 5)], EstimateGap(points=-100, n=1)),
        ([(4, 3), (4, 4), (3, 3)], EstimateGap(points=33, n=3)),
        ([(4, 3), (None, 1), (None, 5)], EstimateGap(points=100, n=1)),
        ([(3, 2)], EstimateGap(points=0, n=1)),
    ],
)
def test_the_gap_counts_contacts_that_have_both(pairs, gap):
    assert estimate_gap(pair(*values) for values in pairs) == gap


SCALE = some.integers(1, 5)


@given(some.lists(some.tuples(SCALE, SCALE), min_size=1))
def test_swapping_estimates_and_answers_turns_the_gap_around(pairs):
    there = estimate_gap(pair(*values) for values in pairs)
    back = estimate_gap(pair(answer, estimate) for estimate, answer in pairs)
    assert there is not None
    assert back is not None
    assert there.points == -back.points
    assert there.n == len(pairs)
    assert -100 <= there.points <= 100


def test_a_day_is_cut_in_the_workstations_zone():
    begins, ends = bounds(date(2026, 11, 23), timezone(timedelta(hours=1)))
    assert begins == datetime(2026, 11, 22, 23, tzinfo=UTC)
    assert ends == datetime(2026, 11, 23, 23, tzinfo=UTC)


def test_a_day_of_25_hours_is_whole():
    begins, ends = bounds(date(2026, 10, 25), ZoneInfo("Europe/Paris"))
    assert ends.astimezone(UTC) - begins.astimezone(UTC) == timedelta(hours=25)


TODAY = datetime(2026, 11, 23, 10, tzinfo=UTC)


def on(number: int | None) -> date | None:
    return None if number is None else date(2026, 11, number)


@pytest.mark.parametrize(
    ("day", "near", "steps"),
    [
        (23, (20, None), (20, None)),
        (23, (None, 25), (None, 25)),
        (20, (18, 21), (18, 21)),
        (20, (None, None), (None, 23)),
        (20, (18, 25), (18, 23)),
        (25, (20, 26), (23, 26)),
        (25, (24, None), (24, None)),
        (25, (None, None), (23, None)),
    ],
)
def test_one_never_steps_past_today(day, near, steps):
    before, after = near
    seen = MyDay(
        now=TODAY,
        day=date(2026, 11, day),
        neighbours=Neighbours(before=on(before), after=on(after)),
    )
    assert (seen.before, seen.after) == (on(steps[0]), on(steps[1]))
    assert seen.is_today == (day == 23)
