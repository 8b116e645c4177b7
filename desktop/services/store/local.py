"""The store on this machine: one thread, one connection, awaitable from the loop."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine, insert, select
from sqlalchemy.exc import OperationalError

from desktop.domain.errors import StoreUnavailable, Trouble
from desktop.services.clock import Clock
from desktop.services.store import cipher, opening, tables
from desktop.services.store.ballast import Ballast
from desktop.services.store.troubles import interrupted, told
from desktop.services.store.unit import Unit
from desktop.services.store.worker import Worker

P = ParamSpec("P")
T = TypeVar("T")


class LocalStore:
    """Runs functions that take a Connection, in order, in the store's own thread.

    Everything raised by the environment (full disk, damaged file) arrives as StoreUnavailable.
    """

    def __init__(self, path: Path, clock: Clock, ballast: int = 0) -> None:
        self.path = path
        self.clock = clock
        self.device = ""
        self.encrypted = False
        self.ballast = Ballast(path, ballast)
        self._worker = Worker(self._interrupt)
        self._engine: Engine | None = None
        self._connection: Connection | None = None

    @classmethod
    async def open(
        cls, path: Path, clock: Clock, key: bytes | None = None, *, ballast: int = 0
    ) -> "LocalStore":
        """Open, making or upgrading it as needed. Raises StoreUnavailable.

        `key`: 32 bytes; without one the file is plain. `ballast`: bytes kept beside it.
        """
        store = cls(path, clock, ballast)
        try:
            await store._worker.run("", store._open, key)
        except BaseException:
            store._worker.end()
            raise
        store._worker.later(store.ballast.make)
        return store

    def _open(self, key: bytes | None) -> None:
        self.encrypted = key is not None
        with cipher.about_keys(self.path, keyed=self.encrypted), told(self.path):
            self._engine = opening.engine_for(self.path, key)
            self._connection = self._engine.connect()
            try:
                opening.prepare(self._connection, self.path)
                self.device = self._transact(_device, self.clock.new_id())
            except BaseException:
                self._close()
                raise

    async def close(self, check: Callable[[Connection], None] | None = None) -> None:
        """Finish what was asked, then close; asking again does nothing.

        Where `check` raises, the store stays open: nothing is written between it and the end.
        """
        if self._connection is not None:
            await self._worker.run("", self._check_and_close, check)
        self._worker.end()

    def _check_and_close(self, check: Callable[[Connection], None] | None) -> None:
        if check is not None:
            self._query(check)
        self._close()

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
        return await self._worker.run("", self._query, query, *args, **kwargs)

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
        self._worker.supersede(lane)
        try:
            return await self._worker.run(lane, self._query, query, *args, **kwargs)
        except OperationalError as error:
            if interrupted(error):
                raise asyncio.CancelledError from error
            raise

    async def write(
        self, work: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run work in one transaction: all of it is kept, or nothing.

        On a full disk the ballast is released and the work is run once more.
        """
        return await self._worker.run("", self._transact_told, work, *args, **kwargs)

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
        try:
            with told(self.path):
                done = self._transact(work, *args, **kwargs)
        except StoreUnavailable as error:
            if error.trouble is not Trouble.DISK_FULL or not self.ballast.release():
                raise
            with told(self.path):
                return self._transact(work, *args, **kwargs)
        self.ballast.make()
        return done

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


def _device(connection: Connection, fresh: str) -> str:
    """This machine's id in the outbox, made once a store."""
    known = connection.scalar(select(tables.meta.c.value).where(tables.meta.c.name == "device"))
    if known is None:
        connection.execute(insert(tables.meta).values(name="device", value=fresh))
        return fresh
    return str(known)
