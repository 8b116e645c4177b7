"""One WebSocket at the gateway's side: telling never waits, and what comes is bounded."""

import asyncio
import json
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any, Final

from aiohttp import WSMsgType, web

from desktop.services.clock import Clock

LARGEST: Final = 64 * 1024
BEAT: Final = 5.0
A_SECOND: Final = 50.0
BURST: Final = 200.0
WAITING: Final = 2000
"""Messages that may wait for a slow reader; then the line is given up, and resumed by whoever it is."""
TOO_MUCH: Final = 1008
GOING: Final = 1001

Message = dict[str, Any]


class Line:
    """A WebSocket that is told things at once and hears one message after the other."""

    def __init__(self, socket: web.WebSocketResponse, clock: Clock) -> None:
        self._socket = socket
        self._clock = clock
        self._waiting: deque[str] = deque()
        self._something = asyncio.Event()
        self._code: int | None = None
        self._reason = b""
        self._tokens, self._counted = BURST, clock.monotonic()

    @classmethod
    async def opened(cls, request: web.Request, clock: Clock) -> "Line":
        """Answer a request for one."""
        socket = web.WebSocketResponse(
            heartbeat=BEAT, max_msg_size=LARGEST, compress=False, timeout=2.0
        )
        await socket.prepare(request)
        return cls(socket, clock)

    @property
    def closing(self) -> bool:
        """Whether nothing more is sent."""
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
            return
        self._waiting.append(json.dumps(message, separators=(",", ":")))
        self._something.set()

    def close(self, code: int, reason: str = "") -> None:
        """Close with this code once what was told before is sent."""
        if self._code is None:
            self._code, self._reason = code, reason.encode()
            self._something.set()

    async def run(self, hear: Callable[[Message], Awaitable[None]]) -> None:
        """Until it is closed by either side."""
        await asyncio.gather(self._send(), self._receive(hear))

    async def _send(self) -> None:
        try:
            while True:
                while self._waiting:
                    await self._socket.send_str(self._waiting.popleft())
                if self._code is not None:
                    await self._socket.close(code=self._code, message=self._reason)
                    return
                self._something.clear()
                await self._something.wait()
        except ConnectionError:
            self.close(GOING)

    async def _receive(self, hear: Callable[[Message], Awaitable[None]]) -> None:
        try:
            async for frame in self._socket:
                if frame.type is not WSMsgType.TEXT or self.closing:
                    continue
                if self._floods():
                    self.close(TOO_MUCH)
                    continue
                message = _parsed(frame.data)
                if message is not None:
                    await hear(message)
        finally:
            self.close(1000)

    def _floods(self) -> bool:
        now = self._clock.monotonic()
        self._tokens = min(BURST, self._tokens + (now - self._counted) * A_SECOND)
        self._counted = now
        self._tokens -= 1
        return self._tokens < 0


def text(said: Any, most: int) -> str:
    """A short text that somebody typed, on one line; anything else, or a longer one, is cut to fit."""
    if not isinstance(said, str):
        return ""
    printable = "".join(one if one.isprintable() else " " for one in said[: most * 2])
    return " ".join(printable.split())[:most]


def _parsed(data: str) -> Message | None:
    """The message; None for what is none, which is ignored."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) and isinstance(found.get("type"), str) else None
