"""How contacts went: the chart of shares, its table twin, and what may be said of the difference."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.domain.learning.outcomes import Outcome
from desktop.ui.kit import boxes
from desktop.ui.kit.charts.table import ChartTable
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.choices import Option
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.segmented import Segmented
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.learning import words
from desktop.ui.learning.chart import IntervalsChart
from desktop.ui.learning.measures import Measure, measures


class Figures(QWidget):
    """Shows an Outcome, or that too few contacts are known to tell anything."""

    def __init__(self) -> None:
        super().__init__()
        name = QCoreApplication.translate("Learning", "Comment ces contacts se sont passés")
        self.chart = IntervalsChart(name)
        self.table = ChartTable(name)
        self.choice = Segmented(
            QCoreApplication.translate("Learning", "Voir en"),
            [
                Option(0, QCoreApplication.translate("Learning", "Dessin")),
                Option(1, QCoreApplication.translate("Learning", "Tableau")),
            ],
        )
        self._count = Text("", "secondary")
        self._reasons = WrapLabel("", "secondary")
        self._verdicts = WrapLabel("", "secondary")
        self._looks = QStackedWidget()
        self._faces = QStackedWidget()
        self._build()
        self.choice.set_value(0)
        self.choice.picked.connect(lambda value: self._looks.setCurrentIndex(value or 0))

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Show how these contacts went."""
        self._faces.setCurrentIndex(0 if outcome is None else 1)
        if outcome is None:
            return
        found = measures(outcome)
        self.chart.set_measures(found)
        self.table.set_table(_headers(), [_row(one) for one in found])
        self._count.setText(
            QCoreApplication.translate("Learning", "{0}, écarts notés\u00a0: {1}").format(
                words.contacts(outcome), outcome.step_offs
            )
        )
        told = words.reasons(outcome)
        self._reasons.setText(
            QCoreApplication.translate("Learning", "Raisons\u00a0: {0}").format(told)
        )
        self._reasons.setVisible(bool(told))
        self._verdicts.setText(
            "\n".join(f"{one.title}. {words.verdict(one.beside)}" for one in found if one.compared)
        )

    def _build(self) -> None:
        self._looks.addWidget(self.chart)
        self._looks.addWidget(self.table)
        note = QCoreApplication.translate(
            "Learning",
            "Barres\u00a0: intervalle à 95 % (Wilson). Une différence n’est pas une cause\u00a0: on "
            "s’écarte aussi parce qu’un contact est difficile.",
        )
        told = boxes.column(
            boxes.row(self._count, None, self.choice),
            self._reasons,
            _legend(),
            self._looks,
            self._verdicts,
            WrapLabel(note, "caption"),
            spacing=Space.S,
        )
        self._faces.addWidget(_few())
        self._faces.addWidget(boxes.holder(told))
        self.setLayout(boxes.column(self._faces, spacing=0))


def _few() -> EmptyState:
    return EmptyState(
        "scale",
        QCoreApplication.translate(
            "Learning", "Trop peu de contacts pour en dire quoi que ce soit"
        ),
        QCoreApplication.translate(
            "Learning",
            "Rien n’est montré de moins de 5 contacts, ni de ce qu’une soustraction en dirait. Les chiffres viendront d’eux-mêmes.",
        ),
    )


def _legend() -> QHBoxLayout:
    return boxes.row(
        Chip(QCoreApplication.translate("Learning", "avec cet écart"), "accent"),
        Chip(QCoreApplication.translate("Learning", "autres contacts du même guide")),
        None,
    )


def _headers() -> tuple[str, ...]:
    return (
        QCoreApplication.translate("Learning", "Mesure"),
        QCoreApplication.translate("Learning", "Avec cet écart"),
        QCoreApplication.translate("Learning", "Intervalle à 95 %"),
        QCoreApplication.translate("Learning", "Autres contacts"),
        QCoreApplication.translate("Learning", "Intervalle à 95 %"),
        QCoreApplication.translate("Learning", "Différence"),
    )


def _row(one: Measure) -> tuple[str, ...]:
    others = words.share(one.others) if one.compared else ""
    difference = words.points(one.beside.difference) if one.compared else ""
    return (
        one.title,
        words.share(one.here),
        words.sure(one.here),
        others,
        words.sure(one.others) if one.compared else "",
        difference,
    )
