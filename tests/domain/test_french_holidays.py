"""France's holidays against dates that were published."""

from datetime import date, timedelta

import pytest

from desktop.domain.french_holidays import Holiday, easter, holiday

EASTERS = [
    *(date(1583, 4, 10), date(1818, 3, 22), date(1900, 4, 15), date(1943, 4, 25)),
    *(date(1954, 4, 18), date(1981, 4, 19), date(1999, 4, 4), date(2000, 4, 23)),
    *(date(2008, 3, 23), date(2011, 4, 24), date(2019, 4, 21), date(2024, 3, 31)),
    *(date(2025, 4, 20), date(2026, 4, 5), date(2027, 3, 28), date(2038, 4, 25)),
]


@pytest.mark.parametrize("day", EASTERS)
def test_easter(day: date):
    assert easter(day.year) == day


def test_the_year_2026():
    found = {
        day: told
        for n in range(365)
        if (told := holiday(day := date(2026, 1, 1) + timedelta(days=n))) is not None
    }
    assert found == {
        date(2026, 1, 1): Holiday.NEW_YEAR,
        date(2026, 4, 6): Holiday.EASTER_MONDAY,
        date(2026, 5, 1): Holiday.LABOUR_DAY,
        date(2026, 5, 8): Holiday.VICTORY_DAY,
        date(2026, 5, 14): Holiday.ASCENSION,
        date(2026, 5, 25): Holiday.WHIT_MONDAY,
        date(2026, 7, 14): Holiday.BASTILLE_DAY,
        date(2026, 8, 15): Holiday.ASSUMPTION,
        date(2026, 11, 1): Holiday.ALL_SAINTS,
        date(2026, 11, 11): Holiday.ARMISTICE,
        date(2026, 12, 25): Holiday.CHRISTMAS,
    }


def test_eleven_a_year_but_where_two_meet():
    """Ascension falls on May 1st after an Easter of March 23rd, on the 8th after one of the 30th."""
    for year in range(1980, 2080):
        first = date(year, 1, 1)
        days = [first + timedelta(days=n) for n in range(365 + (year % 4 == 0))]
        met = easter(year) in {date(year, 3, 23), date(year, 3, 30)}
        assert sum(holiday(day) is not None for day in days) == 11 - met, year


def test_two_on_one_day():
    assert holiday(date(2008, 5, 1)) is Holiday.ASCENSION
