"""« J’attends le client »: of the contact in front, and of one of the past that is to be followed up."""

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.awaiting import Awaiting, still, waits_of
from desktop.domain.changes import Changed, Kind
from desktop.domain.contacts import Draft
from desktop.domain.errors import Gone, StoreUnavailable
from desktop.domain.ids import ContactId, CustomerId, PersonId
from desktop.domain.standards import Waiting
from desktop.domain.timeline import Entry
from desktop.services.awaiting import CustomerWaits
from desktop.ui.kit import tasks


class AwaitingViewModel(QObject):
    """`changed` when the contact in front waits otherwise, `said` gives an Awaiting that was made.

    `taken_back` gives the one and whether nothing is left of it, `known` a contact's id and its waits
    as they stand now, `failed` tells that nothing could be written.
    """

    changed = Signal()
    said = Signal(object)
    taken_back = Signal(object, bool)
    known = Signal(str, object)
    failed = Signal()

    def __init__(
        self,
        service: CustomerWaits,
        person_id: PersonId,
        front: Callable[[], Draft | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._person_id = person_id
        self._front = front
        self._contact_id: ContactId | None = None
        self._busy = False
        self._reading = tasks.Latest(self)
        self.waits: tuple[Waiting, ...] = ()
        """When we waited for the customer in front, in their contact under way."""
        self.destroyed.connect(service.changes.listen(self._hear))

    def follow(self, draft: Draft | None) -> None:
        """Another contact is in front, or none, or the same with more in it."""
        contact_id = None if draft is None else draft.contact_id
        if contact_id != self._contact_id:
            self._contact_id = contact_id
            self._become(())
            self._reading.run(self._read())

    def turn(self) -> None:
        """Say that one waits for the customer in front, or that they answered."""
        draft = self._front()
        if draft is not None and draft.contact_id == self._contact_id:
            begins = not still(self.waits)
            self._say(lambda: self._service.say_in(draft, begins=begins))

    def turn_of(self, entry: Entry, customer_id: CustomerId) -> None:
        """Say the same of a contact of the past."""
        contact_id, begins = ContactId(entry.id), not still(entry.waits)
        person_id = self._person_id
        self._say(lambda: self._service.say_of(contact_id, customer_id, person_id, begins=begins))

    def take_back(self, mark: Awaiting) -> None:
        """Take one's own word back."""
        self._write(self._take_back(mark))

    def _say(self, say: Callable[[], Coroutine[Any, Any, Awaiting]]) -> None:
        self._write(self._said(say))

    def _write(self, work: Coroutine[Any, Any, None]) -> None:
        if self._busy:
            work.close()
            return
        self._busy = True
        tasks.run(self._written(work), self)

    async def _written(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except Gone:
            # A colleague said it meanwhile: what is true now says so.
            self._reading.run(self._read())
        except StoreUnavailable:
            self.failed.emit()
        finally:
            self._busy = False

    async def _said(self, say: Callable[[], Coroutine[Any, Any, Awaiting]]) -> None:
        mark = await say()
        self.said.emit(mark)
        await self._tell(mark.contact_id)

    async def _take_back(self, mark: Awaiting) -> None:
        self.taken_back.emit(mark, await self._service.take_back(mark))
        await self._tell(mark.contact_id)

    async def _tell(self, contact_id: ContactId) -> None:
        waits = waits_of(await self._service.of_contact(contact_id))
        self.known.emit(contact_id, waits)
        if contact_id == self._contact_id:
            self._become(waits)

    async def _read(self) -> None:
        contact_id = self._contact_id
        if contact_id is None:
            return
        waits = waits_of(await self._service.of_contact(contact_id))
        if contact_id == self._contact_id:
            self._become(waits)

    def _hear(self, changed: Changed) -> None:
        if changed.kind is Kind.AWAITING:
            self._reading.run(self._read())

    def _become(self, waits: tuple[Waiting, ...]) -> None:
        if waits != self.waits:
            self.waits = waits
            self.changed.emit()
