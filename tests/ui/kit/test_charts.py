"""Charts say in words and in a table what they draw, always with counts."""

import pytest

from desktop.ui.kit.charts import Point, TrendChart, TrendTable, summary_of
from desktop.ui.kit.spark import Spark
from tests.ui.kit.specimens import WEEKS

pytestmark = pytest.mark.usefixtures("qapp")


def test_the_summary_has_ends_bounds_and_count():
    assert summary_of(WEEKS) == (
        "De 4,2 (S36) à 4,3 (S43)\u202f; entre 3,6 et 4,4\u202f; 219 réponses."
    )


def test_no_answer_is_said_so():
    assert summary_of([Point("S1", None, 0)]) == "Aucune réponse sur la période."
    assert summary_of([]) == "Aucune réponse sur la période."


def test_the_chart_carries_its_summary(qtbot):
    chart = TrendChart("Satisfaction")
    qtbot.addWidget(chart)
    chart.set_points(WEEKS, 1, 5)
    assert chart.accessibleName() == "Satisfaction"
    assert chart.accessibleDescription() == summary_of(WEEKS)


@pytest.mark.parametrize(
    "points", [[], WEEKS[:1], [Point("S1", None, 0)], [Point("S1", 3, 1)] * 30]
)
def test_any_points_can_be_drawn(qtbot, points):
    chart = TrendChart("Satisfaction")
    qtbot.addWidget(chart)
    chart.resize(300, 140)
    chart.set_points(points, 1, 5)
    assert not chart.grab().isNull()


@pytest.mark.parametrize("values", [[], [3.0], [3.0, 3.0], [1.0, 5.0, 2.0]])
def test_any_values_make_a_spark(qtbot, values):
    spark = Spark()
    qtbot.addWidget(spark)
    spark.set_values(values, "Stable")
    assert not spark.grab().isNull()
    assert spark.accessibleDescription() == "Stable"


def test_the_table_has_the_same_figures(qtbot):
    table = TrendTable("Satisfaction, en table")
    qtbot.addWidget(table)
    table.set_points(WEEKS)
    assert table.rowCount() == len(WEEKS)
    third, fourth = ([table.item(line, cell).text() for cell in range(3)] for line in (2, 3))
    assert third == ["S38", "4,1", "40"]
    assert fourth == ["S39", "—", "0"]
