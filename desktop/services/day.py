"""My day: one person's contacts, promises, estimates and thanks, read in one go."""

from dataclasses import replace
from datetime import tzinfo

from desktop.domain.day import MyDay
from desktop.domain.people import Person
from desktop.services.changes import Changes
from desktop.services.clock import Clock
from desktop.services.store import day as kept
from desktop.services.store.local import LocalStore


class Days:
    """Use cases of one's own day; there is no verb to look at somebody else's."""

    def __init__(self, store: LocalStore, clock: Clock, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self.changes = changes
        """For the screen, which reads again when anything of the day changes."""

    async def of(self, person: Person) -> MyDay:
        """The person's own day as of now, cut and told in this workstation's zone."""
        zone = self._clock.zone()
        read = await self._store.read(kept.my_day, person.id, self._clock.now().astimezone(zone))
        return _told_in(zone, read)


def _told_in(zone: tzinfo, day: MyDay) -> MyDay:
    return replace(
        day,
        contacts=tuple(replace(one, at=one.at.astimezone(zone)) for one in day.contacts),
        promises=tuple(replace(one, due_at=one.due_at.astimezone(zone)) for one in day.promises),
        answers=tuple(replace(one, at=one.at.astimezone(zone)) for one in day.answers),
        thanks=tuple(replace(one, at=one.at.astimezone(zone)) for one in day.thanks),
        replies=tuple(replace(one, at=one.at.astimezone(zone)) for one in day.replies),
    )
