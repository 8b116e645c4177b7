"""Promises as rows: to whom, what, when, and whether the time has come."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent

from desktop.domain.contacts import PromiseKind
from desktop.domain.due_dates import Due, DuePromise
from desktop.ui.contacts.promises_viewmodel import PromiseRow, PromisesViewModel
from desktop.ui.kit import dates
from desktop.ui.kit.labels import label
from desktop.ui.kit.listview import ListView, RowDelegate, RowLook
from desktop.ui.kit.rows import RowsModel

_ICONS: Final = {PromiseKind.CALLBACK: "phone-outgoing", PromiseKind.PROMISE: "heart-handshake"}
_TONES: Final = {Due.LATE: "warning", Due.TODAY: "accent", Due.LATER: "neutral"}


class PromiseList(ListView):
    """The list keeps its place when a promise goes: the next one becomes current."""

    def __init__(self, viewmodel: PromisesViewModel) -> None:
        super().__init__(
            QCoreApplication.translate("Promises", "Promesses et rappels à tenir"),
            RowDelegate(self._look, 2),
        )
        self._viewmodel = viewmodel
        self._rows = RowsModel[PromiseRow](lambda row: row.due.promise.id, self._said, self)
        self.setModel(self._rows)
        self.opened.connect(
            lambda row: viewmodel.open_customer(row.due) if isinstance(row, PromiseRow) else None
        )

    def current(self) -> DuePromise | None:
        """Return the current promise."""
        row = self.current_row()
        return row.due if isinstance(row, PromiseRow) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Settle the current promise: Space, it was kept; Delete, it need not be."""
        due = self.current()
        if due is not None and event.key() == Qt.Key.Key_Space:
            self._viewmodel.keep(due)
        elif due is not None and event.key() == Qt.Key.Key_Delete:
            self._viewmodel.cancel(due)
        else:
            super().keyPressEvent(event)

    def show_rows(self, rows: Sequence[PromiseRow]) -> None:
        """Show these rows; what was current stays so, else its place does."""
        place = max(self.currentIndex().row(), 0)
        here = self.current()
        self._rows.set_rows(rows)
        kept = here is not None and self._rows.index_of(here.promise.id).isValid()
        if rows and not kept:
            self.setCurrentIndex(self._rows.index(min(place, len(rows) - 1)))

    def name_of(self, due: DuePromise) -> str:
        """Return to whom it was promised."""
        unknown = QCoreApplication.translate("Promises", "Client non identifié")
        return due.customer_name or unknown

    def told(self, due: DuePromise) -> str:
        """Return what was promised, and when."""
        zone, now = self._viewmodel.zone(), self._viewmodel.now()
        words = due.promise.words or label(due.promise.kind)
        made = dates.moment(due.promise.at.astimezone(zone), now.astimezone(zone))
        told = QCoreApplication.translate("Promises", "{words} (promis {moment})")
        return told.format(words=words, moment=made)

    def _look(self, row: object) -> RowLook:
        if not isinstance(row, PromiseRow):
            return RowLook("")
        promise = row.due.promise
        kind = label(promise.kind)
        zone, now = self._viewmodel.zone(), self._viewmodel.now()
        return RowLook(
            self.name_of(row.due),
            subtitle=f"{kind} · {promise.words}" if promise.words else kind,
            meta=dates.moment(promise.due_at.astimezone(zone), now.astimezone(zone)),
            icon=_ICONS[promise.kind],
            tone=_TONES[row.standing],
            chip=label(row.standing) if row.standing is not Due.LATER else "",
            chip_tone=_TONES[row.standing],
        )

    def _said(self, row: PromiseRow) -> str:
        look = self._look(row)
        return ", ".join(part for part in (look.title, look.subtitle, look.meta, look.chip) if part)
