"""Satisfaction, effort and recommendation over time, from customers' own answers only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from desktop.domain.customers import Answer

PERIOD = timedelta(days=90)
"""Length of the period whose mean is shown, and of the former one it is set against."""

MONTHS = 12
"""How many months a curve spans, the current one included."""


class Measure(StrEnum):
    """What customers are asked."""

    SATISFACTION = "satisfaction"
    EFFORT = "effort"
    NPS = "nps"


class Recommendation(StrEnum):
    """What an answer of 0 to 10 says (Reichheld's cuts: 9 and 10, 7 and 8, 0 to 6)."""

    PROMOTER = "promoter"
    PASSIVE = "passive"
    DETRACTOR = "detractor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """Answers of one month; `value` is their mean, None when there is none."""

    first_day: date
    value: float | None
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """One measure of one customer."""

    measure: Measure
    value: float | None = None
    """Mean of the last period; where it is empty, the last answer. NPS: the last answer."""
    count: int = 0
    """All answers that were looked at, whatever their age."""
    recent: int = 0
    """Those of the last period."""
    change: float | None = None
    """Last period's mean less the former's; None unless both have answers."""
    months: tuple[Month, ...] = ()

    @property
    def recommendation(self) -> Recommendation | None:
        """The word for an NPS figure; None for the other measures and without an answer."""
        if self.measure is not Measure.NPS or self.value is None:
            return None
        return recommendation(round(self.value))


def recommendation(answer: int) -> Recommendation:
    """The word for an answer of 0 to 10."""
    if answer >= 9:
        return Recommendation.PROMOTER
    return Recommendation.PASSIVE if answer >= 7 else Recommendation.DETRACTOR


def trends(answers: Iterable[Answer], now: datetime) -> tuple[Trend, ...]:
    """One trend a measure, in the order of `Measure`; months are cut in the zone of `now`."""
    by_age = sorted(answers, key=lambda answer: answer.at)
    return tuple(_trend(measure, by_age, now) for measure in Measure)


Given = tuple[datetime, int]


def _trend(measure: Measure, answers: Sequence[Answer], now: datetime) -> Trend:
    given = [(one.at, value) for one in answers if (value := _value(one, measure)) is not None]
    if not given:
        return Trend(measure=measure)
    recent = [value for at, value in given if at > now - PERIOD]
    former = [value for at, value in given if now - 2 * PERIOD < at <= now - PERIOD]
    last = float(given[-1][1])
    latest = last if measure is Measure.NPS or not recent else _mean(recent)
    return Trend(
        measure=measure,
        value=latest,
        count=len(given),
        recent=len(recent),
        change=_mean(recent) - _mean(former) if recent and former else None,
        months=_months(given, now),
    )


def _value(answer: Answer, measure: Measure) -> int | None:
    match measure:
        case Measure.SATISFACTION:
            return answer.satisfaction
        case Measure.EFFORT:
            return answer.effort
        case Measure.NPS:
            return answer.nps


def _months(given: Sequence[Given], now: datetime) -> tuple[Month, ...]:
    values: dict[date, list[int]] = {first: [] for first in _first_days(now.date())}
    for at, value in given:
        first = at.astimezone(now.tzinfo).date().replace(day=1)
        if first in values:
            values[first].append(value)
    return tuple(
        Month(first_day=first, value=_mean(found) if found else None, count=len(found))
        for first, found in values.items()
    )


def _first_days(today: date) -> list[date]:
    """The first day of each of the last MONTHS months, oldest first."""
    last = today.year * 12 + today.month - 1
    return [date(n // 12, n % 12 + 1, 1) for n in range(last - MONTHS + 1, last + 1)]


def _mean(values: Sequence[int]) -> float:
    return sum(values) / len(values)
