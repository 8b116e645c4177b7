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
    """One of a day's contacts."""

    id: ContactId
    customer_id: CustomerId | None
    customer_name: str
    """Empty when the caller is not known."""
    at: datetime
    channel: Channel
    reason: str
    resolution: Resolution | None
    abandoned: bool = False
    waited_s: int | None = None
    """Seconds that the customer waited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A day's contacts in figures: what is listed may be only the first of them."""

    contacts: int = 0
    told: int = 0
    """How many tell how they ended; those that come from elsewhere often do not."""
    resolved: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """The nearest days, before and after one, that have contacts; None where there is none."""

    before: date | None = None
    after: date | None = None


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
    """All that the page shows of `day`, as of `now`; instants are in the workstation's zone.

    What is still to be done (promises, drafts, words to read) is today's, and given for today only.
    """

    now: datetime
    day: date
    neighbours: Neighbours = Neighbours()
    tally: Tally = Tally()
    contacts: tuple[DayContact, ...] = ()
    """The newest of them, newest first; `tally` counts them all."""
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
    def is_today(self) -> bool:
        """Whether this is the day under way."""
        return self.day == self.now.date()

    @property
    def before(self) -> date | None:
        """The day to go back to: the nearest with contacts, and never past today."""
        before, today = self.neighbours.before, self.now.date()
        if self.day > today:
            return today if before is None else max(before, today)
        return before

    @property
    def after(self) -> date | None:
        """The day to go on to: the nearest with contacts, and never past today."""
        after, today = self.neighbours.after, self.now.date()
        if self.day < today:
            return today if after is None else min(after, today)
        return after


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
