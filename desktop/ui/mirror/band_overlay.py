"""One band of the mirror seen large, with all its counts and its table."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.ui.kit.charts.series import Spot
from desktop.ui.kit.charts.table import ChartTable
from desktop.ui.kit.charts.weeks_chart import WeeksChart
from desktop.ui.kit.overlay import Overlay
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.mirror import table, words
from desktop.ui.mirror.bands import Picture, picture_of
from desktop.ui.mirror.state import MirrorState


class BandOverlay(Overlay):
    """Shows the weeks of `state` as they are, whatever the lag."""

    def __init__(self, window: QWidget, state: MirrorState, spot: Spot) -> None:
        straight = unslid(state)
        picture = picture_of(straight)
        band = picture.halves.bands(spot.half)[spot.band]
        super().__init__(window, band.name, width=1080)
        self._state, self._picture = straight, picture
        self._half, self._band = spot.half, spot.band
        self.chart = WeeksChart(band.name, self._say)
        summary = words.band_summary(straight, picture, spot)
        self.chart.set_band(band, picture.halves.weeks, summary)
        self.readout = WrapLabel("", "strong")
        twin = QCoreApplication.translate("Mirror", "Les mêmes chiffres en tableau")
        self.table = ChartTable(twin)
        own = _only(picture, spot)
        self.table.set_table(table.headers(own), table.rows(straight, own))
        self.body.addWidget(WrapLabel(band.rule, "secondary"))
        self.body.addWidget(self.chart, 3)
        self.body.addWidget(self.readout)
        self.body.addWidget(self.table, 2)
        self.chart.looked.connect(self.readout.setText)
        self.closed.connect(self.deleteLater)

    def _say(self, spot: Spot) -> str:
        there = Spot(half=self._half, band=self._band, line=spot.line, week=spot.week)
        return words.said(self._state, self._picture, there)


def unslid(state: MirrorState) -> MirrorState:
    """Return `state` with the team's half where its weeks are."""
    return replace(state, lag=0)


def _only(picture: Picture, spot: Spot) -> Picture:
    """Return the picture with the places of one band only."""
    band = (picture.places[spot.half][spot.band],)
    return Picture(halves=picture.halves, places=((), band) if spot.half else (band, ()))
