"""The store's own thread: jobs in order, and in each lane the newest wins."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


class Worker:
    """Runs what it is given, one after the other, in one thread."""

    def __init__(self, interrupt: Callable[[], None]) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="store")
        self._interrupt = interrupt
        self._lock = threading.Lock()
        self._running = ""
        self._queued: dict[str, Future[Any]] = {}

    def supersede(self, lane: str) -> None:
        """Cancel what waits in a lane, interrupt what runs in it."""
        with self._lock:
            older = self._queued.pop(lane, None)
            if older is not None:
                older.cancel()
            if self._running == lane:
                self._interrupt()

    async def run(self, lane: str, work: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        """What work answers; a lane of "" is nobody's."""

        def job() -> T:
            with self._lock:
                if self._queued.get(lane) is future:
                    del self._queued[lane]
                elif lane:
                    raise CancelledError  # superseded once it could not be cancelled any more
                self._running = lane
            try:
                return work(*args, **kwargs)
            finally:
                with self._lock:
                    self._running = ""

        with self._lock:
            future = self._thread.submit(job)
            if lane:
                self._queued[lane] = future
        return await asyncio.wrap_future(future)

    def later(self, work: Callable[[], None]) -> None:
        """Run work in its turn; nobody waits for it, and it does not raise."""
        self._thread.submit(work)

    def end(self) -> None:
        """Finish what was asked, then let the thread go."""
        self._thread.shutdown(wait=True)
