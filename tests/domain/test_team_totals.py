"""What a lead is told of each week: a figure, or why there is none."""

from datetime import date, timedelta

from desktop.domain.team_totals import Missing, Read, TeamPeriod, lines

MONDAY = date(2026, 11, 2)
WEEK = timedelta(weeks=1)


def period(weeks_after: int, weeks: int = 1) -> TeamPeriod:
    first = MONDAY + weeks_after * WEEK
    last = first + weeks * WEEK - timedelta(days=1)
    return TeamPeriod(first_day=first, last_day=last, people=7, mood=3.5)


def why(found):
    return [(line.first_day, line.missing) for line in reversed(found)]


def read(this_monday, open_from, **other) -> Read:
    told = {"read_up_to": open_from, **other}
    return Read(this_monday=this_monday, open_from=open_from, **told)


def test_every_week_is_there_with_its_reason():
    now = MONDAY + 5 * WEEK
    decided = MONDAY + 4 * WEEK - timedelta(days=1)
    found = lines([period(0), period(2, 2)], read(now, now, decided=decided))
    assert why(found) == [
        (MONDAY, None),
        (MONDAY + WEEK, Missing.HIDDEN),
        (MONDAY + 2 * WEEK, None),
        (MONDAY + 4 * WEEK, Missing.MERGED),
        (MONDAY + 5 * WEEK, Missing.OPEN),
    ]
    assert found[2].period is not None
    assert found[2].period.weeks == 2


def test_a_last_week_that_was_decided_does_not_wait():
    now = MONDAY + 3 * WEEK
    decided = MONDAY + 2 * WEEK - timedelta(days=1)
    found = lines([period(0)], read(now, now, decided=decided))
    assert why(found)[1:] == [
        (MONDAY + WEEK, Missing.HIDDEN),
        (MONDAY + 2 * WEEK, Missing.MERGED),
        (MONDAY + 3 * WEEK, Missing.OPEN),
    ]


def test_a_week_closed_since_it_was_read_is_not_told_of():
    now = MONDAY + 3 * WEEK
    decided = MONDAY + WEEK - timedelta(days=1)
    found = lines([period(0)], read(now, now, read_up_to=MONDAY + 2 * WEEK, decided=decided))
    assert why(found)[1:] == [
        (MONDAY + WEEK, Missing.MERGED),
        (MONDAY + 2 * WEEK, Missing.UNREAD),
        (MONDAY + 3 * WEEK, Missing.OPEN),
    ]


def test_a_week_that_ended_yesterday_is_not_closed():
    found = lines([period(0)], read(MONDAY + 2 * WEEK, MONDAY + WEEK))
    assert why(found)[1:] == [
        (MONDAY + WEEK, Missing.OPEN),
        (MONDAY + 2 * WEEK, Missing.OPEN),
    ]


def test_where_nothing_was_published_the_last_weeks_say_why():
    found = lines([], read(MONDAY, MONDAY))
    assert [line.missing for line in found] == [Missing.OPEN, *[Missing.HIDDEN] * 4]
    assert not any(line.period for line in found)
