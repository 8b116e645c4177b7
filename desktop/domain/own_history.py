"""One's own check-ins by day or by week: a picture for oneself alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo
from enum import StrEnum

from desktop.domain.wellbeing import SCALES, OwnCheckIn

DAYS, WEEKS = 28, 16
"""How many are shown."""


class Span(StrEnum):
    """What one dot of the picture stands for, in the order of their digits."""

    DAY = "day"
    WEEK = "week"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A day or a week: means of what was said, 1 to 5, and the check-ins themselves."""

    first: date
    mood: float | None = None
    energy: float | None = None
    load: float | None = None
    items: tuple[OwnCheckIn, ...] = ()
    """Oldest first."""


def begins(span: Span, today: date) -> date:
    """The first day that is shown: a Monday for weeks."""
    if span is Span.DAY:
        return today - timedelta(days=DAYS - 1)
    return today - timedelta(days=today.weekday(), weeks=WEEKS - 1)


def stretches(
    items: Iterable[OwnCheckIn], span: Span, today: date, zone: tzinfo
) -> tuple[Stretch, ...]:
    """All of them up to today, oldest first, those without a check-in too."""
    step = timedelta(days=1 if span is Span.DAY else 7)
    first = begins(span, today)
    found: dict[date, list[OwnCheckIn]] = {}
    day = first
    while day <= today:
        found[day] = []
        day += step
    for own in sorted(items, key=lambda one: one.check_in.at):
        on = own.check_in.at.astimezone(zone).date()
        place = first + (on - first) // step * step
        if place in found:
            found[place].append(own)
    return tuple(_stretch(day, given) for day, given in found.items())


def _stretch(first: date, items: Sequence[OwnCheckIn]) -> Stretch:
    mood, energy, load = (_mean(items, scale) for scale in SCALES)
    return Stretch(first=first, mood=mood, energy=energy, load=load, items=tuple(items))


def _mean(items: Iterable[OwnCheckIn], scale: str) -> float | None:
    said = [value for own in items if (value := getattr(own.check_in, scale)) is not None]
    return sum(said) / len(said) if said else None
