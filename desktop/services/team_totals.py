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
from desktop.domain.team_totals import WEEKS, Read, TeamPeriod, TeamTotals, TotalsLine, lines
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
        published = await kept.published(self._store, lead.team_id, now)
        decided = max((one.last_day for one in published), default=None)
        return TeamTotals(lines=_lines(_seen(published, lead), now, now, decided))


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
            return self._told(_answer(text, at), from_millis(at), old=True)
        now = to_millis(self._clock.now())
        await self._store.write(server_answers.put, NAME, now, json.dumps(answer))
        return self._told(answer, self._clock.now(), old=False)

    def _told(self, answer: dict[str, Any], at: datetime, *, old: bool) -> TeamTotals:
        found = tuple(
            TeamPeriod(
                first_day=date.fromisoformat(one["from"]),
                last_day=date.fromisoformat(one["to"]),
                people=one["people"],
                mood=_figure(one["mood"]),
                energy=_figure(one["energy"]),
                load=_figure(one["load"]),
            )
            for one in answer["periods"]
        )
        # By the server's clock, which closes the weeks, as long as it answers.
        told_at = from_millis(answer["now"])
        now = self._clock.now() if old else told_at
        shown = _lines(found, now, told_at, _decided(answer))
        return TeamTotals(lines=shown, read_at=at, old=old)


def _lines(
    periods: tuple[TeamPeriod, ...], now: datetime, read_at: datetime, decided: date | None
) -> tuple[TotalsLine, ...]:
    read = Read(
        this_monday=monday_of(now.astimezone(PARIS).date()),
        open_from=totals.open_from(now),
        read_up_to=totals.open_from(read_at),
        decided=decided,
    )
    return lines(periods, read)


def _answer(text: str, at: int) -> dict[str, Any]:
    """What was kept; formerly the periods alone."""
    told = json.loads(text)
    return told if isinstance(told, dict) else {"now": at, "periods": told}


def _decided(answer: dict[str, Any]) -> date | None:
    """What an older server does not tell is taken to be the last period that it told."""
    if "decided" in answer:
        decided = answer["decided"]
        return None if decided is None else date.fromisoformat(decided)
    return max((date.fromisoformat(one["to"]) for one in answer["periods"]), default=None)


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
