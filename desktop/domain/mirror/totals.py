"""A team's totals where no server publishes them: closed weeks, five people, published once and kept.

The rule is that of the server (`schema/code/90_totals.sql`), which has the last word where there is one:

- a figure rests on at least five people whose value the lead cannot read by name;
- it cannot be subtracted from one published before: the people of both differ by none or by five or
  more, and so do those of them of whom nothing is known by name;
- a week whose people differ from those of a published one by one to four is merged with the next;
- what was published stays, whatever is withdrawn later.

Who reads knows their own value besides: `shown` leaves out for them what they could subtract it from.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from math import floor
from typing import Final

from desktop.domain.ids import PersonId
from desktop.domain.mirror.series import Measure, WeekPoint
from desktop.domain.mirror.shares import MOST_WEEKS, PARIS, monday_of

PEOPLE: Final = 5
OPEN_FOR: Final = timedelta(hours=48)
"""A week is closed that long after its end."""

SCALES: Final = (Measure.MOOD, Measure.ENERGY, Measure.LOAD)
RATES: Final = (Measure.CHECK_INS, Measure.STEP_OFFS, Measure.PAUSES)
STEPS: Final = {Measure.CHECK_INS: 20, Measure.STEP_OFFS: 100, Measure.PAUSES: 20}
"""What rates are rounded to, in parts of one: step-offs stand on customers' timelines anyway."""

People = frozenset[PersonId]


@dataclass(frozen=True, slots=True, kw_only=True)
class OnesPeriod:
    """What one advisor of the team gave in a period, and did."""

    person_id: PersonId
    readable: bool = False
    """Something of it was, or could be, read by name."""
    known: bool = False
    """That they checked in was read by name, also of what they keep to themselves by now."""
    means: Mapping[Measure, float] = field(default_factory=dict)
    """Mean of each scale on which they gave something for the team's total or their lead."""
    shares: Mapping[Measure, float] = field(default_factory=dict)
    """Share of favourable values, of the same scales."""
    gave: bool = False
    """Checked in for the team's total or their lead, be it only with a word."""
    days: int = 0
    """Days with a contact; those below are of these days."""
    checked_in: int = 0
    paused: int = 0
    contacts: int = 0
    stepped_off: int = 0
    """Contacts with a step off the guide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """Whose values a figure rests on, and whose of them nobody could read by name."""

    gave: People
    unread: People


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """One week or several, as they were published; without a figure: as they were not."""

    first_day: date
    last_day: date
    members: People = frozenset()
    means: Mapping[Measure, float] = field(default_factory=dict)
    """Rounded to 0.5."""
    shares: Mapping[Measure, float] = field(default_factory=dict)
    """Of scales, rounded to 10 points; and rates, rounded as STEPS says."""
    behind: Mapping[Measure, Behind] = field(default_factory=dict)

    @property
    def published(self) -> bool:
        """Whether a scale's figure was."""
        return bool(self.means)


def open_from(now: datetime) -> date:
    """The Monday of the oldest week that is not closed yet."""
    return monday_of((now.astimezone(PARIS) - OPEN_FOR).date())


def publish(
    former: Sequence[Period],
    begins: date,
    until: date,
    collect: Callable[[date, date], Sequence[OnesPeriod]],
) -> tuple[Period, ...]:
    """The periods that are published now, after the former ones.

    `begins`: the Monday of the first week ever given; `until`: that of the first one still open;
    `collect`: what each gave from one Monday to another.
    """
    first = max((one.last_day for one in former), default=begins - timedelta(days=1))
    first = max(first + timedelta(days=1), until - timedelta(weeks=MOST_WEEKS))
    made: list[Period] = []
    following = first + timedelta(weeks=1)
    while following <= until:
        period = _period([*former, *made], first, following, collect(first, following))
        if period is not None:
            made.append(period)
            first = following
        following += timedelta(weeks=1)
    return tuple(made)


def _period(
    former: Sequence[Period], first: date, following: date, given: Sequence[OnesPeriod]
) -> Period | None:
    """One period; None: to be merged with the next week."""
    members = frozenset(one.person_id for one in given if one.gave)
    if any(one.published and 1 <= len(members ^ one.members) < PEOPLE for one in former):
        return None
    means, shares, behind = {}, {}, {}
    for measure in SCALES:
        people = _behind(given, measure)
        if _may(people, former, measure):
            behind[measure] = people
            means[measure] = _to(
                2, _mean(one.means[measure] for one in given if measure in one.means)
            )
            shares[measure] = _to(
                10, _mean(one.shares[measure] for one in given if measure in one.shares)
            )
    for measure in RATES:
        people = _behind(given, measure)
        if _may(people, former, measure):
            behind[measure] = people
            shares[measure] = _to(STEPS[measure], _rate(given, measure))
    return Period(
        first_day=first,
        last_day=following - timedelta(days=1),
        members=members,
        means=means,
        shares=shares,
        behind=behind,
    )


def _behind(given: Sequence[OnesPeriod], measure: Measure) -> Behind:
    if measure in SCALES:
        gave = [one for one in given if measure in one.means]
    else:
        gave = [one for one in given if one.days]
    # Only check-ins are read by name; a pause is never, a step-off was not given in confidence.
    if measure in SCALES:
        read = {one.person_id for one in gave if one.readable}
    else:
        checked = measure is Measure.CHECK_INS
        read = {one.person_id for one in gave if checked and (one.readable or one.known)}
    return Behind(
        gave=frozenset(one.person_id for one in gave),
        unread=frozenset(one.person_id for one in gave) - read,
    )


def _may(people: Behind, former: Sequence[Period], measure: Measure) -> bool:
    if len(people.unread) < PEOPLE:
        return False
    known = (one.behind[measure] for one in former if measure in one.behind)
    return not any(subtractable(people, one) for one in known)


def subtractable(one: Behind, other: Behind) -> bool:
    """Whether the difference of two figures would tell of one to four people.

    What is known by name is subtracted too, so that those of whom nothing is known count apart.
    """
    apart = one.gave ^ other.gave
    unknown = apart & (one.unread | other.unread)
    return 1 <= len(apart) < PEOPLE or 1 <= len(unknown) < PEOPLE


def _rate(given: Sequence[OnesPeriod], measure: Measure) -> float:
    if measure is Measure.STEP_OFFS:
        return sum(one.stepped_off for one in given) / max(1, sum(one.contacts for one in given))
    done = sum(one.checked_in if measure is Measure.CHECK_INS else one.paused for one in given)
    return done / max(1, sum(one.days for one in given))


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found)


def _to(parts: int, value: float) -> float:
    """Rounded to parts of one, a half upwards."""
    return floor(value * parts + 0.5) / parts


def shown(periods: Sequence[Period], measure: Measure, reader: PersonId) -> frozenset[date]:
    """First days of the periods whose figure this reader may see.

    Who gave a value knows it, and could subtract it. For them a figure needs five others that they
    cannot read, and two that they see differ, without them, by none or by five. The answer for a
    period rests on earlier ones only: what was shown stays shown.
    """
    known: set[Behind] = set()
    seen: set[date] = set()
    for period in sorted(periods, key=lambda one: one.first_day):
        if measure not in period.behind:
            continue
        people = period.behind[measure]
        others = Behind(gave=people.gave - {reader}, unread=people.unread - {reader})
        if len(others.unread) < PEOPLE or any(subtractable(others, one) for one in known):
            continue
        known.add(others)
        seen.add(period.first_day)
    return frozenset(seen)


def points(
    periods: Sequence[Period],
    measure: Measure,
    reader: PersonId,
    wanted: Sequence[date],
    until: date,
) -> tuple[WeekPoint, ...]:
    """What a reader is told of these weeks (`told_points`); `until`: the first that is open."""
    seen = shown(periods, measure, reader)
    told = [
        (one.first_day, one.last_day, one.shares[measure])
        for one in periods
        if one.first_day in seen
    ]
    return told_points(told, wanted, until)


def told_points(
    told: Iterable[tuple[date, date, float]], wanted: Sequence[date], until: date
) -> tuple[WeekPoint, ...]:
    """The team's points from the first of the wanted Mondays to the last.

    `told`: first day, last day and share of each period. One that reaches into the weeks is told
    whole; closed weeks without a figure are hidden one by one, whether nobody gave anything or too
    few.
    """
    found: list[WeekPoint] = []
    covered: set[date] = set()
    for first, last, share in told:
        weeks = ((last - first).days + 1) // 7
        mondays = {first + timedelta(weeks=n) for n in range(weeks)}
        if mondays & set(wanted):
            covered |= mondays
            found.append(WeekPoint(monday=first, weeks=weeks, share=share))
    found += [
        WeekPoint(monday=day, hidden=True) for day in wanted if day not in covered and day < until
    ]
    return tuple(sorted(found, key=lambda one: one.monday))
