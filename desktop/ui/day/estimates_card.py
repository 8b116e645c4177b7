"""What one expected customers to answer, beside what they answered."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desktop.domain.day import EstimateAnswer, EstimateGap, MyDay
from desktop.ui.day.estimate_delegate import ARROW, COLUMN, EstimateDelegate
from desktop.ui.day.faces import word
from desktop.ui.day.quiet import Quiet
from desktop.ui.day.short_list import ShortList
from desktop.ui.day.viewmodel import DayViewModel
from desktop.ui.day.words import who
from desktop.ui.kit import boxes, dates, theme
from desktop.ui.kit.card import Card
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.listview import RowLook
from desktop.ui.kit.panel import Panel
from desktop.ui.kit.rows import RowsModel
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.wraplabel import WrapLabel

_MOST = 6
_FEW = 5
"""Below this many answers the gap says little, and the page says so."""

_CLOSE = 5
"""Points within which estimates and answers are said to agree."""


class EstimatesCard(Card):
    """The gap in words with its count, then answers one by one."""

    def __init__(self, viewmodel: DayViewModel, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("Day", "Vos estimations et leurs réponses")
        month = Chip(QCoreApplication.translate("Day", "30 jours"))
        super().__init__(title, month, parent)
        self._viewmodel = viewmodel
        self._panel = Panel("sunken")
        self._points = Text("", "value")
        self._sentence = WrapLabel("", "secondary")
        head = boxes.row(self._points, spacing=Space.M)
        head.addWidget(self._sentence, 1)
        self._panel.body.addLayout(head)
        self._rows: RowsModel[EstimateAnswer] = RowsModel(
            lambda one: one.answer_id, self._aloud, self
        )
        self.list = ShortList(title, EstimateDelegate(self._look, lines=2), _MOST)
        self.list.setModel(self._rows)
        self.list.opened.connect(self._open)
        self.none = Quiet(
            "smile",
            QCoreApplication.translate(
                "Day",
                "Les réponses de vos clients viendront ici, à côté de ce que vous aviez estimé.",
            ),
        )
        self._legend = _legend()
        self.add(self._panel)
        self.add(self._legend)
        self.add(self.list)
        self.add(self.none)

    def show_day(self, day: MyDay) -> None:
        """Show another day."""
        self._rows.set_rows(day.answers)
        for widget in (self.list, self._legend):
            widget.setVisible(bool(day.answers))
        self.none.setVisible(not day.answers)
        self._panel.setVisible(day.gap is not None)
        if day.gap is not None:
            self._points.setText(points(day.gap))
            self._sentence.setText(gap_sentence(day.gap))

    def _open(self, answer: object) -> None:
        if isinstance(answer, EstimateAnswer):
            self._viewmodel.open_customer(answer.customer_id)

    def _look(self, row: object) -> RowLook:
        if not isinstance(row, EstimateAnswer) or self._viewmodel.day is None:
            return RowLook("")
        when = dates.day(row.at.date(), self._viewmodel.day.now.date())
        reason = self._viewmodel.reason_label(row.reason) if row.reason else ""
        return RowLook(who(row.customer_name), " · ".join(part for part in (when, reason) if part))

    def _aloud(self, row: EstimateAnswer) -> str:
        if row.estimate is None:
            words = QCoreApplication.translate("Day", "{name}, sans estimation, réponse : {answer}")
            return words.format(name=who(row.customer_name), answer=word(row.answer))
        words = QCoreApplication.translate(
            "Day", "{name}, votre estimation : {estimate}, réponse : {answer}"
        )
        return words.format(
            name=who(row.customer_name), estimate=word(row.estimate), answer=word(row.answer)
        )


def _legend() -> QWidget:
    """What the two columns of faces are, above them."""
    line = boxes.row(None, spacing=0)
    line.setContentsMargins(0, 0, Space.S, 0)
    you = Text(QCoreApplication.translate("Day", "Vous"), "caption")
    they = Text(QCoreApplication.translate("Day", "Client"), "caption")
    for place, words in enumerate((you, they)):
        words.setFixedWidth(theme.px(COLUMN))
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        line.addWidget(words)
        if place == 0:
            line.addSpacing(theme.px(ARROW))
    return boxes.holder(line)


def points(gap: EstimateGap) -> str:
    """The gap as a figure: « +12 pts »."""
    if abs(gap.points) < 2:
        words = QCoreApplication.translate("Day", "{n} pt")
    else:
        words = QCoreApplication.translate("Day", "{n} pts")
    return words.format(n=dates.signed(gap.points))


def gap_sentence(gap: EstimateGap) -> str:
    """The gap in words, with the count that it rests on."""
    if gap.n < _FEW:
        words = QCoreApplication.translate(
            "Day", "Encore trop peu de réponses pour en dire plus (n = {n})."
        )
    elif abs(gap.points) <= _CLOSE:
        words = QCoreApplication.translate(
            "Day", "Vous voyez juste : vos estimations rejoignent les réponses (n = {n})."
        )
    elif gap.points > 0:
        words = QCoreApplication.translate(
            "Day",
            "Vos clients se disent un peu moins satisfaits que vous ne l’estimez (n = {n}).",
        )
    else:
        words = QCoreApplication.translate(
            "Day", "Vos clients se disent plus satisfaits que vous ne l’estimez (n = {n})."
        )
    return words.format(n=dates.count(gap.n))
