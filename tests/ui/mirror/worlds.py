"""A mirror that a test writes itself: thirteen weeks, gaps, few answers, merged weeks."""

import math
from datetime import UTC, date, datetime, timedelta
from typing import Any

from desktop.domain.contacts import Channel
from desktop.domain.day import EstimateAnswer
from desktop.domain.ids import AnswerId, CustomerId, PersonId
from desktop.domain.mirror.series import (
    CUSTOMERS,
    TEAM,
    GapDistribution,
    Measure,
    Mirror,
    Series,
    WeekPoint,
)
from desktop.domain.people import Person, Role

WEEK = timedelta(days=7)
NOW = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
CLOSED = date(2026, 11, 16)
LEA = Person(id=PersonId("lea"), name="Léa Bernard", role=Role.ADVISOR)
GAP = GapDistribution(
    counts=(0, 2, 9, 31, 86, 54, 22, 7, 1), pairs=212, people_enough=True, points=16
)


def share(measure: Measure, week: int) -> float:
    """A share that only depends on the measure and the week: the same picture each time."""
    seed = list(Measure).index(measure)
    return round(0.62 + 0.16 * math.sin(week / 2.1 + seed) + 0.08 * math.cos(week + 2 * seed), 3)


def customers(measure: Measure, first: date, weeks: int, shift: int = 0) -> tuple[WeekPoint, ...]:
    points = []
    for place in range(weeks):
        monday = first + place * WEEK
        week = monday.toordinal() // 7 + shift
        count = 18 + (week * 7 + shift * 5) % 41
        if week % 11 == 4:
            points.append(WeekPoint(monday=monday, count=3, hidden=True))
        elif week % 13 != 6:
            points.append(WeekPoint(monday=monday, share=share(measure, week), count=count))
        else:
            points.append(WeekPoint(monday=monday, count=0))
    return tuple(points)


def team(measure: Measure, first: date, weeks: int) -> tuple[WeekPoint, ...]:
    points = []
    monday, last = first, first + weeks * WEEK
    while monday < last:
        week = monday.toordinal() // 7
        spanned = 2 if week % 6 == 3 and monday + WEEK < last else 1
        value = round(share(measure, week) * 20) / 20
        hidden = week % 9 == 2
        points.append(
            WeekPoint(monday=monday, weeks=spanned, share=None if hidden else value, hidden=hidden)
        )
        monday += spanned * WEEK
    return tuple(points)


def mirror(first: date, last: date, **given: Any) -> Mirror:
    weeks = (last - first) // WEEK + 1
    above = [
        Series(measure=measure, points=customers(measure, first, weeks))
        for measure in CUSTOMERS
        if measure is not Measure.STANDARD
    ]
    above += [
        Series(
            measure=Measure.STANDARD,
            channel=channel,
            points=customers(Measure.STANDARD, first, weeks, 3 * n),
        )
        for n, channel in enumerate((Channel.CALL_IN, Channel.EMAIL, Channel.LETTER, Channel.CHAT))
    ]
    below = tuple(Series(measure=measure, points=team(measure, first, weeks)) for measure in TEAM)
    values: dict[str, Any] = {"customers": tuple(above), "team": below, "gap": GAP} | given
    return Mirror(first=first, last=last, **values)


def pairs(first: date, last: date, count: int = 24) -> tuple[EstimateAnswer, ...]:
    span = (last - first).days + 6
    return tuple(
        EstimateAnswer(
            answer_id=AnswerId(f"a{place}"),
            customer_id=CustomerId(f"c{place}"),
            customer_name=f"Client {place}",
            at=datetime(first.year, first.month, first.day, 10, tzinfo=UTC)
            + timedelta(days=span * place / count),
            reason="",
            answer=1 + (place * 7) % 5,
            estimate=None if place % 8 == 5 else min(5, 2 + (place * 7) % 5),
        )
        for place in range(count)
    )


class FakeMirrors:
    """Answers as the service does, or fails as told; keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[dict] = []
        self.given: dict = {}
        self.error: Exception | None = None
        self.count = 24
        self.at = NOW

    def now(self) -> datetime:
        return self.at

    async def of(self, person, *, first, last, reason="", channel=None) -> Mirror:
        self.asked.append({"first": first, "last": last, "reason": reason, "channel": channel})
        if self.error is not None:
            raise self.error
        return mirror(first, last, **self.given)

    async def own_pairs(self, person, first, last) -> tuple[EstimateAnswer, ...]:
        return pairs(first, last, self.count)
