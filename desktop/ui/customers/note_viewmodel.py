"""The pinned note of the customer in front, and what is being written in its place."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.customer_file import CustomerFile
from desktop.domain.customers import PinnedNote
from desktop.domain.errors import StoreUnavailable
from desktop.domain.ids import CustomerId
from desktop.domain.people import Person
from desktop.services.customers import Customers
from desktop.ui.kit import tasks

KEPT_AFTER_MS: Final = 200
"""From the first key that is not on the disk to the write: with it, 300 ms at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteState:
    """The note as it is kept, and as it is being written."""

    customer_id: CustomerId | None = None
    note: PinnedNote | None = None
    author: str = ""
    text: str = ""
    """What stands in the field."""
    editing: bool = False
    saving: bool = False
    trouble: bool = False

    @property
    def unsaved(self) -> bool:
        """Whether something was written that is not kept yet."""
        return self.text.strip() != (self.note.words if self.note else "")


class NoteViewModel(QObject):
    """What one writes stays with its customer until it is saved or given up, even out of sight."""

    changed = Signal()

    def __init__(self, customers: Customers, person: Person, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._customers = customers
        self._person = person
        self._state = NoteState()
        self._written: dict[CustomerId, str] = {}
        self._touched: set[CustomerId] = set()
        self._pause = QTimer(self, singleShot=True, interval=KEPT_AFTER_MS)
        self._pause.timeout.connect(self._keep)

    @property
    def state(self) -> NoteState:
        """What is shown now."""
        return self._state

    def here(self) -> datetime:
        """Now, in the zone of this workstation."""
        return self._customers.here()

    def show(self, file: CustomerFile | None) -> None:
        """Show a file's note; a note being written stays as it is."""
        if file is None:
            self._become(NoteState())
            return
        customer_id = file.customer.id
        if customer_id not in self._written:
            tasks.run(self._recall(customer_id), self)
        same = customer_id == self._state.customer_id
        kept = file.note.words if file.note else ""
        self._become(
            NoteState(
                customer_id=customer_id,
                note=file.note,
                author=file.note_author,
                text=self._written.get(customer_id, kept),
                editing=same and self._state.editing,
                saving=same and self._state.saving,
                trouble=same and self._state.trouble,
            )
        )

    def edit(self) -> None:
        """Begin to write, or go on."""
        if self._state.customer_id is not None:
            self._become(replace(self._state, editing=True))

    def type(self, text: str) -> None:
        """Take what was typed."""
        if self._state.customer_id is not None:
            self._written[self._state.customer_id] = text
            self._touched.add(self._state.customer_id)
            self._become(replace(self._state, text=text))
            if not self._pause.isActive():  # typing on does not put it off
                self._pause.start()

    def leave(self) -> None:
        """Stop writing; what was written stays."""
        self._keep()
        self._become(replace(self._state, editing=False))

    def give_up(self) -> None:
        """Go back to the note as it is kept."""
        self._pause.stop()
        if self._state.customer_id is not None:
            self._written.pop(self._state.customer_id, None)
            self._forget(self._state.customer_id)
        kept = self._state.note.words if self._state.note else ""
        self._become(replace(self._state, text=kept, editing=False, trouble=False))

    def save(self) -> None:
        """Keep what was written as a fact."""
        if self._state.customer_id is None or self._state.saving:
            return
        if not self._state.unsaved:
            self.give_up()
            return
        self._pause.stop()
        # Taken down first: the file that comes back with the change shows the note itself.
        self._written.pop(self._state.customer_id, None)
        self._become(replace(self._state, saving=True, trouble=False))
        tasks.run(self._save(self._state.customer_id, self._state.text), self)

    async def flush(self) -> None:
        """Keep on this machine, now, what was typed last; await it before the screens go."""
        self._pause.stop()
        while self._touched:
            customer_id = self._touched.pop()
            text = self._written.get(customer_id)
            try:
                await self._customers.keep_note_draft(customer_id, self._person, text)
            except BaseException:
                self._touched.add(customer_id)
                raise

    async def _save(self, customer_id: CustomerId, text: str) -> None:
        try:
            await self._customers.pin(customer_id, self._person, text)
        except StoreUnavailable:
            self._written.setdefault(customer_id, text)
            if self._state.customer_id == customer_id:
                self._become(replace(self._state, saving=False, editing=True, trouble=True))
            return
        if (since := self._written.get(customer_id)) is None:
            self._forget(customer_id)
        if self._state.customer_id == customer_id:
            kept = self._kept(customer_id, text.strip())
            self._become(kept if since is None else replace(kept, text=since, editing=True))

    async def _recall(self, customer_id: CustomerId) -> None:
        """Take up what was being written when the application last ended."""
        found = await self._customers.note_draft(customer_id, self._person)
        if found is None or customer_id in self._written:
            return
        self._written[customer_id] = found
        if self._state.customer_id == customer_id and not self._state.saving:
            self._become(replace(self._state, text=found))

    def _keep(self) -> None:
        """Keep what is written on this machine, so that no crash takes it."""
        if self._touched:
            tasks.run(self.flush(), self)

    def _forget(self, customer_id: CustomerId) -> None:
        self._touched.discard(customer_id)
        tasks.run(self._customers.keep_note_draft(customer_id, self._person, None), self)

    def _kept(self, customer_id: CustomerId, words: str) -> NoteState:
        """The note as it now is, before the file that holds it comes back."""
        note = PinnedNote(
            customer_id=customer_id,
            person_id=self._person.id,
            at=self._customers.here(),
            words=words,
        )
        return NoteState(
            customer_id=customer_id,
            note=note if words else None,
            author=self._person.name,
            text=words,
        )

    def _become(self, state: NoteState) -> None:
        if state != self._state:
            self._state = state
            self.changed.emit()
