"""Happenings on the line: what is written is read again, and what is none is refused."""

import contextlib
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import Invalid
from desktop.domain.video.happenings import Happening, What

START = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=8,
)
instants = st.integers(0, 4_000_000_000_000).map(
    lambda ms: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=ms)
)


@given(
    st.integers(1, 10**6 - 1),
    instants,
    st.sampled_from(What),
    st.dictionaries(
        st.text(min_size=1, max_size=8).filter(lambda name: name not in {"n", "at", "what"}),
        json_values,
        max_size=3,
    ),
)
def test_what_is_written_is_read_again(n, at, what, detail):
    one = Happening(n=n, at=at, what=what, detail=detail)
    assert Happening.of_json(one.to_json()) == one


@given(st.dictionaries(st.sampled_from(["n", "at", "what", "by"]), json_values))
def test_anything_else_is_refused_and_never_breaks(told):
    with contextlib.suppress(Invalid):
        read = Happening.of_json(told)
        assert read.what in set(What)
        assert read.n >= 1


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"n": 1, "at": 5},
        {"n": 1, "at": 5, "what": "hologram"},
        {"n": "one", "at": 5, "what": "face"},
        {"n": 1, "at": "noon", "what": "face"},
        {"n": 1, "at": 1e300, "what": "face"},
        {"n": 1, "at": float("inf"), "what": "face"},
        {"n": float("nan"), "at": 5, "what": "face"},
        {"n": 1, "at": None, "what": "face"},
        {"n": 1, "at": 5, "what": ["face"]},
        {"n": 0, "at": 5, "what": "face"},
        {"n": -3, "at": 5, "what": "face"},
        {"n": 10**400, "at": 5, "what": "face"},
    ],
    ids=str,
)
def test_what_is_no_happening_of_this_version_is_invalid(told):
    with pytest.raises(Invalid):
        Happening.of_json(told)


@pytest.mark.parametrize("told", [None, 3, "face", [], [1]], ids=str)
def test_what_is_no_object_is_invalid(told):
    with pytest.raises(Invalid):
        Happening.of_json(told)
