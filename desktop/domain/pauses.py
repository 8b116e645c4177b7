"""Pauses: taken when one likes, offered now and then, and nobody has to say why."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.domain.ids import PersonId
from desktop.domain.wellbeing import CheckIn

MINUTES = 5
"""How long a pause is, when nothing else is said."""

ASKED_AGAIN_AFTER = timedelta(hours=1)
"""An offer follows another, or a pause, no sooner: nobody is asked twice in a row."""

LOW, HEAVY = 2, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """A pause that somebody took. It says neither why nor after what."""

    id: str
    person_id: PersonId
    at: datetime
    minutes: int


def ends(pause: Pause) -> datetime:
    """When its minutes have passed; nobody is called back then."""
    return pause.at + timedelta(minutes=pause.minutes)


def is_low(check_in: CheckIn) -> bool:
    """Whether a pause may do good: mood or energy of 1 or 2, or a load of 5."""
    mood, energy, load = check_in.mood, check_in.energy, check_in.load
    low = any(scale is not None and scale <= LOW for scale in (mood, energy))
    return low or (load is not None and load >= HEAVY)


def may_offer(now: datetime, offered_at: datetime | None, last: Pause | None) -> bool:
    """Whether a pause may be offered: none was lately, and none was taken lately."""
    since = [at for at in (offered_at, ends(last) if last else None) if at is not None]
    return all(now - at >= ASKED_AGAIN_AFTER for at in since)
