"""A PostgreSQL for measures, which writes to the disk as a real one, and who works on it."""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import psutil
import psycopg

from desktop.services.store.shared.sql_door import SqlDoor, sql_door
from desktop.services.synthetic import Synthetic, customers
from tests.postgres import Server, binaries, run_as_server, start
from tests.shared_database import PASSWORD, SharedDatabase, installed

SETTINGS = """
fsync = on
full_page_writes = on
autovacuum = on
max_connections = 700
shared_buffers = 1GB
maintenance_work_mem = 512MB
max_wal_size = 4GB
"""

CUSTOMER = (
    *("id", "number", "civility", "given_name", "family_name", "phone", "phone2", "email"),
    *("street", "postcode", "city"),
)
CONTRACT = ("id", "customer_id", "number", "product", "kind", "status", "monthly_cents")
BATCH = 5_000


@contextlib.contextmanager
def bench_server() -> Iterator[Server]:
    """A cluster of its own, on the disk."""
    found = binaries()
    if found is None:
        raise SystemExit("no PostgreSQL here")
    folder = Path(tempfile.mkdtemp(prefix="vav-bench-")) / "pg"
    folder.parent.chmod(0o755)
    try:
        yield start(folder, found, SETTINGS)
    finally:
        stop = ("-D", folder / "data", "-m", "immediate", "-w", "stop")
        run_as_server(found / "pg_ctl", *stop, folder=folder)
        shutil.rmtree(folder.parent, ignore_errors=True)


@contextlib.contextmanager
def bench_database() -> Iterator[SharedDatabase]:
    """A shared database that `init` made, on a server of its own."""
    with bench_server() as server, installed(server) as database:
        yield database


@dataclass(frozen=True, slots=True)
class Cpu:
    """What the server's processes have used, in seconds."""

    postmaster: psutil.Process

    @classmethod
    def of(cls, server: Server) -> "Cpu":
        """That of a server of ours."""
        assert server.folder
        pid = int((server.folder / "data/postmaster.pid").read_text().split()[0])
        return cls(psutil.Process(pid))

    def seconds(self) -> float:
        """Of the postmaster, of its processes, and of those that ended."""
        times = self.postmaster.cpu_times()
        used = times.user + times.system + times.children_user + times.children_system
        for one in self.postmaster.children():
            with contextlib.suppress(psutil.NoSuchProcess):
                used += sum(one.cpu_times()[:2])
        return used


def row(name: str, value: float, unit: str, count: int) -> dict[str, Any]:
    """A measure."""
    return {"name": name, "value": round(value, 4), "unit": unit, "n": count}


def quantile(times: Sequence[float], share: float) -> float:
    """The value below which so much lies."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, round(share * len(ordered)))]


def door(database: SharedDatabase, name: str) -> SqlDoor:
    """A person's first door."""
    port = database.server.superuser["port"]
    return sql_door(f"postgresql://127.0.0.1:{port}/{database.name}", name, PASSWORD)


def copy(
    connection: psycopg.Connection, table: str, columns: Sequence[str], rows: Iterator
) -> None:
    """COPY rows into a table of ours."""
    names = ", ".join(columns)
    with (
        connection.cursor() as cursor,
        cursor.copy(f"copy vav.{table} ({names}) from stdin".encode()) as into,
    ):
        for one in rows:
            into.write_row(one)


def put_customers(
    connection: psycopg.Connection, count: int, branch: str, start: int = 0, prefix: str = ""
) -> list[str]:
    """Invented customers of a branch and their contracts, in batches; the first ids."""
    some, ids = customers(count, start=start), list[str]()
    while batch := list(islice(some, BATCH)):
        copy(
            connection, "customers", (*CUSTOMER, "branch_id"),
            ((prefix + one.customer.id, *_values(one.customer)[1:], branch) for one in batch),
        )  # fmt: skip
        copy(connection, "contracts", CONTRACT, _contracts(batch, prefix))
        ids += [prefix + one.customer.id for one in batch][: 5_000 - len(ids)]
    return ids


def _values(one: Any) -> tuple:
    return tuple(getattr(one, name) for name in CUSTOMER)


def _contracts(batch: list[Synthetic], prefix: str) -> Iterator[tuple]:
    for one in batch:
        for held in one.contracts:
            named = [getattr(held, name) for name in CONTRACT]
            yield (prefix + named[0], prefix + named[1], *named[2:])


def put_contacts(
    connection: psycopg.Connection, ids: Sequence[str], each: int, person: str, prefix: str = ""
) -> None:
    """A history of so many contacts for each customer."""
    columns = ("id", "customer_id", "person_id", "channel", "started_at", "ended_at", "note")
    note = "Geste de 5 € × 3 mois proposé, accepté. Rappel de contrôle le 2 décembre après 17 h."
    copy(
        connection, "contacts", columns,
        (
            (f"{prefix}k{customer}-{n}", customer, person, "call_in", 1_700_000_000_000 + n * 1000,
             1_700_000_300_000 + n * 1000, note)
            for customer in ids
            for n in range(each)
        ),
    )  # fmt: skip
