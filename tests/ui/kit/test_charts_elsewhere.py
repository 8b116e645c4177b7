"""Charts paint themselves on any device: in light, at 100 %, without what is looked at."""

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator, QSvgRenderer

from desktop.ui.kit import theme
from desktop.ui.kit.charts.canvas import Canvas, lent, smooth
from desktop.ui.kit.charts.facing_chart import FacingChart
from desktop.ui.kit.charts.pairs_chart import PairsChart
from desktop.ui.kit.charts.series import Spot
from desktop.ui.kit.charts.weeks_chart import WeeksChart
from desktop.ui.kit.tokens import DARK
from tests.ui.kit import specimens_charts

pytestmark = pytest.mark.usefixtures("qapp")
SIZE = QSize(700, 320)


@pytest.fixture
def charts(qtbot):
    holders = [specimens_charts.facing(), specimens_charts.gaps()]
    for holder in holders:
        qtbot.addWidget(holder)
    yield [chart for holder in holders for chart in holder.findChildren(Canvas)]
    for holder in holders:
        holder.close()


def test_a_picture_is_the_same_whatever_the_screen_shows(qapp, charts):
    assert len(charts) == 5
    light = [chart.image(SIZE) for chart in charts]
    theme.apply(qapp, "dark", 1.5)
    told: list[bool] = []
    theme.instance().changed.connect(lambda: told.append(True))
    assert [chart.image(SIZE) for chart in charts] == light
    assert charts[0].image(SIZE, palette=DARK) != light[0]
    assert theme.current() is DARK
    assert theme.scale() == 1.5
    assert told == []


def test_what_is_looked_at_is_not_in_the_picture(charts):
    for chart in charts:
        before = chart.image(SIZE)
        if isinstance(chart, FacingChart):
            chart.look_at(Spot(week=1))
        elif isinstance(chart, WeeksChart):
            chart.look_at(Spot(line=1, week=1))
        else:
            chart.look_at(1)
        assert chart.image(SIZE) == before


def test_a_palette_that_was_lent_comes_back_after_an_error():
    before = theme.current()
    with pytest.raises(ZeroDivisionError), lent(DARK, 1.3):
        raise ZeroDivisionError
    assert theme.current() is before
    assert theme.scale() == 1.0


def test_it_can_be_drawn_as_svg(tmp_path, charts):
    path = tmp_path / "chart.svg"
    drawing = QSvgGenerator()
    drawing.setFileName(str(path))
    drawing.setSize(SIZE)
    painter = QPainter(drawing)
    smooth(painter)
    charts[0].paint_on(painter, QRectF(0, 0, SIZE.width(), SIZE.height()))
    painter.end()
    assert QSvgRenderer(str(path)).isValid()
    text = path.read_text(encoding="utf-8")
    assert "Semaine du" in text
    assert "Effort" in text


def test_the_pairs_shown_follow_what_is_looked_at(qtbot):
    from desktop.ui.kit.charts.pairs import Pair

    chart = PairsChart("Paires", str)
    qtbot.addWidget(chart)
    chart.resize(400, 220)
    chart.set_pairs(tuple(Pair(week="1", expected=4, answered=3) for _ in range(90)), "90")
    last = chart.plot()
    assert last.until == 90
    assert last.first > 60
    chart.look_at(3)
    assert chart.plot().first <= 3 < chart.plot().until
    chart.look_at(89)
    assert chart.plot().until == 90
    assert chart.accessibleDescription() == "89"
    chart.look_at(None)
    assert chart.accessibleDescription() == "90"


def test_pictures_are_sharp(charts):
    picture = charts[0].image(SIZE, ratio=3)
    assert picture.size() == SIZE * 3
    assert picture.format() is QImage.Format.Format_ARGB32_Premultiplied
