"""The room of one call at a Janus: who is in it, and what each may send."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from desktop.services.clock import Clock
from desktop.services.video.gateway.providers import Learnt, Role, Tell
from desktop.services.video.gateway.providers.janus_line import Line, Refused, Server, Told

SENDS: Final = {
    Role.CUSTOMER: frozenset({"sound", "camera", "screen"}),
    Role.ADVISOR: frozenset({"advisor", "sound"}),
    Role.THIRD: frozenset({"third", "third-sound"}),
}
"""What each may send. All others of the call receive it: nobody else's picture reaches anybody."""
ROOM_EXISTS, NO_SUCH_ROOM, NO_SUCH_FEED = 427, 426, 428
FASTEST: Final = 2_500_000
"""Bits a second of all that one page sends."""
SEATS: Final = 8
"""More than three: a page that was loaded again may be there before its former self is gone."""


class Seat(Protocol):
    """A page in a room."""

    feed: int
    up: bool
    """Whether its pictures came."""
    lines: dict[str, str]
    """What it sends: kind by the line's name (mid) in its description."""

    @property
    def role(self) -> Role:
        """Whose page it is."""

    async def leave(self, code: int) -> None:
        """Close the page's line with a code of docs/video-protocol.md."""


@dataclass(slots=True, kw_only=True)
class Room:
    """What a call has at its server. The number, pin and secret never leave the gateway."""

    call: str
    server: Server
    number: int
    pin: str
    secret: str
    stale: bool = True
    """The server may not know it: not made yet, or a line to it was cut."""
    renewing: asyncio.Lock = field(default_factory=asyncio.Lock)
    hopeless_until: float = 0.0
    """By the clock's monotonic seconds: until then nobody tries to have it again."""
    seats: dict[Role, Seat] = field(default_factory=dict)
    missed: set[Role] = field(default_factory=set)
    """Whose pictures came, and do not any more."""

    def left(self, seat: Seat, tell: Tell) -> None:
        """A page's pictures stop; nothing is told where a newer page of the same person sits there."""
        if self.seats.get(seat.role) is not seat:
            return
        del self.seats[seat.role]
        if seat.up and seat.role is not Role.THIRD:  # without a third person a call goes on
            self.missed.add(seat.role)
            tell(self.call, seat.role, Learnt.LOST)

    def came(self, seat: Seat, tell: Tell) -> None:
        """A page's pictures arrive."""
        tell(self.call, seat.role, Learnt.SERVER)
        if seat.role in self.missed:
            self.missed.remove(seat.role)
            if not self.missed:
                tell(self.call, seat.role, Learnt.BACK)

    def feed(self, number: int) -> Seat | None:
        """Whose feed this is."""
        return next((one for one in self.seats.values() if one.feed == number), None)

    def sending(self, feed: int) -> Told:
        """What takes a seat with a number of its own."""
        return self._joined("publisher", id=feed)

    def receiving(self, feed: int, lines: Iterable[str]) -> Told:
        """What asks for lines of somebody's feed: those alone that were declared."""
        return self._joined("subscriber", streams=[{"feed": feed, "mid": mid} for mid in lines])

    def _joined(self, kind: str, **more: Any) -> Told:
        pin = {"room": self.number, "pin": self.pin}
        return {"request": "join", "ptype": kind, **pin, **more}

    async def make(self, line: Line) -> None:
        """Make it at the server. One that is there already is this one."""
        body: Told = {
            "request": "create",
            "room": self.number,
            "permanent": False,
            "is_private": True,
            "secret": self.secret,
            "pin": self.pin,
            "publishers": SEATS,
            "audiocodec": "opus",
            "videocodec": "vp8",
            "bitrate": FASTEST,
            "record": False,
            "lock_record": True,
        }
        try:
            await line.request(await line.attach(), {**body, **_key(self.server)})
        except Refused as refused:
            if refused.number != ROOM_EXISTS:
                raise
        self.stale = False

    async def destroy(self, line: Line) -> None:
        """Everybody still in it is thrown out. One that is gone is no error."""
        body = {"request": "destroy", "room": self.number, "secret": self.secret}
        try:
            await line.request(await line.attach(), body)
        except Refused as refused:
            if refused.number != NO_SUCH_ROOM:
                raise


def new_room(call: str, server: Server, clock: Clock) -> Room:
    """A room with a number, a pin and a secret that nobody can guess."""
    return Room(
        call=call,
        server=server,
        number=new_number(clock),
        pin=clock.secret(),
        secret=clock.secret(),
    )


def new_number(clock: Clock) -> int:
    """For a room or a feed: 52 random bits, which Janus' JSON carries whole."""
    return int.from_bytes(clock.random_bytes(7)) >> 4 | 1


def _key(server: Server) -> dict[str, str]:
    return {"admin_key": server.room_secret} if server.room_secret else {}
