"""What the page shows: which weeks, which filters, how far the team's half is slid, what was read."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from desktop.domain.contacts import Channel
from desktop.domain.day import EstimateAnswer
from desktop.domain.mirror.series import Mirror

WEEK: Final = timedelta(days=7)
SPANS: Final = (8, 13, 26, 52)
"""Spans of weeks that one can choose by name."""
USUAL: Final = 13
MOST_LAG: Final = 8
"""How many weeks the team's half can be slid, either way."""
BACK: Final = 156
"""How many weeks back one can choose."""
MOST: Final = 88
"""How many weeks can be shown at once: with those on either side for sliding, what is read at once."""


class Trouble(StrEnum):
    """Why there is nothing newer to show."""

    OFFLINE = "offline"
    """The server has to be asked, and cannot be."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class MirrorState:
    """`last` is the last week shown, `closed` the last week that is over; Mondays all."""

    closed: date
    last: date
    span: int = USUAL
    by_hand: bool = False
    """The first and last weeks were chosen one by one."""
    reason: str = ""
    channel: Channel | None = None
    lag: int = 0
    """Weeks by which the team's half is slid to the right."""
    mirror: Mirror | None = None
    pairs: tuple[EstimateAnswer, ...] | None = None
    """One's own, oldest first; None before they were read."""
    loading: bool = False
    trouble: Trouble | None = None

    @property
    def first(self) -> date:
        """First week shown, a Monday."""
        return self.last - (self.span - 1) * WEEK

    @property
    def weeks(self) -> tuple[date, ...]:
        """The Mondays of the weeks shown, oldest first."""
        return tuple(self.first + place * WEEK for place in range(self.span))

    @property
    def filtered(self) -> bool:
        """Whether the customers' half is filtered."""
        return bool(self.reason) or self.channel is not None

    @property
    def may_go_on(self) -> bool:
        """Whether there are closed weeks after those shown."""
        return self.last < self.closed

    @property
    def may_go_back(self) -> bool:
        """Whether there are weeks before those shown that one may choose."""
        return self.first > self.closed - (BACK - 1) * WEEK


def monday_of(day: date) -> date:
    """The Monday of the week that `day` is in."""
    return day - timedelta(days=day.weekday())
