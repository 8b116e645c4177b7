"""Customers open at once, one of them current: opened, switched, closed, kept up to date."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import Changed, Kind
from desktop.domain.customer_file import CustomerFile
from desktop.domain.customers import Customer
from desktop.domain.errors import Gone, StoreUnavailable
from desktop.domain.ids import CustomerId
from desktop.domain.people import Person
from desktop.services.changes import Changes
from desktop.services.customers import Customers
from desktop.ui.customers.details_viewmodel import DetailsViewModel
from desktop.ui.customers.journey_viewmodel import JourneyViewModel
from desktop.ui.customers.note_viewmodel import NoteViewModel
from desktop.ui.customers.words import customer_name
from desktop.ui.kit import tasks

_ON_THE_FILE = frozenset(
    {
        Kind.CUSTOMER,
        Kind.CONTACT,
        Kind.STEP_OFF,
        Kind.PROMISE,
        Kind.INCIVILITY,
        Kind.ANSWER,
        Kind.NOTE,
        Kind.VIDEO,
        Kind.GESTURE,
        Kind.AWAITING,
    }
)
"""What a change must be of for a file to be read again."""


class OpenTrouble(StrEnum):
    """Why a file does not show."""

    GONE = "gone"
    STORE = "store"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """One of the customers that are open."""

    customer_id: CustomerId
    name: str = ""
    """Empty until the file was read."""
    drafted: bool = False
    """Something was typed in the contact under way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenState:
    """What the customer screens show."""

    tabs: tuple[Tab, ...] = ()
    current: CustomerId | None = None
    file: CustomerFile | None = None
    """None while it is read for the first time, and when it cannot be."""
    trouble: OpenTrouble | None = None
    recent: tuple[Customer, ...] = ()


class OpenCustomersViewModel(QObject):
    """`shown` gives the CustomerFile that came to the front, or None when none is left.

    It is told once a customer comes to the front, not when their file is read again:
    that is `changed`. `asked_again` when the one in front already was asked for.
    `closing` gives the id of one whose tab goes.
    """

    shown = Signal(object)
    asked_again = Signal()
    closing = Signal(object)
    changed = Signal()

    def __init__(
        self,
        customers: Customers,
        person: Person,
        changes: Changes,
        reason_label: Callable[[str], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._customers = customers
        self._person = person
        self.reason_label = reason_label
        self.journey = JourneyViewModel(customers, reason_label, self)
        self.note = NoteViewModel(customers, person, self)
        self.details = DetailsViewModel(customers, person, self)
        self._state = OpenState()
        self._files: dict[CustomerId, CustomerFile] = {}
        self._told: CustomerId | None = None
        self._newest = tasks.Latest(self)
        unlisten = changes.listen(self._hear)
        self.destroyed.connect(unlisten)

    @property
    def state(self) -> OpenState:
        """What is shown now."""
        return self._state

    def open(self, customer_id: CustomerId) -> None:
        """Bring a customer to the front, opening their file when it is not open yet."""
        if all(tab.customer_id != customer_id for tab in self._state.tabs):
            self._become(tabs=(*self._state.tabs, Tab(customer_id=customer_id)))
        if customer_id == self._told == self._state.current:
            self.asked_again.emit()
        self._to_front(customer_id)

    def close(self, customer_id: CustomerId | None = None) -> None:
        """Close a customer's file, the current one unless told; their draft is not lost by it."""
        leaving = customer_id or self._state.current
        ids = self._ids()
        if leaving is None or leaving not in ids:
            return
        self.closing.emit(leaving)
        place = ids.index(leaving)
        self._files.pop(leaving, None)
        self._become(tabs=tuple(tab for tab in self._state.tabs if tab.customer_id != leaving))
        if leaving != self._state.current:
            return
        rest = self._ids()
        if rest:
            self._to_front(rest[min(place, len(rest) - 1)])
        else:
            self._newest.cancel()
            self._become(current=None, file=None, trouble=None)
            self._tell(None)
            self.load_recent()

    def next(self) -> None:
        """Go to the customer on the right, round and round."""
        self._step(1)

    def previous(self) -> None:
        """Go to the customer on the left, round and round."""
        self._step(-1)

    def retry(self) -> None:
        """Read the current file again."""
        if self._state.current is not None:
            self._newest.run(self._read(self._state.current))

    def mark_draft(self, customer_id: CustomerId, touched: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Show, or not, that something was typed in this customer's contact."""
        tabs = _marked(self._state.tabs, customer_id, drafted=touched)
        if tabs != self._state.tabs:
            self._become(tabs=tabs)

    def load_recent(self) -> None:
        """Read whom this person opened last, for the screen without a customer."""
        tasks.run(self._read_recent(), self)

    async def flush(self) -> None:
        """Write what was typed and is not on the disk yet; await it before the screens go."""
        await self.note.flush()

    def _step(self, by: int) -> None:
        ids = self._ids()
        if len(ids) > 1 and self._state.current in ids:
            self._to_front(ids[(ids.index(self._state.current) + by) % len(ids)])

    def _ids(self) -> list[CustomerId]:
        return [tab.customer_id for tab in self._state.tabs]

    def _to_front(self, customer_id: CustomerId) -> None:
        known = self._files.get(customer_id)
        self._become(current=customer_id, file=known, trouble=None)
        if known is not None:
            self._tell(known)
        self._newest.run(self._read(customer_id))

    async def _read(self, customer_id: CustomerId) -> None:
        try:
            file = await self._customers.open(customer_id)
        except (Gone, StoreUnavailable) as error:
            trouble = OpenTrouble.GONE if isinstance(error, Gone) else OpenTrouble.STORE
            # A file that cannot be read again stays in sight; one that is gone does not.
            kept = self._state.file if trouble is OpenTrouble.STORE else None
            self._become(file=kept, trouble=trouble)
            return
        self._files[customer_id] = file
        named = _marked(self._state.tabs, customer_id, name=customer_name(file.customer))
        self._become(tabs=named, file=file, trouble=None)
        if self._told != customer_id:
            self._tell(file)
            await self._customers.remember(self._person, customer_id)

    async def _read_recent(self) -> None:
        self._become(recent=await self._customers.recent(self._person))

    def _tell(self, file: CustomerFile | None) -> None:
        told = None if file is None else file.customer.id
        if told != self._told:
            self._told = told
            self.shown.emit(file)

    def _hear(self, change: Changed) -> None:
        if change.kind not in _ON_THE_FILE:
            return
        if change.customer_id is None:
            self._files.clear()
        else:
            self._files.pop(change.customer_id, None)
        if change.customer_id in (None, self._state.current):
            self.retry()

    def _become(self, **changes: object) -> None:
        before = self._state.file
        self._state = replace(self._state, **changes)  # type: ignore[arg-type] # checked by replace
        if self._state.file is not before:
            for part in (self.journey, self.note, self.details):
                part.show(self._state.file)
        self.changed.emit()


def _marked(tabs: tuple[Tab, ...], customer_id: CustomerId, **known: Any) -> tuple[Tab, ...]:
    """The tabs, with more known of this customer's."""
    return tuple(replace(tab, **known) if tab.customer_id == customer_id else tab for tab in tabs)
