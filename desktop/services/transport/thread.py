"""A thread that waits for the network, so that the loop never does."""

import asyncio
import contextlib
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

T = TypeVar("T")
_Job = tuple["Future[Any]", Callable[..., Any], tuple[Any, ...]]


class NetThread:
    """Runs what it is given, in order.

    The thread is a daemon: a name that never resolves must not keep the application open.
    """

    def __init__(self, name: str) -> None:
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._name = name
        self._thread: threading.Thread | None = None

    async def run(self, work: Callable[..., T], *args: Any) -> T:
        """What work answers, or raises."""
        return await self.submit(work, *args)

    def submit(self, work: Callable[..., T], *args: Any) -> "asyncio.Future[T]":
        """The same, not awaited yet."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._serve, name=self._name, daemon=True)
            self._thread.start()
        future: Future[T] = Future()
        self._jobs.put((future, work, args))
        return asyncio.wrap_future(future)

    async def end(self, patience: float) -> bool:
        """Let the thread go once its jobs are done; whether that was within so many seconds."""
        thread, self._thread = self._thread, None
        if thread is None:
            return True
        done: Future[None] = Future()
        self._jobs.put((done, lambda: None, ()))
        self._jobs.put(None)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(asyncio.wrap_future(done), patience)
            thread.join()
        return done.done() and not done.cancelled()

    def _serve(self) -> None:
        while (job := self._jobs.get()) is not None:
            future, work, args = job
            if not future.set_running_or_notify_cancel():
                continue
            try:
                answer = work(*args)
            except BaseException as error:
                future.set_exception(error)
            else:
                future.set_result(answer)
            del future, work, args, job
