"""A trend by its keys: each period in words, why one is missing, and no sum where there is none."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.kit.charts import Point, TrendChart, summary_of
from desktop.ui.kit.charts.distribution import Distribution
from desktop.ui.kit.charts.distribution_chart import DistributionChart
from desktop.ui.kit.charts.pairs import Pair
from desktop.ui.kit.charts.pairs_chart import PairsChart

pytestmark = pytest.mark.usefixtures("qapp")

K = Qt.Key
POINTS = (
    Point("5 oct.", 3.5, 11),
    Point("12 oct.", None, None, "Rien n’est montré."),
    Point("19 oct.", None, 0),
    Point("26 oct.", 4.0, 12),
)


@pytest.fixture
def chart(qtbot):
    made = TrendChart("Humeur", summed=False)
    qtbot.addWidget(made)
    made.resize(400, 160)
    made.set_points(POINTS, 1, 5)
    return made


def test_each_period_is_reached_by_keys_and_said(chart):
    heard = []
    chart.looked.connect(heard.append)
    for key in (K.Key_Left, K.Key_Left, K.Key_Left, K.Key_Home, K.Key_End, K.Key_Escape):
        QTest.keyClick(chart, key)
    assert heard == [
        "26 oct.\u00a0: 4,0, n = 12.",
        "19 oct.\u00a0: aucune réponse.",
        "12 oct.\u00a0: Rien n’est montré.",
        "5 oct.\u00a0: 3,5, n = 11.",
        "26 oct.\u00a0: 4,0, n = 12.",
        "",
    ]
    assert chart.accessibleDescription() == chart.summary


@pytest.mark.parametrize("place", range(len(POINTS)))
def test_what_is_looked_at_is_drawn_wherever_it_is(chart, place):
    before = chart.grab().toImage()
    chart.look_at(place)
    assert chart.grab().toImage() != before


def test_read_again_the_same_points_keep_what_is_looked_at(chart):
    chart.look_at(0)
    chart.set_points(POINTS, 1, 5)
    assert chart.place == 0
    chart.set_points(POINTS[1:], 1, 5)
    assert chart.place is None


def test_counts_of_the_same_people_are_not_added_up(chart):
    assert "23" not in chart.summary
    assert "23 réponses" in summary_of(POINTS)


def test_one_period_is_no_way_from_one_to_another():
    assert summary_of(POINTS[:2]) == "5 oct.\u00a0: 3,5, n = 11."


def test_a_distribution_read_again_keeps_what_is_looked_at(qtbot):
    bars = DistributionChart("Écart", str)
    qtbot.addWidget(bars)
    bars.set_distribution(Distribution(counts=(1, 2, 3)), "six")
    bars.look_at(2)
    bars.set_distribution(Distribution(counts=(1, 2, 3)), "six")
    assert bars.place == 2
    bars.set_distribution(Distribution(counts=(1, 2, 4)), "sept")
    assert bars.place is None


def test_a_grown_chart_shows_as_many_pairs_as_it_has_room_for(qtbot):
    pairs = PairsChart("Paires", str)
    qtbot.addWidget(pairs)
    pairs.resize(200, 200)
    pairs.set_pairs(tuple(Pair(week="w", expected=3, answered=4) for _ in range(60)), "")
    pairs.look_at(0)
    narrow = pairs.plot()
    assert (narrow.first, narrow.until) == (0, narrow.fitting())
    pairs.resize(600, 200)
    wide = pairs.plot()
    assert (wide.first, wide.until) == (0, wide.fitting())
    assert wide.until > narrow.until
