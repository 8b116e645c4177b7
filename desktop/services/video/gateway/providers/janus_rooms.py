"""The rooms of a gateway's calls, each at one of several servers."""

import contextlib
import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, Final

from desktop.domain.errors import Invalid, VideoFailed
from desktop.domain.video.readiness import Unready
from desktop.services.clock import Clock
from desktop.services.video.gateway.providers.janus_line import Line, Server, connected
from desktop.services.video.gateway.providers.janus_room import Room, new_room

if TYPE_CHECKING:
    import aiohttp

MOMENT: Final = 1.5
"""Seconds without another try after one that found no server; pages ask every two."""
_log = logging.getLogger(__name__)


class Rooms:
    """By call. A call stays at its server as long as that one answers."""

    def __init__(self, servers: Sequence[Server], clock: Clock) -> None:
        if not servers:
            raise Invalid("janus", "no server")
        self._servers = tuple(servers)
        self._clock = clock
        self._http: aiohttp.ClientSession | None = None
        self._rooms: dict[str, Room] = {}

    async def start(self) -> None:
        """Ready to reach servers; none is needed yet."""
        import aiohttp

        self._http = aiohttp.ClientSession()

    async def stop(self) -> None:
        """No more servers are reached; twice is no error."""
        http, self._http = self._http, None
        if http is not None:
            await http.close()

    def __iter__(self) -> Iterator[str]:
        return iter(tuple(self._rooms))

    def get(self, call: str) -> Room | None:
        """The room of a call that is open."""
        return self._rooms.get(call)

    def connected(self, server: Server) -> AbstractAsyncContextManager[Line]:
        """A line to a server. Raises VideoFailed where it does not answer."""
        if self._http is None:
            raise VideoFailed("provider")
        return connected(self._http, server, self._clock)

    async def any_answers(self) -> bool:
        """Whether one of the servers makes a room: reached, let in, and with its plugin."""
        for server in self._servers:
            trial = new_room("check", server, self._clock)
            with contextlib.suppress(VideoFailed):
                async with self.connected(server) as line:
                    await trial.make(line)
                    await trial.destroy(line)
                return True
        return False

    async def open(self, call: str) -> None:
        """A room at the server with the fewest calls that answers. Raises VideoFailed."""
        if call not in self._rooms:
            room = await self._placed(call)
            self._rooms.setdefault(call, room)

    async def _placed(self, call: str, but: Server | None = None) -> Room:
        held = Counter(room.server.url for room in self._rooms.values())
        others = (one for one in self._servers if one is not but)
        for server in sorted(others, key=lambda one: held[one.url]):
            room = new_room(call, server, self._clock)
            try:
                await self._make(room)
            except VideoFailed:
                _log.warning("janus %s makes no room", server.url)
                continue
            return room
        raise VideoFailed(Unready.MEDIA_SERVER_DOWN.value)

    async def _make(self, room: Room) -> None:
        async with self.connected(room.server) as line:
            await room.make(line)

    async def renew(self, room: Room) -> None:
        """Have the room again where its server was restarted, or one at another server.

        Pages ask again and again: one of them tries, and after a failure nobody for a moment.
        Raises VideoFailed where no server answers.
        """
        async with room.renewing:
            if not room.stale:
                return
            if self._clock.monotonic() < room.hopeless_until:
                raise VideoFailed("provider")
            try:
                await self._renewed(room)
            except VideoFailed:
                room.hopeless_until = self._clock.monotonic() + MOMENT
                raise

    async def _renewed(self, room: Room) -> None:
        try:
            await self._make(room)
        except VideoFailed:
            placed = await self._placed(room.call, but=room.server)
            room.server, room.number = placed.server, placed.number
            room.pin, room.secret, room.stale = placed.pin, placed.secret, False

    async def close(self, room: Room) -> None:
        """Everybody still in it is thrown out, as far as its server answers."""
        self._rooms.pop(room.call, None)
        try:
            async with self.connected(room.server) as line:
                await room.destroy(line)
        except VideoFailed:
            _log.info("janus %s: a room may be left", room.server.url)
