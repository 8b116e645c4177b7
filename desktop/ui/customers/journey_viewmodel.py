"""The journey of the customer in front: filtered, searched, gone through a page at a time."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from desktop.domain.contacts import Channel
from desktop.domain.customer_file import CustomerFile
from desktop.domain.errors import StoreUnavailable
from desktop.domain.ids import CustomerId, VideoCallId
from desktop.domain.standards import Waiting
from desktop.domain.timeline import Cursor, Entry, EntryKind, Page, Sought, place
from desktop.services.customers import Customers
from desktop.ui.customers.words import entry_text
from desktop.ui.kit import tasks
from desktop.ui.kit.due_words import DueShown
from desktop.ui.kit.rows import RowsModel


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyState:
    """What the journey's list shows beside its rows."""

    customer_id: CustomerId | None = None
    sought: Sought = Sought()  # noqa: RUF009 - frozen: one for all
    loading: bool = False
    trouble: bool = False
    next: Cursor | None = None
    """Where to go on; None when all was read."""


class JourneyViewModel(QObject):
    """`rows` holds the entries; `changed` tells of what stands around them.

    `photos_wanted` gives the VideoCallId whose photos are to be looked at, `waited` the Entry of
    which it is said that we wait for the customer, or that they answered.
    """

    changed = Signal()
    photos_wanted = Signal(object)
    waited = Signal(object)

    def __init__(
        self,
        customers: Customers,
        reason_label: Callable[[str], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._customers = customers
        self.reason_label = reason_label
        self.gesture_label: Callable[[str], str] = str
        """Turns the code of a kind of gesture into words."""
        self.guide_title: Callable[[str], str] = str
        """Turns the id of a guide into its title, "" for one that is not known any more."""
        self.due_shown: Callable[[Entry], DueShown | None] = _nothing_due
        """When a contact was to be answered by its channel's standard, and why then."""
        self._state = JourneyState()
        self._newest = tasks.Latest(self)
        self.rows: RowsModel[Entry] = RowsModel(lambda entry: entry.key, self.text_of, self)

    @property
    def state(self) -> JourneyState:
        """What is shown now."""
        return self._state

    def here(self) -> datetime:
        """Now, in the zone of this workstation."""
        return self._customers.here()

    def text_of(self, entry: Entry) -> str:
        """Everything about an entry, as it is read aloud."""
        return entry_text(entry, self.reason_label, self.here(), self.gesture_label)

    def show(self, file: CustomerFile | None) -> None:
        """Show a file's journey; a filter stays as long as the customer does."""
        if file is None:
            self._newest.cancel()
            self.rows.set_rows(())
            self._become(JourneyState())
        elif file.customer.id != self._state.customer_id:
            self._newest.cancel()
            self.rows.set_rows(file.timeline.entries)
            self._become(JourneyState(customer_id=file.customer.id, next=file.timeline.next))
        elif self._state.sought.everything:
            self._renew(file.timeline)
        else:
            self._newest.run(self._read(None))

    def seek(self, text: str) -> None:
        """Keep entries whose words hold these; the newest request wins."""
        self._look(replace(self._state.sought, text=text))

    def filter(self, channel: Channel | None) -> None:
        """Keep one channel, or all of them with None."""
        self._look(replace(self._state.sought, channels=() if channel is None else (channel,)))

    def more(self) -> None:
        """Read the next page, unless one is being read or all was."""
        if self._state.next is not None and not self._state.loading:
            self._become(replace(self._state, loading=True, trouble=False))
            self._newest.run(self._read(self._state.next))

    async def whole(self) -> tuple[Entry, ...]:
        """All that is sought, the newest first, also what was not read yet."""
        customer_id = self._state.customer_id
        if customer_id is None:
            return ()
        return await self._customers.whole_timeline(customer_id, self._state.sought)

    def look_at(self, call_id: VideoCallId) -> None:
        """Ask for the photos of a video call."""
        self.photos_wanted.emit(call_id)

    def entry_of(self, key: tuple[str, str]) -> Entry | None:
        """An entry as it stands now; None where it is not shown any more."""
        return next((one for one in self.rows.rows() if one.key == key), None)

    def set_waits(self, contact_id: str, waits: tuple[Waiting, ...]) -> None:
        """Show when we waited for the customer of a contact, on whichever page it is."""
        key = (EntryKind.CONTACT, contact_id)
        if self.entry_of(key) is not None:
            rows = self.rows.rows()
            self.rows.set_rows(
                [replace(one, waits=waits) if one.key == key else one for one in rows]
            )
            self.changed.emit()

    def retry(self) -> None:
        """Ask again for what failed."""
        if self._state.next is not None:
            self.more()
        else:
            self._look(self._state.sought)

    def _look(self, sought: Sought) -> None:
        if self._state.customer_id is None:
            return
        self._become(replace(self._state, sought=sought, next=None, loading=True, trouble=False))
        self._newest.run(self._read(None))

    async def _read(self, before: Cursor | None) -> None:
        customer_id, sought = self._state.customer_id, self._state.sought
        if customer_id is None:
            return
        try:
            page = await self._customers.timeline(customer_id, before, sought)
        except StoreUnavailable:
            self._become(replace(self._state, loading=False, trouble=True))
            return
        if before is None:
            self.rows.set_rows(page.entries)
        else:
            self.rows.append_rows(page.entries)
        self._become(replace(self._state, loading=False, trouble=False, next=page.next))

    def _renew(self, page: Page) -> None:
        """Put a fresh first page over what was read before, without forgetting further pages."""
        if page.next is None or not page.entries:
            self.rows.set_rows(page.entries)
            self._become(replace(self._state, next=None))
            return
        last = place(page.entries[-1])
        further = [entry for entry in self.rows.rows() if place(entry) < last]
        self.rows.set_rows((*page.entries, *further))
        self._become(replace(self._state, next=self._state.next if further else page.next))

    def _become(self, state: JourneyState) -> None:
        self._state = state
        self.changed.emit()


def _nothing_due(_entry: Entry) -> DueShown | None:
    return None
