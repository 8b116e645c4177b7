"""Numbers, amounts, days and times as people write them."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.importing import Rejected
from desktop.domain.importing.values import (
    boolean_of,
    cents_of,
    clock_of,
    day_of,
    moment_of,
    number_of,
    text_of,
    whole_of,
)


@pytest.mark.parametrize(
    ("written", "decimal", "value"),
    [
        ("29.85", "auto", 29.85),
        ("29,85", "auto", 29.85),
        ("1 234,56", "auto", 1234.56),
        ("1\u202f234,56", "auto", 1234.56),
        ("1\u00a0234\u00a0567", "auto", 1234567),
        ("1,234.56", "auto", 1234.56),
        ("1.234,56", "auto", 1234.56),
        ("1.234.567", "auto", 1234567),
        ("1,234,567", "auto", 1234567),
        ("1,234", "auto", 1.234),
        ("1,234", ".", 1234),
        ("1.234", ",", 1234),
        ("12’345.5", "auto", 12345.5),
        ("39,99 €", "auto", 39.99),
        ("-5", "auto", -5),
        ("\u22125", "auto", -5),
        ("(12,50)", "auto", -12.5),
        ("1e3", "auto", 1000),
        (12, "auto", 12),
        (12.5, ",", 12.5),
    ],
)
def test_numbers_are_read_in_both_manners(written, decimal, value):
    assert number_of(written, decimal, "n") == pytest.approx(value)


@pytest.mark.parametrize(
    "written", ["", "abc", "1,2,3", "1.23.4", "12-3", "--1", "١٢", "1,23,4.5", "nan", "inf"]
)
def test_what_is_no_number_is_refused(written):
    with pytest.raises(Rejected) as refused:
        number_of(written, "auto", "n")
    assert refused.value.reason == "bad_number"
    assert refused.value.field == "n"


@given(st.integers(-(10**9), 10**9))
def test_amounts_come_back_to_the_cent_in_french(cents):
    euros = f"{abs(cents) // 100:,}".replace(",", "\u202f")
    written = f"{'-' if cents < 0 else ''}{euros},{abs(cents) % 100:02d} €"
    assert cents_of(written, "auto", "n") == cents


@given(st.text(max_size=12))
def test_any_text_is_a_number_or_is_refused(words):
    for read in (
        lambda: number_of(words, "auto", "n"),
        lambda: whole_of(words, "auto", "n", 0, 9),
        lambda: clock_of(words, "n"),
        lambda: moment_of(words, ("%d/%m/%Y", "iso", "excel"), "n"),
    ):
        try:
            read()
        except Rejected:
            continue


def test_whole_numbers_keep_within_their_bounds():
    assert whole_of("7", "auto", "n", 1, 7) == 7
    assert whole_of("7,0", "auto", "n", 1, 7) == 7
    for outside in ("8", "0", "1,5", "9" * 5000, 1e300):
        with pytest.raises(Rejected, match="out_of_range"):
            whole_of(outside, "auto", "n", 1, 7)


def test_yes_and_no_in_both_languages():
    assert all(boolean_of(word, "b") for word in ("Oui", "yes", "1", "VRAI", True, "x"))
    assert not any(boolean_of(word, "b") for word in ("Non", "no", "0", "faux", False, "", None))
    with pytest.raises(Rejected, match="bad_boolean"):
        boolean_of("peut-être", "b")


@pytest.mark.parametrize(
    ("cell", "formats", "day"),
    [
        ("2026-11-21", (), date(2026, 11, 21)),
        ("21/11/2026", ("%d/%m/%Y",), date(2026, 11, 21)),
        ("21.11.26", ("%d/%m/%Y", "%d.%m.%y"), date(2026, 11, 21)),
        ("990201", ("%y%m%d",), date(1999, 2, 1)),
        ("46347", ("excel",), date(2026, 11, 21)),
        (46347, ("excel",), date(2026, 11, 21)),
        ("61", ("excel",), date(1900, 3, 1)),
        (date(2026, 11, 21), ("%d/%m/%Y",), date(2026, 11, 21)),
        (datetime(2026, 11, 21, 8), ("%d/%m/%Y",), date(2026, 11, 21)),
    ],
)
def test_days_are_read_by_the_formats_declared(cell, formats, day):
    assert day_of(cell, formats, "d") == day


@pytest.mark.parametrize("cell", ["31/02/2026", "", "-3", "99999999", "0001-01-01", "9999-12-31"])
def test_what_is_no_day_is_refused(cell):
    with pytest.raises(Rejected, match="bad_date"):
        moment_of(cell, ("%Y-%m-%d", "excel"), "d")


def test_an_offset_is_told_by_the_clocks_of_the_zone():
    paris = ZoneInfo("Europe/Paris")
    assert moment_of("2026-07-01T10:00:00+00:00", (), "d", paris) == datetime(
        2026, 7, 1, 12, tzinfo=UTC
    )
    assert moment_of("46347.5", ("excel",), "d") == datetime(2026, 11, 21, 12, tzinfo=UTC)


def test_clocks():
    assert clock_of("7:02:47", "t") == 7 * 3600 + 2 * 60 + 47
    assert clock_of("7:02", "t") == 7 * 3600 + 2 * 60
    assert clock_of("24:10:00", "t") == 86_400 + 600
    assert clock_of(time(7, 2, 47), "t") == 25_367
    assert clock_of(0.5, "t") == 43_200
    for wrong in ("7", "7:60:00", "a:b", "48:00:00", "7:02:47:1", "", ":", "7::1"):
        with pytest.raises(Rejected, match="bad_time"):
            clock_of(wrong, "t")


def test_text_of_typed_cells():
    cells = (" a ", None, 12.0, 12.5, True, datetime(2026, 1, 2), datetime(2026, 1, 2, 3))
    told = ["a", "", "12", "12.5", "true", "2026-01-02", "2026-01-02 03:00:00"]
    assert [text_of(cell) for cell in cells] == told
