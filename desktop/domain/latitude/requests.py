"""A request beyond the policy as both sides see it: asked, answered, made a gesture."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.latitude.facts import Gesture, GestureAnswer, GestureRequest


class RequestState(StrEnum):
    """Where a request stands."""

    WAITING = "waiting"
    GRANTED = "granted"
    """The lead said yes, and the gesture is still to be made."""
    DECLINED = "declined"
    MADE = "made"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request and all that is known of it on this machine."""

    request: GestureRequest
    answer: GestureAnswer | None = None
    """The first that was given."""
    made: bool = False
    """It became a gesture, which was not taken back."""
    unsent: bool = False
    """It waits on this machine for the line to the shared database."""
    person_name: str = ""
    lead_name: str = ""
    customer_name: str = ""
    """Empty where this machine does not hold the customer."""

    @property
    def state(self) -> RequestState:
        """Where it stands."""
        if self.answer is None:
            return RequestState.WAITING
        if not self.answer.granted:
            return RequestState.DECLINED
        return RequestState.MADE if self.made else RequestState.GRANTED


@dataclass(frozen=True, slots=True, kw_only=True)
class InContact:
    """What one contact holds of latitude."""

    gestures: tuple[Gesture, ...] = ()
    """In force, in the order in which they were made."""
    requests: tuple[Asked, ...] = ()
    """The first asked first."""
