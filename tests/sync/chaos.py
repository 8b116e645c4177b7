"""Desks, a server, and somebody who kills both: how many promises were kept.

Three people and four processes, two of which share a store; a faulty proxy before the server.
"""

import asyncio
import contextlib
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from desktop.services.store.local import LocalStore
from desktop.services.store.shared.sql_door import sql_door
from desktop.services.clock import Clock
from tests.postgres import Server
from tests.shared_database import PASSWORD, SharedDatabase, cloned, installed
from tests.sync import carrying
from tests.sync.desk import Desk
from tests.sync.proxy import FaultyProxy

ROOT = Path(__file__).resolve().parents[2]

WORKERS = (("lea", "lea"), ("karim", "karim"), ("zoe", "zoe"), ("zoe", "zoe"))
"""Person and store of each process."""

PLACES = {
    "contact": ("contacts", "note"),
    "incivility": ("incivilities", "words"),
    "pinned_note": ("pinned_notes", "words"),
    "customer_edit": ("customer_edits", "value"),
}
"""Where the mark of each kind of fact is found."""


@dataclass(slots=True, kw_only=True)
class Tally:
    """What was promised and what was found."""

    promised: int = 0
    missing: int = 0
    doubled: int = 0
    process_kills: int = 0
    server_kills: int = 0
    seconds: float = 0.0
    not_everywhere: int = 0
    """Rows that another desk does not hold as the server does; counted among the missing."""
    wrong: list[str] = field(default_factory=list)
    """The first few, in words."""

    def shown(self) -> dict[str, float]:
        """The figures that a run ends with."""
        names = ("promised", "missing", "doubled", "process_kills", "server_kills")
        return {name: getattr(self, name) for name in names} | {"seconds": round(self.seconds, 1)}

    @property
    def kept(self) -> bool:
        """Whether there were promises and each was kept, once."""
        return self.promised > 0 and self.missing == 0 and self.doubled == 0


class Process:
    """A desk's process, begun again after each kill; what it promised."""

    def __init__(self, desk: Desk, file: Path) -> None:
        self.promised: dict[str, tuple[str, str, str]] = {}
        self.withdrawn: set[str] = set()
        self._file = desk.write(file)
        self._words: list[str] = []
        self._started = threading.Event()
        self.begin()

    def begin(self) -> None:
        """Start it."""
        self._words.clear()
        self._running = subprocess.Popen(
            [sys.executable, "-m", "tests.sync.desk", str(self._file)],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        self._reader = threading.Thread(target=self._read, args=(self._running.stdout,))
        self._reader.start()

    def kill(self) -> None:
        """-9, and what it said until then."""
        self._running.kill()
        self._end()

    def tell(self, word: str) -> None:
        """A word to its input."""
        assert self._running.stdin
        with contextlib.suppress(BrokenPipeError):
            self._running.stdin.write(f"{word}\n".encode())
            self._running.stdin.flush()

    def end(self) -> int:
        """Let it end by itself; its exit code."""
        self.tell("end")
        self._end()
        return self._running.returncode

    def _end(self) -> None:
        self._running.wait()
        self._reader.join()
        for pipe in (self._running.stdin, self._running.stdout):
            assert pipe
            with contextlib.suppress(BrokenPipeError):
                pipe.close()

    def said(self, word: str) -> bool:
        """Whether it said so since it began."""
        return word in self._words

    @property
    def dead(self) -> bool:
        """Whether it ended, by itself or not."""
        return self._running.poll() is not None

    def _read(self, pipe) -> None:
        for line in pipe:
            match line.decode().split():
                case ["p", op_id, fact_id, kind, mark]:
                    self.promised[op_id] = (fact_id, kind, mark)
                case ["u", op_id]:
                    self.withdrawn.add(op_id)
                case [word]:
                    self._words.append(word)


class Chaos:
    """A run: people work, things break, then calm and the count."""

    def __init__(self, database: SharedDatabase, folder: Path, seed: int, plant: str = "") -> None:
        self._database, self._folder, self._chance = database, folder, Random(seed)
        self.tally = Tally()
        port = int(database.server.superuser["port"])
        self._proxy = FaultyProxy("127.0.0.1", port, seed)
        self._customers = self._people()
        self._processes = [
            Process(
                Desk(
                    store=str(folder / f"{store}.sqlite"),
                    url=f"postgresql://127.0.0.1:{self._proxy.port}/{database.name}",
                    name=name,
                    password=PASSWORD,
                    customers=self._customers[rank :: len(WORKERS)],
                    seed=seed * 10 + rank,
                    plant=plant,
                ),
                folder / f"desk-{rank}.json",
            )
            for rank, (name, store) in enumerate(WORKERS)
        ]

    def _people(self) -> list[str]:
        branch = self._database.add_branch("Lyon")
        team = self._database.add_team("Rhone", branch)
        for name in {name for name, _ in WORKERS}:
            self._database.add_person(name, "advisor", team)
        made = [f"customer-{rank}" for rank in range(40)]
        for customer_id in made:
            self._database.run(
                "insert into vav.customers (id, number, family_name, branch_id)"
                " values (%s, %s, 'Client', %s)", customer_id, customer_id, branch,
            )  # fmt: skip
        return made

    def play(self, seconds: float) -> Tally:
        """Break things for so long, calm down, count."""
        began = time.monotonic()
        self._until(lambda one: one.said("ready"), 60)
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            self._chance.choices([self._kill, self._cut_sessions, self._flip], [5, 3, 1])[0]()
            time.sleep(0.1 + 0.5 * self._chance.random())
        self._calm()
        self._count()
        self.tally.seconds = time.monotonic() - began
        return self.tally

    def _kill(self) -> None:
        one = self._chance.choice(self._processes)
        if one.said("ready"):
            one.kill()
            self.tally.process_kills += 1
            one.begin()

    def _cut_sessions(self) -> None:
        cut = self._database.run(
            "select pg_terminate_backend(pid) from (select pid from pg_stat_activity"
            " where datname = %s and pid <> pg_backend_pid() and application_name = 'vis-a-vis'"
            " order by random() limit 2) s",
            self._database.name,
        )
        self.tally.server_kills += len(cut)

    def _flip(self) -> None:
        self._proxy.turn(on=False)
        time.sleep(2 * self._chance.random())
        self._proxy.turn(on=True)

    def _until(self, done, seconds: float) -> None:
        ends = time.monotonic() + seconds
        while not all(done(one) for one in self._processes):
            for one in self._processes:
                if one.dead:
                    raise AssertionError("a desk ended by itself")
            if time.monotonic() > ends:
                raise AssertionError("a desk does not come to its end")
            time.sleep(0.05)

    def _calm(self) -> None:
        """The line is back and nobody writes: each desk drains by itself."""
        self._proxy.calm = True
        self._proxy.turn(on=True)
        self._until(lambda one: one.said("ready"), 60)
        for one in self._processes:
            one.tell("drain")
        self._until(lambda one: one.said("drained"), 180)
        for one in self._processes:
            if one.end() != 0:
                raise AssertionError("a desk failed")

    def close(self) -> None:
        """Leave nothing behind, however it went."""
        for one in self._processes:
            if not one.dead:
                one.kill()
        self._proxy.close()

    # The count.

    def _count(self) -> None:
        promised: dict[str, tuple[str, str, str]] = {}
        for one in self._processes:
            promised |= {op: it for op, it in one.promised.items() if op not in one.withdrawn}
        known = {op for (op,) in self._database.run("select op_id from vav.ops")}
        ids, marks = self._on_server()
        self.tally.promised = len(promised)
        for op_id, (fact_id, kind, _) in promised.items():
            if op_id not in known or (kind, fact_id) not in ids:
                self._wrong("missing", f"{kind} {fact_id}")
        for (kind, mark), times in marks.items():
            for _ in range(times - 1):
                self._wrong("doubled", f"{kind} {mark}")
        self._count_everywhere()

    def _wrong(self, what: str, words: str) -> None:
        setattr(self.tally, what, getattr(self.tally, what) + 1)
        if len(self.tally.wrong) < 20:
            self.tally.wrong.append(f"{what}: {words}")

    def _on_server(self) -> tuple[set[tuple[str, str]], Counter[tuple[str, str]]]:
        ids, marks = set(), Counter[tuple[str, str]]()
        for kind, (table, column) in PLACES.items():
            for fact_id, mark in self._database.run(f"select id, {column} from vav.{table}"):
                ids.add((kind, fact_id))
                marks[kind, mark] += 1
        return ids, marks

    def _count_everywhere(self) -> None:
        """After a last pull every store holds what the server holds, word for word."""
        columns = {
            "contacts": "id, note",
            "incivilities": "id, words",
            "pinned_notes": "id, words",
            "customers": "id, street",
        }
        wanted = {
            table: Counter(self._database.run(f"select {names} from vav.{table}"))
            for table, names in columns.items()
        }
        for name, store in dict.fromkeys(WORKERS):
            held = asyncio.run(self._pulled(name, store, columns))
            for table, rows in wanted.items():
                for row in (rows - held[table]).elements():
                    self._wrong("missing", f"{table} {row[0]} at {name}")
                    self.tally.not_everywhere += 1
                for row in (held[table] - rows).elements():
                    self._wrong("doubled", f"{table} {row[0]} at {name}")

    async def _pulled(self, name: str, store: str, columns: dict[str, str]) -> dict[str, Counter]:
        url = f"postgresql://127.0.0.1:{self._database.server.superuser['port']}"
        door = sql_door(f"{url}/{self._database.name}", name, PASSWORD)
        clock = Clock()
        opened = await LocalStore.open(self._folder / f"{store}.sqlite", clock, bytes(range(32)))
        try:
            await carrying.pull(opened, door, int(clock.now().timestamp() * 1000))

            def read(connection) -> dict[str, Counter]:
                return {
                    table: Counter(
                        tuple(row)
                        for row in connection.exec_driver_sql(f"SELECT {names} FROM {table}")
                    )
                    for table, names in columns.items()
                }

            return await opened.read(read)
        finally:
            await opened.close()
            door.close()


@contextlib.contextmanager
def a_run(server: Server, seed: int, plant: str = "") -> Iterator[Chaos]:
    """Desks on a shared database of their own."""
    with (
        tempfile.TemporaryDirectory(prefix="vav-soak-") as folder,
        installed(server) as template,
        cloned(template) as database,
    ):
        chaos = Chaos(database, Path(folder), seed, plant)
        try:
            yield chaos
        finally:
            chaos.close()
