"""Check-ins, and who may see them: the person who checks in decides."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.errors import Incomplete, Invalid
from desktop.domain.ids import CheckInId, PersonId

SCALES = ("mood", "energy", "load")
LOWEST, HIGHEST = 1, 5
LEAVING_FROM = 16
"""From this hour on a check-in is taken for one of those who leave, until they say otherwise."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInShare:
    """That its author changed who may see a check-in; the newest one is in force."""

    check_in_id: CheckInId
    person_id: PersonId
    at: datetime
    audience: Audience
    addressed_to: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Who did something, by name, and when."""

    person_id: PersonId
    name: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedReply:
    """A lead's word, with the lead's name."""

    person_id: PersonId
    name: str
    at: datetime
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCheckIn:
    """A check-in as its author sees it: who read it and when, and what was answered."""

    check_in: CheckIn
    addressed_name: str = ""
    """Name of the lead to whom it is shared now; empty when it is not."""
    readings: tuple[Named, ...] = ()
    replies: tuple[NamedReply, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedCheckIn:
    """A line of the lead's list: only who and when, the content comes by opening it."""

    id: CheckInId
    author: Named
    read_at: datetime | None = None
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedCheckIn:
    """A check-in that a lead opened, which its author sees."""

    check_in: CheckIn
    author: Named
    replies: tuple[NamedReply, ...] = ()


def may_read(check_in: CheckIn, reader_id: PersonId) -> bool:
    """Its author always; the lead to whom it is addressed, while it is shared by name; no one else."""
    if reader_id == check_in.person_id:
        return True
    return check_in.audience is Audience.LEAD and check_in.addressed_to == reader_id


def says_something(mood: int | None, energy: int | None, load: int | None, words: str = "") -> bool:
    """Whether any scale was given, or a word."""
    return any(scale is not None for scale in (mood, energy, load)) or bool(words.strip())


def offered_audience(last: CheckIn | None, lead_id: PersonId | None) -> Audience | None:
    """The choice to offer: none the first time, the last one afterwards.

    What was shared with one lead by name is not offered again for another.
    """
    if last is None:
        return None
    if last.audience is Audience.LEAD and (lead_id is None or last.addressed_to != lead_id):
        return None
    return last.audience


def offered_moment(hour: int, today: CheckIn | None) -> Moment:
    """The moment to offer at an hour (0 to 23, of the workstation), given what was said today."""
    if hour >= LEAVING_FROM:
        return Moment.END
    return Moment.START if today is None else Moment.ANY


def addressee(audience: Audience | None, lead_id: PersonId | None) -> PersonId | None:
    """To whom a check-in goes by name.

    Raises Incomplete("audience") without a choice, Incomplete("lead") with nobody to name.
    """
    if audience is None:
        raise Incomplete("audience")
    if audience is not Audience.LEAD:
        return None
    if lead_id is None:
        raise Incomplete("lead")
    return lead_id


def check(check_in: CheckIn) -> CheckIn:
    """The same, once it says something on scales of 1 to 5.

    Raises Incomplete("scale") when it says nothing, Invalid for a figure that is off its scale.
    """
    for name in SCALES:
        value = getattr(check_in, name)
        if value is not None and value not in range(LOWEST, HIGHEST + 1):
            raise Invalid(name, f"{LOWEST}-{HIGHEST}")
    if not says_something(check_in.mood, check_in.energy, check_in.load, check_in.words):
        raise Incomplete("scale")
    return check_in
