"""Intervals beside values that the literature gives, and what must hold for all of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.learning.intervals import Share, newcombe, wilson


@pytest.mark.parametrize(
    ("favourable", "n", "low", "high"),
    [
        # R. G. Newcombe, "Two-sided confidence intervals for the single proportion: comparison of
        # seven methods", Statistics in Medicine 17 (1998), 857-872, table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        # Worked by hand from the formula.
        (5, 10, 0.2366, 0.7634),
        (10, 10, 0.7225, 1.0),
        (26, 31, 0.6737, 0.9291),
    ],
)
def test_wilson(favourable, n, low, high):
    found = wilson(favourable, n)
    assert (found.low, found.high) == (pytest.approx(low, abs=6e-5), pytest.approx(high, abs=6e-5))


@pytest.mark.parametrize(
    ("one", "other", "low", "high"),
    [
        # Newcombe (1998), 873-890, table II, method 10.
        (Share(56, 70), Share(48, 80), 0.0524, 0.3339),
        (Share(9, 10), Share(3, 10), 0.1705, 0.8090),
        (Share(6, 7), Share(2, 7), 0.0582, 0.8062),
        (Share(5, 56), Share(0, 29), -0.0381, 0.1926),
        (Share(0, 10), Share(0, 20), -0.1611, 0.2775),
        (Share(10, 10), Share(0, 20), 0.6791, 1.0),
    ],
)
def test_newcombe(one, other, low, high):
    found = newcombe(one, other)
    assert (found.low, found.high) == (pytest.approx(low, abs=6e-5), pytest.approx(high, abs=6e-5))


SHARES = st.integers(1, 500).flatmap(
    lambda n: st.integers(0, n).map(lambda favourable: Share(favourable, n))
)


@given(SHARES)
def test_a_share_is_within_its_interval_and_the_other_way_round_mirrors_it(share):
    found, mirrored = share.interval, wilson(share.n - share.favourable, share.n)
    assert 0 <= found.low <= share.rate <= found.high <= 1
    assert found.low == pytest.approx(1 - mirrored.high)


@given(SHARES, st.integers(2, 20))
def test_more_contacts_make_it_surer(share, times):
    more = wilson(share.favourable * times, share.n * times)
    assert more.high - more.low < share.interval.high - share.interval.low


@given(SHARES, SHARES)
def test_a_difference_is_within_its_interval(one, other):
    found, turned = newcombe(one, other), newcombe(other, one)
    assert -1 <= found.low <= one.rate - other.rate <= found.high <= 1
    assert found.low == pytest.approx(-turned.high)
