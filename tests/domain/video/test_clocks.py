"""Clocks that are honest and never negative, and what is said of a wait."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.video.clocks import Hint, clocks, hint
from desktop.domain.video.happenings import What
from desktop.domain.video.progress import Progress, followed
from tests.domain.video.logs import WHOLE, at, happening, logs, so_far


@given(st.one_of(logs(), logs("garbage")), st.integers(-10_000, 200_000))
def test_clocks_are_never_negative_and_one_at_most_runs(log, ms):
    progress = followed(Progress(), log)
    now = clocks(progress, at(ms))
    spans = (now.asked_to_offered, now.offered_to_opened, now.opened_to_face)
    assert all(span is None or span >= timedelta(0) for span in spans)
    if now.running is not None:
        assert spans[now.running] is not None
        assert all(span is None for span in spans[now.running + 1 :])
    if progress.face_at is not None or progress.ended_at is not None:
        assert now.running is None


@pytest.mark.parametrize(
    ("n", "ms", "expected", "running"),
    [
        (0, 5000, (None, None, None), None),
        (1, 250, (250, None, None), 0),
        (3, 1400, (400, 1000, None), 1),
        (4, 3200, (400, 2600, 200), 2),
        (7, 90_000, (400, 2600, 1200), None),
        (16, 990_000, (400, 2600, 1200), None),
    ],
)
def test_the_three_clocks(n, ms, expected, running):
    told = clocks(so_far(n), at(ms))
    spans = (told.asked_to_offered, told.offered_to_opened, told.opened_to_face)
    found = tuple(None if span is None else span // timedelta(milliseconds=1) for span in spans)
    assert (found, told.running) == (expected, running)


def test_clocks_stop_where_nobody_came():
    ended = followed(so_far(3), [happening(4, What.ENDED, 5400, reason="no_show")])
    told = clocks(ended, at(100_000))
    assert (told.offered_to_opened, told.running) == (timedelta(seconds=5), None)


def test_a_mark_that_was_never_told_does_not_keep_its_clock_running():
    skipped = [WHOLE[0], happening(2, What.FACE, 2000)]
    told = clocks(followed(Progress(), skipped), at(9000))
    assert (told.asked_to_offered, told.opened_to_face) == (timedelta(seconds=2), timedelta(0))
    assert told.running is None


@pytest.mark.parametrize(
    ("n", "ms", "expected"),
    [
        (0, 99_000, Hint.NONE),
        (1, 9_999, Hint.NONE),
        (1, 10_000, Hint.SLOW),
        (3, 60_399, Hint.SLOW),
        (3, 60_400, Hint.NOBODY),
        (4, 70_000, Hint.SLOW),
        (7, 70_000, Hint.NONE),
        (13, 20_000, Hint.RECONNECTING),
        (14, 22_000, Hint.NONE),
        (16, 99_000, Hint.NONE),
    ],
)
def test_what_the_advisor_hears(n, ms, expected):
    assert hint(so_far(n), at(ms)) is expected
