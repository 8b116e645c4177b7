"""Letters at the pace of who types fast, which a slow machine slows down: what a kill takes is counted in letters."""

import asyncio
from collections.abc import AsyncIterator
from itertools import count
from time import monotonic

from desktop.services.store.local import LocalStore

KEYSTROKE_S = 0.02
"""Between two letters: faster than anybody."""

PROMISED = 15
"""Letters that 300 ms have room for."""

PAUSE_MS = 200
"""Before what is typed is written: the write itself has the rest. Asserted apart, since a busy machine
types fewer letters in the time of a pause that is too long."""


async def letters(store: LocalStore) -> AsyncIterator[int]:
    """How many were typed with the one to type now, for ever.

    What was asked of the disk before a letter is done before the next: how long a busy machine
    takes for it, or stands still itself, is nothing that the application could promise.
    """
    for typed in count(1):
        begun = monotonic()
        yield typed
        await store.read(lambda _connection: None)
        await asyncio.sleep(max(0.0, KEYSTROKE_S - (monotonic() - begun)))
