"""A lead's care for the team: what somebody lived through lately, told soon, counted for nobody."""

from datetime import datetime, timedelta

from desktop.domain.care import TeamIncivility
from desktop.domain.instants import to_millis
from desktop.domain.people import Person
from desktop.services.clock import Clock
from desktop.services.store import care
from desktop.services.store.local import LocalStore

TOLD_FOR = timedelta(hours=24)
"""How long an incivility is news: a lead who was away hears of it all the same."""


class Care:
    """Reads; there is no count a person, and no list that goes further back."""

    def __init__(self, store: LocalStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def now(self) -> datetime:
        """Now, in the workstation's zone."""
        return self._clock.now().astimezone(self._clock.zone())

    async def lately(self, lead: Person) -> tuple[TeamIncivility, ...]:
        """What people of the lead's team reported in the last day, the latest first."""
        if lead.team_id is None:
            return ()
        since = to_millis(self._clock.now() - TOLD_FOR)
        return await self._store.read(care.of_team, lead.team_id, lead.id, since)
