"""The customer's own button: who rings, who may take it, and what is left when nobody could."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from desktop.domain.ids import PersonId

PATIENCE: Final = timedelta(seconds=15)
"""How long a press rings before the truth is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """What a customer said of themselves at the button; all of it may be empty, none of it is proven."""

    number: str = ""
    """Of the customer or of a contract."""
    phone: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """A press that rings here."""

    press: str
    place: str
    title: str
    """The place in words."""
    caller: Caller
    pressed_at: datetime
    """By this machine's clock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallBack:
    """What somebody left when nobody was free, or when an advisor offered to call back."""

    press: str
    place: str
    title: str
    phone: str
    name: str = ""
    when: str = ""
    """When it suits them, in their own words."""
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """Somebody of the team who is signed in at the gateway."""

    id: PersonId
    name: str
    role: str
    available: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """A colleague asks for a third person."""

    call: str
    token: str
    asker: str
    """Name of who asks."""
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """A press rings here no more: a colleague took it, or the customer went."""

    press: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined:
    """A colleague who was asked to join said no."""

    call: str
    person: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Uninvited:
    """A colleague needs this person no more: another was asked, or the call is over."""

    call: str


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Who else of the team is signed in at the gateway, anew at each change."""

    colleagues: tuple[Colleague, ...]


Heard = Ring | Quiet | CallBack | Invited | Uninvited | Declined | People
"""What the gateway's link tells an advisor who is signed in."""
