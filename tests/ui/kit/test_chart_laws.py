"""Whatever a chart is given: its parts stay inside, in their order, and both halves weigh the same."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSize

from desktop.ui.kit.charts.bandwords import apart
from desktop.ui.kit.charts.distribution import Distribution, DistributionPlot, Reference
from desktop.ui.kit.charts.facing import arrange
from desktop.ui.kit.charts.looking import moved
from desktop.ui.kit.charts.pairs import Pair, PairsPlot
from desktop.ui.kit.charts.series import Band, Halves, Line, Mark, Spot
from desktop.ui.kit.charts.weekscale import WeekScale

pytestmark = pytest.mark.usefixtures("qapp")
QUICK = settings(max_examples=40, deadline=None)
PAINTED = settings(max_examples=12, deadline=None)
BOX = QRectF(0, 0, 900, 600)

values = st.one_of(st.none(), st.floats(0, 1))
marks = st.builds(
    Mark,
    week=st.integers(-10, 60),
    span=st.integers(1, 4),
    value=values,
    count=st.one_of(st.none(), st.integers(0, 9999)),
    hidden=st.booleans(),
)
lines = st.builds(
    Line, name=st.just("a"), style=st.integers(0, 3), marks=st.lists(marks, max_size=6).map(tuple)
)
bands = st.builds(Band, name=st.just("b"), lines=st.lists(lines, min_size=1, max_size=4).map(tuple))
halves = st.builds(
    Halves,
    weeks=st.integers(1, 52).map(lambda n: ("16 nov.",) * n),
    upper=st.lists(bands, min_size=1, max_size=6).map(tuple),
    lower=st.lists(bands, min_size=1, max_size=6).map(tuple),
    lag=st.integers(-8, 8),
)
wide = st.floats(520, 2000)
high = st.floats(300, 1200)


@QUICK
@given(halves, wide, high)
def test_halves_weigh_the_same_and_lie_inside(given_halves, width, height):
    rect = QRectF(10, 20, width, height)
    facing = arrange(given_halves, rect)
    above = sum(box.whole.height() for box in facing.upper)
    below = sum(box.whole.height() for box in facing.lower)
    assert above == pytest.approx(below)
    grown = rect.adjusted(-0.01, -0.01, 0.01, 0.01)
    for box in (*facing.upper, *facing.lower):
        for part in (box.whole, box.plot, box.foot, box.ends):
            assert grown.contains(part.normalized())
    assert facing.upper[-1].whole.bottom() == pytest.approx(facing.axis.top())
    assert facing.axis.bottom() == pytest.approx(facing.lower[0].whole.top())


@PAINTED
@given(halves)
def test_anything_can_be_painted_and_every_point_looked_at(given_halves):
    from PySide6.QtGui import QImage, QPainter

    image = QImage(QSize(900, 600), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    facing = arrange(given_halves, BOX)
    facing.paint(painter)
    for row in given_halves.rows()[::5]:
        facing.paint(painter, Spot(half=row.half, band=row.band, line=row.line, week=0))
    painter.end()
    for half, boxes in enumerate(facing.boxes):
        for place, box in enumerate(boxes):
            point = QPointF(facing.scale.middle(0), box.whole.center().y())
            spot = facing.spot_at(point)
            assert spot is not None
            assert (spot.half, spot.band, spot.week) == (half, place, 0)


@given(st.integers(1, 104), st.floats(0, 500), st.floats(1, 3000))
def test_weeks_keep_their_order_and_are_found_where_they_are_drawn(weeks, left, width):
    scale = WeekScale(left, width, weeks)
    middles = [scale.middle(place) for place in range(weeks)]
    assert middles == sorted(middles)
    assert left <= middles[0]
    assert middles[-1] <= left + width
    assert [scale.place_of(x) for x in middles] == list(range(weeks))
    assert scale.place_of(left - 1000) == 0
    assert scale.place_of(left + width + 1000) == weeks - 1


@given(st.lists(st.floats(0, 200), min_size=1, max_size=8))
def test_words_at_the_ends_never_touch_and_keep_their_order(wanted):
    spots = apart(wanted, 14, 0, 200)
    ranked = [spots[place] for place in sorted(range(len(wanted)), key=lambda at: wanted[at])]
    assert all(after - before >= 14 - 1e-9 for before, after in itertools.pairwise(ranked))
    assert min(spots) >= 7 - 1e-9
    assert max(spots) <= 193 + 1e-9


@given(
    st.lists(st.integers(0, 5000), min_size=9, max_size=9),
    st.one_of(st.none(), st.integers(-100, 100)),
)
def test_bars_lie_inside_and_grow_with_their_counts(counts, points):
    told = (Reference(points=14, name="en moyenne"), Reference(points=37, name="banques"))
    shown = Distribution(counts=tuple(counts), points=points, references=told)
    plot = DistributionPlot(shown, BOX)
    bars = [plot.bar(place) for place in range(9)]
    for one, count in zip(bars, counts, strict=True):
        assert plot.bars.adjusted(-0.01, -0.01, 0.01, 0.01).contains(one) or count == 0
        for other, fewer in zip(bars, counts, strict=True):
            if count > fewer:
                assert one.height() > other.height()
    assert [bar.left() for bar in bars] == sorted(bar.left() for bar in bars)
    if points is not None:
        for value in (points, 0, 14, 37):
            assert plot.scale.top() <= plot.y_of(value) <= plot.scale.bottom()
        assert plot.y_of(37) < plot.y_of(14) < plot.y_of(0)


@given(st.lists(st.integers(0, 12), max_size=90), st.data())
def test_pairs_stand_in_their_order_and_weeks_share_them_out(weeks, data):
    pairs = tuple(Pair(week=str(week), expected=5, answered=1) for week in sorted(weeks))
    until = data.draw(st.integers(0, len(pairs)))
    plot = PairsPlot(pairs, BOX, until)
    shown = range(plot.first, until)
    xs = [plot.x_of(place) for place in shown]
    assert xs == sorted(xs)
    assert all(plot.box.left() <= x <= plot.box.right() for x in xs)
    assert [plot.nearest(QPointF(x, 100)) for x in xs] == list(shown)
    assert plot.y_of(5) < plot.y_of(1)
    told = [place for _, first, after in plot.weeks() for place in range(first, after)]
    assert told == list(shown)


@QUICK
@given(
    halves, st.lists(st.sampled_from([0x01000012, 0x01000013, 0x01000014, 0x01000015]), max_size=40)
)
def test_keys_never_leave_the_chart(given_halves, keys):
    spot = None
    for key in keys:
        spot = moved(given_halves, spot, key)
        assert spot is not None
        assert 0 <= spot.week < len(given_halves.weeks)
        assert given_halves.line(spot).name == "a"


def test_every_line_is_reached_by_the_keyboard():
    line = Line(name="a")
    shown = Halves(
        weeks=("1", "2"),
        upper=(Band(name="x", lines=(line, line)),),
        lower=(Band(name="y", lines=(line,)), Band(name="z", lines=(line,))),
    )
    spot, seen = moved(shown, None, 0x01000015), []
    for _ in range(4):
        seen.append((spot.half, spot.band, spot.line))
        spot = moved(shown, spot, 0x01000015)
    assert seen == [(0, 0, 0), (0, 0, 1), (1, 0, 0), (1, 1, 0)]
    assert spot.week == 1
