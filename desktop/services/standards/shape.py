"""The exact shape of the file of standards, and the standards made of it."""

import itertools
import re
from datetime import date, timedelta
from typing import Annotated, Final, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from desktop.domain.business_time import Calendar, Hours
from desktop.domain.contacts import Channel
from desktop.domain.standards import ClockKind, Standard, Standards
from desktop.services.yaml_files import Problem, ProblemCode, Reading

UNITS: Final = {"min": 60, "h": 3600, "d": 86_400}
"""Seconds."""

_HOURS = re.compile(r"([0-2]\d):([0-5]\d)-([0-2]\d):([0-5]\d)")
_WITHIN = re.compile(r"([1-9]\d{0,4}) (min|h|d)")


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, OSError, ValueError) as error:
        raise ValueError("zone") from error
    return name


def _channel(name: str) -> str:
    return Channel(name).value


def _within(words: str) -> str:
    if _WITHIN.fullmatch(words) is None:
        raise ValueError("within")
    return words


def _hours(words: str) -> str:
    found = _HOURS.fullmatch(words)
    if found is None or not 0 <= _minutes(found, 1) < _minutes(found, 3) <= 24 * 60:
        raise ValueError("hours")
    return words


def _in_order(day: list[str]) -> list[str]:
    spans = [hours_of(words) for words in day]
    if any(later.opens < one.closes for one, later in itertools.pairwise(spans)):
        raise ValueError("order")
    return day


def _minutes(found: re.Match[str], group: int) -> int:
    return int(found[group]) * 60 + int(found[group + 1])


def hours_of(words: str) -> Hours:
    """« 08:00-20:00 », already validated."""
    found = _HOURS.fullmatch(words)
    assert found is not None  # noqa: S101 - the shape has looked at it
    return Hours(opens=_minutes(found, 1), closes=_minutes(found, 3))


Day = Annotated[
    list[Annotated[str, AfterValidator(_hours)]], Field(max_length=4), AfterValidator(_in_order)
]


class Shape(BaseModel):
    """Strict: no field that we do not know, no type but the one asked for."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class WeekShape(Shape):
    """Opening hours, day by day."""

    monday: Day
    tuesday: Day
    wednesday: Day
    thursday: Day
    friday: Day
    saturday: Day
    sunday: Day

    def days(self) -> tuple[Day, ...]:
        """From Monday on."""
        return (
            *(self.monday, self.tuesday, self.wednesday, self.thursday),
            *(self.friday, self.saturday, self.sunday),
        )


class StandardShape(Shape):
    """What is expected on a channel."""

    channel: Annotated[str, AfterValidator(_channel)]
    within: Annotated[str, AfterValidator(_within)]
    clock: Literal["elapsed", "business"]


class StandardsShape(Shape):
    """The whole file."""

    zone: Annotated[str, AfterValidator(_zone)]
    holidays: Literal["france", "none"]
    closed: list[date] = Field(default_factory=list, max_length=60)
    hours: WeekShape
    standards: list[StandardShape] = Field(min_length=1, max_length=len(Channel))


def standards_of(
    reading: Reading[StandardsShape],
) -> tuple[Standards | None, tuple[Problem, ...]]:
    """The domain's standards, or what keeps them from being used."""
    shape = reading.model
    if shape is None:
        return None, reading.problems
    problems = tuple(
        reading.document.problem(
            ("standards", place, "channel"), ProblemCode.DUPLICATE_ID, one.channel
        )
        for place, one in enumerate(shape.standards)
        if any(other.channel == one.channel for other in shape.standards[:place])
    )
    # Where one is never open, nothing would ever be due.
    if any(one.clock == "business" for one in shape.standards) and not any(shape.hours.days()):
        problems += (reading.document.problem(("hours",), ProblemCode.EMPTY),)
    return (None, problems) if problems else (_standards(shape), ())


def _standards(shape: StandardsShape) -> Standards:
    return Standards(
        standards=tuple(_standard(one) for one in shape.standards),
        calendar=Calendar(
            zone=ZoneInfo(shape.zone),
            week=tuple(tuple(hours_of(words) for words in day) for day in shape.hours.days()),
            french_holidays=shape.holidays == "france",
            closed=frozenset(shape.closed),
        ),
    )


def _standard(shape: StandardShape) -> Standard:
    figure, unit = shape.within.split(" ")
    return Standard(
        channel=Channel(shape.channel),
        limit=timedelta(seconds=int(figure) * UNITS[unit]),
        clock=ClockKind(shape.clock),
    )
