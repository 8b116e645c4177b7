"""Times, spans, sums and counts in French."""

from datetime import date, datetime, timedelta

import pytest

from desktop.ui.kit import dates

pytestmark = pytest.mark.usefixtures("qapp")
NOW = datetime(2026, 11, 23, 10, 46)
TODAY = NOW.date()


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (datetime(2026, 11, 23, 9, 5), "aujourd’hui 09:05"),
        (datetime(2026, 11, 22, 18, 2), "hier 18:02"),
        (datetime(2026, 11, 24, 8, 0), "demain 08:00"),
        (datetime(2026, 11, 16, 21, 14), "lun. 16 nov. · 21:14"),
        (datetime(2026, 10, 1, 12, 0), "jeu. 1er oct. · 12:00"),
        (datetime(2025, 2, 3, 12, 0), "lun. 3 févr. 2025 · 12:00"),
    ],
)
def test_moments(at, words):
    assert dates.moment(at, NOW) == words


@pytest.mark.parametrize(
    ("back", "words"),
    [
        (timedelta(seconds=20), "à l’instant"),
        (timedelta(minutes=4), "il y a 4\u00a0min"),
        (timedelta(hours=3), "il y a 3\u00a0h"),
        (timedelta(days=1), "hier"),
        (timedelta(days=3), "il y a 3\u00a0jours"),
        (timedelta(days=65), "il y a 2\u00a0mois"),
        (timedelta(days=400), "il y a un an"),
        (timedelta(days=1000), "il y a 2\u00a0ans"),
    ],
)
def test_how_long_ago(back, words):
    assert dates.ago(NOW - back, NOW) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "aujourd’hui"),
        (1, "demain"),
        (3, "dans 3\u00a0jours"),
        (-1, "échue depuis hier"),
        (-2, "échue depuis 2\u00a0jours"),
        (9, "mer. 2 déc."),
    ],
)
def test_what_is_due(days, words):
    assert dates.due(TODAY + timedelta(days=days), TODAY) == words


def test_days():
    assert dates.day(TODAY, TODAY) == "aujourd’hui"
    assert dates.day(date(2026, 11, 13), TODAY) == "ven. 13 nov."
    assert dates.long_day(date(2026, 12, 1)) == "mardi 1er décembre 2026"


@pytest.mark.parametrize(
    ("seconds", "words", "clock"),
    [
        (45, "45\u00a0s", "00:45"),
        (272, "4\u00a0min 32\u00a0s", "04:32"),
        (240, "4\u00a0min", "04:00"),
        (3900, "1\u00a0h\u00a005", "1:05:00"),
    ],
)
def test_spans(seconds, words, clock):
    assert dates.span(seconds) == words
    assert dates.clock(seconds) == clock


@pytest.mark.parametrize(
    ("cents", "words"),
    [
        (3999, "39,99\u00a0€"),
        (5000, "50\u00a0€"),
        (123456, "1\u202f234,56\u00a0€"),
        (-500, "−5\u00a0€"),
        (5, "0,05\u00a0€"),
    ],
)
def test_money(cents, words):
    assert dates.money(cents) == words


def test_figures():
    assert dates.count(4018277) == "4\u202f018\u202f277"
    assert dates.decimal(4.1) == "4,1"
    assert dates.decimal(-0.5) == "−0,5"
    assert dates.percent(0.84) == "84\u00a0%"
    assert [dates.signed(number) for number in (9, -3, 0)] == ["+9", "−3", "0"]
