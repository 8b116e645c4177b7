"""A door as the engine uses it: awaited, timed, and opened anew after each round."""

import statistics
from collections import deque
from typing import Any, Final

from desktop.services.clock import Clock
from desktop.services.transport import SyncTransport
from desktop.services.transport.thread import NetThread

PROTOCOL: Final = 1
_SAMPLES: Final = 5

STOP_PATIENCE: Final = 5.0
"""Seconds that a stop waits for a call that was cut."""


class Link:
    """Calls a door in the sync thread, and measures how far the clocks are apart."""

    def __init__(self, door: SyncTransport, clock: Clock, offset: int = 0) -> None:
        self._door = door
        self._clock = clock
        self._thread = NetThread("sync")
        self._offsets: deque[float] = deque(maxlen=_SAMPLES)
        self.offset = offset
        """Milliseconds of the server's clock less this machine's."""

    def now_ms(self) -> int:
        """This machine's clock, ms."""
        return int(self._clock.now().timestamp() * 1000)

    async def call(self, function: str, params: dict[str, Any]) -> dict[str, Any]:
        """The answer of a function. Raises as SyncTransport.call."""
        answer, sent, received = await self._thread.run(self._timed, function, params)
        if isinstance(told := answer.get("now"), int):
            self._measured(told - (sent + received) / 2)
        return answer

    def _timed(self, function: str, params: dict[str, Any]) -> tuple[dict[str, Any], int, int]:
        sent = self.now_ms()
        answer = self._door.call(function, params)
        if answer.get("again") is True:
            # What it published is told once it is kept, which it is now.
            sent = self.now_ms()
            answer = self._door.call(function, params)
        return answer, sent, self.now_ms()

    def _measured(self, offset: float) -> None:
        # The median of some round trips: a slow one says little.
        self._offsets.append(offset)
        self.offset = round(statistics.median(self._offsets))

    async def probe(self) -> bool:
        """Whether the server's port can be reached."""
        return await self._thread.run(self._door.probe)

    async def close(self) -> None:
        """End the connection; the next call opens another."""
        await self._thread.run(self._door.close)

    async def change(self, door: SyncTransport) -> None:
        """Go on through another door."""
        self._door.interrupt()
        await self.close()
        self._door = door

    def interrupt(self) -> None:
        """Cut the call that is under way."""
        self._door.interrupt()

    async def end(self) -> None:
        """Cut what is under way, and let the thread go."""
        self._door.interrupt()
        door, thread = self._door, self._thread
        self._thread = NetThread("sync")
        if await thread.end(STOP_PATIENCE):
            door.close()
