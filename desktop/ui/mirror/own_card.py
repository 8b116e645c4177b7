"""One's own estimates beside the answers, contact by contact; nobody else sees them."""

from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.day import EstimateAnswer
from desktop.ui.kit import boxes, dates, theme
from desktop.ui.kit.card import Card
from desktop.ui.kit.charts.pairs import Pair
from desktop.ui.kit.charts.pairs_chart import PairsChart
from desktop.ui.kit.charts.table import ChartTable
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.mirror import gap_words
from desktop.ui.mirror.legend import Legend
from desktop.ui.mirror.state import MirrorState, monday_of
from desktop.ui.mirror.viewmodel import MirrorViewModel

TABLE: Final = 180
"""Height, at 100 %, below which a table of pairs cannot be read."""


class OwnCard(Card):
    """The gap in words, the pairs as a chart and as a table."""

    def __init__(self, viewmodel: MirrorViewModel, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("Mirror", "Vous, contact par contact")
        private = QCoreApplication.translate("Mirror", "pour vous seul")
        super().__init__(title, Chip(private, "neutral", "lock"), parent)
        self._viewmodel = viewmodel
        self._pairs: tuple[EstimateAnswer, ...] = ()
        self.points = Text("", "value")
        self.sentence = WrapLabel("", "secondary")
        name = QCoreApplication.translate("Mirror", "Vos estimations et les réponses")
        self.chart = PairsChart(name, self._say)
        self.table = ChartTable(QCoreApplication.translate("Mirror", "Vos estimations en tableau"))
        self.readout = WrapLabel("", "strong")
        self._tabled = False
        self._lay_out()
        self.chart.looked.connect(self.readout.setText)

    def show_state(self, state: MirrorState) -> None:
        """Show the pairs of the weeks chosen: those with both values."""
        pairs = tuple(pair for pair in state.pairs or () if pair.estimate is not None)
        self._pairs = pairs
        points = gap_words.own_points(pairs)
        self.points.setText("" if points is None else gap_words.points_words(points))
        self.points.setVisible(points is not None)
        sentence = gap_words.own_sentence(pairs)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(pairs))
        self.chart.set_pairs(self._drawn(), sentence)
        self.table.set_table(self._headers(), [self._row(pair) for pair in reversed(pairs)])
        self._none.setVisible(not pairs)
        self.table.setVisible(bool(pairs))
        self._fit()

    def show_table(self, *, shown: bool) -> None:
        """Show the table alone, or with the chart again."""
        self._tabled = shown
        self._fit()

    def _lay_out(self) -> None:
        head = boxes.row(self.points, spacing=Space.M)
        head.addWidget(self.sentence, 1)
        expected = QCoreApplication.translate("Mirror", "votre estimation")
        answered = QCoreApplication.translate("Mirror", "sa réponse")
        self.legend = Legend((("ring", expected), ("dot", answered)))
        self._none = EmptyState(
            "smile",
            QCoreApplication.translate("Mirror", "Pas encore de réponse à comparer"),
            QCoreApplication.translate(
                "Mirror",
                "Estimez la satisfaction avant de clore\u202f: la réponse du client viendra se placer à côté.",
            ),
        )
        self.table.setMinimumHeight(theme.px(TABLE))
        self.body.addLayout(head)
        self.add(self.chart, 3)
        self.add(self.legend)
        self.add(self.readout)
        self.add(self.table, 2)
        self.add(self._none, 1)

    def _fit(self) -> None:
        for widget in (self.chart, self.legend, self.readout):
            widget.setVisible(bool(self._pairs) and not self._tabled)

    def _drawn(self) -> tuple[Pair, ...]:
        zone = self._viewmodel.now().tzinfo
        return tuple(
            Pair(
                week=dates.day_month(monday_of(pair.at.astimezone(zone).date())),
                expected=pair.estimate or 0,
                answered=pair.answer,
            )
            for pair in self._pairs
        )

    def _say(self, place: int) -> str:
        told = gap_words.pair_words(self._pairs[place], self._viewmodel.now())
        words = QCoreApplication.translate("Mirror", "{told} Contact {n} sur {all}.")
        return words.format(told=told, n=place + 1, all=len(self._pairs))

    def _headers(self) -> tuple[str, ...]:
        return (
            QCoreApplication.translate("Mirror", "Jour"),
            QCoreApplication.translate("Mirror", "Client"),
            QCoreApplication.translate("Mirror", "Estimation"),
            QCoreApplication.translate("Mirror", "Réponse"),
            QCoreApplication.translate("Mirror", "Écart"),
        )

    def _row(self, pair: EstimateAnswer) -> tuple[str, ...]:
        now = self._viewmodel.now()
        estimate = pair.estimate or 0
        return (
            dates.day(pair.at.astimezone(now.tzinfo).date(), now.date()),
            gap_words.who(pair),
            str(estimate),
            str(pair.answer),
            dates.signed(estimate - pair.answer),
        )
