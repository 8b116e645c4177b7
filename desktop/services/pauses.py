"""Pauses: taken with one key, with the line down too; a slip of the key can be taken back."""

import json
from datetime import datetime, timedelta

from desktop.domain.changes import Changed, Kind
from desktop.domain.errors import Gone
from desktop.domain.instants import from_millis, to_millis
from desktop.domain.pauses import MINUTES, Pause, ends, may_offer
from desktop.domain.people import Person
from desktop.services.changes import Changes
from desktop.services.clock import Clock
from desktop.services.store import pauses as kept
from desktop.services.store import preferences, undoing
from desktop.services.store.local import LocalStore

UNDO = timedelta(seconds=10)
"""Who comes back within it has not been on a pause."""

OFFERED, BACK = "pauses.offered", "pauses.back"
"""Preferences of this machine: when one was last offered; the one that was come back from."""


class Pauses:
    """A person's own; there is no verb to look at somebody else's."""

    def __init__(self, store: LocalStore, clock: Clock, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._changes = changes

    def now(self) -> datetime:
        """Now, in the workstation's zone."""
        return self._clock.now().astimezone(self._clock.zone())

    async def take(self, person: Person, minutes: int = MINUTES) -> Pause:
        """Begin a pause of so many minutes, now."""
        now = self._clock.now()
        pause = Pause(id=self._clock.new_id(), person_id=person.id, at=now, minutes=minutes)
        async with self._store.unit() as unit:
            unit.record(pause, not_before=now + UNDO)
        self._tell()
        return pause

    async def under_way(self, person: Person) -> Pause | None:
        """The pause that a restart finds: its minutes have not passed, and nobody came back."""
        last = await self._store.read(kept.latest, person.id)
        if last is None or ends(last) <= self._clock.now():
            return None
        back = await self._store.read(preferences.get, person.id, BACK)
        return None if back is not None and json.loads(back) == last.id else last

    async def come_back(self, person: Person, pause: Pause) -> bool:
        """End a pause; answers whether it had been one, and was not a slip taken back."""
        try:
            await self._store.write(undoing.take_back, pause, self._clock.now())
        except Gone:
            kept_id = json.dumps(pause.id)
            await self._store.write(preferences.put, person.id, BACK, kept_id)
            return True
        self._tell()
        return False

    async def offer(self, person: Person) -> bool:
        """Whether a pause may be offered now; where it may, that is remembered as done."""
        offered = await self._store.read(preferences.get, person.id, OFFERED)
        at = None if offered is None else from_millis(json.loads(offered))
        last = await self._store.read(kept.latest, person.id)
        if not may_offer(self._clock.now(), at, last):
            return False
        await self.offered(person)
        return True

    async def offered(self, person: Person) -> None:
        """Remember that one was offered now."""
        now = json.dumps(to_millis(self._clock.now()))
        await self._store.write(preferences.put, person.id, OFFERED, now)

    def _tell(self) -> None:
        self._changes.tell(Changed(kind=Kind.PAUSE))
