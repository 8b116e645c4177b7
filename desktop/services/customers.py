"""Use cases around a customer's file: open it, go through the journey, pin, edit."""

import json
from collections.abc import Mapping
from datetime import datetime

from desktop.domain.alerts import Signs, Talk, alerts
from desktop.domain.changes import Changed, Kind
from desktop.domain.customer_file import (
    CustomerEdit,
    CustomerField,
    CustomerFile,
    FieldShown,
    tidied,
)
from desktop.domain.customers import Customer, PinnedNote
from desktop.domain.errors import Gone
from desktop.domain.ids import CustomerId
from desktop.domain.people import Person
from desktop.domain.timeline import Cursor, Entry, EntryKind, Page, Sought
from desktop.domain.trends import trends
from desktop.services.changes import Changes
from desktop.services.clock import Clock
from desktop.services.store import customers as files
from desktop.services.store import preferences
from desktop.services.store.local import LocalStore
from desktop.services.store.timeline import timeline

RECENT = "recent_customers"
"""Name of the preference that keeps whom one opened last; it stays on this machine."""
MOST_RECENT = 8


class Customers:
    """What one does with the file of a customer whom this machine knows."""

    def __init__(self, store: LocalStore, clock: Clock, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._changes = changes

    def here(self) -> datetime:
        """Now, in the zone of this workstation."""
        return self._clock.now().astimezone(self._clock.zone())

    async def open(self, customer_id: CustomerId) -> CustomerFile:
        """The whole file, in one read. Raises Gone when nobody has this id."""
        parts = await self._store.read(files.file_parts, customer_id)
        if parts is None:
            raise Gone(customer_id)
        return _file(parts, self.here())

    async def timeline(
        self, customer_id: CustomerId, before: Cursor | None = None, sought: Sought | None = None
    ) -> Page:
        """The page of the journey after `before`: the newest first."""
        return await self._store.read(timeline, customer_id, before, sought or Sought())

    async def whole_timeline(
        self, customer_id: CustomerId, sought: Sought | None = None
    ) -> tuple[Entry, ...]:
        """All of the journey that is sought, the newest first."""
        page = await self.timeline(customer_id, None, sought)
        found = [*page.entries]
        while page.next is not None:
            page = await self.timeline(customer_id, page.next, sought)
            found += page.entries
        return tuple(found)

    async def pin(self, customer_id: CustomerId, person: Person, words: str) -> None:
        """Pin a note in the place of the last one; no words take the last one down."""
        note = PinnedNote(
            customer_id=customer_id,
            person_id=person.id,
            at=self._clock.now(),
            words=words.strip(),
        )
        async with self._store.unit() as unit:
            unit.record(note)
        self._changes.tell(Changed(kind=Kind.NOTE, customer_id=customer_id))

    async def note_draft(self, customer_id: CustomerId, person: Person) -> str | None:
        """What this person was writing in the place of the note; None when nothing waits."""
        kept = await self._store.read(
            preferences.get, person.id, preferences.NOTE_DRAFT + customer_id
        )
        return None if kept is None else json.loads(kept)

    async def keep_note_draft(
        self, customer_id: CustomerId, person: Person, words: str | None
    ) -> None:
        """Keep what is being written on this machine; None forgets it."""
        name = preferences.NOTE_DRAFT + customer_id
        if words is None:
            await self._store.write(preferences.drop, person.id, name)
        else:
            await self._store.write(preferences.put, person.id, name, json.dumps(words))

    async def edit(
        self,
        customer_id: CustomerId,
        person: Person,
        values: Mapping[CustomerField, str],
        shown: Mapping[CustomerField, FieldShown] | None = None,
    ) -> tuple[CustomerField, ...]:
        """Change fields, all or none, and answer which ones changed.

        `shown` is what each held on the screen when its change began: a colleague's change that
        came meanwhile is then a conflict and not written over. Where it is missing, that is now.
        Raises Invalid, naming the field, and Gone when nobody has this id.
        """
        known = await self._store.read(files.when_edited, customer_id)
        if known is None:
            raise Gone(customer_id)
        customer, versions = known
        seen = {
            field: FieldShown(value=getattr(customer, field), version=versions.get(field, 0))
            for field in values
        }
        edits = _edits(customer, person, values, seen | dict(shown or {}), self._clock.now())
        if not edits:
            return ()
        async with self._store.unit() as unit:
            for edit in edits:
                unit.record(edit)
                unit.then(files.apply_edit, edit)
        self._changes.tell(Changed(kind=Kind.CUSTOMER, customer_id=customer_id))
        return tuple(edit.field for edit in edits)

    async def recent(self, person: Person) -> tuple[Customer, ...]:
        """Whom this person opened last on this machine, the latest first."""
        kept = await self._store.read(preferences.get, person.id, RECENT)
        return await self._store.read(files.several, _ids(kept))

    async def remember(self, person: Person, customer_id: CustomerId) -> None:
        """Keep that this person opened this customer."""
        kept = _ids(await self._store.read(preferences.get, person.id, RECENT))
        latest = [customer_id, *(one for one in kept if one != customer_id)][:MOST_RECENT]
        await self._store.write(preferences.put, person.id, RECENT, json.dumps(latest))


def _edits(
    customer: Customer,
    person: Person,
    values: Mapping[CustomerField, str],
    shown: Mapping[CustomerField, FieldShown],
    at: datetime,
) -> list[CustomerEdit]:
    """One fact a field whose value is another than what is kept."""
    wanted = {field: tidied(field, value) for field, value in values.items()}
    return [
        CustomerEdit(
            customer_id=customer.id,
            person_id=person.id,
            at=at,
            field=field,
            value=value,
            former=shown[field].value,
            based_on=shown[field].version,
        )
        for field, value in wanted.items()
        if value != getattr(customer, field)
    ]


def _ids(kept: str | None) -> list[CustomerId]:
    return [] if kept is None else [CustomerId(str(one)) for one in json.loads(kept)]


def _file(parts: files.FileParts, now: datetime) -> CustomerFile:
    found = trends(parts.answers, now)
    signs = Signs(
        talks=_talks(parts.timeline),
        promises=tuple((one.promise, one.advisor) for one in parts.promises),
        cases=parts.cases,
        incivilities=parts.incivilities,
        trends=found,
    )
    return CustomerFile(
        customer=parts.customer,
        read_at=now,
        contracts=parts.contracts,
        cases=parts.cases,
        promises=parts.promises,
        note=parts.note,
        note_author=parts.note_author,
        trends=found,
        alerts=alerts(signs, now),
        timeline=parts.timeline,
        versions=parts.versions,
    )


def _talks(page: Page) -> tuple[Talk, ...]:
    """The contacts of the first page: alerts look no further back."""
    return tuple(
        Talk(
            at=entry.at,
            channel=entry.channel,
            reason=entry.reason,
            advisor=entry.advisor,
            abandoned=entry.abandoned,
        )
        for entry in page.entries
        if entry.kind is EntryKind.CONTACT and entry.channel is not None
    )
