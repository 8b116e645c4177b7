"""The mirror: computed here, or asked of the shared database and kept to be shown offline."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from desktop.domain.business_time import Calendar
from desktop.domain.contacts import Channel
from desktop.domain.day import EstimateAnswer
from desktop.domain.errors import SignInNeeded, Unreachable
from desktop.domain.ids import TeamId
from desktop.domain.mirror import totals
from desktop.domain.mirror.series import TEAM, Mirror, Series
from desktop.domain.mirror.shares import PARIS, mondays, starts
from desktop.domain.mirror.telling import limits, mirror_of
from desktop.domain.people import Person
from desktop.domain.standards import Standards
from desktop.services.clock import Clock
from desktop.services.store import day as days
from desktop.services.store import mirror as kept
from desktop.services.store import server_answers as answers
from desktop.services.store import team_totals
from desktop.services.store.local import LocalStore

NO_STANDARDS = Standards(calendar=Calendar(zone=PARIS, week=((),) * 7))
"""Where none can be read, the mirror has no such series."""

InForce = Callable[[], Awaitable[Standards | None]]
"""Reads the standards in force (`services.standards.in_force`)."""


MIRROR = "mirror"

Ask = Callable[[str, dict[str, Any]], Awaitable[dict[str, Any]]]
"""Calls a function of the shared database (docs/protocol.md) without blocking the loop."""


class Mirrors:
    """The mirror of the team that somebody belongs to."""

    def __init__(self, store: LocalStore, clock: Clock, in_force: InForce) -> None:
        self._store = store
        self._clock = clock
        self._in_force = in_force

    def now(self) -> datetime:
        """Now, in the zone in which weeks are cut."""
        return self._clock.now().astimezone(PARIS)

    async def of(
        self,
        person: Person,
        *,
        first: date,
        last: date,
        reason: str = "",
        channel: Channel | None = None,
    ) -> Mirror:
        """Both halves from the week of one day to that of another, at most 104 weeks.

        `reason` (a code or a family) and `channel` filter the customers' half only.
        Where somebody belongs to no team, there are no series.
        """
        weeks = mondays(first, last)
        if person.team_id is None or not weeks:
            return Mirror(first=first, last=last)
        wanted = kept.Wanted(
            team_id=person.team_id,
            mondays=weeks,
            reason=reason,
            channel=channel,
            standards=await self.standards(),
        )
        return Mirror(
            first=weeks[0],
            last=weeks[-1],
            customers=await self._store.read(kept.customers, wanted),
            team=await self._team(person, person.team_id, weeks),
            gap=await self._store.read(kept.gap, wanted),
        )

    async def own_pairs(
        self, person: Person, first: date, last: date
    ) -> tuple[EstimateAnswer, ...]:
        """One's own estimates beside the answers that came in these weeks, newest first."""
        until = starts(mondays(last, last)[0] + timedelta(weeks=1))
        since = starts(mondays(first, first)[0])
        return await self._store.read(days.answers_between, person.id, since, until)

    async def standards(self) -> Standards:
        """The standards in force at this moment: others may have been pushed since."""
        return await self._in_force() or NO_STANDARDS

    async def _team(
        self, person: Person, team_id: TeamId, weeks: Sequence[date]
    ) -> tuple[Series, ...]:
        now = self._clock.now()
        published = await team_totals.published(self._store, team_id, now)
        until = totals.open_from(now)
        return tuple(
            Series(
                measure=measure,
                points=totals.points(published, measure, person.id, weeks, until),
            )
            for measure in TEAM
        )


class ConnectedMirrors(Mirrors):
    """The mirror over a shared database: it is counted there, and shown offline as it was last told."""

    def __init__(self, store: LocalStore, clock: Clock, in_force: InForce, ask: Ask) -> None:
        super().__init__(store, clock, in_force)
        self._ask = ask

    async def of(
        self,
        person: Person,
        *,
        first: date,
        last: date,
        reason: str = "",
        channel: Channel | None = None,
    ) -> Mirror:
        """As `Mirrors.of`. Raises Unreachable or SignInNeeded where these weeks were never told on this machine."""
        weeks = mondays(first, last)
        if person.team_id is None or not weeks:
            return Mirror(first=first, last=last)
        asked = {
            "first": weeks[0].isoformat(),
            "last": weeks[-1].isoformat(),
            "reason": reason,
            "channel": "" if channel is None else channel.value,
        }
        name = answers.name_of(MIRROR, asked)
        standards = await self.standards()
        try:
            told = await self._ask("mirror", {**asked, "standards": limits(standards, weeks)})
        except (Unreachable, SignInNeeded):
            held = await self._kept(name, weeks, standards)
            if held is None:
                raise
            return held
        now = self._clock.now()
        await self._store.write(answers.keep, name, told, now)
        return mirror_of(told, weeks, standards, now)

    async def _kept(self, name: str, weeks: Sequence[date], standards: Standards) -> Mirror | None:
        """The last answer to the same question."""
        held = await self._store.read(answers.kept, name)
        return None if held is None else mirror_of(held[0], weeks, standards, held[1])
