"""A desk of the acceptance tests: a real store, the real engine, a real server behind a door."""

import contextlib
import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from desktop.domain.customers import PinnedNote
from desktop.domain.errors import StoreUnavailable
from desktop.domain.ids import CustomerId, PersonId
from desktop.services.changes import Changes
from desktop.services.gateways.http import Http
from desktop.services.store import identity, replica
from desktop.services.store.local import LocalStore
from desktop.services.store.shared.addresses import connection_params
from desktop.services.store.shared.sql_door import SqlDoor
from desktop.services.sync.engine import SyncEngine
from desktop.services.sync.https_door import GivenToken, HttpsDoor
from desktop.services.transport import SyncTransport
from tests.rest_server import token
from tests.services.sync.conftest import until
from tests.services.sync.fakes import PacedClock
from tests.shared_database import SharedDatabase

SERVER = "postgresql://base.example/vav"


@dataclass
class Desk:
    """One person at one machine."""

    path: Path
    person: str
    door: SyncTransport
    clock: PacedClock = field(default_factory=PacedClock)
    key: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    store: LocalStore = field(init=False)
    engine: SyncEngine = field(init=False)
    changes: Changes = field(default_factory=Changes)

    def __post_init__(self) -> None:
        self.clock.at = datetime.now(UTC).replace(microsecond=0)
        self.clock.made = secrets.randbelow(1 << 60)  # ids of two desks differ

    @contextlib.asynccontextmanager
    async def opened(self) -> AsyncIterator["Desk"]:
        """The store, without an engine."""
        self.store = await LocalStore.open(self.path, self.clock, self.key)
        try:
            with contextlib.suppress(StoreUnavailable):
                await self.store.write(identity.bind, SERVER, PersonId(f"person-{self.person}"))
            yield self
        finally:
            await self.store.close()

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator["Desk"]:
        """The store and the engine."""
        async with self.opened():
            self.engine = SyncEngine(self.store, self.changes, self.door)
            async with self.engine:
                yield self
        self.door.close()

    async def pin(self, *words: str, customer: str = "c1", author: str = "") -> None:
        """Pin notes, and say so as the screens do."""
        async with self.store.unit() as unit:
            for said in words:
                unit.record(
                    PinnedNote(
                        customer_id=CustomerId(customer),
                        person_id=PersonId(author or f"person-{self.person}"),
                        at=self.clock.now(),
                        words=said,
                    )
                )
        if hasattr(self, "engine"):
            self.engine.wake()

    async def until(self, condition: Any) -> None:
        """Ring the engine's alarm until this holds of the status."""
        for _ in range(300):
            if condition(self.engine.status):
                return
            await self.clock.ring()
        raise AssertionError(f"it never came: {self.engine.status}")

    async def drained(self) -> None:
        """Ring until nothing waits and a round has begun and ended since."""
        # What ends first may have begun before: it does not know what others just pushed.
        for _ in range(2):
            before = self.engine.status.last_success
            await self.until(lambda status, before=before: status.last_success != before)
        await self.until(lambda status: not status.waiting)

    async def counts(self) -> dict[str, int]:
        """Rows that are held of the server's."""
        return await self.store.read(replica.counts)

    async def asked(self, statement: str) -> list[Any]:
        """What the local store answers."""
        return await self.store.read(lambda c: list(c.exec_driver_sql(statement)))


def sql_desk(shared: SharedDatabase, folder: Path, person: str = "lea", limit: float = 20) -> Desk:
    """A desk at the SQL door."""
    door = SqlDoor(connection_params(shared.people[person].dsn), limit=limit)
    return Desk(folder / f"{person}.sqlite", person, door)


def https_desk(shared: SharedDatabase, folder: Path, person: str = "lea", url: str = "") -> Desk:
    """A desk at the second door."""
    door = HttpsDoor(url, GivenToken(token(shared.people[person].role)), Http())
    return Desk(folder / f"{person}.sqlite", person, door)


def notes(shared: SharedDatabase) -> list[str]:
    """The words of all pinned notes of the server, in order."""
    return [words for (words,) in shared.run("select words from vav.pinned_notes order by words")]


def add_customers(shared: SharedDatabase, number: int, first: int = 1) -> None:
    """Customers of Lyon: c1, c2…"""
    shared.run(
        "insert into vav.customers (id, number, family_name, branch_id)"
        " select 'c' || n, 'N' || n, 'Invented ' || n, 'branch-lyon'"
        " from generate_series(%s::int, %s::int) n",
        first,
        first + number - 1,
    )


__all__ = ["Desk", "add_customers", "https_desk", "notes", "sql_desk", "until"]
