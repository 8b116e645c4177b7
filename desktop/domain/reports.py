"""Figures for a report over every contact: folded as rows come by, whatever their number."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from desktop.domain.first_contact import Call, FirstContact, first_contact
from desktop.domain.mirror.gaps import FURTHEST
from desktop.domain.mirror.shares import SATISFACTION_FROM


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """From when to when, both UTC; None: from the first contact, to the newest."""

    since: datetime | None = None
    to: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """First contact resolution as advisors declared it."""

    resolved: int
    told: int
    """Contacts that say how they ended."""

    @property
    def rate(self) -> float | None:
        """0 to 1; None where none says."""
        return self.resolved / self.told if self.told else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Estimates beside answers, over contacts that have both."""

    counts: tuple[int, ...]
    """Pairs by estimate less answer, from -4 to 4."""
    estimated: int
    """Estimates of 4 and 5."""
    answered: int
    """Answers of 4 and 5."""

    @property
    def pairs(self) -> int:
        """How many contacts have both."""
        return sum(self.counts)

    @property
    def points(self) -> int | None:
        """Share of estimates of 4 and 5 less that of answers of 4 and 5, in points."""
        return round(100 * (self.estimated - self.answered) / self.pairs) if self.pairs else None


def first_contacts(
    calls: Iterable[Call], period: Period, *, days: int, newest: datetime | None
) -> FirstContact:
    """First contact resolution over calls that come customer by customer.

    One customer's are held at a time. `newest`: when the newest contact of all began, which judges
    unless the period ends before.
    """
    total = FirstContact()
    for _, theirs in groupby(calls, key=lambda call: call.customer_id):
        found = first_contact(theirs, days=days, since=period.since, to=period.to or newest)
        total = FirstContact(
            resolved=total.resolved + found.resolved,
            judged=total.judged + found.judged,
            not_yet_judged=total.not_yet_judged + found.not_yet_judged,
            excluded=total.excluded + found.excluded,
        )
    return total


def gap(pairs: Iterable[tuple[int, int, int]]) -> Gap:
    """The gap over (estimate, answer, how many contacts)."""
    counts = [0] * (2 * FURTHEST + 1)
    estimated = answered = 0
    for estimate, answer, count in pairs:
        counts[estimate - answer + FURTHEST] += count
        estimated += count * (estimate >= SATISFACTION_FROM)
        answered += count * (answer >= SATISFACTION_FROM)
    return Gap(counts=tuple(counts), estimated=estimated, answered=answered)


def differences(found: Gap) -> Iterator[tuple[int, int]]:
    """Each difference and its count, from the lowest."""
    return zip(range(-FURTHEST, FURTHEST + 1), found.counts, strict=True)
