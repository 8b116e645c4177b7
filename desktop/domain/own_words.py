"""An advisor's own wording of a step (« mes mots »): kept, offered first, shared if they like."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from desktop.domain.authoring.limits import TEXT
from desktop.domain.authoring.problems import Code
from desktop.domain.authoring.wording_slips import Slip, slips
from desktop.domain.ids import PersonId


class Place(NamedTuple):
    """A step of a guide, whatever its version."""

    script_id: str
    step_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """How somebody says a step; the newest of a person and step is in force."""

    id: str
    person_id: PersonId
    at: datetime
    script_id: str
    step_id: str
    words: str
    """Empty: they went back to the guide's words."""
    shared: bool = False
    """Colleagues may read it, with its author's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColleagueWords:
    """How a colleague says a step, who shares it with their name."""

    person_id: PersonId
    name: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepWording:
    """What somebody has at a step beside the guide's words."""

    own: OwnWords | None = None
    """None: they never wrote any, or went back to the guide's."""
    begun: str | None = None
    """Words that were being written and not kept yet; None: none were."""
    colleagues: tuple[ColleagueWords, ...] = ()


def newest(facts: Iterable[OwnWords]) -> dict[PersonId, OwnWords]:
    """The words in force of each person at one step; who went back to the guide's is not there."""
    found: dict[PersonId, OwnWords] = {}
    for one in sorted(facts, key=lambda fact: (fact.at, fact.id)):
        found[one.person_id] = one
    return {person_id: one for person_id, one in found.items() if one.words.strip()}


def problem(words: str, fallbacks: Mapping[str, str]) -> Slip | None:
    """The first thing that keeps words from being used at a step, as for a guide's own.

    Variables are those of guides; `fallbacks` are the words that stand in for a missing value.
    """
    if not words.strip():
        return Code.EMPTY, ()
    if len(words) > TEXT:
        return Code.TOO_LONG, (str(TEXT),)
    return next(slips(words, fallbacks), None)
