"""Desks, a server, and somebody who kills both: how many promises were kept.

Three people and four processes, two of which share a store and one of which takes the second
door; a faulty proxy before each door.
"""

import contextlib
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.postgres import Server
from tests.rest_server import RestServer, RestSettings, token
from tests.shared_database import PASSWORD, SharedDatabase, cloned, installed
from tests.sync.counting import Count, Promises, Tally
from tests.sync.desk import Desk
from tests.sync.proxy import FaultyProxy

ROOT = Path(__file__).resolve().parents[2]

WORKERS = (("lea", "lea"), ("karim", "karim"), ("zoe", "zoe"), ("zoe", "zoe"))
"""Person and store of each process."""

AT_SECOND_DOOR = "karim"


class Stuck(AssertionError):
    """A run that does not come to its end."""


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
    def kept(self) -> Promises:
        """What it promised and did not mean to take back."""
        return {op: it for op, it in self.promised.items() if op not in self.withdrawn}

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
        self._customers = self._people()
        self._rest = RestServer(RestSettings(db_uri=database.authenticator())).start()
        second = int(self._rest.url.rpartition(":")[2])
        self._first, self._second = (
            FaultyProxy(host, port, seed + rank)
            for rank, (host, port) in enumerate((database.place, ("127.0.0.1", second)))
        )
        self._processes = [
            Process(self._desk(rank, seed, plant), folder / f"desk-{rank}.json")
            for rank in range(len(WORKERS))
        ]

    def _desk(self, rank: int, seed: int, plant: str) -> Desk:
        name, store = WORKERS[rank]
        person = self._database.people[name]
        second = name == AT_SECOND_DOOR
        return Desk(
            store=str(self._folder / f"{store}.sqlite"),
            url=f"http://127.0.0.1:{self._second.port}"
            if second
            else f"postgresql://127.0.0.1:{self._first.port}/{self._database.name}",
            name=name,
            secret=token(person.role) if second else PASSWORD,
            customers=self._customers[rank :: len(WORKERS)],
            seed=seed * 10 + rank,
            plant=plant,
        )

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
        count = Count(self._database, self._folder, self.tally)
        count.server({op: it for one in self._processes for op, it in one.kept.items()})
        for name, store in dict.fromkeys(WORKERS):
            count.desk(name, store)
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
            " where datname = %s and pid <> pg_backend_pid() and backend_type = 'client backend'"
            " and not (select rolsuper from pg_roles where rolname = usename)"
            " order by random() limit 2) s",
            self._database.name,
        )
        self.tally.server_kills += len(cut)

    def _flip(self) -> None:
        line = self._chance.choice([self._first, self._second])
        line.turn(on=False)
        time.sleep(2 * self._chance.random())
        line.turn(on=True)

    def _until(self, done, seconds: float) -> None:
        ends = time.monotonic() + seconds
        while not all(done(one) for one in self._processes):
            for one in self._processes:
                if one.dead:
                    raise Stuck("a desk ended by itself")
            if time.monotonic() > ends:
                raise Stuck("a desk does not come to its end")
            time.sleep(0.05)

    def _calm(self) -> None:
        """The line is back and nobody writes: each desk drains by itself."""
        for line in (self._first, self._second):
            line.calm = True
        self._until(lambda one: one.said("ready"), 60)
        for one in self._processes:
            one.tell("drain")
        self._until(lambda one: one.said("drained"), 180)
        for one in self._processes:
            if one.end() != 0:
                raise Stuck("a desk failed")

    def close(self) -> None:
        """Leave nothing behind, however it went."""
        for one in self._processes:
            if not one.dead:
                one.kill()
        for line in (self._first, self._second):
            line.close()
        self._rest.stop()


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
