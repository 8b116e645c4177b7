"""The mirror over 1,000,000 contacts and 5,000 people on PostgreSQL, and over one team in a local store."""

import asyncio
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import psutil
import psycopg
from psycopg.types.json import Jsonb
from sqlalchemy import insert

from desktop.domain.ids import PersonId, TeamId
from desktop.domain.instants import to_millis
from desktop.domain.mirror.shares import PARIS, mondays, starts
from desktop.domain.mirror.telling import limits
from desktop.domain.people import Person, Role
from desktop.domain.standards import Standards
from desktop.services import standards
from desktop.services.clock import Clock
from desktop.services.mirror import Mirrors
from desktop.services.store import tables
from desktop.services.store.local import LocalStore
from desktop.services.store.team_tables import pauses
from tests.bench.shared_server import bench_database, row
from tests.shared_database import SharedDatabase

FILE = Path(__file__).resolve().parents[2] / "resources" / "standards.yaml"
TEAM, PEOPLE, WEEKS = 20, 5_000, 26
FEW, MANY = 100_000, 1_000_000
OWN = 4_000
"""Contacts of the team that looks, in both sizes of the table."""
LOCAL = 100_000
"""Contacts of a team of twenty in half a year: some forty a day each."""
ROUNDS = 20

FILL = """
set session_replication_role = replica;
insert into vav.people (id, name, sign_in, role, team_id)
    select 'x' || n, '', 'x' || n, 'advisor', case when n <= 20 then 'team-rhone' else 'team-' || n / 20 end
    from generate_series(1, 5000) n on conflict do nothing;
insert into vav.contacts (id, customer_id, person_id, channel, reason, started_at, ended_at, waited_s,
                          abandoned, resolution, estimate, branch_id)
    select '{name}' || n, 'c' || (n::bigint * 7919 % 300000), 'x' || ({first} + n % {people}),
           (array['call_in', 'call_in', 'email', 'chat'])[1 + n % 4], 'r' || n % 30,
           {since} + (n::bigint * {span} / {count}), {since} + (n::bigint * {span} / {count}) + 300000,
           n * 31 % 400, false, (array['resolved', 'partial'])[1 + n % 2], 1 + n % 5, 'branch-lyon'
    from generate_series(1, {count}) n;
insert into vav.answers (id, contact_id, customer_id, at, satisfaction, effort, nps, branch_id)
    select 'a' || c.id, c.id, c.customer_id, c.started_at + 3600000, 1 + abs(hashtext(c.id)) % 5,
           1 + abs(hashtext(c.id)) % 7, abs(hashtext(c.id)) % 11, 'branch-lyon'
    from vav.contacts c where c.id like '{name}%' and abs(hashtext(c.id)) % 4 = 0;
insert into vav.step_offs (id, contact_id, person_id, at, reason)
    select 's' || c.id, c.id, c.person_id, c.started_at, 'other' from vav.contacts c
    where c.id like '{name}%' and abs(hashtext(c.id)) % 10 = 0;
insert into vav.incivilities (id, contact_id, person_id, at, type, gravity)
    select 'i' || c.id, c.id, c.person_id, c.started_at, 'rudeness', 1 from vav.contacts c
    where c.id like '{name}%' and abs(hashtext(c.id)) % 200 = 0;
"""
CHECK_INS = """
insert into vav.check_ins (id, person_id, at, moment, mood, energy, load, audience, team_id)
    select 'k' || n || '-' || d, 'x' || n, {since} + d * 86400000::bigint + 36000000, 'any', 1 + (n + d) % 5,
           1 + n % 5, 1 + d % 5, 'team_total', 'team-rhone'
    from generate_series(1, 20) n, generate_series(0, {days}) d where d % 7 < 5;
"""
READ = """select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)::bigint
from pg_stat_xact_all_tables where schemaname = 'vav'"""
"""Counts what the session has not handed over yet, which it does once a second: earlier calls too."""


def measure() -> list[dict[str, Any]]:
    """The server first, in two sizes, then a store of one team."""
    found, _ = standards.load_now(FILE)
    assert found is not None
    with bench_database() as database:
        rows = _shared(database, found)
    with tempfile.TemporaryDirectory() as folder:
        return [*rows, *asyncio.run(_local(Path(folder)))]


def _weeks() -> tuple[date, ...]:
    today = Clock().now().astimezone(PARIS).date()
    last = mondays(today, today)[0] - timedelta(weeks=1)
    return mondays(last - timedelta(weeks=WEEKS - 1), last)


def _shared(database: SharedDatabase, found: Standards) -> list[dict[str, Any]]:
    branch = database.add_branch("Lyon")
    database.add_person("camille", "lead", database.add_team("Rhone", branch))
    weeks = _weeks()
    since = to_millis(starts(weeks[0]))
    values = {"since": since, "span": WEEKS * 7 * 86_400_000}
    with database.superuser() as boss:
        own = FILL.format(name="own", first=1, people=TEAM, count=OWN, **values)
        boss.execute(
            "insert into vav.teams (id, name) select 'team-' || n, '' from generate_series(1, 250) n"
        )
        boss.execute(own + CHECK_INS.format(since=since, days=WEEKS * 7 - 1))
        boss.execute(
            FILL.format(name="few", first=21, people=PEOPLE - 20, count=FEW - OWN, **values)
        )
        boss.execute("vacuum analyze")
        first, few, _, _ = _ask(database, found, weeks, fresh=True)
        rest = MANY - FEW
        boss.execute(FILL.format(name="many", first=21, people=PEOPLE - 20, count=rest, **values))
        boss.execute("vacuum analyze")
        (held,) = boss.execute("select count(*) from vav.contacts").fetchone() or (0,)
        assert held == MANY
    _, many, read, memory = _ask(database, found, weeks, fresh=False)
    return [
        row("mirror_shared_first_ms", first * 1000, "ms", 1),
        row("mirror_shared_ms", many * 1000, "ms", ROUNDS),
        row("mirror_shared_rows_read", read, "rows", 1),
        row("mirror_shared_backend_mib", memory, "MiB", 1),
        row("mirror_shared_ten_times_over_one", many / few, "ratio", ROUNDS),
    ]


def _ask(
    database: SharedDatabase, found: Standards, weeks: tuple[date, ...], *, fresh: bool
) -> tuple[float, float, int, float]:
    """First time and median in seconds, rows read by one call, and the backend's own memory in MiB."""
    words = "select api.mirror(first => %s, last => %s, standards => %s)"
    values = (weeks[0], weeks[-1], Jsonb(limits(found, weeks)))
    with database.connect("camille") as session:
        began = time.perf_counter()
        ((told,),) = session.execute(words, values).fetchall()
        if told.get("again"):
            session.execute(words, values)
        first = time.perf_counter() - began
        took = [_timed(session, words, values) for _ in range(ROUNDS)]
        with session.transaction():
            (before,) = session.execute(READ).fetchone() or (0,)
            session.execute(words, values)
            (after,) = session.execute(READ).fetchone() or (0,)
        memory = psutil.Process(session.info.backend_pid).memory_full_info().uss / 2**20
    return first if fresh else 0.0, median(took), after - before, memory


def _timed(session: psycopg.Connection, words: str, values: tuple[Any, ...]) -> float:
    began = time.perf_counter()
    session.execute(words, values)
    return time.perf_counter() - began


async def _local(folder: Path) -> list[dict[str, Any]]:
    store = await LocalStore.open(folder / "team.sqlite", Clock())
    weeks = _weeks()
    await store.write(_fill, weeks)
    mirrors = Mirrors(store, store.clock, partial(standards.in_force, store, FILE))
    lead = Person(id=PersonId("camille"), name="", role=Role.LEAD, team_id=TeamId("t"))
    before = psutil.Process().memory_info().rss
    took = []
    for _ in range(ROUNDS + 1):
        began = time.perf_counter()
        mirror = await mirrors.of(lead, first=weeks[0], last=weeks[-1])
        took.append(time.perf_counter() - began)
    assert sum(point.count or 0 for point in mirror.customers[3].points) == LOCAL
    grew = (psutil.Process().memory_info().rss - before) / 2**20
    half = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        await mirrors.of(lead, first=weeks[WEEKS // 2], last=weeks[-1])
        half.append(time.perf_counter() - began)
    steps = await store.read(_steps, mirrors, weeks)
    await store.close()
    return [
        row("mirror_local_first_ms", took[0] * 1000, "ms", 1),
        row("mirror_local_ms", median(took[1:]) * 1000, "ms", ROUNDS),
        row("mirror_local_steps", steps, "thousand VM steps", 1),
        row("mirror_local_grew_mib", grew, "MiB", 1),
        row("mirror_local_whole_over_half", median(took[1:]) / median(half), "ratio", ROUNDS),
    ]


def _steps(connection: Any, mirrors: Mirrors, weeks: tuple[date, ...]) -> int:
    """SQLite's own work for the customers' half: it tells no rows, but its steps."""
    from desktop.services.store.mirror import Wanted, customers

    found, _ = standards.load_now(FILE)
    assert found is not None
    counted = [0]
    raw = connection.connection.driver_connection
    raw.set_progress_handler(lambda: counted.__setitem__(0, counted[0] + 1), 1000)
    try:
        customers(connection, Wanted(team_id=TeamId("t"), mondays=weeks, standards=found))
    finally:
        raw.set_progress_handler(None, 0)
    return counted[0]


def _fill(connection: Any, weeks: tuple[date, ...]) -> None:
    people = [{"id": f"x{n}", "role": "advisor", "team_id": "t"} for n in range(TEAM)]
    connection.execute(insert(tables.teams), [{"id": "t"}])
    connection.execute(insert(tables.people), people)
    since, span = to_millis(starts(weeks[0])), WEEKS * 7 * 86_400_000
    contacts = list(_contacts(since, span))
    connection.execute(insert(tables.contacts), contacts)
    answered = [one for n, one in enumerate(contacts) if n % 4 == 0]
    connection.execute(
        insert(tables.answers),
        [
            {"id": f"a{one['id']}", "contact_id": one["id"], "customer_id": one["customer_id"],
             "at": one["started_at"], "satisfaction": 1 + n % 5, "effort": 1 + n % 7, "nps": n % 11}
            for n, one in enumerate(answered)
        ],
    )  # fmt: skip
    days = [since + n * 86_400_000 + 36_000_000 for n in range(WEEKS * 7) if n % 7 < 5]
    given = [
        {"id": f"i{who}-{at}", "person_id": f"x{who}", "at": at, "moment": "any", "mood": 1 + at % 5,
         "energy": 3, "load": 2, "audience": "team_total"}
        for who in range(TEAM)
        for at in days
    ]  # fmt: skip
    connection.execute(insert(tables.check_ins), given)
    taken = [{"id": one["id"], "person_id": one["person_id"], "at": one["at"], "minutes": 5} for one in given[::7]]  # fmt: skip
    connection.execute(insert(pauses), taken)


def _contacts(since: int, span: int) -> Iterator[dict[str, Any]]:
    for n in range(LOCAL):
        at = since + n * span // LOCAL
        yield {
            "id": f"k{n}", "customer_id": f"c{n * 7919 % 30_000}", "person_id": f"x{n % TEAM}",
            "channel": ("call_in", "call_in", "email", "chat")[n % 4], "reason": f"r{n % 30}",
            "started_at": at, "ended_at": at + 300_000, "waited_s": n * 31 % 400,
            "resolution": "resolved" if n % 2 else "partial", "estimate": 1 + n % 5,
        }  # fmt: skip
