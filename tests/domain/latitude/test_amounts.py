"""Sums as they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.latitude.amounts import MOST, cents_of


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("5", 500),
        ("5 €", 500),
        ("5,50 €", 550),
        ("5.5", 550),
        (" 12,05\u00a0€ ", 1205),
        ("€5", 500),
        ("7 euros", 700),
        ("7 EUR", 700),
        ("0,01", 1),
        ("1 000", 100_000),
        ("1\u202f234,5", 123_450),
        ("100000", MOST),
    ],
)
def test_a_sum_is_understood(typed, cents):
    assert cents_of(typed) == cents


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "€",
        "cinq",
        "0",
        "0,00",
        "-5",
        "5,555",
        "5,",
        ",5",
        "5 5",
        "1 00",
        "5%",
        "1e3",
        "٥",
        "100000,01",
        "999999999",
        "5,5,5",
        "12 345 6",
    ],
)
def test_what_is_no_sum_is_none(typed):
    assert cents_of(typed) is None


@given(st.integers(1, MOST))
def test_what_is_shown_is_understood_again(cents):
    whole, rest = divmod(cents, 100)
    apart = f"{whole:,}".replace(",", "\u202f")
    for shown in (f"{apart},{rest:02d}\u00a0€", f"{whole}.{rest:02d}"):
        assert cents_of(shown) == cents


@given(st.text(max_size=20))
def test_nothing_typed_is_ever_a_surprise(typed):
    cents = cents_of(typed)
    assert cents is None or (isinstance(cents, int) and 0 < cents <= MOST)
