"""Check-ins, and who may see them: the person who checks in decides."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.ids import CheckInId, PersonId


class Audience(StrEnum):
    """Who may see a check-in, in the order of their digits."""

    LEAD = "lead"
    TEAM_TOTAL = "team_total"
    NOBODY = "nobody"


class Moment(StrEnum):
    """When in the shift it was given."""

    START = "start"
    END = "end"
    ANY = "any"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """How somebody says they are; every scale may be left out."""

    id: CheckInId
    person_id: PersonId
    at: datetime
    moment: Moment
    mood: int | None = None
    """1 (bad) to 5 (very good)."""
    energy: int | None = None
    """1 to 5."""
    load: int | None = None
    """1 (light) to 5 (too much)."""
    words: str = ""
    audience: Audience = Audience.NOBODY
    addressed_to: PersonId | None = None
    """The lead to whom it was shared by name; belongs to that lead alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInReply:
    """A lead's word on a check-in that was shared with them; its author sees it."""

    check_in_id: CheckInId
    lead_id: PersonId
    at: datetime
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInReading:
    """That a lead opened a check-in, and when; its author sees it."""

    check_in_id: CheckInId
    lead_id: PersonId
    at: datetime
