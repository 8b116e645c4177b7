"""Pictures go through a Janus of the company's, so that a third person can take part.

Pages never reach Janus' own interface: they speak to `/ws/media`, and the gateway speaks to Janus.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from desktop.domain.errors import Invalid, VideoFailed
from desktop.domain.video.readiness import Unready
from desktop.services.clock import Clock
from desktop.services.video.gateway.limits import Rate
from desktop.services.video.gateway.providers import Media, Role, Tell
from desktop.services.video.gateway.providers.janus_line import beside
from desktop.services.video.gateway.providers.janus_page import AGAIN, Page
from desktop.services.video.gateway.providers.janus_room import Room, new_number
from desktop.services.video.gateway.providers.janus_rooms import Rooms
from desktop.services.video.gateway.providers.janus_said import LARGEST, read
from desktop.services.video.gateway.providers.lately import Lately
from desktop.services.video.gateway.providers.relays import Relays
from desktop.services.video.sealing import digest

if TYPE_CHECKING:
    from aiohttp import web

TICKET: Final = 60.0
"""Seconds that a ticket is good for."""
A_SECOND, BURST = 50, 200
"""Messages a second of one page, and how many may come at once."""
UNKNOWN, NEWER, ENDED, NOT_ALLOWED = 4001, 4002, 4003, 1008

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """Lets one page in, once."""

    call: str
    role: Role
    until: float
    """By the clock's monotonic seconds."""


class Janus:
    """Rooms at one of several servers, and the pages' lines to them."""

    name = "janus"
    third = True

    def __init__(
        self,
        rooms: Rooms,
        relays: Relays,
        clock: Clock,
        tell: Tell,
        origins: frozenset[str],
    ) -> None:
        self._rooms = rooms
        self._relays = relays
        self._clock = clock
        self._tell = tell
        self._origins = origins
        self._tickets: dict[str, Ticket] = {}
        self._found = Lately(self._looked, clock)

    async def start(self) -> None:
        """Ready to reach servers; none is needed yet."""
        await self._rooms.start()

    async def stop(self) -> None:
        """Close every call's room; its pages come back to whichever gateway is there next."""
        for call in self._rooms:
            await self._close(call, AGAIN)
        await self._rooms.stop()

    async def check(self) -> Unready | None:
        """MEDIA_SERVER_DOWN where no server makes a room; RELAY_DOWN as peer to peer."""
        return await self._found()

    async def _looked(self) -> Unready | None:
        if not await self._rooms.any_answers():
            return Unready.MEDIA_SERVER_DOWN
        return Unready.RELAY_DOWN if await self._relays.down(self._clock) else None

    async def open(self, call: str) -> None:
        """A room at the server with the fewest calls that answers. Raises VideoFailed."""
        await self._rooms.open(call)

    async def credentials(self, call: str, role: Role, now: int) -> Media:
        """`{provider, ice, policy?, ticket?}`; without a ticket no server answers: ask once more."""
        media = self._relays.media(self.name, call, now)
        room = self._rooms.get(call)
        if room is None:
            return media
        if room.stale:
            try:
                await self._rooms.renew(room)
            except VideoFailed:
                return media
        ticket = self._clock.secret()
        at = self._clock.monotonic()
        self._tickets = {key: one for key, one in self._tickets.items() if one.until > at}
        self._tickets[digest(ticket)] = Ticket(call=call, role=role, until=at + TICKET)
        return {**media, "ticket": ticket}

    async def close(self, call: str) -> None:
        """Nobody of this call sends or receives from here on."""
        await self._close(call, ENDED)

    async def _close(self, call: str, code: int) -> None:
        room = self._rooms.get(call)
        if room is None:
            return
        self._tickets = {key: one for key, one in self._tickets.items() if one.call != call}
        for seat in list(room.seats.values()):
            await seat.leave(code)
        await self._rooms.close(room)

    def routes(self) -> "Sequence[web.AbstractRouteDef]":
        """`/ws/media`."""
        from aiohttp import web

        return [web.get("/ws/media", self._answer)]

    def _redeemed(self, request: "web.Request") -> Ticket | None:
        """Used up by being shown, whatever follows."""
        ticket = self._tickets.pop(digest(request.query.get("ticket", "")), None)
        if ticket is None or ticket.until <= self._clock.monotonic():
            return None
        return ticket

    async def _answer(self, request: "web.Request") -> "web.StreamResponse":
        from aiohttp import web

        if request.headers.get("Origin", "").lower() not in self._origins:
            raise web.HTTPForbidden
        socket = web.WebSocketResponse(heartbeat=5, timeout=1, max_msg_size=LARGEST)
        await socket.prepare(request)
        ticket = self._redeemed(request)
        room = self._rooms.get(ticket.call) if ticket is not None else None
        if ticket is None or room is None:
            await socket.close(code=UNKNOWN)
            return socket
        former = room.seats.pop(ticket.role, None)
        if former is not None:
            await former.leave(NEWER)
        await self._serve(socket, room, ticket.role)
        return socket

    async def _serve(self, socket: "web.WebSocketResponse", room: Room, role: Role) -> None:
        """The page's line, from its beginning to its end."""
        seat: Page | None = None
        try:
            async with self._rooms.connected(room.server) as line:
                seat = Page(
                    role=role,
                    room=room,
                    socket=socket,
                    line=line,
                    tell=self._tell,
                    feed=new_number(self._clock),
                )
                room.seats[role] = seat
                await seat.begin()
                async with beside(seat.follow(), line.keep_alive()):
                    await hear(seat, Rate(self._clock, a_second=A_SECOND, burst=BURST))
        except VideoFailed:
            room.stale = True
            await socket.close(code=AGAIN)
        finally:
            if seat is not None:
                room.left(seat, self._tell)


async def hear(page: Page, rate: Rate) -> None:
    """What the page says, until it goes or says what it may not."""
    async for message in page.socket:
        if isinstance(message.data, Exception):  # it was too large, say: the line is closed by now
            return
        try:
            said = read(message.data, page.role)
        except Invalid as error:
            _log.info("a page's media line is closed: %s", error.field)
            await page.leave(NOT_ALLOWED)
            return
        if rate.wait(""):
            await page.leave(NOT_ALLOWED)
            return
        if said is not None:
            await page.take(said)
