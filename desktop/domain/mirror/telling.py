"""What is asked of the shared database for a mirror, and the mirror that its answer is."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from desktop.domain.contacts import Channel
from desktop.domain.instants import from_millis, to_millis
from desktop.domain.mirror.series import (
    CUSTOMERS,
    TEAM,
    GapDistribution,
    Measure,
    Mirror,
    Series,
    WeekPoint,
)
from desktop.domain.mirror.shares import starts
from desktop.domain.mirror.totals import open_from, told_points
from desktop.domain.standards import Standards

LONGEST_WAIT = timedelta(weeks=12)
"""How far past the last week opening hours are told: a wait may end later than it began."""


def limits(standards: Standards, weeks: Sequence[date]) -> list[dict[str, Any]]:
    """The standards as `api.mirror` takes them: limits in seconds, opening hours as instants."""
    begins, ends = starts(weeks[0]), starts(weeks[-1]) + timedelta(weeks=1) + LONGEST_WAIT
    told = []
    for one in standards.standards:
        calendar = standards.calendar_of(one)
        opened = None
        if calendar is not None:
            spans = calendar.open_spans(begins, ends)
            opened = [[to_millis(since), to_millis(until)] for since, until in spans]
        limit = int(one.limit.total_seconds())
        told.append({"channel": one.channel.value, "limit_s": limit, "open": opened})
    return told


def mirror_of(
    told: Mapping[str, Any], weeks: Sequence[date], standards: Standards, read_at: datetime
) -> Mirror:
    """The mirror of an answer; weeks and channels that it does not name had nothing."""
    gap = told["gap"]
    return Mirror(
        first=weeks[0],
        last=weeks[-1],
        customers=tuple(_customers(told, weeks, standards)),
        team=tuple(_team(told, weeks, measure) for measure in TEAM),
        gap=GapDistribution()
        if gap is None
        else GapDistribution(
            counts=tuple(gap["counts"]),
            pairs=gap["pairs"],
            people_enough=True,
            points=int(gap["points"]),
        ),
        read_at=read_at,
    )


def _customers(
    told: Mapping[str, Any], weeks: Sequence[date], standards: Standards
) -> Sequence[Series]:
    series: list[Series] = []
    for measure in CUSTOMERS:
        if measure is not Measure.STANDARD:
            counts = {n: week[measure.value] for n, week in told["customers"].items()}
            series.append(Series(measure=measure, points=_points(counts, weeks)))
            continue
        for channel in (one.channel for one in standards.standards):
            counts = told["standards"].get(channel.value, {})
            series.append(_standard(channel, counts, weeks))
    return series


def _standard(channel: Channel, counts: Mapping[str, Any], weeks: Sequence[date]) -> Series:
    return Series(measure=Measure.STANDARD, channel=channel, points=_points(counts, weeks))


def _points(counts: Mapping[str, Any], weeks: Sequence[date]) -> tuple[WeekPoint, ...]:
    """Places count from 1. What the server did not tell was too few."""
    points = []
    for place, monday in enumerate(weeks, 1):
        good, count = counts.get(str(place), (None, 0))
        share = None if good is None else good / count
        points.append(
            WeekPoint(monday=monday, share=share, count=count, hidden=good is None and count > 0)
        )
    return tuple(points)


def _team(told: Mapping[str, Any], weeks: Sequence[date], measure: Measure) -> Series:
    shown = [
        (
            date.fromisoformat(one["from"]),
            date.fromisoformat(one["to"]),
            one["shares"][measure.value],
        )
        for one in told["team"]
        if measure.value in one["shares"]
    ]
    until = open_from(from_millis(told["now"]))
    return Series(measure=measure, points=told_points(shown, weeks, until))
