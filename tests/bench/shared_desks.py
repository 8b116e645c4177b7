"""Many desktops at once against one PostgreSQL, by the real protocol, at both doors.

All at the same moment, as when a line comes back; and over the day, each every 30 to 60 s.
Clients and server share this machine's cores.
"""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

import jwt
import psutil

from desktop.domain.errors import Unreachable
from desktop.domain.sync.machine import back_off
from desktop.services.gateways.http import Http
from desktop.services.sync.https_door import GivenToken, HttpsDoor
from desktop.services.transport import SyncTransport
from tests.bench.shared_facts import batch_of
from tests.bench.shared_server import Cpu, bench_database, door, put_customers, quantile, row
from tests.rest_server import SECRET
from tests.shared_database import SharedDatabase

SIZES = (10, 30, 100, 300)
BRANCHES = 10
CUSTOMERS_EACH = 300
FACTS = 3
"""Facts of a round: what an advisor does in a minute or two."""
ROUNDS = 2
DAY = 20.0
"""Seconds of a day's pace."""
CADENCE = 45.0

Doors = Callable[[str], SyncTransport]


class Desk:
    """A client that has no store: it keeps its cursor, and pushes new contacts."""

    def __init__(self, rank: int, ids: list[str], cursor: dict[str, Any]) -> None:
        self.name, self._ids, self._cursor = f"p{rank}", ids, cursor
        self._chance = Random(rank)
        self.waits: list[float] = []
        self.retries = 0

    def round(self, doors: Doors) -> None:
        """A round until it is answered to its end, as the engine does: the same facts again."""
        began, line = time.perf_counter(), doors(self.name)
        facts = batch_of(FACTS, f"person-{self.name}", self._ids, self.name)
        for attempt in range(1, 20):
            try:
                self._round(line, facts)
                break
            except Unreachable:
                line.close()
                self.retries += 1
                time.sleep(back_off(attempt, self._chance.random()))
        self.waits.append(time.perf_counter() - began)

    def _round(self, line: SyncTransport, facts: dict[str, Any]) -> None:
        """Connect, say hello, push, pull to the end, hang up."""
        line.call("hello", {"client": {"protocol": 1, "device": self.name}})
        answers = line.call("push", {"facts": facts})["answers"]
        if any(one["answer"] != "applied" for one in answers):
            raise AssertionError(answers)
        more = True
        while more:
            page = line.call("pull", {"since": self._cursor, "most": 500})
            self._cursor, more = page["cursor"], page["more"]
        line.close()


def measure() -> list[dict[str, Any]]:
    """Rounds a second, the longest wait, and what a round costs the server."""
    with bench_database() as database:
        desks, rows = _desks(database), list[dict[str, Any]]()
        cpu = Cpu.of(database.server)

        def first(name: str) -> SyncTransport:
            return door(database, name)

        for count in SIZES:
            rows += _at_once(desks[:count], first, cpu, f"sql_{count}")
        rows += _over_the_day(desks, first, cpu, f"sql_{len(desks)}")
        with _second(database) as second:
            for count in (SIZES[0], SIZES[-1]):
                rows += _at_once(desks[:count], second, cpu, f"https_{count}")
            rows += _over_the_day(desks, second, cpu, f"https_{len(desks)}")
        return rows


def _desks(database: SharedDatabase) -> list[Desk]:
    made = []
    for number in range(BRANCHES):
        branch = database.add_branch(f"B{number}")
        team = database.add_team(f"T{number}", branch)
        with database.superuser() as connection:
            ids = put_customers(
                connection, CUSTOMERS_EACH, branch, number * CUSTOMERS_EACH, f"b{number}-"
            )
        each = range(number, SIZES[-1], BRANCHES)
        for rank in each:
            database.add_person(f"p{rank}", "advisor", team)
        made.append((each, ids))
    desks = []
    for each, ids in made:
        cursor = _cursor(database, f"p{each[0]}")
        desks += [Desk(rank, ids, cursor) for rank in each]
    return sorted(desks, key=lambda desk: int(desk.name[1:]))


def _cursor(database: SharedDatabase, name: str) -> dict[str, Any]:
    """Where a branch's feed ends: everybody has pulled once."""
    line, since = door(database, name), None
    while True:
        page = line.call("pull", {"since": since, "most": 500})
        since = page["cursor"]
        if not page["more"]:
            line.close()
            return since


def _at_once(desks: list[Desk], doors: Doors, cpu: Cpu, name: str) -> list[dict[str, Any]]:
    ready, wrong = threading.Barrier(len(desks) + 1), list[BaseException]()

    def work(desk: Desk) -> None:
        desk.waits.clear()
        desk.retries = 0
        ready.wait()
        try:
            for _ in range(ROUNDS):
                desk.round(doors)
        except BaseException as error:
            wrong.append(error)

    threads = [threading.Thread(target=work, args=(desk,)) for desk in desks]
    for thread in threads:
        thread.start()
    used, client = cpu.seconds(), _own()
    ready.wait()
    began = time.perf_counter()
    for thread in threads:
        thread.join()
    taken, used = time.perf_counter() - began, cpu.seconds() - used
    if wrong:
        raise wrong[0]
    waits = [one for desk in desks for one in desk.waits]
    print(f"  {name}: client {_own() - client:.1f} s of CPU, server {used:.1f}", file=sys.stderr)
    return [
        row(f"at_once_{name}_rounds_per_s", len(waits) / taken, "rounds/s", len(waits)),
        row(f"at_once_{name}_p50_s", median(waits), "s", len(waits)),
        row(f"at_once_{name}_longest_s", max(waits), "s", len(waits)),
        row(f"at_once_{name}_retries", sum(desk.retries for desk in desks), "", len(waits)),
        row(f"at_once_{name}_server_ms_per_round", used * 1000 / len(waits), "ms", len(waits)),
    ]


def _over_the_day(desks: list[Desk], doors: Doors, cpu: Cpu, name: str) -> list[dict[str, Any]]:
    """Each desk has its moment; what the server's CPU did meanwhile."""
    chance, threads = Random(1), list[threading.Thread]()
    moments = sorted(
        (moment, rank) for rank in range(len(desks)) if (moment := CADENCE * chance.random()) < DAY
    )
    for desk in desks:
        desk.waits.clear()
    used, began = cpu.seconds(), time.perf_counter()
    for moment, rank in moments:
        time.sleep(max(0.0, began + moment - time.perf_counter()))
        threads.append(threading.Thread(target=desks[rank].round, args=(doors,)))
        threads[-1].start()
    for thread in threads:
        thread.join()
    taken, used = time.perf_counter() - began, cpu.seconds() - used
    waits = [one for desk in desks for one in desk.waits]
    if len(waits) != len(moments):
        raise AssertionError(len(waits))
    return [
        row(f"day_{name}_p50_ms", median(waits) * 1000, "ms", len(waits)),
        row(f"day_{name}_p99_ms", quantile(waits, 0.99) * 1000, "ms", len(waits)),
        row(f"day_{name}_server_cpu_percent", 100 * used / taken, "% of a core", len(waits)),
    ]


def _own() -> float:
    times = psutil.Process().cpu_times()
    return times.user + times.system


@contextmanager
def _second(database: SharedDatabase) -> Iterator[Doors]:
    """PostgREST's place is taken by the tests' server, in a process of its own, ten connections."""
    running = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.rest_process", database.authenticator()],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=Path(__file__).resolve().parents[2],
    )  # fmt: skip
    assert running.stdout
    url = json.loads(running.stdout.readline())["url"]

    known: dict[str, SyncTransport] = {}

    def doors(name: str) -> SyncTransport:
        # An application makes its door once, and closes its connection after each round.
        if name not in known:
            claims = {"role": database.people[name].role, "exp": int(time.time()) + 3600}
            token = GivenToken(jwt.encode(claims, SECRET, "HS256"))
            known[name] = HttpsDoor(url, token, Http())
        return known[name]

    try:
        yield doors
    finally:
        running.communicate()
