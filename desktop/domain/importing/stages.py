"""Mends the times of a contact's stages: past midnight, negative durations, what is missing."""

from dataclasses import dataclass

from desktop.domain.importing import Rejected, RejectReason, Repair
from desktop.domain.importing.recipes import StageName

DAY = 86_400
HALF_DAY = DAY // 2
SLIP = 3_600
"""An end at most so many seconds before its start is a clock that slipped; further is nonsense."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A stage as written: seconds on the source's wall clock, counted from any common zero."""

    name: StageName
    start: int | None = None
    end: int | None = None
    seconds: int | None = None
    dated: bool = False
    """The moments came with their day, so that none is taken for the day after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stage that makes sense: `start` is never after `end`."""

    name: StageName
    start: int
    end: int


def mend(stages: tuple[Stage, ...]) -> tuple[tuple[Span, ...], frozenset[Repair]]:
    """The spans of stages in their order, and what had to be put right.

    Raises Rejected when a stage's moments and its seconds cannot be reconciled.
    """
    spans: list[Span] = []
    repairs: set[Repair] = set()
    for stage in stages:
        if stage.start is None and stage.end is None:
            continue
        span = _span(stage, repairs)
        if spans and not stage.dated and spans[0].start - span.start > HALF_DAY:
            span = Span(name=span.name, start=span.start + DAY, end=span.end + DAY)
            repairs.add(Repair.PAST_MIDNIGHT)
        spans.append(span)
    return tuple(spans), frozenset(repairs)


def _span(stage: Stage, repairs: set[Repair]) -> Span:
    start, end, seconds = stage.start, stage.end, stage.seconds
    if start is None or end is None:
        return _completed(stage, repairs)
    if end < start and not stage.dated and start - end > HALF_DAY:
        end += DAY
        repairs.add(Repair.PAST_MIDNIGHT)
    if end < start:
        if seconds is not None and seconds >= 0:
            end = start + seconds
            repairs.add(Repair.END_RECOMPUTED)
        elif start - end <= SLIP:
            # The next stage begins where this one ended: the end is the moment to trust.
            start = end
            repairs.add(Repair.NEGATIVE_DURATION)
        else:
            raise Rejected(RejectReason.TIMES_DISAGREE, stage.name, f"{start - end} s")
    elif seconds is not None and seconds < 0:
        repairs.add(Repair.NEGATIVE_DURATION)
    elif seconds is not None and seconds != end - start:
        repairs.add(Repair.DURATION_RECOMPUTED)
    if end - start > DAY:
        raise Rejected(RejectReason.TIMES_DISAGREE, stage.name, f"{end - start} s")
    return Span(name=stage.name, start=start, end=end)


def _completed(stage: Stage, repairs: set[Repair]) -> Span:
    """A stage with one moment only, and perhaps its seconds."""
    seconds = stage.seconds or 0
    if not 0 <= seconds <= DAY:
        raise Rejected(RejectReason.TIMES_DISAGREE, stage.name, f"{seconds} s")
    if stage.end is None:
        start = stage.start or 0
        return Span(name=stage.name, start=start, end=start + seconds)
    repairs.add(Repair.END_RECOMPUTED)
    return Span(name=stage.name, start=stage.end - seconds, end=stage.end)
