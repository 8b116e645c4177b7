"""A day's contacts: when, who, why, how it ended."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

import desktop.ui.kit.labels_customers  # noqa: F401 - importing it registers the words
from desktop.domain.contacts import Resolution
from desktop.domain.day import DayContact, MyDay
from desktop.ui.day.last_day import LastDay
from desktop.ui.day.short_list import ShortList
from desktop.ui.day.viewmodel import DayViewModel
from desktop.ui.day.words import abandoned, who
from desktop.ui.kit import dates
from desktop.ui.kit.card import Card
from desktop.ui.kit.chip import Chip
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.labels import label
from desktop.ui.kit.listview import RowDelegate, RowLook
from desktop.ui.kit.rows import RowsModel

_MOST = 11
_AHEAD = 400
"""Pixels before the end at which the next page is read."""

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
        self.list.verticalScrollBar().valueChanged.connect(self._near_end)
        self.empty = EmptyState("phone-incoming", title)
        self.last_day = LastDay()
        self.last_day.button.clicked.connect(viewmodel.go_back)
        self.add(self.list)
        self.add(self.empty)
        self.body.addWidget(self.last_day, 0, Qt.AlignmentFlag.AlignHCenter)

    def show_day(self, day: MyDay) -> None:
        """Show another day."""
        known = self._rows.rows()
        if known and day.contacts[: len(known)] == known:
            self._rows.append_rows(day.contacts[len(known) :])
        else:
            self._rows.set_rows(day.contacts)
        self._count.set_text(dates.count(day.tally.contacts))
        self.list.setVisible(bool(day.contacts))
        self._tell_nothing(day)

    def _tell_nothing(self, day: MyDay) -> None:
        if day.is_today:
            title = QCoreApplication.translate("Day", "Pas encore de contact aujourd’hui")
            words = QCoreApplication.translate(
                "Day", "Ils viendront ici d’eux-mêmes. F2 cherche un client."
            )
            self.empty.set_words(title, words)
        else:
            self.empty.set_words(QCoreApplication.translate("Day", "Aucun contact ce jour-là"))
        self.empty.setVisible(not day.contacts)
        self.last_day.show_day(day)

    def _near_end(self, value: int) -> None:
        if self.isVisible() and value >= self.list.verticalScrollBar().maximum() - _AHEAD:
            self._viewmodel.more()

    def _open(self, contact: object) -> None:
        if isinstance(contact, DayContact):
            self._viewmodel.open_customer(contact.customer_id)

    def _look(self, row: object) -> RowLook:
        if not isinstance(row, DayContact):
            return RowLook("")
        return RowLook(
            who(row.customer_name),
            self._subtitle(row),
            icon=_ICONS[row.channel],
            tone="neutral" if row.abandoned else "accent",
            chip="" if row.resolution is None else label(row.resolution),
            chip_tone="neutral" if row.resolution is None else _TONES[row.resolution],
        )

    def _subtitle(self, row: DayContact) -> str:
        reason = self._viewmodel.reason_label(row.reason) if row.reason else ""
        left = abandoned(row.waited_s) if row.abandoned else ""
        return " · ".join(part for part in (f"{row.at:%H:%M}", left, reason) if part)

    def _aloud(self, row: DayContact) -> str:
        ended = "" if row.resolution is None else label(row.resolution)
        parts = (who(row.customer_name), label(row.channel), self._subtitle(row), ended)
        return ", ".join(part for part in parts if part)
