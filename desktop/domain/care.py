"""An incivility from its report to what followed: the exchange is described, never the person."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from desktop.domain.contacts import Incivility, IncivilityType
from desktop.domain.errors import Incomplete
from desktop.domain.ids import ContactId, IncivilityId, PersonId

GRAVITIES = (1, 2, 3)


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
    warned: bool = False
    ended: bool = False
    followed: tuple["FollowUpBy", ...] = ()
    """What a lead did about it, the oldest first."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpBy:
    """What a lead did, with the lead's name."""

    follow_up: FollowUp
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnIncivility:
    """A report as its author sees it, with what followed, the oldest first."""

    report: Incivility
    followed: tuple[FollowUpBy, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words that may help at one moment of a difficult exchange."""

    id: str
    when: str
    say: str
    why: str = ""


def warned(report: Incivility, new_id: IncivilityId, at: datetime) -> Incivility:
    """The same exchange, once its customer was told that it may end."""
    return replace(report, id=new_id, at=at, warned=True)


def ended(report: Incivility, new_id: IncivilityId, at: datetime) -> Incivility:
    """The same exchange, ended by its advisor: a right, after a warning.

    Raises Incomplete("warned") without one.
    """
    if not report.warned:
        raise Incomplete("warned")
    return replace(report, id=new_id, at=at, ended=True)


def told_once(reports: Iterable[Incivility]) -> tuple[tuple[Incivility, tuple[str, ...]], ...]:
    """Reports, oldest first, each with the ids that tell of it.

    A report says how the exchange stands: one that says a warning or an end takes up the one before
    of the same contact with the same type, gravity and words, and keeps its id and its hour.
    """
    found: dict[tuple[ContactId, IncivilityType, int, str], int] = {}
    kept: list[tuple[Incivility, tuple[str, ...]]] = []
    for report in sorted(reports, key=lambda one: (one.at, one.ended, one.warned, one.id)):
        same = (report.contact_id, report.type, report.gravity, report.words)
        place = found.get(same)
        if place is None or not (report.warned or report.ended):
            found[same] = len(kept)
            kept.append((report, (report.id,)))
            continue
        first, ids = kept[place]
        stands = replace(
            first, warned=first.warned or report.warned, ended=first.ended or report.ended
        )
        kept[place] = (stands, (*ids, report.id))
    return tuple(kept)
