"""Time that counts: opening hours by weekday, holidays, and pauses of the clock.

Hours are those of the wall, in one zone: a day on which clocks change is as long as its hours last.
All that is added and compared is UTC.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from desktop.domain.french_holidays import Holiday, holiday

Span = tuple[datetime, datetime]
"""From an instant to a later one, both aware; the end is not part of it."""

HORIZON = timedelta(days=3 * 366)
"""How far ahead is looked for time that counts."""

_ZERO = timedelta()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """From a time of the day to a later one, in minutes after midnight; 1440 is the next midnight."""

    opens: int
    closes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """When one is open."""

    zone: tzinfo
    week: tuple[tuple[Hours, ...], ...]
    """Seven days from Monday on, each with its hours in order; none: closed."""
    french_holidays: bool = True
    """Closed on France's public holidays."""
    closed: frozenset[date] = frozenset()
    """Closed on these days besides."""

    def holiday(self, day: date) -> Holiday | None:
        """The public holiday on which one is closed."""
        return holiday(day) if self.french_holidays else None

    def is_open(self, day: date) -> bool:
        """Whether one is open at all on that day."""
        hours = self.week[day.weekday()]
        return bool(hours) and day not in self.closed and self.holiday(day) is None

    def hours(self, day: date) -> Iterator[Span]:
        """The day's opening hours, in UTC."""
        if self.is_open(day):
            for one in self.week[day.weekday()]:
                opens, closes = self._at(day, one.opens), self._at(day, one.closes)
                # Hours that a clock set forward skipped.
                if opens < closes:
                    yield opens, closes

    def open_spans(self, since: datetime, until: datetime) -> Iterator[Span]:
        """All opening hours within two instants, in UTC and in order; what touches is one span."""
        day, last = _day(since, self.zone), _day(until, self.zone)
        begun: Span | None = None
        while day <= last:
            for opens, closes in self.hours(day):
                clipped = max(opens, since), min(closes, until)
                if clipped[0] >= clipped[1]:
                    continue
                if begun and begun[1] == clipped[0]:
                    begun = begun[0], clipped[1]
                else:
                    if begun:
                        yield begun
                    begun = clipped
            day += timedelta(days=1)
        if begun:
            yield begun

    def _at(self, day: date, minutes: int) -> datetime:
        ahead, minutes = divmod(minutes, 24 * 60)
        of_day = time(minutes // 60, minutes % 60)
        return datetime.combine(day + timedelta(days=ahead), of_day, self.zone).astimezone(UTC)


def running(
    since: datetime, until: datetime, calendar: Calendar | None, pauses: Iterable[Span] = ()
) -> Iterator[Span]:
    """When the clock runs within two instants: while one is open (always, without a calendar),
    and not during a pause.
    """
    stops = merged(pauses)
    since, until = since.astimezone(UTC), until.astimezone(UTC)
    opened = [(since, until)] if calendar is None else calendar.open_spans(since, until)
    for begins, ends in opened:
        at = begins
        for stop, resume in stops:
            if resume <= at or stop >= ends:
                continue
            if stop > at:
                yield at, stop
            at = max(at, resume)
        if at < ends:
            yield at, ends


def elapsed(
    since: datetime, until: datetime, calendar: Calendar | None, pauses: Iterable[Span] = ()
) -> timedelta:
    """How long the clock ran between two instants; zero where the second is not later."""
    if until <= since:
        return _ZERO
    return sum((ends - begins for begins, ends in running(since, until, calendar, pauses)), _ZERO)


def after(
    since: datetime, limit: timedelta, calendar: Calendar | None, pauses: Sequence[Span] = ()
) -> datetime | None:
    """The instant (UTC) at which the clock has run for `limit`; None beyond the horizon."""
    left = limit
    if left <= _ZERO:
        return since.astimezone(UTC)
    for begins, ends in running(since, since + HORIZON + limit, calendar, pauses):
        if left <= ends - begins:
            return begins + left
        left -= ends - begins
    return None


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same time in spans that neither touch nor cross, in order, in UTC."""
    found: list[Span] = []
    for begins, ends in sorted((one.astimezone(UTC), to.astimezone(UTC)) for one, to in spans):
        if begins >= ends:
            continue
        if found and begins <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], ends)
        else:
            found.append((begins, ends))
    return tuple(found)


def _day(at: datetime, zone: tzinfo) -> date:
    return at.astimezone(zone).date()
