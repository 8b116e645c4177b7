"""Promises due today or earlier, longest due first."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.day import MyDay
from desktop.ui.day.promise_row import PromiseRow
from desktop.ui.day.quiet import Quiet
from desktop.ui.day.viewmodel import DayViewModel
from desktop.ui.kit import boxes, dates
from desktop.ui.kit.button import Button
from desktop.ui.kit.card import Card
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.tokens import Space

_MOST = 6


class PromisesCard(Card):
    """A handful of rows; the others are one button away."""

    def __init__(self, viewmodel: DayViewModel, parent: QWidget | None = None) -> None:
        self._count = Chip("0")
        title = QCoreApplication.translate("Day", "Promesses à tenir")
        super().__init__(title, self._count, parent)
        self._viewmodel = viewmodel
        self._list = boxes.column(spacing=Space.M)
        self.none = Quiet(
            "circle-check", QCoreApplication.translate("Day", "Rien n’est dû aujourd’hui.")
        )
        self.all = Button("", "calendar-clock", "ghost")
        self.all.clicked.connect(viewmodel.open_promises)
        self.body.addLayout(self._list)
        self.add(self.none)
        self.add(self.all)

    def show_day(self, day: MyDay) -> None:
        """Show another day."""
        boxes.clear(self._list)
        for promise in day.promises[:_MOST]:
            self._list.addWidget(PromiseRow(promise, day.now, self._viewmodel))
        self._count.set_text(dates.count(len(day.promises)))
        self._count.set_tone("warning" if day.promises else "neutral")
        self.none.setVisible(not day.promises)
        words = QCoreApplication.translate("Day", "Voir les {n} promesses")
        self.all.set_text(words.format(n=dates.count(len(day.promises))))
        self.all.setVisible(len(day.promises) > _MOST)
