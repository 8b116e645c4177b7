"""Reads the invented company: its people, what it sells, what is said there."""

import random
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any, TypeVar

import yaml

from desktop.domain.ids import PersonId, TeamId
from desktop.domain.people import Person, Role, Team

T = TypeVar("T")

PREFIX = "00000000-0000-7000-"
"""Begins every id of the demonstration, so that its rows are told from the user's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """What the demonstration's files hold."""

    texts: dict[str, Any]
    stories: list[dict[str, Any]]
    team: Team
    lead: Person
    advisors: tuple[Person, ...]

    @property
    def people(self) -> tuple[Person, ...]:
        """Advisors and their lead."""
        return (*self.advisors, self.lead)


@dataclass(slots=True, kw_only=True)
class Making:
    """What the making of the world goes by: when it is, and a seeded chance."""

    now: datetime
    zone: tzinfo
    chance: random.Random
    _made: dict[int, int] = field(default_factory=dict)

    def new_id(self, kind: int) -> str:
        """The next id of a kind (one number a table)."""
        number = self._made[kind] = self._made.get(kind, 0) + 1
        return f"{PREFIX}{kind:04x}-{number:012x}"

    def midnight(self) -> datetime:
        """The beginning of today, in the workstation's zone."""
        local = self.now.astimezone(self.zone)
        return local.replace(hour=0, minute=0, second=0, microsecond=0)

    def one_of(self, weights: dict[T, float]) -> T:
        """One of the keys, as likely as its weight."""
        return self.chance.choices(list(weights), list(weights.values()))[0]


def read(folder: Path) -> Company:
    """The company described in `company.yaml` and `stories.yaml` of a folder."""
    texts = yaml.load((folder / "company.yaml").read_text("utf-8"), yaml.CSafeLoader)
    stories = yaml.load((folder / "stories.yaml").read_text("utf-8"), yaml.CSafeLoader)
    team = Team(id=TeamId(f"{PREFIX}0001-{1:012x}"), name=texts["team"], branch=texts["branch"])

    def person(number: int, row: dict[str, str], role: Role) -> Person:
        return Person(
            id=PersonId(f"{PREFIX}0002-{number:012x}"),
            name=row["name"],
            role=role,
            team_id=team.id,
            sign_in=row["id"],
        )

    return Company(
        texts=texts,
        stories=stories,
        team=team,
        lead=person(0, texts["lead"], Role.LEAD),
        advisors=tuple(
            person(number, row, Role.ADVISOR) for number, row in enumerate(texts["advisors"], 1)
        ),
    )
