"""The people who serve: advisors, leads, teams."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.ids import PersonId, TeamId


class Role(StrEnum):
    """What a person may do."""

    ADVISOR = "advisor"
    LEAD = "lead"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """A team and the branch that it belongs to."""

    id: TeamId
    name: str
    branch: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who signs in."""

    id: PersonId
    name: str
    role: Role
    team_id: TeamId | None = None
    enabled: bool = True
    sign_in: str = ""
    """Name under which the person signs in, `[a-z][a-z0-9_]*`."""
