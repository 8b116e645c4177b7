"""A conversation with one Janus: its WebSocket, one session, requests and their answers."""

import asyncio
import base64
import contextlib
import hmac
import json
import logging
from collections.abc import AsyncIterator, Coroutine
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from desktop.domain.errors import VideoFailed
from desktop.services.clock import Clock

if TYPE_CHECKING:
    import aiohttp

Told = dict[str, Any]
PLUGIN: Final = "janus.plugin.videoroom"
PATIENCE: Final = 3.0
"""Seconds until Janus counts as not answering."""
KEEP_ALIVE: Final = 20.0
"""Seconds between two signs of life; Janus drops a session after 60 without one."""
TOKEN_LASTS: Final = 120
"""Seconds that a signed token is good for; each request bears a new one."""
ACKED: Final = frozenset({"keepalive", "trickle"})
"""Requests that are done once Janus says that it has them; an event follows all others."""
LARGEST: Final = 256 * 1024
"""Bytes of one message of Janus."""

_log = logging.getLogger(__name__)


class Refused(VideoFailed):
    """Janus, or its room, said no; `number` is its own code of why."""

    def __init__(self, number: int) -> None:
        super().__init__("provider")
        self.number = number


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """One Janus, and what it lets the gateway in by."""

    url: str
    """Of its WebSocket."""
    secret: str = field(default="", repr=False)
    """Its `api_secret`."""
    token_secret: str = field(default="", repr=False)
    """Its `token_auth_secret`."""
    room_secret: str = field(default="", repr=False)
    """The `admin_key` of its video room."""

    def token(self, now: int) -> str:
        """A signed token (HMAC-SHA1, Janus' own form) for the room's plugin; `now` in seconds."""
        said = f"{now + TOKEN_LASTS},janus,{PLUGIN}"
        made = hmac.digest(self.token_secret.encode(), said.encode(), "sha1")
        return f"{said}:{base64.b64encode(made).decode()}"


class Line:
    """Requests to Janus and what it tells by itself; use it through `connected`."""

    def __init__(
        self, socket: "aiohttp.ClientWebSocketResponse", server: Server, clock: Clock
    ) -> None:
        self._socket = socket
        self._server = server
        self._clock = clock
        self._session = 0
        self._asked = 0
        self._waiting: dict[str, tuple[asyncio.Future[Told], bool]] = {}
        """By transaction: who waits, and whether an `ack` is all there is to wait for."""
        self.told: asyncio.Queue[Told | None] = asyncio.Queue()
        """What no request asked for, in order; None: the line is cut."""

    async def begin(self) -> None:
        """Make the session."""
        self._session = (await self.ask("create"))["data"]["id"]

    async def attach(self) -> int:
        """A new handle of the room's plugin."""
        return int((await self.ask("attach", plugin=PLUGIN))["data"]["id"])

    async def request(self, handle: int, body: Told, jsep: Told | None = None) -> Told:
        """Ask the room something; gives `plugindata.data`, with `jsep` beside where one came.

        Raises Refused where the room says no, VideoFailed where nothing comes.
        """
        more = {"jsep": jsep} if jsep else {}
        answer = await self.ask("message", handle=handle, body=body, **more)
        data: Told = answer.get("plugindata", {}).get("data", {})
        if "error_code" in data:
            raise Refused(int(data["error_code"]))
        return {**data, "jsep": answer["jsep"]} if "jsep" in answer else data

    async def ask(self, verb: str, *, handle: int = 0, **more: Any) -> Told:
        """One request and its answer. Raises as `request`."""
        self._asked += 1
        transaction = str(self._asked)
        waiting: asyncio.Future[Told] = asyncio.get_running_loop().create_future()
        self._waiting[transaction] = (waiting, verb in ACKED)
        try:
            await self._send(verb, handle, {**more, "transaction": transaction})
            async with asyncio.timeout(PATIENCE):
                answer = await waiting
        except (OSError, TimeoutError) as error:
            raise VideoFailed("provider") from error
        finally:
            del self._waiting[transaction]
        if answer.get("janus") == "error":
            raise Refused(int(answer.get("error", {}).get("code", 0)))
        return answer

    async def _send(self, verb: str, handle: int, more: Told) -> None:
        message: Told = {"janus": verb, **more}
        if self._session:
            message["session_id"] = self._session
        if handle:
            message["handle_id"] = handle
        if self._server.secret:
            message["apisecret"] = self._server.secret
        if self._server.token_secret:
            message["token"] = self._server.token(round(self._clock.now().timestamp()))
        await self._socket.send_str(json.dumps(message))

    async def read(self) -> None:
        """Take in what comes until the line is cut."""
        try:
            async for message in self._socket:
                if isinstance(message.data, str):
                    self._take(json.loads(message.data))
        except ValueError:
            _log.warning("janus said something that is no JSON")
        finally:
            for waiting, _ in self._waiting.values():
                if not waiting.done():
                    waiting.set_exception(VideoFailed("provider"))
            self.told.put_nowait(None)

    def _take(self, message: Told) -> None:
        kind = message.get("janus")
        waiting, acked = self._waiting.get(str(message.get("transaction", "")), (None, False))
        if waiting is None or waiting.done():
            if kind not in {"ack", "success"}:
                self.told.put_nowait(message)
        elif kind != "ack" or acked:
            waiting.set_result(message)

    async def keep_alive(self) -> None:
        """Sign of life, again and again. Raises VideoFailed when none is answered."""
        while True:
            await self._clock.sleep(KEEP_ALIVE)
            await self.ask("keepalive")


@contextlib.asynccontextmanager
async def connected(
    http: "aiohttp.ClientSession", server: Server, clock: Clock
) -> AsyncIterator[Line]:
    """A line with its session. Raises VideoFailed where Janus does not answer or lets nobody in."""
    import aiohttp

    try:
        async with asyncio.timeout(PATIENCE):
            socket = await http.ws_connect(
                server.url, protocols=("janus-protocol",), max_msg_size=LARGEST, heartbeat=5
            )
    except (aiohttp.ClientError, OSError, TimeoutError) as error:
        raise VideoFailed("provider") from error
    line = Line(socket, server, clock)
    try:
        async with beside(line.read()):
            await line.begin()
            yield line
    finally:
        await socket.close()


@contextlib.asynccontextmanager
async def beside(*works: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """These run as long as the body does."""
    tasks = [asyncio.create_task(work) for work in works]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
