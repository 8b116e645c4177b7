"""Promises due today or earlier, longest due first."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.day import DuePromise, MyDay
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
        self._seen: tuple[DuePromise, ...] = ()
        self._kept: set[object] = set()
        viewmodel.promise_kept.connect(self._remember)
        self.rows = tuple(PromiseRow(viewmodel) for _ in range(_MOST))
        self.none = Quiet(
            "circle-check", QCoreApplication.translate("Day", "Rien n’est dû aujourd’hui.")
        )
        self.all = Button("", "calendar-clock", "ghost")
        self.all.clicked.connect(viewmodel.open_promises)
        self.body.addLayout(boxes.column(*self.rows, spacing=Space.M))
        self.add(self.none)
        self.add(self.all)

    def show_day(self, day: MyDay) -> None:
        """Show another day; what was kept just now stays in its place until the next visit."""
        self.setVisible(day.is_today)
        due = {promise.id for promise in day.promises}
        kept = {promise.id: promise for promise in self._seen if promise.id in self._kept - due}
        shown = sorted((*day.promises, *kept.values()), key=lambda one: (one.due_at, one.id))
        self._seen = tuple(shown)
        for row, promise in zip(self.rows, shown, strict=False):
            row.show_promise(promise, day.now, kept=promise.id in kept)
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(shown))
        self._count.set_text(dates.count(len(day.promises)))
        self._count.set_tone("warning" if day.promises else "neutral")
        self.none.setVisible(not shown)
        words = QCoreApplication.translate("Day", "Voir les {n} promesses")
        self.all.set_text(words.format(n=dates.count(len(day.promises))))
        self.all.setVisible(len(day.promises) > _MOST)

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what was kept: the next visit shows what is still due."""
        super().hideEvent(event)
        self._kept.clear()

    def _remember(self, promise_id: object) -> None:
        self._kept.add(promise_id)
