"""My day: one person's contacts, promises, estimates and thanks, read in one go."""

from dataclasses import replace
from datetime import date, datetime, tzinfo

from desktop.domain.day import DayContact, MyDay, Neighbours, bounds
from desktop.domain.people import Person
from desktop.services.changes import Changes
from desktop.services.clock import Clock
from desktop.services.store import day as kept
from desktop.services.store.local import LocalStore

PAGE = 50
"""Contacts read at once: more than the page shows without scrolling."""


class Days:
    """Use cases of one's own day; there is no verb to look at somebody else's."""

    def __init__(self, store: LocalStore, clock: Clock, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self.changes = changes
        """For the screen, which reads again when anything of the day changes."""

    async def of(self, person: Person, day: date | None = None, most: int | None = PAGE) -> MyDay:
        """The person's own day, today when None is given, cut and told in this workstation's zone.

        At most `most` contacts come with it (None: all); `more` gives the following ones.
        """
        now = self._now()
        read = await self._store.read(kept.my_day, person.id, now, day or now.date(), most)
        return _told_in(self._clock.zone(), read)

    async def more(self, person: Person, day: MyDay) -> tuple[DayContact, ...]:
        """The contacts that follow those of `day`, a page at most; none when all are there."""
        if not day.contacts:
            return ()
        zone = self._clock.zone()
        last = day.contacts[-1]
        read = await self._store.read(
            kept.contacts_between, person.id, bounds(day.day, zone), PAGE, last
        )
        return tuple(replace(one, at=one.at.astimezone(zone)) for one in read)

    async def neighbours(self, person: Person, day: date) -> Neighbours:
        """The nearest days, before and after `day`, on which the person has contacts."""
        return await self._store.read(kept.neighbours, person.id, *bounds(day, self._clock.zone()))

    def _now(self) -> datetime:
        return self._clock.now().astimezone(self._clock.zone())


def _told_in(zone: tzinfo, day: MyDay) -> MyDay:
    return replace(
        day,
        contacts=tuple(replace(one, at=one.at.astimezone(zone)) for one in day.contacts),
        promises=tuple(replace(one, due_at=one.due_at.astimezone(zone)) for one in day.promises),
        answers=tuple(replace(one, at=one.at.astimezone(zone)) for one in day.answers),
        thanks=tuple(replace(one, at=one.at.astimezone(zone)) for one in day.thanks),
        replies=tuple(replace(one, at=one.at.astimezone(zone)) for one in day.replies),
    )
