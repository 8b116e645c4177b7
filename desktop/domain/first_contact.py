"""First contact resolution, computed: did the customer have to come back about the same thing?

Counted are answered contacts of an identified customer. *Answered*: the customer did not hang up
before (`abandoned` is false); who answered may be unknown, as in calls imported from elsewhere.
A return is a later answered contact of that customer with the same reason within N days. A contact
without a reason bears the reason "unknown", which is one like the others.
A contact is judged once N days have passed before the newest contact known.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desktop.domain.ids import CustomerId

DAYS = 7
"""Within how many days, of 24 hours each, a contact counts as a return."""


class Verdict(StrEnum):
    """What a contact tells."""

    RESOLVED = "resolved"
    RETURNED = "returned"
    NOT_YET = "not_yet"
    EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What is asked of a contact."""

    customer_id: CustomerId | None
    at: datetime
    """When it began: with the customer's wait, where there was one."""
    reason: str = ""
    abandoned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstContact:
    """Counts of contacts, of which every one is in exactly one of judged, not yet, excluded."""

    resolved: int = 0
    judged: int = 0
    not_yet_judged: int = 0
    excluded: int = 0
    """Abandoned ones, and those of a customer that nobody identified."""

    @property
    def rate(self) -> float | None:
        """0 to 1; None while none is judged."""
        return self.resolved / self.judged if self.judged else None

    @property
    def returned(self) -> int:
        """Judged ones after which the customer came back."""
        return self.judged - self.resolved


def first_contact(
    calls: Iterable[Call],
    *,
    days: int = DAYS,
    since: datetime | None = None,
    to: datetime | None = None,
) -> FirstContact:
    """First contact resolution over contacts in any order.

    `since`: earlier contacts are not counted. `to` stands in the place of the newest contact:
    what came later is not known yet, neither as a contact nor as a return.
    """
    known = [call for call in calls if to is None or call.at <= to]
    counts = dict.fromkeys(Verdict, 0)
    for call, verdict in zip(known, verdicts(known, days=days, to=to), strict=True):
        if since is None or call.at >= since:
            counts[verdict] += 1
    return FirstContact(
        resolved=counts[Verdict.RESOLVED],
        judged=counts[Verdict.RESOLVED] + counts[Verdict.RETURNED],
        not_yet_judged=counts[Verdict.NOT_YET],
        excluded=counts[Verdict.EXCLUDED],
    )


def verdicts(
    calls: Iterable[Call], *, days: int = DAYS, to: datetime | None = None
) -> tuple[Verdict, ...]:
    """One verdict a contact, in the order given; `to` as in `first_contact`."""
    known = list(calls)
    newest = to or max((call.at for call in known), default=None)
    within = timedelta(days=days)
    found = [Verdict.EXCLUDED] * len(known)
    for place, following in _followed(known):
        at = known[place].at
        if newest is None or newest - at < within:
            found[place] = Verdict.NOT_YET
        elif following is not None and following - at <= within:
            found[place] = Verdict.RETURNED
        else:
            found[place] = Verdict.RESOLVED
    return tuple(found)


def _followed(calls: list[Call]) -> Iterator[tuple[int, datetime | None]]:
    """Place of each counted contact, and when the next later one of its customer and reason began."""
    alike: dict[tuple[CustomerId, str], list[int]] = defaultdict(list)
    for place, call in enumerate(calls):
        if call.customer_id is not None and not call.abandoned:
            alike[call.customer_id, call.reason].append(place)
    for places in alike.values():
        following: datetime | None = None
        last: datetime | None = None
        for place in sorted(places, key=lambda one: calls[one].at, reverse=True):
            at = calls[place].at
            # Two that began at the same instant are not later than each other.
            if last is not None and at < last:
                following = last
            last = at
            yield place, following
