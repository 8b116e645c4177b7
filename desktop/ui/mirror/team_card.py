"""The team's estimates beside the answers, as one distribution; never by person."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.mirror.series import GapDistribution
from desktop.ui.kit import dates, theme
from desktop.ui.kit.card import Card
from desktop.ui.kit.charts.distribution_chart import DistributionChart
from desktop.ui.kit.charts.table import ChartTable
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.mirror import gap_words
from desktop.ui.mirror.own_card import TABLE
from desktop.ui.mirror.state import MirrorState, Trouble


class TeamCard(Card):
    """The gap in words, the distribution as a chart and as a table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("Mirror", "L’équipe, en une seule répartition")
        never = QCoreApplication.translate("Mirror", "jamais par personne")
        super().__init__(title, Chip(never, "neutral", "users"), parent)
        self._gap = GapDistribution()
        self.sentence = WrapLabel("", "secondary")
        name = QCoreApplication.translate("Mirror", "Estimation moins réponse, pour l’équipe")
        self.chart = DistributionChart(name, self._say)
        self.table = ChartTable(QCoreApplication.translate("Mirror", "La répartition en tableau"))
        self.readout = WrapLabel("", "strong")
        self.none = EmptyState("eye-off", "")
        self.table.setMinimumHeight(theme.px(TABLE))
        self._shown, self._tabled = False, False
        self.add(self.sentence)
        self.add(self.chart, 3)
        self.add(self.readout)
        self.add(self.table, 2)
        self.add(self.none, 1)
        self.chart.looked.connect(self.readout.setText)

    def show_state(self, state: MirrorState) -> None:
        """Show the distribution, or why there is none."""
        gap = state.mirror.gap if state.mirror is not None else None
        shown = gap is not None and gap.people_enough and gap.pairs > 0
        self.sentence.setVisible(shown)
        self.table.setVisible(shown)
        self.none.setVisible(not shown)
        self.none.set_words(*_why(state, gap))
        self._gap = gap or GapDistribution()
        self._shown = shown
        self._fit()
        sentence = gap_words.team_sentence(gap)
        self.sentence.setText(sentence)
        self.chart.set_distribution(gap_words.distribution_of(self._gap), sentence)
        # Zeros in the place of what is kept back would be figures, on paper too.
        self.table.set_table(_headers(), _rows(self._gap) if shown else [])

    def show_table(self, *, shown: bool) -> None:
        """Show the table alone, or with the chart again."""
        self._tabled = shown
        self._fit()

    def _fit(self) -> None:
        for widget in (self.chart, self.readout):
            widget.setVisible(self._shown and not self._tabled)

    def _say(self, place: int) -> str:
        return gap_words.bar_words(self._gap, place)


def _why(state: MirrorState, gap: GapDistribution | None) -> tuple[str, str]:
    if gap is None and state.loading:
        return QCoreApplication.translate("Mirror", "Lecture…"), ""
    if gap is None and state.trouble is Trouble.OFFLINE:
        title = QCoreApplication.translate("Mirror", "À lire dès que la ligne revient")
        return title, ""
    if gap is not None and not gap.people_enough:
        title = QCoreApplication.translate("Mirror", "Pas assez de personnes pour le montrer")
        return title, gap_words.team_sentence(gap)
    title = QCoreApplication.translate("Mirror", "Rien à comparer sur ces semaines")
    return title, gap_words.team_sentence(gap)


def _headers() -> tuple[str, ...]:
    return (
        QCoreApplication.translate("Mirror", "Estimation moins réponse"),
        QCoreApplication.translate("Mirror", "Contacts"),
        QCoreApplication.translate("Mirror", "Part"),
    )


def _rows(gap: GapDistribution) -> list[tuple[str, ...]]:
    middle = len(gap.counts) // 2
    return [
        (
            dates.signed(place - middle),
            dates.count(count),
            dates.percent(count / gap.pairs) if gap.pairs else "—",
        )
        for place, count in enumerate(gap.counts)
    ]
