"""Facts of latitude: a gesture made, one that was asked for, and the lead's answer."""

from dataclasses import dataclass
from datetime import datetime

from desktop.domain.ids import ContactId, CustomerId, GestureRequestId, PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Gesture:
    """A goodwill gesture, made during a contact."""

    id: str
    contact_id: ContactId
    customer_id: CustomerId | None
    person_id: PersonId
    at: datetime
    kind: str
    """Code of a kind of the policy."""
    cents: int
    words: str = ""
    request_id: str = ""
    """The request that a lead granted; empty: within the policy."""
    takes_back: str = ""
    """Id of the gesture that this one takes back: its amount counts the other way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GestureRequest:
    """A gesture beyond the policy that an advisor asks of their lead."""

    id: GestureRequestId
    contact_id: ContactId
    customer_id: CustomerId | None
    person_id: PersonId
    at: datetime
    lead_id: PersonId
    kind: str
    cents: int
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GestureAnswer:
    """The lead's answer to a request; the first one stands."""

    id: str
    request_id: GestureRequestId
    lead_id: PersonId
    at: datetime
    granted: bool
    words: str = ""
