"""What is not looked at is drawn once."""

from dataclasses import replace

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter

from desktop.ui.kit import theme
from desktop.ui.kit.charts import strokes
from desktop.ui.kit.charts.facing_chart import FacingChart
from desktop.ui.kit.charts.series import Band, Halves, Line, Spot


def test_a_band_is_drawn_anew_only_where_something_of_it_changed(qtbot, qapp):
    chart = FacingChart("Miroir", lambda _spot: "")
    qtbot.addWidget(chart)
    upper, lower = Band(name="Effort", lines=(Line(name="a"), Line(name="b"))), Band(name="Humeur")
    halves = Halves(weeks=("1", "2", "3"), upper=(upper,), lower=(lower,))
    theme.apply(qapp, "light")
    chart.set_halves(halves, "")
    chart.resize(900, 300)
    drawn = chart._drawn
    chart.grab()
    assert drawn.drawn == 2
    chart.look_at(Spot(week=1))
    chart.grab()
    assert drawn.drawn == 2, "another week is looked at"
    chart.look_at(Spot(line=1, week=1))
    chart.grab()
    assert drawn.drawn == 3, "another line is in front"
    chart.set_halves(replace(halves, lag=1), "")
    chart.grab()
    assert drawn.drawn == 4, "the lower half was slid"
    theme.apply(qapp, "dark")
    chart.grab()
    theme.apply(qapp, "light")
    assert drawn.drawn == 6, "all is of another colour"


def test_hatching_of_one_size_is_worked_out_once(qapp):
    theme.apply(qapp, "light")
    picture = QImage(400, 100, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(0)
    strokes._slants_in.cache_clear()
    painter = QPainter(picture)
    for place in range(8):
        strokes.hatched(painter, QRectF(50.0 * place, 10, 40, 60))
    painter.end()
    asked = strokes._slants_in.cache_info()
    assert (asked.misses, asked.hits) == (1, 7)
    first = picture.copy(QRect(0, 0, 50, 100))
    assert any(first.pixel(x, 40) for x in range(40))
    assert picture.copy(QRect(300, 0, 50, 100)) == first
