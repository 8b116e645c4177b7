"""A look that costs others something: many desktops ask each minute, and one answer serves them all."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from desktop.domain.video.readiness import Unready
from desktop.services.clock import Clock

GOOD: Final = 20.0
"""Seconds that an answer is good for."""


class Lately:
    """The outcome of a look, at most twenty seconds old; never two looks at a time."""

    def __init__(self, look: Callable[[], Awaitable[Unready | None]], clock: Clock) -> None:
        self._look = look
        self._clock = clock
        self._lock = asyncio.Lock()
        self._until = 0.0
        self._found: Unready | None = None

    async def __call__(self) -> Unready | None:
        """What was found."""
        async with self._lock:
            if self._clock.monotonic() >= self._until:
                self._found = await self._look()
                self._until = self._clock.monotonic() + GOOD
            return self._found
