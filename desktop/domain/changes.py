"""What the hub tells: which kind of thing changed, and for whom."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.ids import CustomerId


class Kind(StrEnum):
    """The kinds of thing that screens listen for."""

    CUSTOMER = "customer"
    CONTACT = "contact"
    STEP_OFF = "step_off"
    PROMISE = "promise"
    INCIVILITY = "incivility"
    ANSWER = "answer"
    CHECK_IN = "check_in"
    NOTE = "note"
    VIDEO = "video"
    """Calls and their photos."""
    DRAFT = "draft"
    SCRIPT = "script"
    """Versions of guides, own words, what was learned of step-offs."""
    GESTURE = "gesture"
    AWAITING = "awaiting"
    """That one waits for a customer, or that they answered."""
    PAUSE = "pause"
    STORY = "story"
    THANKS = "thanks"
    PEOPLE = "people"
    """People, teams and branches."""
    DOCUMENT = "document"
    """Guides and the tree of reasons."""
    OUTBOX = "outbox"
    """What waits for the shared database, or what it answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One kind of thing changed, for one customer or for several (None)."""

    kind: Kind
    customer_id: CustomerId | None = None
