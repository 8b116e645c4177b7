"""The application's line to a gateway: says hello, listens, and comes back by itself."""

import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any, Final

import aiohttp

from desktop.domain.errors import VideoFailed
from desktop.services.clock import Clock
from desktop.services.video.api import GatewayApi

log = logging.getLogger(__name__)

WAITS: Final = (0.5, 1.0, 2.0, 4.0)
"""Seconds between two tries, the last one for ever."""
AWAY: Final = 60.0
"""Seconds before trying again where the same person came from another place, or the key is none."""
_NEWER: Final = 4002
Told = dict[str, Any]


class Link:
    """One line, kept up for as long as it runs.

    `greet` gives what to say each time it is up, `heard` takes what it says; `missed` is called
    whenever it ended or could not be had: what it would have told is to be asked for then.
    """

    def __init__(
        self,
        api: GatewayApi,
        clock: Clock,
        *,
        greet: Callable[[], list[Told]],
        heard: Callable[[Told], Awaitable[None]],
        missed: Callable[[], None],
    ) -> None:
        self._api = api
        self._clock = clock
        self._greet = greet
        self._heard = heard
        self._missed = missed
        self._line: aiohttp.ClientWebSocketResponse | None = None

    @property
    def up(self) -> bool:
        """Whether what is told now leaves."""
        return self._line is not None and not self._line.closed

    async def tell(self, told: Told) -> bool:
        """Say something; False: there is no line, and `greet` will say it."""
        if self._line is None or self._line.closed:
            return False
        try:
            await self._line.send_json(told)
        except (ConnectionError, RuntimeError, aiohttp.ClientError):
            return False
        return True

    async def run(self) -> None:
        """Until it is cancelled."""
        failures = 0
        while True:
            wait = WAITS[min(failures, len(WAITS) - 1)]
            try:
                welcomed, code = await self._once()
            except VideoFailed as error:
                welcomed, code = False, 0
                wait = AWAY if error.code == "key" else wait
            failures = 0 if welcomed else failures + 1
            if code == _NEWER:
                wait = AWAY
            self._missed()
            await self._clock.sleep(wait * (0.75 + 0.5 * self._clock.chance()))

    async def close(self) -> None:
        """End the line as one should."""
        if self._line is not None:
            await self._line.close()

    async def _once(self) -> tuple[bool, int]:
        """One line from hello to its end: whether it was welcome, and the code it closed with."""
        line = await self._api.link()
        welcomed = False
        try:
            for told in self._greet():
                await line.send_json(told)
            self._line = line
            async for message in line:
                told = _read(message)
                welcomed = welcomed or told.get("type") == "welcome"
                await self._taken(told)
        except (ConnectionError, RuntimeError, aiohttp.ClientError):
            return welcomed, 0
        finally:
            self._line = None
            await line.close()
        return welcomed, line.close_code or 0

    async def _taken(self, told: Told) -> None:
        try:
            await self._heard(told)
        except (KeyError, TypeError, ValueError) as error:
            # What a newer gateway says otherwise is left aside, not the whole line.
            log.warning("a message of the gateway is not understood: %s", type(error).__name__)


def _read(message: aiohttp.WSMessage) -> Told:
    if message.type is not aiohttp.WSMsgType.TEXT:
        return {}
    try:
        told = json.loads(message.data)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}
