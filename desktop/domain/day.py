"""My day: what one person did, promised and was told; nobody is compared with anybody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from desktop.domain.contacts import Channel, PromiseKind, Resolution
from desktop.domain.ids import AnswerId, CheckInId, ContactId, CustomerId, PromiseId

FAVOURABLE = 4
"""Estimates and satisfactions from here up count as favourable (product.md, Scales)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayContact:
    """One of today's contacts."""

    id: ContactId
    customer_id: CustomerId | None
    customer_name: str
    """Empty when the caller is not known."""
    at: datetime
    channel: Channel
    reason: str
    resolution: Resolution | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DuePromise:
    """An open promise that is due today or earlier."""

    id: PromiseId
    customer_id: CustomerId | None
    customer_name: str
    kind: PromiseKind
    due_at: datetime
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateAnswer:
    """What one expected a customer to answer, beside what they answered; both 1 to 5."""

    answer_id: AnswerId
    customer_id: CustomerId
    customer_name: str
    at: datetime
    """When the answer came."""
    reason: str
    answer: int
    estimate: int | None = None
    """None when no estimate was given: the pair counts for nothing then."""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateGap:
    """Share of favourable estimates less share of favourable answers, in points, over n."""

    points: int
    """Above zero: expected more than was answered."""
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ThankYou:
    """Thanks that were received."""

    id: str
    customer_id: CustomerId | None
    customer_name: str
    at: datetime
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadWord:
    """A lead's reply to one's own check-in that was not read yet."""

    check_in_id: CheckInId
    lead_name: str
    at: datetime
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MyDay:
    """All that the page shows, as of `now`; instants are in the workstation's zone."""

    now: datetime
    contacts: tuple[DayContact, ...] = ()
    """Newest first."""
    promises: tuple[DuePromise, ...] = ()
    """Longest due first."""
    answers: tuple[EstimateAnswer, ...] = ()
    """Newest first."""
    gap: EstimateGap | None = None
    thanks: tuple[ThankYou, ...] = ()
    """Newest first."""
    drafts: int = 0
    replies: tuple[LeadWord, ...] = ()
    """Newest first."""

    @property
    def resolved(self) -> int:
        """How many of today's contacts ended resolved."""
        return sum(contact.resolution is Resolution.RESOLVED for contact in self.contacts)


def bounds(day: date, zone: tzinfo) -> tuple[datetime, datetime]:
    """When the day begins, and when the next one does, in that zone."""
    begins = datetime.combine(day, time.min, zone)
    return begins, datetime.combine(day + timedelta(days=1), time.min, zone)


def estimate_gap(pairs: Iterable[EstimateAnswer]) -> EstimateGap | None:
    """The gap over the pairs that have both values; None when there is none.

    Each share is taken before rounding, so that the points are those of product.md.
    """
    both = [(pair.estimate, pair.answer) for pair in pairs if pair.estimate is not None]
    if not both:
        return None
    expected = sum(estimate >= FAVOURABLE for estimate, _ in both)
    answered = sum(answer >= FAVOURABLE for _, answer in both)
    return EstimateGap(points=round(100 * (expected - answered) / len(both)), n=len(both))
