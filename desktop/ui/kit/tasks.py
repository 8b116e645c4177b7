"""The one funnel for coroutines: runs, cancels with the owner, brings every error to one place."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

T = TypeVar("T")
OnError = Callable[[BaseException], None]


def _log(error: BaseException) -> None:
    logging.getLogger(__name__).error("a task failed", exc_info=error)


_running: set[asyncio.Task[Any]] = set()
_place: list[OnError] = [_log]


def on_error(callback: OnError | None) -> None:
    """Set the one place where errors go that their caller did not ask for; None: the log."""
    _place[0] = callback or _log


def run(
    coro: Coroutine[Any, Any, T], owner: QObject, on_error: OnError | None = None
) -> asyncio.Task[T]:
    """Run `coro` until it ends or `owner` is destroyed; errors go to `on_error`, or to the place."""
    task = asyncio.get_running_loop().create_task(coro)
    _running.add(task)
    link = owner.destroyed.connect(lambda *_gone: task.cancel())

    def done(ended: asyncio.Task[T]) -> None:
        _running.discard(ended)
        if isValid(owner):
            QObject.disconnect(link)
        if not ended.cancelled() and (error := ended.exception()) is not None:
            (on_error or _place[0])(error)

    task.add_done_callback(done)
    return task


def running() -> frozenset[asyncio.Task[Any]]:
    """Return the tasks under way, for an orderly stop."""
    return frozenset(_running)


class Latest:
    """Keeps one task at a time: the newest request wins, the one before is cancelled."""

    def __init__(self, owner: QObject) -> None:
        self._owner = owner
        self._task: asyncio.Task[Any] | None = None

    def run(self, coro: Coroutine[Any, Any, T], on_error: OnError | None = None) -> asyncio.Task[T]:
        """Cancel what was asked before, and run `coro` in its place."""
        self.cancel()
        task = run(coro, self._owner, on_error)
        self._task = task
        return task

    def cancel(self) -> None:
        """Cancel what is under way, if anything is."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
