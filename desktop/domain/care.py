"""What a lead is told of an incivility that somebody of the team lived through."""

from dataclasses import dataclass
from datetime import datetime

from desktop.domain.contacts import IncivilityType
from desktop.domain.ids import PersonId


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
