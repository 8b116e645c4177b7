"""The screen in English: words of ours, times, sums, counts; and Qt's own words in French."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from desktop.app import language
from desktop.domain.customers import Customer
from desktop.domain.ids import CustomerId
from desktop.ui.customers.words import number_words
from desktop.ui.kit import dates
from desktop.ui.kit.keys import key_text

NOW = datetime(2026, 11, 23, 10, 46)


def spoken(qapp, lang: str) -> Iterator[None]:
    before = QLocale()
    installed = language.speak(qapp, lang)
    yield
    for translator in installed:
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)


@pytest.fixture
def english(qapp):
    yield from spoken(qapp, "en")


@pytest.fixture
def french(qapp):
    yield from spoken(qapp, "fr")


@pytest.mark.usefixtures("english")
def test_moments_and_days_in_english():
    assert dates.moment(NOW.replace(hour=9), NOW) == "today 09:46"
    assert dates.moment(datetime(2026, 11, 16, 21, 14), NOW) == "Mon 16 Nov · 21:14"
    assert dates.day(date(2026, 11, 22), NOW.date()) == "yesterday"
    assert dates.long_day(date(2026, 12, 1)) == "Tuesday 1 December 2026"


@pytest.mark.parametrize(
    ("back", "words"),
    [
        (timedelta(seconds=20), "just now"),
        (timedelta(minutes=4), "4\u00a0min ago"),
        (timedelta(days=1), "yesterday"),
        (timedelta(days=3), "3\u00a0days ago"),
        (timedelta(days=40), "a month ago"),
        (timedelta(days=65), "2\u00a0months ago"),
        (timedelta(days=400), "a year ago"),
        (timedelta(days=1000), "2\u00a0years ago"),
    ],
)
@pytest.mark.usefixtures("english")
def test_how_long_ago_in_english(back, words):
    assert dates.ago(NOW - back, NOW) == words


@pytest.mark.usefixtures("english")
def test_what_is_due_in_english():
    today = NOW.date()
    due = [dates.due(today + timedelta(days=days), today) for days in (-2, -1, 0, 1, 3, 9)]
    assert due == [
        "2\u00a0days overdue",
        "overdue since yesterday",
        "today",
        "tomorrow",
        "in 3\u00a0days",
        "Wed 2 Dec",
    ]


@pytest.mark.usefixtures("english")
def test_figures_in_english():
    assert dates.money(3999) == "€39.99"
    assert dates.money(-125000) == "−€1,250"
    assert dates.count(4018) == "4,018"
    assert dates.decimal(4.1) == "4.1"
    assert dates.percent(0.84) == "84%"
    assert dates.span(3900) == "1\u00a0h\u00a005\u00a0min"
    assert key_text("Ctrl+Shift+Return") == "Ctrl+Shift+Enter"


@pytest.mark.usefixtures("english")
def test_a_customers_number_is_no_amount():
    customer = Customer(id=CustomerId("c1"), number="4018277")
    assert number_words(customer) == "No. 4\u202f018\u202f277"


@pytest.mark.usefixtures("french")
def test_french_needs_no_file_of_ours_and_qt_speaks_it_too():
    assert dates.money(3999) == "39,99\u00a0€"
    assert QCoreApplication.translate("QWidgetTextControl", "&Copy") == "Cop&ier"
    assert QLocale().name() == "fr_FR"
