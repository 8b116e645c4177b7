"""What the advisor's page, and a third person's, may say in a call."""

from enum import StrEnum
from typing import Final

from desktop.domain.video.happenings import EndReason, Source, Via, What
from desktop.services.video.gateway import fields, signals
from desktop.services.video.gateway.calls import Photographing
from desktop.services.video.gateway.joining import (
    Door,
    Sitting,
    Verbs,
    media,
    media_again,
    tell_happened,
)
from desktop.services.video.gateway.line import Message
from desktop.services.video.gateway.providers import Role

POINTS: Final = 64


class Shape(StrEnum):
    """What can be drawn on the customer's picture."""

    ARROW = "arrow"
    CIRCLE = "circle"
    POINTER = "pointer"


async def greet(sitting: Sitting, secret: str) -> None:
    """What the page needs to know of a call that may have begun long ago."""
    call, seat = sitting.call, sitting.seat
    found = await media(sitting)
    sitting.line.tell(
        {
            "type": "welcome",
            "secret": secret,
            "role": seat.role.value,
            "lang": call.spoken,
            "media": found,
            "here": [one.role.value for one in call.of(*Role) if one is not seat],
            "shares": list(call.shares.values()),
        }
    )
    tell_happened(sitting)
    if seat.role is Role.ADVISOR:
        signals.advisor_came(call)


async def point(sitting: Sitting, said: Message) -> None:
    """Draw on what the customer shows."""
    drawn = {
        "type": "point",
        "id": fields.name(said, "id"),
        "on": fields.choice(said, "on", Source).value,
        "shape": fields.choice(said, "shape", Shape).value,
        "points": fields.points(said, "points", POINTS),
    }
    sitting.call.tell(drawn, *Role, but=sitting.seat)


async def clear(sitting: Sitting, _said: Message) -> None:
    """Nothing is drawn any more."""
    sitting.call.tell({"type": "clear"}, *Role, but=sitting.seat)


async def photo_ask(sitting: Sitting, said: Message) -> None:
    """Ask the customer for a photo of what they show; asked again, it is another question."""
    core, call = sitting.core, sitting.call
    source = fields.choice(said, "source", Source)
    if call.ended is not None or (call.photo is not None and call.photo.id):
        return
    if source not in call.shares or not call.seal or not call.of(Role.CUSTOMER):
        sitting.line.tell({"type": "refused_photo"})
        return
    core.calls.tell(call, What.PHOTO_ASKED, source=source.value)
    call.photo = Photographing(source=source)
    call.tell({"type": "photo_ask", "source": source.value}, Role.CUSTOMER)


async def mute(sitting: Sitting, said: Message) -> None:
    """The advisor's sound goes off or on."""
    _stands(sitting, "mute", on=fields.flag(said, "on"))


async def frozen(sitting: Sitting, said: Message) -> None:
    """The advisor's own picture stands still."""
    _stands(sitting, "frozen", on=fields.flag(said, "on"))


def _stands(sitting: Sitting, kind: str, *, on: bool) -> None:
    told = {"type": kind, "on": on}
    sitting.call.standing[kind] = told
    sitting.call.tell(told, Role.CUSTOMER, Role.THIRD)


async def bye(sitting: Sitting, _said: Message) -> None:
    """The advisor ends the call; a third person leaves it."""
    if sitting.seat.role is Role.THIRD:
        sitting.core.admission.void(sitting.seat)
        sitting.line.close(1000)
    else:
        await sitting.core.rooms.end(sitting.call, EndReason.DONE)


async def lost(sitting: Sitting, _said: Message) -> None:
    """No picture goes through."""
    sitting.core.rooms.lost(sitting.call)


async def back(sitting: Sitting, _said: Message) -> None:
    """Pictures go through again."""
    sitting.core.rooms.back(sitting.call)


async def via(sitting: Sitting, said: Message) -> None:
    """Which way pictures take."""
    way = fields.choice(said, "via", Via)
    call = sitting.call
    if call.ended is None and way not in (Via.UNKNOWN, call.progress.via):
        sitting.core.calls.tell(call, What.VIA, via=way.value)


_BOTH: Final[Verbs] = {"point": point, "clear": clear, "bye": bye, "media_again": media_again}
VERBS: Final[dict[Role, Verbs]] = {
    Role.THIRD: _BOTH,
    Role.ADVISOR: {
        **_BOTH,
        "offer": signals.offer,
        "candidate": signals.advisors_candidate,
        "photo_ask": photo_ask,
        "mute": mute,
        "frozen": frozen,
        "lost": lost,
        "back": back,
        "via": via,
    },
}


def door() -> Door:
    """Where both come in."""
    return Door(frozenset({Role.ADVISOR, Role.THIRD}), greet, VERBS)
