"""Reads the invented company: its people, what it sells, what is said there."""

import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any, TypeVar

import yaml

from desktop.domain.ids import PersonId, TeamId
from desktop.domain.people import Person, Role, Team
from desktop.domain.wellbeing import Audience

T = TypeVar("T")

PREFIX = "00000000-0000-7000-"
"""Begins every id of the demonstration, so that its rows are told from the user's."""


TALKERS, PRIVATE = {0, 3, 5}, 10
"""Places of advisors."""

HARD_WEEKS_AGO = 5


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

    def habit(self, advisor: Person, drawn: Audience) -> Audience:
        """For whom somebody checks in: three talk to their lead now and then, one never to anybody.

        Without habits hardly anybody's week would be for the team's total alone, and there is none.
        """
        number = self.advisors.index(advisor)
        if number == PRIVATE:
            return Audience.NOBODY
        talks = number in TALKERS or drawn is not Audience.LEAD
        return drawn if talks else Audience.TEAM_TOTAL


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

    def hard_week(self) -> tuple[datetime, datetime]:
        """From a Monday to the next: a breakdown in the neighbourhood, five weeks ago."""
        midnight = self.midnight()
        monday = midnight - timedelta(days=midnight.weekday() + 7 * HARD_WEEKS_AGO)
        return monday, monday + timedelta(weeks=1)

    def apart(self, seed: int) -> "Making":
        """The same, with a chance of its own: what it makes changes nothing of the rest."""
        chance = random.Random(seed)  # noqa: S311 - a world, not a secret
        return Making(now=self.now, zone=self.zone, chance=chance, _made=self._made)

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
