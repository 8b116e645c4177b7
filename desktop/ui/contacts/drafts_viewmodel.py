"""Contacts begun and not closed, to be taken up again or given up."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.changes import Changed, Kind
from desktop.domain.contacts import Draft
from desktop.domain.drafts import DraftToResume
from desktop.domain.people import Person
from desktop.services.changes import Changes
from desktop.services.contacts import Contacts
from desktop.ui.kit import tasks

UNDO_MS: Final = 10_000
"""How long a draft given up can be brought back."""


class DraftsViewModel(QObject):
    """`resumed` gives the Draft to take up again: the application opens its customer."""

    changed = Signal()
    resumed = Signal(object)

    def __init__(
        self,
        contacts: Contacts,
        changes: Changes,
        person: Person,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._contacts = contacts
        self._person = person
        self._reading = tasks.Latest(self)
        self.rows: tuple[DraftToResume, ...] = ()
        self.dropped: DraftToResume | None = None
        """The draft given up last, until another one is or it is brought back."""
        self._unlisten = changes.listen(self._hear)
        self.destroyed.connect(self._unlisten)
        self._fresh = QTimer(self)
        self._fresh.setSingleShot(True)
        self._fresh.timeout.connect(self._forget)

    def load(self) -> None:
        """Read the drafts again."""
        self._reading.run(self._load())

    def resume(self, row: DraftToResume) -> None:
        """Take this contact up again."""
        self.resumed.emit(row.draft)

    def drop(self, row: DraftToResume) -> None:
        """Give this contact up; `bring_back` repairs a slip."""
        tasks.run(self._drop(row), self)

    def bring_back(self) -> None:
        """Have the draft given up last again."""
        if self.dropped is not None:
            row, self.dropped = self.dropped, None
            tasks.run(self._contacts.save_draft(row.draft), self)
            self.changed.emit()

    def started(self, draft: Draft) -> tuple[datetime, datetime]:
        """Return when it began, and now, both as clocks show it where the advisor sits."""
        zone = self._contacts.zone()
        return draft.started_at.astimezone(zone), self._contacts.now().astimezone(zone)

    async def _drop(self, row: DraftToResume) -> None:
        await self._contacts.drop(row.draft)
        self.dropped = row
        self._fresh.start(UNDO_MS)
        self.changed.emit()

    def _forget(self) -> None:
        self.dropped = None
        self.changed.emit()

    async def _load(self) -> None:
        self.rows = await self._contacts.drafts(self._person)
        self.changed.emit()

    def _hear(self, changed: Changed) -> None:
        if changed.kind is Kind.DRAFT:
            self.load()
