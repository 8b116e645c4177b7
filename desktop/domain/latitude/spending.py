"""What was given today, what is left, and whether a gesture is within the policy: pure figures."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, tzinfo
from enum import StrEnum

from desktop.domain.ids import ContactId
from desktop.domain.latitude.facts import Gesture
from desktop.domain.latitude.policy import Policy


class Verdict(StrEnum):
    """Whether a gesture needs anybody's word, and why."""

    WITHIN = "within"
    BEYOND_CONTACT = "beyond_contact"
    """More than the policy allows in one contact."""
    BEYOND_DAY = "beyond_day"
    """More than is left today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where an advisor stands, in cents; what a lead granted counts in neither sum."""

    daily: int
    ceiling: int
    spent: int = 0
    """Given today."""
    in_contact: int = 0
    """Given in the contact in front."""

    @property
    def left(self) -> int:
        """What is left today; never below zero, even where the policy was lowered meanwhile."""
        return max(self.daily - self.spent, 0)

    @property
    def left_in_contact(self) -> int:
        """What this contact still allows by itself."""
        return max(self.ceiling - self.in_contact, 0)

    @property
    def allowed(self) -> int:
        """The largest gesture that asks nobody."""
        return min(self.left, self.left_in_contact)

    @property
    def share(self) -> float:
        """How much of the day's amount is used, 0 to 1; 1 where there is none."""
        return min(self.spent / self.daily, 1.0) if self.daily > 0 else 1.0


def in_force(gestures: Iterable[Gesture]) -> tuple[Gesture, ...]:
    """Those that were made and not taken back, in their order; each id counts once."""
    found = {one.id: one for one in gestures}
    back = {one.takes_back for one in found.values() if one.takes_back}
    return tuple(one for one in found.values() if not one.takes_back and one.id not in back)


def spent_on(day: date, gestures: Iterable[Gesture], zone: tzinfo) -> int:
    """Cents given that day, cut in that zone, without asking; what was taken back counts off.

    A gesture taken back on another day counts off the day on which it was made.
    """
    return sum(
        one.cents
        for one in in_force(gestures)
        if not one.request_id and one.at.astimezone(zone).date() == day
    )


def spent_in(contact_id: ContactId | None, gestures: Iterable[Gesture]) -> int:
    """Cents given in that contact without asking."""
    return sum(
        one.cents
        for one in in_force(gestures)
        if not one.request_id and contact_id is not None and one.contact_id == contact_id
    )


def standing(policy: Policy, *, spent: int = 0, in_contact: int = 0) -> Standing:
    """Where one stands under that policy."""
    return Standing(
        daily=policy.daily, ceiling=policy.ceiling, spent=max(spent, 0), in_contact=in_contact
    )


def decide(cents: int, here: Standing) -> Verdict:
    """Whether a gesture of that many cents is within the policy; one that costs nothing always is.

    The contact's ceiling is named first: what is left today can be more tomorrow, the ceiling not.
    """
    if cents <= 0:
        return Verdict.WITHIN
    if cents > here.left_in_contact:
        return Verdict.BEYOND_CONTACT
    if cents > here.left:
        return Verdict.BEYOND_DAY
    return Verdict.WITHIN
