"""The talk that may follow a check-in shared by name, and the lead's private note of it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.domain.errors import Incomplete
from desktop.domain.ids import CheckInId, PersonId


class TalkState(StrEnum):
    """Where a talk stands."""

    PLANNED = "planned"
    HELD = "held"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """That a lead planned a talk, or held it; its author and the lead see it, the newest is in force."""

    id: str
    check_in_id: CheckInId
    lead_id: PersonId
    at: datetime
    state: TalkState
    planned_for: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkNote:
    """A lead's private note beside a check-in: nobody else ever sees it; the newest is in force."""

    id: str
    check_in_id: CheckInId
    lead_id: PersonId
    at: datetime
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkWith:
    """A talk as the check-in's author sees it: with whom, and where it stands; never the note."""

    talk: Talk
    name: str


def checked(talk: Talk) -> Talk:
    """The same, once a planned one has its day. Raises Incomplete("planned_for")."""
    if talk.state is TalkState.PLANNED and talk.planned_for is None:
        raise Incomplete("planned_for")
    return talk
