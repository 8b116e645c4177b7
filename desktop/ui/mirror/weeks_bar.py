"""Which weeks are shown: a span by name, from one week to another, the ones before and after."""

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.kit import dates
from desktop.ui.kit.choices import Option
from desktop.ui.kit.flow import Flow
from desktop.ui.kit.iconbutton import IconButton
from desktop.ui.kit.picker import Picker
from desktop.ui.kit.segmented import Segmented
from desktop.ui.kit.text import Text
from desktop.ui.kit.tokens import Height, Space
from desktop.ui.mirror.state import BACK, SPANS, WEEK, MirrorState
from desktop.ui.mirror.viewmodel import MirrorViewModel

BACK_KEY = "Alt+Left"
ON_KEY = "Alt+Right"
BY_HAND = 0


class WeeksBar(QWidget):
    """Says the weeks in words too; « De… à… » opens two lists of weeks."""

    def __init__(self, viewmodel: MirrorViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self.span = Segmented(QCoreApplication.translate("Mirror", "Semaines à montrer"), _spans())
        self.back = IconButton("chevron-left", "", "outline", Height.SMALL)
        self.on = IconButton("chevron-right", "", "outline", Height.SMALL)
        self.words = Text("", "strong")
        self.first = Picker(QCoreApplication.translate("Mirror", "De la semaine du"))
        self.last = Picker(QCoreApplication.translate("Mirror", "À la semaine du"))
        self._offered: date | None = None
        flow = Flow()
        for widget in (self.span, self.back, self.on, self.words, self.first, self.last):
            flow.add(widget)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.S)
        box.addWidget(flow)
        self.span.picked.connect(self._picked)
        self.back.clicked.connect(viewmodel.go_back)
        self.on.clicked.connect(viewmodel.go_on)
        for picker in (self.first, self.last):
            picker.picked.connect(self._between)
        self.show_state(viewmodel.state)

    def show_state(self, state: MirrorState) -> None:
        """Show which weeks are chosen."""
        self._offer(state)
        by_hand = state.by_hand or state.span not in SPANS
        self.span.set_value(BY_HAND if by_hand else state.span)
        self.first.set_value(state.first)
        self.last.set_value(state.last)
        for picker in (self.first, self.last):
            picker.setVisible(by_hand)
        self.words.setVisible(not by_hand)
        words = QCoreApplication.translate("Mirror", "{first} – {last}")
        end = state.last + WEEK * 6 / 7
        self.words.setText(words.format(first=_day(state.first), last=_day(end)))
        self.back.setEnabled(state.may_go_back)
        self.on.setEnabled(state.may_go_on)
        back = QCoreApplication.translate("Mirror", "{n} semaines avant")
        on = QCoreApplication.translate("Mirror", "{n} semaines après")
        self.back.set_name(back.format(n=state.span))
        self.on.set_name(on.format(n=state.span))

    def _offer(self, state: MirrorState) -> None:
        """Give the lists their weeks, newest first, anew only when another week is over."""
        if self._offered != state.closed:
            self._offered = state.closed
            weeks = [state.closed - place * WEEK for place in range(BACK)]
            options = [Option(week, _day(week)) for week in weeks]
            for picker in (self.first, self.last):
                picker.set_options(options)

    def _picked(self, span: int | None) -> None:
        if span is None:
            self.show_state(self._viewmodel.state)
        elif span == BY_HAND:
            self._viewmodel.choose_by_hand()
        else:
            self._viewmodel.choose_span(span)

    def _between(self) -> None:
        self._viewmodel.choose_weeks(self.first.value, self.last.value)


def _spans() -> tuple[Option[int], ...]:
    words = QCoreApplication.translate("Mirror", "{n} sem.")
    by_hand = Option(BY_HAND, QCoreApplication.translate("Mirror", "De… à…"))
    return (*(Option(span, words.format(n=span)) for span in SPANS), by_hand)


def _day(day: date) -> str:
    return f"{dates.day_month(day)} {day.year}"
