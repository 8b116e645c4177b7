"""A team's totals, for who leads it: published here, or by the server and kept to be read offline."""

import json
from collections.abc import Awaitable, Callable
from datetime import date, datetime
from typing import Any

from desktop.domain.errors import SignInNeeded, Unreachable
from desktop.domain.instants import from_millis, to_millis
from desktop.domain.mirror import totals
from desktop.domain.mirror.series import Measure
from desktop.domain.mirror.shares import PARIS, monday_of
from desktop.domain.people import Person
from desktop.domain.team_totals import WEEKS, TeamPeriod, TeamTotals, TotalsLine, lines
from desktop.services.clock import Clock
from desktop.services.store import server_answers
from desktop.services.store import team_totals as kept
from desktop.services.store.local import LocalStore

NAME = "team_totals"

Ask = Callable[[str, dict[str, Any]], Awaitable[dict[str, Any]]]


class Totals:
    """The rule decides what is told; there is no verb that takes a person, a day or a reason."""

    def __init__(self, store: LocalStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def now(self) -> datetime:
        """Now, in the workstation's zone."""
        return self._clock.now().astimezone(self._clock.zone())

    async def of(self, lead: Person) -> TeamTotals:
        """The totals of the lead's own team."""
        if lead.team_id is None:
            return TeamTotals()
        now = self._clock.now()
        if await self._store.read(kept.behind, lead.team_id, now):
            await self._store.write(kept.publish_closed, lead.team_id, now)
        published = await self._store.read(kept.periods, lead.team_id)
        return TeamTotals(lines=self._lines(_seen(published, lead)))

    def _lines(self, periods: tuple[TeamPeriod, ...]) -> tuple[TotalsLine, ...]:
        now = self._clock.now()
        today = now.astimezone(PARIS).date()
        return lines(periods, monday_of(today), totals.open_from(now))


class ConnectedTotals(Totals):
    """The server publishes; what it told last is kept, with its time."""

    def __init__(self, store: LocalStore, clock: Clock, ask: Ask) -> None:
        super().__init__(store, clock)
        self._ask = ask

    async def of(self, lead: Person) -> TeamTotals:
        """The totals of the lead's own team; Unreachable where none were ever told here."""
        if lead.team_id is None:
            return TeamTotals()
        try:
            answer = await self._ask(NAME, {"weeks": WEEKS})
        except (Unreachable, SignInNeeded):
            told = await self._store.read(server_answers.get, NAME)
            if told is None:
                raise
            at, text = told
            return self._told(json.loads(text), from_millis(at), old=True)
        now = to_millis(self._clock.now())
        await self._store.write(server_answers.put, NAME, now, json.dumps(answer["periods"]))
        return self._told(answer["periods"], self._clock.now(), old=False)

    def _told(self, periods: list[dict[str, Any]], at: datetime, *, old: bool) -> TeamTotals:
        found = tuple(
            TeamPeriod(
                first_day=date.fromisoformat(one["from"]),
                last_day=date.fromisoformat(one["to"]),
                people=one["people"],
                mood=_figure(one["mood"]),
                energy=_figure(one["energy"]),
                load=_figure(one["load"]),
            )
            for one in periods
        )
        return TeamTotals(lines=self._lines(found), read_at=at, old=old)


def _figure(value: Any) -> float | None:
    return None if value is None else float(value)


def _seen(published: tuple[totals.Period, ...], lead: Person) -> tuple[TeamPeriod, ...]:
    """The periods of which this reader may see a figure, with those figures alone."""
    may = {scale: totals.shown(published, scale, lead.id) for scale in totals.SCALES}
    found = (
        TeamPeriod(
            first_day=one.first_day,
            last_day=one.last_day,
            people=len(one.members),
            **{
                name: one.means.get(scale) if one.first_day in may[scale] else None
                for name, scale in _NAMES.items()
            },
        )
        for one in published
    )
    return tuple(one for one in found if (one.mood, one.energy, one.load) != (None, None, None))


_NAMES = {"mood": Measure.MOOD, "energy": Measure.ENERGY, "load": Measure.LOAD}
