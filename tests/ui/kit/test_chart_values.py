"""Where values stand on charts: gaps stay gaps, ends are ends, labels are the newest's."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF

from desktop.ui.kit.charts.bandbox import box_in, scale_in
from desktop.ui.kit.charts.distribution import Distribution
from desktop.ui.kit.charts.pairs import Pair, PairsPlot
from desktop.ui.kit.charts.series import Line, Mark

pytestmark = pytest.mark.usefixtures("qapp")

MARKS = (
    Mark(week=0, span=2, value=0.5),
    Mark(week=2, value=0.6),
    Mark(week=4, value=0.7),
    Mark(week=5, hidden=True),
    Mark(week=6, value=0.2),
)


def test_a_week_that_has_no_mark_breaks_the_line_as_a_hidden_one_does():
    runs = [[mark.week for mark in run] for run in Line(name="x", marks=MARKS).runs()]
    assert runs == [[0, 2], [4], [6]]


def test_a_mark_covers_its_own_weeks_alone():
    line = Line(name="x", marks=MARKS)
    assert [(mark := line.at(week)) and mark.week for week in range(-1, 8)] == [
        None, 0, 0, 2, None, 4, 5, 6, None,
    ]  # fmt: skip
    assert [(mark := line.last(week)) and mark.week for week in (-1, 1, 5, 9)] == [None, 0, 4, 6]


def test_shares_stand_between_the_ends_of_the_axis():
    whole = QRectF(0, 0, 900, 60)
    box = box_in(whole, scale_in(whole, 13))
    assert (box.y_of(0), box.y_of(1)) == (box.plot.bottom(), box.plot.top())
    assert (box.y_of(-0.2), box.y_of(1.2)) == (box.y_of(0), box.y_of(1))
    assert box.y_of(0.5) == pytest.approx(box.plot.center().y())


def test_an_estimate_above_the_answer_is_at_the_right():
    given = Distribution(counts=(0,) * 9)
    assert [given.difference(place) for place in range(9)] == list(range(-4, 5))


def test_one_to_five_fill_the_height_in_equal_steps():
    plot = PairsPlot((Pair(week="w", expected=1, answered=5),), QRectF(0, 0, 400, 200), 1)
    heights = [plot.y_of(value) for value in range(1, 6)]
    steps = [low - high for low, high in pairwise(heights)]
    assert min(steps) > 0
    assert max(steps) == pytest.approx(min(steps))
    assert plot.box.top() <= heights[-1] < heights[0] <= plot.box.bottom()
    assert plot.box.bottom() - heights[0] == pytest.approx(heights[-1] - plot.box.top())
