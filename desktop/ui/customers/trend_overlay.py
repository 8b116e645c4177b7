"""The whole trend of one measure: a chart, its table twin, and how it is counted."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.trends import Month, Trend
from desktop.ui.customers.measure import INKS, SCALES, count_words
from desktop.ui.kit.charts import Point, TrendChart, TrendTable
from desktop.ui.kit.labels import label
from desktop.ui.kit.overlay import Overlay
from desktop.ui.kit.wraplabel import WrapLabel


class TrendOverlay(Overlay):
    """Twelve months of one measure, every mean with its count."""

    def __init__(self, window: QWidget, trend: Trend) -> None:
        super().__init__(window, label(trend.measure), width=620)
        points = [_point(month) for month in trend.months]
        low, high = SCALES[trend.measure]
        chart = TrendChart(label(trend.measure))
        chart.set_points(points, low, high, INKS[trend.measure])
        table = TrendTable(
            QCoreApplication.translate("TrendOverlay", "Les mêmes chiffres en tableau")
        )
        table.set_points([point for point in points if point.count])
        words = QCoreApplication.translate(
            "TrendOverlay",
            "Moyenne par mois des réponses de ce client ({count} en tout) ; jamais une estimation.",
        )
        self.body.addWidget(WrapLabel(words.format(count=count_words(trend.count)), "secondary"))
        self.body.addWidget(chart)
        self.body.addWidget(table)
        self.closed.connect(self.deleteLater)


def _point(month: Month) -> Point:
    return Point(f"{month.first_day:%m/%y}", month.value, month.count)
