"""Saves drafts as they change: a fifth of a second after the first change, again and again."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.contacts import Draft
from desktop.domain.errors import StoreUnavailable, Trouble
from desktop.domain.ids import ContactId
from desktop.services.contacts import Contacts
from desktop.ui.kit import tasks

DELAY_MS: Final = 200
"""With the write itself, at most 300 ms of typing are lost when the process is killed."""

RETRY_MS: Final = 2000


class DraftSaver(QObject):
    """A throttle, not a debounce: while one types on, what was typed is written all the same.

    `told` when a draft is on the disk, or could not be written; what failed is tried again.
    """

    told = Signal()

    def __init__(self, contacts: Contacts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._contacts = contacts
        self._waiting: dict[ContactId, Draft] = {}
        self.failure: StoreUnavailable | None = None
        """Why the last write failed; None once one has gone through."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(lambda: tasks.run(self.flush(), self))

    def keep(self, draft: Draft) -> None:
        """Have the draft written soon."""
        self._waiting[draft.contact_id] = draft
        if not self._timer.isActive() or (
            self._timer.interval() != DELAY_MS and self._timer.remainingTime() > DELAY_MS
        ):
            self._timer.start(DELAY_MS)

    @property
    def trouble(self) -> Trouble | None:
        """What kept the last write from going through."""
        return self.failure.trouble if self.failure else None

    def forget(self, contact_id: ContactId) -> Draft | None:
        """Do not write this draft any more; return what was not yet written of it."""
        return self._waiting.pop(contact_id, None)

    def waits(self, contact_id: ContactId) -> bool:
        """Tell whether the draft's last form is not on the disk yet."""
        return contact_id in self._waiting

    async def flush(self) -> None:
        """Write all that waits, now; on failure it goes on waiting."""
        self._timer.stop()
        while self._waiting:
            contact_id, draft = next(iter(self._waiting.items()))
            try:
                await self._contacts.save_draft(draft)
            except StoreUnavailable as error:
                self.failure = error
                self._timer.start(RETRY_MS)
                break
            self.failure = None
            if self._waiting.get(contact_id) is draft:
                del self._waiting[contact_id]
        if not self._waiting:
            self.failure = None
        self.told.emit()
