"""One page's pictures through a Janus: what it sends, and what it gets of each of the others.

The gateway itself speaks to Janus; a page's words (janus_said.py) only fill in descriptions and ways.
"""

import contextlib
import json
import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from desktop.domain.errors import VideoFailed
from desktop.services.video.gateway.providers import Role, Tell
from desktop.services.video.gateway.providers.janus_line import Line, Refused, Told
from desktop.services.video.gateway.providers.janus_room import NO_SUCH_FEED, Room
from desktop.services.video.gateway.providers.janus_said import Candidate, Down, Up

if TYPE_CHECKING:
    from aiohttp import web

AGAIN: Final = 4004
"""The server is gone, or was restarted: a new ticket gets a new line."""

_log = logging.getLogger(__name__)


@dataclass(slots=True, kw_only=True)
class Received:
    """What the page gets of one other page."""

    role: Role
    gen: int
    feed: int
    handle: int


@dataclass(slots=True, kw_only=True)
class Page:
    """A page in the room of its call."""

    role: Role
    room: Room
    socket: "web.WebSocketResponse"
    line: Line
    tell: Tell
    feed: int
    """Its own number in the room."""
    lines: dict[str, str] = field(default_factory=dict)
    handle: int = 0
    received: dict[Role, Received] = field(default_factory=dict)
    published: bool = False
    up: bool = False
    gens: int = 0

    async def leave(self, code: int) -> None:
        """Close the page's line with a code of docs/video-protocol.md."""
        await self.socket.close(code=code)

    async def begin(self) -> None:
        """Take the seat, and get whatever others send already. Raises VideoFailed, Refused."""
        self.handle = await self.line.attach()
        joined = await self.line.request(self.handle, self.room.sending(self.feed))
        await self._say("ready")
        await self._publishers(joined)

    async def _say(self, kind: str, **more: Any) -> None:
        if not self.socket.closed:
            await self.socket.send_str(json.dumps({"type": kind, **more}))

    # From the page

    async def take(self, said: Up | Down | Candidate) -> None:
        """One message of the page. Raises VideoFailed where Janus does not do it."""
        match said:
            case Up():
                await self._send(said)
            case Down():
                got = self.received.get(said.role)
                if got is not None and got.gen == said.gen:
                    jsep = {"type": "answer", "sdp": said.sdp}
                    await self.line.request(got.handle, {"request": "start"}, jsep)
            case Candidate():
                handle = self._handle_for(said)
                if handle:
                    way = said.way or {"completed": True}
                    await self.line.ask("trickle", handle=handle, candidate=way)

    def _handle_for(self, said: Candidate) -> int:
        if said.role is None:
            return self.handle
        got = self.received.get(said.role)
        return got.handle if got is not None and got.gen == said.gen else 0

    async def _send(self, said: Up) -> None:
        self.lines = said.lines
        named = [{"mid": mid, "description": kind} for mid, kind in said.lines.items()]
        request = "configure" if self.published else "publish"
        body = {"request": request, "descriptions": named, "record": False}
        answer = await self.line.request(self.handle, body, {"type": "offer", "sdp": said.sdp})
        self.published = True
        await self._say("up", sdp=answer.get("jsep", {}).get("sdp", ""))

    # From Janus

    async def follow(self) -> None:
        """What Janus tells, until the line is cut; then the page's line is closed as well."""
        code = AGAIN
        try:
            while (told := await self.line.told.get()) is not None:
                if not await self._heard(told):
                    break
        except VideoFailed:
            pass
        except Exception:
            _log.exception("janus told something unexpected")
            code = 1011
        self.room.stale = True
        await self.leave(code)

    async def _heard(self, told: Told) -> bool:
        """Take one event in; False: what the page sends no longer arrives, it must come anew."""
        sender = told.get("sender")
        match told.get("janus"):
            case "webrtcup" if sender == self.handle:
                self.up = True
                self.room.came(self, self.tell)
            case "hangup" if sender == self.handle:
                return False
            case "trickle":
                await self._way(told, sender)
            case "event":
                await self._event(told.get("plugindata", {}).get("data", {}))
            case "timeout":
                return False
            case _:
                pass
        return True

    async def _way(self, told: Told, sender: Any) -> None:
        candidate = told.get("candidate", {})
        if sender == self.handle:
            await self._say("candidate", on="up", candidate=candidate)
        for got in self.received.values():
            if got.handle == sender:
                await self._say("candidate", on=got.role, gen=got.gen, candidate=candidate)

    async def _event(self, data: Told) -> None:
        await self._publishers(data)
        for gone in ("unpublished", "leaving"):
            for got in [one for one in self.received.values() if one.feed == data.get(gone)]:
                del self.received[got.role]
                await self._say("gone", **{"from": got.role})
                await self._detach(got)

    async def _publishers(self, data: Told) -> None:
        for one in data.get("publishers", ()):
            seat = self.room.feed(one.get("id"))
            if seat is not None and seat is not self:
                await self._receive(seat.role, seat.feed, seat.lines)

    async def _receive(self, role: Role, feed: int, lines: dict[str, str]) -> None:
        former = self.received.pop(role, None)
        if former is not None:
            await self._detach(former)
        self.gens += 1
        got = Received(role=role, gen=self.gens, feed=feed, handle=await self.line.attach())
        self.received[role] = got
        try:
            attached = await self.line.request(got.handle, self.room.receiving(feed, lines))
        except Refused as refused:
            if refused.number != NO_SUCH_FEED:
                raise
            self.received.pop(role, None)
            return  # gone meanwhile; its next page is told of
        kinds = {
            one["mid"]: lines[one["feed_mid"]]
            for one in attached.get("streams", ())
            if one.get("feed_mid") in lines
        }
        sdp = attached.get("jsep", {}).get("sdp", "")
        await self._say("down", **{"from": role}, gen=got.gen, sdp=sdp, lines=kinds)

    async def _detach(self, got: Received) -> None:
        with contextlib.suppress(Refused):  # it may have gone with its feed
            await self.line.ask("detach", handle=got.handle)
