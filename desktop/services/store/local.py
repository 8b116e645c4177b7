"""The store on this machine: one thread, one connection, awaitable from the loop."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine, insert, select
from sqlalchemy.exc import OperationalError

from desktop.services.clock import Clock
from desktop.services.store import opening, tables
from desktop.services.store.troubles import interrupted, told
from desktop.services.store.unit import Unit

P = ParamSpec("P")
T = TypeVar("T")


class LocalStore:
    """Runs functions that take a Connection, in order, in the store's own thread.

    Everything raised by the environment (full disk, damaged file) arrives as StoreUnavailable.
    """

    def __init__(self, path: Path, clock: Clock) -> None:
        self.path = path
        self.clock = clock
        self.device = ""
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="store")
        self._lock = threading.Lock()
        self._running = ""
        self._queued: dict[str, Future[Any]] = {}
        self._engine: Engine | None = None
        self._connection: Connection | None = None

    @classmethod
    async def open(cls, path: Path, clock: Clock) -> "LocalStore":
        """Open, making or upgrading it as needed. Raises StoreUnavailable."""
        store = cls(path, clock)
        try:
            await store._run("", store._open)
        except BaseException:
            store._thread.shutdown(wait=True)
            raise
        return store

    def _open(self) -> None:
        with told(self.path):
            self._engine = opening.engine_for(self.path)
            self._connection = self._engine.connect()
            try:
                opening.prepare(self._connection, self.path)
                self.device = self._transact(_device, self.clock.new_id())
            except BaseException:
                self._close()
                raise

    async def close(self) -> None:
        """Finish what was asked, then close; asking again does nothing."""
        if self._connection is not None:
            await self._run("", self._close)
        self._thread.shutdown(wait=True)

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

    async def read(
        self, query: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """The answer of a query, which sees one consistent state."""
        return await self._run("", self._query, query, *args, **kwargs)

    async def read_newest(
        self,
        lane: str,
        query: Callable[Concatenate[Connection, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """As `read`, but the newest request of a lane wins.

        An older one that waits is cancelled; one that runs is interrupted: both raise
        CancelledError where they were awaited.
        """
        with self._lock:
            older = self._queued.pop(lane, None)
            if older is not None:
                older.cancel()
            if self._running == lane:
                self._interrupt()
        try:
            return await self._run(lane, self._query, query, *args, **kwargs)
        except OperationalError as error:
            if interrupted(error):
                raise asyncio.CancelledError from error
            raise

    async def write(
        self, work: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run work in one transaction: all of it is kept, or nothing."""
        return await self._run("", self._transact_told, work, *args, **kwargs)

    @asynccontextmanager
    async def unit(self) -> AsyncIterator[Unit]:
        """One use case's writes, in one transaction when the block ends without an error."""
        unit = Unit(clock=self.clock, device=self.device)
        yield unit
        await self.write(unit.commit)

    def _query(self, query: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        with told(self.path), self._ready().begin():
            return query(self._ready(), *args, **kwargs)

    def _transact_told(self, work: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        with told(self.path):
            return self._transact(work, *args, **kwargs)

    def _transact(self, work: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        connection = self._ready()
        with opening.immediate(connection):
            return work(connection, *args, **kwargs)

    def _ready(self) -> Connection:
        if self._connection is None:
            raise RuntimeError("the store is closed")
        return self._connection

    def _interrupt(self) -> None:
        if self._connection is not None:
            raw: Any = self._connection.connection.driver_connection
            raw.interrupt()

    async def _run(self, lane: str, work: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        def job() -> T:
            with self._lock:
                self._running = lane
                self._queued.pop(lane, None)
            try:
                return work(*args, **kwargs)
            finally:
                with self._lock:
                    self._running = ""

        future = self._thread.submit(job)
        if lane:
            with self._lock:
                if not future.running() and not future.done():
                    self._queued[lane] = future
        return await asyncio.wrap_future(future)


def _device(connection: Connection, fresh: str) -> str:
    """This machine's id in the outbox, made once a store."""
    known = connection.scalar(select(tables.meta.c.value).where(tables.meta.c.name == "device"))
    if known is None:
        connection.execute(insert(tables.meta).values(name="device", value=fresh))
        return fresh
    return str(known)
