"""From Ctrl+Enter at one desk to another's timeline and to a lead's screen, by real engines."""

import asyncio
import statistics
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from desktop.domain.contacts import IncivilityType
from desktop.domain.customers import Customer
from desktop.domain.ids import CustomerId, PersonId
from desktop.domain.people import Person, Role
from desktop.services.changes import Changes
from desktop.services.clock import Clock
from desktop.services.contacts import Contacts
from desktop.services.store import identity
from desktop.services.store.local import LocalStore
from desktop.services.sync.engine import SyncEngine
from tests.bench.shared_server import bench_database, door, put_customers, quantile, row
from tests.shared_database import SharedDatabase

SECONDS = 60.0
BETWEEN = 1.0
WRITER = Person(id=PersonId("person-lea"), name="", role=Role.ADVISOR)


def measure() -> list[dict[str, Any]]:
    """A report is written each second, which may leave at once.

    A contact that is closed leaves ten seconds later, because it may be taken back until then:
    add them. An advisor pulls each 30 to 60 s, a lead each 8 to 12 s.
    """
    with bench_database() as database, tempfile.TemporaryDirectory() as folder:
        branch = database.add_branch("Lyon")
        team = database.add_team("Rhone", branch)
        for name, role in (("lea", "advisor"), ("karim", "advisor"), ("camille", "lead")):
            database.add_person(name, role, team)
        with database.superuser() as connection:
            put_customers(connection, 500, branch)
        return asyncio.run(_measure(database, Path(folder)))


@asynccontextmanager
async def _desk(
    database: SharedDatabase, folder: Path, name: str
) -> AsyncIterator[tuple[LocalStore, Changes]]:
    store = await LocalStore.open(folder / f"{name}.sqlite", Clock(), bytes(range(32)))
    await store.write(identity.bind, "the server", PersonId(f"person-{name}"))
    changes = Changes()
    async with SyncEngine(store, changes, door(database, name)):
        yield store, changes
    await store.close()


async def _measure(database: SharedDatabase, folder: Path) -> list[dict[str, Any]]:
    written: dict[str, float] = {}
    on_server: dict[str, float] = {}
    seen: dict[str, dict[str, float]] = {"karim": {}, "camille": {}}
    async with AsyncExitStack() as stack:
        lea, said = await stack.enter_async_context(_desk(database, folder, "lea"))
        watched = []
        for name, at in seen.items():
            store, _ = await stack.enter_async_context(_desk(database, folder, name))
            watched.append(asyncio.create_task(_watch(store, at)))
        watched.append(asyncio.create_task(_watch_server(database, on_server)))
        await asyncio.sleep(3)  # first pulls
        contacts, ends = Contacts(lea, lea.clock, said), time.monotonic() + SECONDS
        customer = Customer(id=CustomerId((await lea.read(_customers))[0]))
        while time.monotonic() < ends:
            draft = await contacts.begin(customer, WRITER)
            began = time.monotonic()
            report = await contacts.report_incivility(draft, IncivilityType.OTHER, 1, "Un mot.")
            written[report.incivility.id] = began
            await contacts.drop(report.draft)
            await asyncio.sleep(BETWEEN)
        for task in watched:
            task.cancel()
    return [
        *_shown("ctrl_enter_to_server", written, on_server),
        *_shown("ctrl_enter_to_timeline", written, seen["karim"]),
        *_shown("ctrl_enter_to_lead", written, seen["camille"]),
    ]


def _shown(name: str, written: dict[str, float], seen: dict[str, float]) -> list[dict[str, Any]]:
    waits = [at - written[one] for one, at in seen.items() if one in written]
    return [
        row(f"{name}_p50_s", statistics.median(waits), "s", len(waits)),
        row(f"{name}_max_s", quantile(waits, 1.0), "s", len(waits)),
    ]


async def _watch(store: LocalStore, at: dict[str, float]) -> None:
    while True:
        for one in await store.read(_reports):
            at.setdefault(one, time.monotonic())
        await asyncio.sleep(0.02)


async def _watch_server(database: SharedDatabase, at: dict[str, float]) -> None:
    with database.superuser() as connection:
        while True:
            for (one,) in connection.execute("select id from vav.incivilities").fetchall():
                at.setdefault(one, time.monotonic())
            await asyncio.sleep(0.02)


def _reports(connection: Connection) -> list[str]:
    return [one for (one,) in connection.exec_driver_sql("SELECT id FROM incivilities")]


def _customers(connection: Connection) -> list[str]:
    return [one for (one,) in connection.exec_driver_sql("SELECT id FROM customers LIMIT 1")]
