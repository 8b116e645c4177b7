"""One WebSocket at the gateway's side: telling never waits, and what comes is bounded."""

import asyncio
import contextlib
import json
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any, Final

from aiohttp import WSMessage, WSMsgType, web

from desktop.domain.errors import Invalid
from desktop.services.clock import Clock
from desktop.services.video.gateway.limits import Rate

LARGEST: Final = 64 * 1024
PING: Final = 5.0
DEAD: Final = 15.0
"""Seconds without any frame, pongs counted, after which nobody is there."""
GOODBYE: Final = 2.0
"""Seconds that the other side has to say goodbye as well."""
WAITING: Final = 2000
"""Messages that may wait for a slow reader; then the line is given up, and resumed by whoever it is."""
A_SECOND: Final = 50
BURST: Final = 200
GOING: Final = 1001
TOO_MUCH: Final = 1008
BROKEN: Final = 1011

Message = dict[str, Any]
Hear = Callable[[Message], Awaitable[None]]
_log = logging.getLogger(__name__)


class Line:
    """A WebSocket that is told things at once and hears one message after the other."""

    def __init__(self, request: web.Request, socket: web.WebSocketResponse, clock: Clock) -> None:
        self._request = request
        self._socket = socket
        self._rate = Rate(clock, a_second=A_SECOND, burst=BURST)
        self._waiting: deque[str] = deque()
        self._something = asyncio.Event()
        self._code: int | None = None
        self._reason = b""
        self._patience: asyncio.Timeout | None = None
        """While a frame is waited for."""

    @classmethod
    async def opened(cls, request: web.Request, clock: Clock) -> "Line":
        """Answer a request for one."""
        socket = web.WebSocketResponse(
            timeout=GOODBYE, autoping=False, compress=False, max_msg_size=LARGEST
        )
        await socket.prepare(request)
        return cls(request, socket, clock)

    @property
    def closing(self) -> bool:
        """Whether nothing more is sent, and nothing more is heard."""
        return self._code is not None

    @property
    def response(self) -> web.WebSocketResponse:
        """What a route gives back."""
        return self._socket

    def tell(self, message: Message) -> None:
        """Send as soon as may be; a line that is gone swallows it."""
        if self.closing:
            return
        if len(self._waiting) >= WAITING:
            self._waiting.clear()
            self.close(TOO_MUCH)
            self._cut()
            return
        self._waiting.append(json.dumps(message, ensure_ascii=False, separators=(",", ":")))
        self._something.set()

    def close(self, code: int, reason: str = "") -> None:
        """Close with this code once what was told before is sent."""
        if self._code is None:
            self._code, self._reason = code, reason.encode()
            self._something.set()

    def _cut(self) -> None:
        if self._request.transport is not None:
            self._request.transport.abort()

    async def run(self, hear: Hear) -> None:
        """Until it is closed by either side. Whatever goes wrong in `hear` closes it (1011)."""
        await asyncio.gather(self._send(), self._receive(hear))
        # Nobody reads here any more: this reads on until the other side says goodbye as well. A
        # socket that is closed with words unread takes its own last words with it.
        await self._socket.close(code=self._code or GOING, message=self._reason)

    async def _send(self) -> None:
        loop = asyncio.get_running_loop()
        due = loop.time() + PING
        try:
            while True:
                while self._waiting:
                    await self._socket.send_str(self._waiting.popleft())
                if self.closing:
                    break
                if loop.time() >= due:
                    due = loop.time() + PING
                    await self._socket.ping()
                self._something.clear()
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout_at(due):
                        await self._something.wait()
        except (ConnectionError, RuntimeError):
            self.close(GOING)  # the other side is gone; the reader sees the same
        if self._patience is not None:
            self._patience.reschedule(loop.time())

    async def _receive(self, hear: Hear) -> None:
        try:
            while not self.closing and await self._frame(hear):
                pass
        finally:
            self.close(1000)

    async def _frame(self, hear: Hear) -> bool:
        """Deal with one; False: there are no more, or nobody is there."""
        try:
            async with asyncio.timeout(DEAD) as self._patience:
                frame = await self._socket.receive()
        except TimeoutError:
            if not self.closing:
                self._cut()
            return False
        finally:
            self._patience = None
        match frame.type:
            case WSMsgType.PING:
                with contextlib.suppress(ConnectionError):
                    await self._socket.pong(frame.data)
            case WSMsgType.PONG:
                pass
            case WSMsgType.TEXT | WSMsgType.BINARY:
                await self._heard(frame, hear)
            case _:
                return False
        return True

    async def _heard(self, frame: WSMessage, hear: Hear) -> None:
        if self.closing:
            return
        if self._rate.wait(""):
            self.close(TOO_MUCH)
            return
        message = _parsed(frame)
        if message is None:
            return
        try:
            await hear(message)
        except Invalid:
            pass  # a field that is none: the page is older, newer, or not ours
        except Exception:
            _log.exception("a message was not dealt with")
            self.close(BROKEN)


def text(said: Any, most: int) -> str:
    """A short text that somebody typed, on one line; anything else, or a longer one, is cut to fit."""
    if not isinstance(said, str):
        return ""
    printable = "".join(one if one.isprintable() else " " for one in said[: most * 2])
    return " ".join(printable.split())[:most]


def _parsed(frame: WSMessage) -> Message | None:
    """The message; None for what is none, which is ignored."""
    if frame.type is not WSMsgType.TEXT:
        return None
    try:
        found = json.loads(frame.data, parse_constant=_no_number)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) and isinstance(found.get("type"), str) else None


def _no_number(text: str) -> float:
    """NaN and infinity are no JSON, and no page could read what is passed on."""
    raise ValueError(text)
