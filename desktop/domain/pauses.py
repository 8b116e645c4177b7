"""Pauses: taken when one likes, and nobody has to say why."""

from dataclasses import dataclass
from datetime import datetime

from desktop.domain.ids import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """A pause that somebody took. It says neither why nor after what."""

    id: str
    person_id: PersonId
    at: datetime
    minutes: int
