"""The estimate gap of a team, as one distribution in which nobody can be found."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop.domain.ids import PersonId
from desktop.domain.mirror.series import GapDistribution
from desktop.domain.mirror.shares import SATISFACTION_FROM

MIN_PEOPLE: Final = 5
MIN_PAIRS: Final = 10
FURTHEST: Final = 4
"""The largest difference of two values of 1 to 5."""
BANKS: Final = 37
AVERAGE: Final = 14
"""Points by which staff estimate too high, in banks and on average (product.md, The idea, 3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """So many pairs of one person and week that are alike."""

    monday: date
    person_id: PersonId
    estimate: int
    answer: int
    count: int = 1


def distribution(pairs: Iterable[Pairs]) -> GapDistribution:
    """How far the estimates lay from the answers.

    A week counts when its own pairs are of five people or more: any two choices of weeks differ by
    such weeks only, so that what one shows less what another shows is never of fewer. All together
    are at least ten, or nothing is told.
    """
    weeks: dict[date, list[Pairs]] = defaultdict(list)
    for one in pairs:
        weeks[one.monday].append(one)
    told = [
        one
        for week in weeks.values()
        if len({one.person_id for one in week}) >= MIN_PEOPLE
        for one in week
    ]
    total = sum(one.count for one in told)
    if total < MIN_PAIRS:
        return GapDistribution()
    counts = [0] * (2 * FURTHEST + 1)
    for one in told:
        counts[one.estimate - one.answer + FURTHEST] += one.count
    expected = sum(one.count for one in told if one.estimate >= SATISFACTION_FROM)
    answered = sum(one.count for one in told if one.answer >= SATISFACTION_FROM)
    return GapDistribution(
        counts=tuple(counts),
        pairs=total,
        people_enough=True,
        points=round(100 * (expected - answered) / total),
    )
