"""Today's contacts: when, who, why, how it ended."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

import desktop.ui.kit.labels_customers  # noqa: F401 - importing it registers the words
from desktop.domain.contacts import Resolution
from desktop.domain.day import DayContact, MyDay
from desktop.ui.day.short_list import ShortList
from desktop.ui.day.viewmodel import DayViewModel
from desktop.ui.kit import dates
from desktop.ui.kit.card import Card
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.labels import label
from desktop.ui.kit.listview import RowDelegate, RowLook
from desktop.ui.kit.rows import RowsModel

_MOST = 11
_TONES = {
    Resolution.RESOLVED: "success",
    Resolution.PARTIAL: "warning",
    Resolution.FOLLOW_UP: "info",
    Resolution.NOT_RESOLVED: "neutral",
}
_ICONS = {
    "call_in": "phone-incoming",
    "call_out": "phone-outgoing",
    "email": "mail",
    "chat": "message-square",
    "branch": "store",
    "letter": "file-text",
    "message": "smartphone",
    "social": "users",
}


class ContactsCard(Card):
    """Enter opens the customer."""

    def __init__(self, viewmodel: DayViewModel, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("Day", "Contacts du jour")
        self._count = Chip("0")
        super().__init__(title, self._count, parent)
        self._viewmodel = viewmodel
        self._rows: RowsModel[DayContact] = RowsModel(lambda one: one.id, self._aloud, self)
        self.list = ShortList(title, RowDelegate(self._look, lines=2), _MOST)
        self.list.setModel(self._rows)
        self.list.opened.connect(self._open)
        self.empty = EmptyState(
            "phone-incoming",
            QCoreApplication.translate("Day", "Pas encore de contact aujourd’hui"),
            QCoreApplication.translate(
                "Day", "Ils viendront ici d’eux-mêmes. F2 cherche un client."
            ),
        )
        self.add(self.list)
        self.add(self.empty)

    def show_day(self, day: MyDay) -> None:
        """Show another day."""
        self._rows.set_rows(day.contacts)
        self._count.set_text(dates.count(len(day.contacts)))
        self.list.setVisible(bool(day.contacts))
        self.empty.setVisible(not day.contacts)

    def _open(self, contact: object) -> None:
        if isinstance(contact, DayContact):
            self._viewmodel.open_customer(contact.customer_id)

    def _look(self, row: object) -> RowLook:
        if not isinstance(row, DayContact):
            return RowLook("")
        return RowLook(
            _name(row),
            self._subtitle(row),
            icon=_ICONS[row.channel],
            tone="accent",
            chip="" if row.resolution is None else label(row.resolution),
            chip_tone="neutral" if row.resolution is None else _TONES[row.resolution],
        )

    def _subtitle(self, row: DayContact) -> str:
        reason = self._viewmodel.reason_label(row.reason) if row.reason else ""
        return " · ".join(part for part in (f"{row.at:%H:%M}", reason) if part)

    def _aloud(self, row: DayContact) -> str:
        ended = "" if row.resolution is None else label(row.resolution)
        parts = (_name(row), label(row.channel), self._subtitle(row), ended)
        return ", ".join(part for part in parts if part)


def _name(row: DayContact) -> str:
    return row.customer_name or QCoreApplication.translate("Day", "Personne non identifiée")
