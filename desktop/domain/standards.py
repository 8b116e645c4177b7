"""Standards: how soon a customer may expect an answer, channel by channel, and why just then."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from desktop.domain import business_time
from desktop.domain.business_time import Calendar, Span, merged
from desktop.domain.contacts import Channel
from desktop.domain.french_holidays import Holiday

FAR = datetime(9999, 1, 1, tzinfo=UTC)
"""Where a pause that is still on ends, for the arithmetic."""


class ClockKind(StrEnum):
    """Which time counts."""

    ELAPSED = "elapsed"
    """All of it."""
    BUSINESS = "business"
    """Opening hours alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """What is expected on a channel."""

    channel: Channel
    limit: timedelta
    clock: ClockKind = ClockKind.ELAPSED


@dataclass(frozen=True, slots=True, kw_only=True)
class Standards:
    """One standard a channel at most, and when one is open."""

    standards: tuple[Standard, ...] = ()
    calendar: Calendar

    def of(self, channel: Channel) -> Standard | None:
        """The channel's standard; None: nothing is expected of it."""
        return next((one for one in self.standards if one.channel is channel), None)

    def calendar_of(self, standard: Standard) -> Calendar | None:
        """The calendar that a standard goes by; None: all time counts."""
        return self.calendar if standard.clock is ClockKind.BUSINESS else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A time during which we wait for the customer: the clock stands."""

    since: datetime
    until: datetime | None = None
    """None: we still wait."""


class StepKind(StrEnum):
    """What happened to the clock."""

    RECEIVED = "received"
    CLOSED = "closed"
    PAUSED = "paused"
    RESUMED = "resumed"
    DUE = "due"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedDay:
    """A whole day that did not count, and the holiday that it was, if it was one."""

    day: date
    holiday: Holiday | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of « pourquoi cette échéance ? »; the screen makes words of it."""

    kind: StepKind
    at: datetime
    days: tuple[ClosedDay, ...] = ()
    """CLOSED only: the whole days; none where it was for the night or at noon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDate:
    """When an answer is due, and why then."""

    at: datetime | None
    """UTC; None while the clock stands, waiting for the customer."""
    why: tuple[Step, ...] = ()
    """In order: received, then each stop of the clock and its end, then due."""


def due(
    standard: Standard,
    received_at: datetime,
    calendar: Calendar,
    waits: Sequence[Waiting] = (),
) -> DueDate:
    """When what was received then is to be answered, by this standard."""
    counts = calendar if standard.clock is ClockKind.BUSINESS else None
    since, pauses = received_at.astimezone(UTC), _pauses(waits)
    at = business_time.after(since, standard.limit, counts, pauses)
    steps = [Step(kind=StepKind.RECEIVED, at=since)]
    if at is not None:
        steps += [*_stops(since, at, counts, pauses), Step(kind=StepKind.DUE, at=at)]
    elif pauses:
        stands = max(since, pauses[-1][0])
        steps += [*_stops(since, stands, counts, pauses), Step(kind=StepKind.PAUSED, at=stands)]
    return DueDate(at=at, why=tuple(steps))


def _pauses(waits: Iterable[Waiting]) -> tuple[Span, ...]:
    return merged((one.since, one.until or FAR) for one in waits)


def _stops(
    since: datetime, until: datetime, calendar: Calendar | None, pauses: Sequence[Span]
) -> Iterator[Step]:
    """Each stop of the clock within two instants, and when it ran again."""
    at = since
    for begins, ends in business_time.running(since, until, calendar, pauses):
        if at < begins:
            yield from _stop(at, begins, calendar, pauses)
            yield Step(kind=StepKind.RESUMED, at=begins)
        at = ends
    if at < until:
        yield from _stop(at, until, calendar, pauses)


def _stop(
    since: datetime, until: datetime, calendar: Calendar | None, pauses: Sequence[Span]
) -> Iterator[Step]:
    """What kept the clock from running: we waited for the customer, and otherwise were closed."""
    at = since
    for pause in pauses:
        begins, ends = max(pause[0], since), min(pause[1], until)
        if begins >= ends:
            continue
        if at < begins:
            yield Step(kind=StepKind.CLOSED, at=at, days=_days(at, begins, calendar))
        yield Step(kind=StepKind.PAUSED, at=begins)
        at = ends
    if at < until:
        yield Step(kind=StepKind.CLOSED, at=at, days=_days(at, until, calendar))


def _days(since: datetime, until: datetime, calendar: Calendar | None) -> tuple[ClosedDay, ...]:
    """The closed days that a stop touches."""
    if calendar is None:
        return ()
    day = since.astimezone(calendar.zone).date()
    last = (until - timedelta(microseconds=1)).astimezone(calendar.zone).date()
    found = []
    while day <= last:
        if not calendar.is_open(day):
            found.append(ClosedDay(day=day, holiday=calendar.holiday(day)))
        day += timedelta(days=1)
    return tuple(found)


class Outcome(StrEnum):
    """What became of a customer's wait."""

    MET = "met"
    MISSED = "missed"
    LEFT_EARLY = "left_early"
    """Hung up before the standard had run out: it was neither met nor missed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """How long a customer waited, until somebody answered or until they gave up."""

    channel: Channel
    received_at: datetime
    seconds: int
    abandoned: bool = False
    waits: tuple[Waiting, ...] = ()
    """When it was we who waited for the customer."""

    @property
    def ended_at(self) -> datetime:
        """When somebody answered, or the customer gave up."""
        return self.received_at + timedelta(seconds=self.seconds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What became of a wait, and how far from its due date it ended."""

    outcome: Outcome
    due: DueDate
    """As it stood when the wait ended."""
    margin: timedelta | None
    """From the end of the wait to the due date, negative when it was late; None while the clock
    stood: nothing was due."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A channel's standard over many waits."""

    met: int = 0
    missed: int = 0
    """Answered too late, or abandoned after the limit."""
    left_early: int = 0
    abandoned: int = 0
    """All who hung up, early or late."""

    @property
    def counted(self) -> int:
        """Waits that the standard judges."""
        return self.met + self.missed

    @property
    def rate(self) -> float | None:
        """0 to 1; None while nothing is judged."""
        return self.met / self.counted if self.counted else None


def outcome(standard: Standard, wait: Wait, calendar: Calendar) -> Outcome:
    """Whether the standard was met.

    Of the usual formulas of a call centre's service level, the one that takes who hung up within
    the limit out of both sides: answered within it, over answered plus abandoned after it. Nobody
    can say whether they would have been answered in time; who left after the limit was not.
    """
    counts = calendar if standard.clock is ClockKind.BUSINESS else None
    took = business_time.elapsed(wait.received_at, wait.ended_at, counts, _pauses(wait.waits))
    if took > standard.limit:
        return Outcome.MISSED
    return Outcome.LEFT_EARLY if wait.abandoned else Outcome.MET


def judged(standard: Standard, wait: Wait, calendar: Calendar) -> Judged:
    """As `outcome`, with the due date that it was held to: what came after the answer moves nothing."""
    ended = wait.ended_at
    before = tuple(_as_of(ended, one) for one in wait.waits if one.since < ended)
    found = due(standard, wait.received_at, calendar, before)
    return Judged(
        outcome=outcome(standard, wait, calendar),
        due=found,
        margin=None if found.at is None else found.at - ended.astimezone(UTC),
    )


def _as_of(moment: datetime, one: Waiting) -> Waiting:
    """A wait as it stood then: its end may have been said long after."""
    return one if one.until is None or one.until < moment else Waiting(since=one.since)


def kept(waits: Iterable[Wait], standards: Standards) -> dict[Channel, Kept]:
    """Each channel's standard over the waits that it has one for, in the order of the standards."""
    asked = {one.channel: one for one in standards.standards}
    found = {channel: dict.fromkeys(Outcome, 0) for channel in asked}
    hung_up = dict.fromkeys(asked, 0)
    for wait in waits:
        if wait.channel in asked:
            found[wait.channel][outcome(asked[wait.channel], wait, standards.calendar)] += 1
            hung_up[wait.channel] += wait.abandoned
    return {
        channel: Kept(
            met=counts[Outcome.MET],
            missed=counts[Outcome.MISSED],
            left_early=counts[Outcome.LEFT_EARLY],
            abandoned=hung_up[channel],
        )
        for channel, counts in found.items()
    }
