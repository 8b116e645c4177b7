"""A team's totals as a lead reads them: what was published, and in words why a week is missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

WEEK = timedelta(weeks=1)
WEEKS = 26
"""How far back they are read."""

RECENT = 4
"""How many closed weeks are told of where none was ever published."""


class Missing(StrEnum):
    """Why there is no figure for a week."""

    OPEN = "open"
    """It is not closed: that takes 48 hours after its end."""
    HIDDEN = "hidden"
    """Fewer than five people whose value the lead cannot read by name, or too close to a total that
    was published; which of both is not told."""
    MERGED = "merged"
    """It waits for the next week: its people differ from a published total's by one to four."""
    UNREAD = "unread"
    """It is closed since the server was last read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamPeriod:
    """One week or several, published as one: means of 1 to 5, rounded to 0.5."""

    first_day: date
    last_day: date
    people: int
    mood: float | None = None
    energy: float | None = None
    load: float | None = None

    @property
    def weeks(self) -> int:
        """How many weeks were put together."""
        return (self.last_day - self.first_day + timedelta(days=1)) // WEEK


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalsLine:
    """A period with its figures, or the weeks for which there are none and why."""

    first_day: date
    last_day: date
    period: TeamPeriod | None = None
    missing: Missing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamTotals:
    """All that a lead may read of it, the newest first; there is nothing to filter by."""

    lines: tuple[TotalsLine, ...] = ()
    read_at: datetime | None = None
    """When the server told it; None: computed here, now."""
    old: bool = False
    """The server does not answer: this is what it told then."""

    @property
    def periods(self) -> tuple[TeamPeriod, ...]:
        """What was published, the oldest first."""
        return tuple(line.period for line in reversed(self.lines) if line.period is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """How far totals were read: when weeks are open, and which were decided by then."""

    this_monday: date
    open_from: date
    """The Monday of the oldest week that is not closed."""
    read_up_to: date
    """The same when the totals were read; it is earlier where that was long ago."""
    decided: date | None = None
    """Last day that was published, or put down as not to be; what is closed after it waits for the next."""


def lines(periods: Sequence[TeamPeriod], read: Read) -> tuple[TotalsLine, ...]:
    """Every week of the last half year, from this one back: published, or missing and why."""
    first = min((one.first_day for one in periods), default=read.open_from - RECENT * WEEK)
    first = max(first, read.open_from - WEEKS * WEEK)
    found: list[TotalsLine] = []
    by_day = {one.first_day: one for one in periods if one.last_day >= first}
    # A period may begin before the first week that is looked at.
    day = min((one for one in by_day if one < first), default=first)
    while day <= read.this_monday:
        period = by_day.get(day)
        until = day + WEEK - timedelta(days=1) if period is None else period.last_day
        why = None if period else _why(day, read)
        found.append(TotalsLine(first_day=day, last_day=until, period=period, missing=why))
        day = until + timedelta(days=1)
    return tuple(reversed(found))


def _why(day: date, read: Read) -> Missing:
    if day >= read.open_from:
        return Missing.OPEN
    if day >= read.read_up_to:
        return Missing.UNREAD
    waits = read.decided is not None and day > read.decided
    return Missing.MERGED if waits else Missing.HIDDEN
