"""The thread of video calls: a loop of its own, so that a busy window never delays a line."""

import asyncio
import logging
import threading
from collections.abc import Callable, Coroutine
from typing import Any, Final, TypeVar

from desktop.domain.errors import VideoFailed

T = TypeVar("T")
log = logging.getLogger(__name__)

CANCELLED_WITHIN: Final = 0.3
"""Seconds that work which is cancelled has to end."""


class VideoThread:
    """Runs coroutines on its loop; `run` is awaited from any other loop.

    A daemon: a name that never resolves must not keep the application open.
    """

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._tasks: set[asyncio.Task[Any]] = set()
        self._waited: set[asyncio.Task[Any]] = set()
        self._ended = False

    async def run(self, work: Callable[..., Coroutine[Any, Any, T]], *args: Any) -> T:
        """What it answers, or raises; VideoFailed("no_answer") once the thread was ended.

        Who stops waiting cancels the work.
        """
        if self._over():
            raise VideoFailed("no_answer")
        future = asyncio.run_coroutine_threadsafe(self._counted(work(*args)), self._ready())
        try:
            return await asyncio.wrap_future(future)
        except asyncio.CancelledError:
            if self._over() and not _cancelling():
                raise VideoFailed("no_answer") from None
            raise

    async def _counted(self, work: Coroutine[Any, Any, T]) -> T:
        task = asyncio.current_task()
        if task is not None:
            self._waited.add(task)
            task.add_done_callback(self._waited.discard)
        return await work

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        """On this loop: let it run beside; what it raises is logged by its kind alone."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)

    async def end(self, last: Callable[[], Coroutine[Any, Any, None]], patience: float) -> None:
        """Run `last`, cancel all else and let the thread go, within about so many seconds."""
        loop, thread, self._ended = self._loop, self._thread, True
        if loop is None or thread is None or not thread.is_alive():
            return
        future = asyncio.run_coroutine_threadsafe(self._finish(last, patience), loop)
        await asyncio.wait([asyncio.wrap_future(future)], timeout=patience + 2 * CANCELLED_WITHIN)
        loop.call_soon_threadsafe(loop.stop)
        await asyncio.to_thread(thread.join, CANCELLED_WITHIN)

    async def _finish(self, last: Callable[[], Coroutine[Any, Any, None]], patience: float) -> None:
        mine = asyncio.current_task()
        others = [task for task in self._working() if task is not mine]
        for task in others:
            task.cancel()
        if others:
            await asyncio.wait(others, timeout=CANCELLED_WITHIN)
        try:
            async with asyncio.timeout(patience):
                await last()
        except Exception as error:  # it ends whatever happens
            log.warning("the line of video calls ended with %s", type(error).__name__)

    def _working(self) -> set[asyncio.Task[Any]]:
        """What was spawned, and what somebody waits for."""
        return self._tasks | self._waited

    def _over(self) -> bool:
        return self._ended

    def _ready(self) -> asyncio.AbstractEventLoop:
        if self._loop is None:
            self._loop = asyncio.new_event_loop()
            self._thread = threading.Thread(
                target=self._serve, args=(self._loop,), name="video", daemon=True
            )
            self._thread.start()
        return self._loop

    @staticmethod
    def _serve(loop: asyncio.AbstractEventLoop) -> None:
        asyncio.set_event_loop(loop)
        try:
            loop.run_forever()
        finally:
            loop.run_until_complete(_let_go())
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.close()

    def _done(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("work of video calls ended with %s", type(error).__name__)


async def _let_go() -> None:
    """End what still runs: a last word that was cut short leaves what it had not come to."""
    left = asyncio.all_tasks() - {asyncio.current_task()}
    for task in left:
        task.cancel()
    if left:
        await asyncio.wait(left, timeout=CANCELLED_WITHIN)


def _cancelling() -> bool:
    """Whether it is the one who waits that is cancelled."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
