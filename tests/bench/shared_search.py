"""The server's search as one types, over 1,000,000 customers."""

import statistics
import sys
import time
from typing import Any

from tests.bench.search import mix
from tests.bench.shared_server import bench_database, door, put_customers, quantile, row
from tests.shared_database import SharedDatabase

SIZE = 1_000_000


def measure(size: int = SIZE) -> list[dict[str, Any]]:
    """What a call takes at the SQL door, on the mix of the local search's measure."""
    with bench_database() as database:
        branch = database.add_branch("Lyon")
        database.add_person("lea", "advisor", database.add_team("Rhone", branch))
        began = time.perf_counter()
        _load(database, branch, size)
        built = time.perf_counter() - began
        line, taken = door(database, "lea"), dict[str, list[float]]()
        for kind, text in mix(size):
            started = time.perf_counter()
            line.call("search", {"words": text})
            taken.setdefault(kind, []).append((time.perf_counter() - started) * 1000)
        line.close()
    _tell(size, built, taken)
    every = [one for some in taken.values() for one in some]
    return [
        row(f"server_search_p50_ms_{size}", statistics.median(every), "ms", len(every)),
        row(f"server_search_p95_ms_{size}", quantile(every, 0.95), "ms", len(every)),
        row("server_search_load_s", built, "s", size),
    ]


def _load(database: SharedDatabase, branch: str, size: int) -> None:
    """Without triggers and indexes, which come afterwards: as a first import by COPY would."""
    with database.superuser() as connection:
        made = connection.execute(
            "select indexname, indexdef from pg_indexes where schemaname = 'vav'"
            " and tablename in ('customers', 'contracts') and indexname not like '%pkey'"
        ).fetchall()
        for name, _ in made:
            connection.execute(f"drop index vav.{name}".encode())
        connection.execute("set session_replication_role = replica")
        put_customers(connection, size, branch)
        for _, definition in made:
            connection.execute(definition.encode())
        connection.execute(
            "insert into vav.name_words (word) select distinct w from vav.customers n,"
            " vav.words_of(n.given_name, n.family_name, n.preferred_name) w on conflict do nothing"
        )
        connection.execute("vacuum analyze")


def _tell(size: int, built: float, taken: dict[str, list[float]]) -> None:
    print(f"server's search over {size:,} (loaded in {built:.0f} s), ms:", file=sys.stderr)
    print(f"  {'kind':<18} {'n':>4} {'p50':>8} {'p95':>8}", file=sys.stderr)
    for kind, times in taken.items():
        median = statistics.median(times)
        print(
            f"  {kind:<18} {len(times):>4} {median:8.2f} {quantile(times, 0.95):8.2f}",
            file=sys.stderr,
        )
