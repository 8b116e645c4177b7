"""What a lead is told of an incivility that somebody of the team lived through."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.contacts import IncivilityType
from desktop.domain.ids import IncivilityId, PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamIncivility:
    """One report of a person of the team; it says nothing of the customer."""

    id: str
    person_id: PersonId
    name: str
    at: datetime
    type: IncivilityType
    gravity: int
    """1 to 3."""
    words: str = ""


class FollowUpKind(StrEnum):
    """What followed an incivility, in the order of their digits."""

    TALK = "talk"
    MESSAGE = "message"
    MEASURE = "measure"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """What a lead did after an incivility; its author sees it."""

    id: str
    incivility_id: IncivilityId
    lead_id: PersonId
    at: datetime
    kind: FollowUpKind
    words: str = ""
