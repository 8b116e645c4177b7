"""The asyncio loop on Qt's: the one module that knows qasync."""

import asyncio
from collections.abc import Awaitable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import qasync
from PySide6.QtCore import QCoreApplication

T = TypeVar("T")

THREADS = 4


class Loop(qasync.QEventLoop):  # type: ignore[misc] # qasync has no types
    """qasync's loop, with threads for what blocks."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application, already_running=False)
        self.set_default_executor(ThreadPoolExecutor(THREADS, thread_name_prefix="aside"))

    def run_until_complete(self, future: Awaitable[T]) -> T:
        """Run until it is done, and pump no event after that.

        qasync pumps once more when no loop runs any longer, which Python 3.14 does not bear
        (qasync 176).
        """
        waited = asyncio.ensure_future(future, loop=self)
        waited.add_done_callback(lambda _done: self.stop())
        self.run_forever()
        if not waited.done():
            raise RuntimeError("the loop was stopped from outside")
        return waited.result()


def run(application: QCoreApplication, main: Coroutine[Any, Any, int]) -> int:
    """Run a coroutine to its end on Qt's loop; the answer is the coroutine's."""
    with asyncio.Runner(loop_factory=lambda: Loop(application)) as runner:
        return runner.run(main)
