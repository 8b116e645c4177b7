"""Due dates: what is offered, what is understood, what is late."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.due_dates import Due, Offer, read_due, standing, suggestions

PARIS = ZoneInfo("Europe/Paris")


def paris(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=PARIS)  # type: ignore[arg-type, misc] # year to minute, in their order


MONDAY = paris(2026, 11, 23, 10, 46)


def offered(now: datetime) -> dict[Offer, str]:
    return {
        one.offer: one.at.astimezone(PARIS).strftime("%a %d %H:%M")
        for one in suggestions(now, PARIS)
    }


def test_on_a_monday_morning():
    assert offered(MONDAY) == {
        Offer.IN_TWO_HOURS: "Mon 23 13:00",
        Offer.TOMORROW: "Tue 24 10:00",
        Offer.IN_48_HOURS: "Wed 25 10:46",
        Offer.MONDAY: "Mon 30 10:00",
    }


@pytest.mark.parametrize(
    ("now", "absent"),
    [
        (paris(2026, 11, 23, 17, 0), Offer.IN_TWO_HOURS),
        (paris(2026, 11, 28, 11, 0), Offer.TOMORROW),
        (paris(2026, 11, 29, 11, 0), Offer.MONDAY),
    ],
)
def test_what_makes_no_sense_is_not_offered(now, absent):
    assert absent not in offered(now)


def test_ten_in_the_morning_stays_so_over_a_change_of_hour():
    before = paris(2026, 10, 24, 9, 0)
    (monday,) = (o.at for o in suggestions(before, PARIS) if o.offer is Offer.MONDAY)
    assert monday == datetime(2026, 10, 26, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("demain", paris(2026, 11, 24, 10, 0)),
        ("Demain à 9h", paris(2026, 11, 24, 9, 0)),
        ("demain 9 h 30", paris(2026, 11, 24, 9, 30)),
        ("après-demain 14h", paris(2026, 11, 25, 14, 0)),
        ("lundi", paris(2026, 11, 30, 10, 0)),
        ("JEUDI 17H15", paris(2026, 11, 26, 17, 15)),
        ("vendredi prochain", paris(2026, 11, 27, 10, 0)),
        ("28/11", paris(2026, 11, 28, 10, 0)),
        ("28/11 14h30", paris(2026, 11, 28, 14, 30)),
        ("28/11/2026 14:30", paris(2026, 11, 28, 14, 30)),
        ("le 2/1", paris(2027, 1, 2, 10, 0)),
        ("1/12/26, 8h", paris(2026, 12, 1, 8, 0)),
        ("dans 3 jours", MONDAY + timedelta(days=3)),
        ("dans 45 min", MONDAY + timedelta(minutes=45)),
        ("+48 h", MONDAY + timedelta(hours=48)),
        ("16:15", paris(2026, 11, 23, 16, 15)),
        ("9h", paris(2026, 11, 24, 9, 0)),
        ("aujourd’hui 18h", paris(2026, 11, 23, 18, 0)),
        ("tomorrow", paris(2026, 11, 24, 10, 0)),
        ("Tomorrow at 9am", paris(2026, 11, 24, 9, 0)),
        ("day after tomorrow 2.30pm", paris(2026, 11, 25, 14, 30)),
        ("next Thursday, 9:15", paris(2026, 11, 26, 9, 15)),
        ("28/11 12pm", paris(2026, 11, 28, 12, 0)),
        ("28/11 12 am", paris(2026, 11, 28, 0, 0)),
        ("in 3 days", MONDAY + timedelta(days=3)),
        ("in 2 weeks", MONDAY + timedelta(weeks=2)),
    ],
)
def test_dates_as_advisors_type_them(typed, expected):
    assert read_due(typed, MONDAY, PARIS) == expected


@pytest.mark.parametrize(
    "typed", ["", "bientôt", "32/11", "28/13", "demain 25h", "14", "31/11 10h", "13pm", "0am"]
)
def test_what_says_no_date_is_none(typed):
    assert read_due(typed, MONDAY, PARIS) is None


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (MONDAY - timedelta(seconds=1), Due.LATE),
        (MONDAY + timedelta(minutes=1), Due.TODAY),
        (paris(2026, 11, 23, 23, 59), Due.TODAY),
        (paris(2026, 11, 24, 0, 0), Due.LATER),
    ],
)
def test_standing_follows_the_local_day(due, expected):
    assert standing(due.astimezone(UTC), MONDAY.astimezone(UTC), PARIS) is expected


instants = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))


@given(instants)
def test_every_offer_lies_ahead_in_order_and_once(now):
    at = [one.at for one in suggestions(now, PARIS)]
    assert at == sorted(at)
    assert all(now < one <= now + timedelta(days=7, hours=10) for one in at)
    assert len({one.offer for one in suggestions(now, PARIS)}) == len(at)


@given(st.text(max_size=30), instants)
def test_any_words_can_be_typed(typed, now):
    found = read_due(typed, now, PARIS)
    assert found is None or found.tzinfo is UTC


@given(instants, instants)
def test_a_date_written_in_full_is_read_back(now, due):
    due = due.astimezone(PARIS).replace(second=0, microsecond=0, fold=0)
    assert read_due(due.strftime("%d/%m/%Y %Hh%M"), now, PARIS) == due.astimezone(UTC)
