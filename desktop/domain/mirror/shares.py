"""Shares of favourable answers: the rules by which every series of the mirror is one figure of 0 to 1.

They are those of the product's *Scales*: satisfaction and estimate 4 and 5, effort 1 to 3, mood and
energy 4 and 5, load 1 to 3, NPS as promoters less detractors moved to 0 to 1.
"""

from datetime import date, datetime, time, timedelta, tzinfo
from typing import Final
from zoneinfo import ZoneInfo

from desktop.domain.mirror.series import Measure, WeekPoint

PARIS: Final = ZoneInfo("Europe/Paris")
"""Where weeks are cut, whatever the workstation's zone."""

MIN_ANSWERS: Final = 5
"""A customers' point over fewer is hidden; its count is told all the same."""

MOST_WEEKS: Final = 104

SATISFACTION_FROM: Final = 4
EFFORT_UP_TO: Final = 3
PROMOTER_FROM: Final = 9
DETRACTOR_UP_TO: Final = 6
FEELING_FROM: Final = 4
LOAD_UP_TO: Final = 3


def favourable(measure: Measure, value: int) -> bool:
    """Whether an answer, or a value of a check-in, is favourable. NPS has no such word: `nps`."""
    if measure is Measure.EFFORT:
        return value <= EFFORT_UP_TO
    if measure is Measure.LOAD:
        return value <= LOAD_UP_TO
    return value >= SATISFACTION_FROM


def nps(promoters: int, detractors: int, answers: int) -> float:
    """What counts as favourable of so many answers: promoters less detractors, moved to 0 to `answers`."""
    return (promoters - detractors + answers) / 2


def point(monday: date, good: float, count: int) -> WeekPoint:
    """A customers' point of one week: hidden where it rests on too few."""
    if 0 < count < MIN_ANSWERS:
        return WeekPoint(monday=monday, count=count, hidden=True)
    return WeekPoint(monday=monday, share=good / count if count else None, count=count)


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def mondays(first: date, last: date) -> tuple[date, ...]:
    """The Mondays from one week to another, both included, at most the newest MOST_WEEKS."""
    begins, ends = monday_of(first), monday_of(last)
    count = (ends - begins).days // 7 + 1
    skipped = max(0, count - MOST_WEEKS)
    return tuple(begins + timedelta(weeks=n) for n in range(skipped, count))


def starts(day: date, zone: tzinfo = PARIS) -> datetime:
    """The instant at which a day begins."""
    return datetime.combine(day, time.min, zone)
