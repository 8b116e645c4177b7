"""« Totaux »: the team's means by closed week, with why a week is missing; there is no filter at all."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.team_totals import Missing, TeamPeriod, TeamTotals, TotalsLine
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.banner import Banner
from desktop.ui.kit.card import Card
from desktop.ui.kit.charts import Point, TrendChart
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.listview import ListView, RowDelegate, RowLook
from desktop.ui.kit.loading import Loading
from desktop.ui.kit.rows import RowsModel
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Space
from desktop.ui.kit.typography import introduced
from desktop.ui.kit.wraplabel import WrapLabel
from desktop.ui.wellbeing.totals_viewmodel import TotalsViewModel

SHOWN = 12
"""Periods that a chart has room for."""


class TotalsView(QWidget):
    """Three charts, and below them every week in words."""

    def __init__(self, viewmodel: TotalsViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self.mood = _chart(QCoreApplication.translate("Wellbeing", "Humeur"))
        self.energy = _chart(QCoreApplication.translate("Wellbeing", "Énergie"))
        self.load = _chart(QCoreApplication.translate("Wellbeing", "Charge de travail"))
        self.offline = Banner("info", "")
        self._rows: RowsModel[TotalsLine] = RowsModel(
            lambda line: line.first_day.isoformat(), told, self
        )
        name = QCoreApplication.translate("Totals", "Semaine par semaine")
        self.list = ListView(name, RowDelegate(_look, lines=2))
        self.list.setModel(self._rows)
        self._none = _empty()
        self.unread = _unread()
        self._lay_out()
        if self.unread.button is not None:
            self.unread.button.clicked.connect(viewmodel.load)
        viewmodel.changed.connect(self._show)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Read them again."""
        super().showEvent(event)
        self._viewmodel.load()

    def take_focus(self) -> None:
        """Put the keyboard on the weeks."""
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        charts = boxes.row(spacing=Space.L)
        for chart in (self.mood, self.energy, self.load):
            card = Card(chart.accessibleName())
            card.add(chart, 1)
            charts.addWidget(card, 1)
        weeks = Card(self.list.accessibleName())
        weeks.add(self.list, 1)
        told_ = QWidget()
        below = QVBoxLayout(told_)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(Space.L)
        below.addWidget(self.offline)
        below.addLayout(charts, 2)
        below.addWidget(weeks, 3)
        self._stack = QStackedWidget()
        reading = Loading(QCoreApplication.translate("Totals", "Lecture des totaux…"))
        for widget in (told_, self._none, self.unread, reading):
            self._stack.addWidget(widget)
        title = Text(QCoreApplication.translate("Totals", "Totaux de l’équipe"), "title")
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        box.setSpacing(Space.L)
        box.addLayout(boxes.column(title, WrapLabel(_rule(), "secondary"), spacing=2))
        box.addWidget(self._stack, 1)

    def _show(self) -> None:
        state = self._viewmodel.state
        if state.totals is None or state.now is None:
            self._stack.setCurrentIndex(2 if state.unread else 3)
            return
        self._stack.setCurrentIndex(0 if state.totals.lines else 1)
        self._rows.set_rows(state.totals.lines)
        if not self.list.currentIndex().isValid():
            self.list.step(1)
        for chart, scale, token in (
            (self.mood, "mood", "accent"),
            (self.energy, "energy", "accent"),
            (self.load, "load", "warning"),
        ):
            chart.set_points(_points(state.totals, scale), 1, 5, token)
        self._show_age(state.totals)

    def _show_age(self, totals: TeamTotals) -> None:
        now = self._viewmodel.state.now
        if totals.old and totals.read_at is not None and now is not None:
            words = QCoreApplication.translate(
                "Totals", "Le serveur ne répond pas\u00a0: voici ce qu’il disait {when}."
            )
            when = dates.moment(totals.read_at.astimezone(now.tzinfo), now)
            self.offline.set_text(words.format(when=when))
        self.offline.setVisible(totals.old)


def told(line: TotalsLine) -> str:
    """A week or several, and their figures or why there are none."""
    return introduced(_when(line), _said(line))


def _chart(name: str) -> TrendChart:
    # The same people come again each week: how many they are cannot be added up.
    return TrendChart(name, summed=False)


def _points(totals: TeamTotals, scale: str) -> tuple[Point, ...]:
    """The newest periods and closed weeks without a figure, oldest first: the line has a gap there."""
    closed = [line for line in totals.lines if line.missing is not Missing.OPEN]
    return tuple(_point(line, scale) for line in reversed(closed[:SHOWN]))


def _point(line: TotalsLine, scale: str) -> Point:
    label, period = dates.day_month(line.first_day), line.period
    if period is None:
        return Point(label, None, None, _said(line))
    value = getattr(period, scale)
    if value is None:
        return Point(label, None, None, QCoreApplication.translate("Totals", "non montrée"))
    return Point(label, value, period.people)


def _look(row: object) -> RowLook:
    if not isinstance(row, TotalsLine):
        return RowLook("")
    shown = row.period is not None
    return RowLook(
        _when(row),
        _said(row),
        icon="users" if shown else "lock" if row.missing is Missing.HIDDEN else "clock",
        tone="accent" if shown else "neutral",
    )


def _when(line: TotalsLine) -> str:
    words = QCoreApplication.translate("Totals", "Du {first} au {last}")
    return words.format(first=_day(line.first_day), last=_day(line.last_day))


def _day(day: date) -> str:
    return dates.day_month(day)


def _said(line: TotalsLine) -> str:
    if line.period is not None:
        return _figures(line.period)
    match line.missing:
        case Missing.OPEN:
            return QCoreApplication.translate(
                "Totals", "Pas encore close\u00a0: une semaine se publie 48 heures après sa fin."
            )
        case Missing.MERGED:
            return QCoreApplication.translate(
                "Totals",
                "Elle attend la suivante\u00a0: à quelques personnes près, ce serait lire une personne.",
            )
        case Missing.UNREAD:
            return QCoreApplication.translate(
                "Totals", "Close depuis la dernière lecture\u00a0: elle se lira avec la ligne."
            )
        case _:
            return QCoreApplication.translate(
                "Totals",
                "Rien n’est montré\u00a0: moins de 5 personnes que vous ne lisez pas nommément, ou un total trop proche d’un autre.",
            )


def _figures(period: TeamPeriod) -> str:
    words = QCoreApplication.translate(
        "Totals", "Humeur {mood} · énergie {energy} · charge {load} · {n} personnes"
    )
    said = words.format(
        mood=_figure(period.mood),
        energy=_figure(period.energy),
        load=_figure(period.load),
        n=period.people,
    )
    if period.weeks > 1:
        merged = QCoreApplication.translate("Totals", "{n} semaines réunies")
        said += " · " + merged.format(n=period.weeks)
    return said


def _figure(value: float | None) -> str:
    if value is None:
        return QCoreApplication.translate("Totals", "non montrée")
    return dates.decimal(value)


def _rule() -> str:
    return QCoreApplication.translate(
        "Totals",
        "Des moyennes de semaines closes, à un demi-point près, sur au moins 5 personnes que vous ne lisez pas nommément. Elles ne se filtrent pas\u00a0: c’est ce qui permet de répondre sans crainte.",
    )


def _empty() -> EmptyState:
    return EmptyState(
        "users",
        QCoreApplication.translate("Totals", "Pas encore de totaux"),
        QCoreApplication.translate(
            "Totals", "Le premier viendra quand 5 personnes auront répondu pour l’équipe."
        ),
    )


def _unread() -> EmptyState:
    return EmptyState(
        "cloud-off",
        QCoreApplication.translate("Totals", "Lecture en ligne seulement"),
        QCoreApplication.translate(
            "Totals", "Le serveur, qui les publie, ne répond pas. Ils se liront ici ensuite."
        ),
        QCoreApplication.translate("Wellbeing", "Réessayer"),
    )
