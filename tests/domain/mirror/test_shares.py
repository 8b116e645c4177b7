"""Rules of favourable answers, points that are hidden, weeks, and the gap in which nobody is found."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.ids import PersonId
from desktop.domain.mirror.gaps import Pairs, distribution
from desktop.domain.mirror.series import GapDistribution, Measure, WeekPoint
from desktop.domain.mirror.shares import favourable, mondays, nps, point

MONDAY = date(2026, 3, 2)


def test_what_is_favourable():
    cases = {
        Measure.EFFORT: [1, 2, 3],
        Measure.SATISFACTION: [4, 5],
        Measure.MOOD: [4, 5],
        Measure.ENERGY: [4, 5],
        Measure.LOAD: [1, 2, 3],
    }
    for measure, good in cases.items():
        top = 7 if measure is Measure.EFFORT else 5
        assert [value for value in range(1, top + 1) if favourable(measure, value)] == good


@pytest.mark.parametrize(
    ("promoters", "detractors", "answers", "share"),
    [(10, 0, 10, 1.0), (0, 10, 10, 0.0), (5, 5, 10, 0.5), (0, 0, 10, 0.5), (6, 2, 10, 0.7)],
)
def test_nps_is_moved_to_0_to_1(promoters, detractors, answers, share):
    assert nps(promoters, detractors, answers) / answers == share


def test_few_are_hidden_and_counted():
    assert point(MONDAY, 0, 0) == WeekPoint(monday=MONDAY, count=0)
    assert point(MONDAY, 3, 4) == WeekPoint(monday=MONDAY, count=4, hidden=True)
    assert point(MONDAY, 3, 5) == WeekPoint(monday=MONDAY, count=5, share=0.6)


@given(count=st.integers(0, 60), good=st.integers(0, 60))
def test_a_share_is_one_and_hidden_tells_nothing(count, good):
    told = point(MONDAY, min(good, count), count)
    assert told.share is None or 0 <= told.share <= 1
    assert (told.share is not None) == (count >= 5)
    assert told.hidden == (0 < count < 5)


def test_weeks():
    assert mondays(date(2026, 3, 4), date(2026, 3, 16)) == (
        MONDAY, date(2026, 3, 9), date(2026, 3, 16),
    )  # fmt: skip
    assert mondays(MONDAY, MONDAY) == (MONDAY,)
    assert mondays(MONDAY, MONDAY - timedelta(days=1)) == ()
    long = mondays(date(2020, 1, 1), MONDAY)
    assert (len(long), long[-1]) == (104, MONDAY)


def pairs(week: int, people: int, each: int, estimate: int = 5, answer: int = 4) -> list[Pairs]:
    return [
        Pairs(
            monday=MONDAY + timedelta(weeks=week),
            person_id=PersonId(str(person)),
            estimate=estimate,
            answer=answer,
            count=each,
        )
        for person in range(people)
    ]


def test_the_gap():
    told = distribution([*pairs(0, 5, 2), *pairs(1, 6, 1, estimate=4, answer=2)])
    assert told.pairs == 16
    assert told.people_enough
    assert told.counts == (0, 0, 0, 0, 0, 10, 6, 0, 0)
    assert told.points == round(100 * 6 / 16)


def test_too_few_people_or_pairs_tell_nothing():
    assert distribution(pairs(0, 4, 50)) == GapDistribution()
    assert distribution(pairs(0, 9, 1)) == GapDistribution()
    assert distribution([]) == GapDistribution()


def test_a_week_of_few_cannot_be_found_by_subtraction():
    enough = pairs(0, 8, 5)
    assert distribution([*enough, *pairs(1, 1, 3, estimate=1)]) == distribution(enough)


@given(
    given=st.lists(
        st.builds(
            Pairs,
            monday=st.integers(0, 3).map(lambda n: MONDAY + timedelta(weeks=n)),
            person_id=st.integers(0, 7).map(lambda n: PersonId(str(n))),
            estimate=st.integers(1, 5),
            answer=st.integers(1, 5),
            count=st.integers(1, 4),
        ),
        max_size=60,
    )
)
def test_the_bars_are_the_pairs(given):
    told = distribution(given)
    assert sum(told.counts) == told.pairs
    assert len(told.counts) == 9
    assert told.people_enough == (told.pairs >= 10) == (told.points is not None)
