"""What the mirror shows: every series a share of favourable answers by week, its count beside it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.domain.contacts import Channel


class Measure(StrEnum):
    """What is set opposite each other, in the order in which it is shown."""

    EFFORT = "effort"
    SATISFACTION = "satisfaction"
    NPS = "nps"
    FCR_DECLARED = "fcr_declared"
    FCR_COMPUTED = "fcr_computed"
    STANDARD = "standard"
    INCIVILITY = "incivility"
    MOOD = "mood"
    ENERGY = "energy"
    LOAD = "load"
    CHECK_INS = "check_ins"
    STEP_OFFS = "step_offs"
    PAUSES = "pauses"


CUSTOMERS = (
    Measure.EFFORT,
    Measure.SATISFACTION,
    Measure.NPS,
    Measure.FCR_DECLARED,
    Measure.FCR_COMPUTED,
    Measure.STANDARD,
    Measure.INCIVILITY,
)
"""The upper half."""

TEAM = (
    Measure.MOOD,
    Measure.ENERGY,
    Measure.LOAD,
    Measure.CHECK_INS,
    Measure.STEP_OFFS,
    Measure.PAUSES,
)
"""The lower half."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPoint:
    """One measure over one week, or over the weeks that the totals' rule merged."""

    monday: date
    """First day, a Monday at Paris."""
    weeks: int = 1
    """How many weeks it spans, from `monday` on."""
    share: float | None = None
    """0 to 1; None where there was nothing, or too little to show."""
    count: int | None = None
    """Answers, contacts or judged contacts behind it; None for the team's half, whose counts are
    not told."""
    hidden: bool = False
    """There was something, and too little of it to show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One measure's weeks, oldest first: the customers' half has a point a week, the team's one a
    published period.
    """

    measure: Measure
    channel: Channel | None = None
    """STANDARD only: which channel's standard."""
    points: tuple[WeekPoint, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GapDistribution:
    """How far the estimates of many people lay from their customers' answers."""

    counts: tuple[int, ...] = (0,) * 9
    """Pairs by estimate less answer, from -4 to 4; all zero where it may not be shown."""
    pairs: int = 0
    people_enough: bool = False
    """False: fewer than five people gave the pairs; nothing else is told then."""
    points: int | None = None
    """Share of estimates of 4 and 5 less share of answers of 4 and 5, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mirror:
    """Both halves over the weeks from `first` to `last`, Mondays both."""

    first: date
    last: date
    customers: tuple[Series, ...] = ()
    """One series a measure of CUSTOMERS, but one a channel for STANDARD."""
    team: tuple[Series, ...] = ()
    """One series a measure of TEAM."""
    gap: GapDistribution | None = None
    read_at: datetime | None = None
    """When the server told it; None: computed here, now."""
