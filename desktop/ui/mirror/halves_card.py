"""The mirror itself: customers above, the team below, and the same figures in words and as a table."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.ui.kit import boxes
from desktop.ui.kit.announce import announce
from desktop.ui.kit.button import Button
from desktop.ui.kit.card import Card
from desktop.ui.kit.charts.facing_chart import FacingChart
from desktop.ui.kit.charts.series import Spot
from desktop.ui.kit.charts.table import ChartTable
from desktop.ui.kit.choices import Option
from desktop.ui.kit.keys import key_symbol
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.mirror import table, words
from desktop.ui.mirror.bands import Picture, picture_of, slid
from desktop.ui.mirror.customers_head import CustomersHead
from desktop.ui.mirror.readout import Readout
from desktop.ui.mirror.team_foot import TeamFoot, lag_words
from desktop.ui.mirror.viewmodel import MirrorViewModel


class HalvesCard(Card):
    """`opened` gives the spot whose band is to be seen large."""

    opened = Signal(object)
    looked = Signal(object)

    def __init__(
        self,
        viewmodel: MirrorViewModel,
        reasons: Sequence[Option[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", None, parent)
        self._viewmodel = viewmodel
        self.picture: Picture = picture_of(viewmodel.state)
        self.head = CustomersHead(viewmodel, reasons)
        self.foot = TeamFoot(viewmodel)
        self.readout = Readout()
        name = QCoreApplication.translate("Mirror", "Le miroir, clients au-dessus, équipe dessous")
        self.chart = FacingChart(name, self.say)
        twin = QCoreApplication.translate("Mirror", "Le miroir en tableau")
        self.table = ChartTable(twin)
        self.summary = WrapLabel("", "body")
        copy = QCoreApplication.translate("Mirror", "Copier le tableau")
        self.copy = Button(copy, "copy", "outline", key_symbol("Ctrl+C"))
        self.twin = QStackedWidget()
        self._lay_out()
        self.chart.looked.connect(self._looked)
        self.chart.slid.connect(viewmodel.slide)
        self.chart.opened.connect(self.opened)
        self.copy.clicked.connect(self.table.copy)

    def say(self, spot: Spot) -> str:
        """A spot of the chart in one sentence."""
        return words.said(self._viewmodel.state, self.picture, spot)

    def show_mirror(self) -> None:
        """Show what was read, as it is slid."""
        state = self._viewmodel.state
        self.picture = picture_of(state)
        told = words.summary_of(state)
        self.head.show_state(state)
        self.summary.setText(told)
        self._show_picture(told)

    def slide(self) -> None:
        """Show the team's half where it was slid to; all else stands as it is."""
        self.picture = slid(self.picture, self._viewmodel.state)
        self._show_picture(self.chart.summary)
        announce(self.chart, lag_words(self._viewmodel.state.lag))

    def _show_picture(self, told: str) -> None:
        self.chart.set_halves(self.picture.halves, told)
        self.foot.show_state(self._viewmodel.state)
        self._fill()
        self._looked(self.chart.spot)

    def show_table(self, *, shown: bool) -> None:
        """Show the table in the place of the chart, or the chart again."""
        self.twin.setCurrentIndex(1 if shown else 0)
        self.readout.setVisible(not shown)
        self._fill()

    def _fill(self) -> None:
        """Fill the table, while somebody reads it."""
        if self.twin.currentIndex() == 1:
            rows = table.rows(self._viewmodel.state, self.picture)
            self.table.set_table(table.headers(self.picture), rows)

    def _lay_out(self) -> None:
        drawn = boxes.column(self.chart, spacing=Space.S)
        drawn.setStretch(0, 1)
        told = boxes.column(self.summary, spacing=Space.M)
        told.addWidget(self.table, 1)
        told.addLayout(boxes.row(None, self.copy))
        self.twin.addWidget(boxes.holder(drawn))
        self.twin.addWidget(boxes.holder(told))
        self.add(self.head)
        self.add(self.twin, 1)
        self.add(self.foot)
        self.add(self.readout)

    def _looked(self, spot: Spot | None) -> None:
        self.readout.say(self.say(spot) if spot is not None else "")
        self.looked.emit(spot)
