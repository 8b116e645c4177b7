"""Rates of push, pull and import at a shared database, and what row-level security costs."""

import asyncio
import json
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

import psycopg
from psycopg.rows import dict_row

from desktop.domain.customers import Customer
from desktop.domain.ids import CustomerId, PersonId
from desktop.domain.people import Person, Role
from desktop.domain.sync.events import Pulled
from desktop.services.changes import Changes
from desktop.services.clock import Clock
from desktop.services.contacts import Contacts
from desktop.services.importing.compiling import compile_mapping
from desktop.services.importing.mapping import load
from desktop.services.importing.opening import open_table
from desktop.services.importing.rejects import Rejects
from desktop.services.importing.runner import Options, Run
from desktop.services.store import identity
from desktop.services.store.local import LocalStore
from desktop.services.store.shared.importing import SharedKeeper
from desktop.services.sync.link import Link
from desktop.services.sync.pull import Pulling
from desktop.services.sync.push import push
from tests.bench.shared_facts import batch_of
from tests.bench.shared_server import bench_database, door, put_contacts, put_customers, row
from tests.services.importing.making import (
    CONTACT_HEADER,
    CONTACTS,
    CUSTOMER_HEADER,
    CUSTOMERS,
    call,
    customer,
    mapping_file,
    write,
)
from tests.shared_database import SharedDatabase

LEA = Person(id=PersonId("person-lea"), name="Léa", role=Role.ADVISOR)
CUSTOMERS_HERE, CONTACTS_EACH = 2_000, 5
BATCHES = 60
WRITTEN = 1_000
IMPORTED = 20_000
ASKED = 300
KEY = bytes(range(32))


def measure() -> list[dict[str, Any]]:
    """One desk, one server, one import; nobody else."""
    with bench_database() as database:
        branch = database.add_branch("Lyon")
        database.add_person("lea", "advisor", database.add_team("Rhone", branch))
        with database.superuser() as connection:
            ids = put_customers(connection, CUSTOMERS_HERE, branch)
            put_contacts(connection, ids, CONTACTS_EACH, LEA.id)
            connection.execute("vacuum analyze")
        rows = [*_pushes(database, ids), *_pulls(database)]
        with tempfile.TemporaryDirectory() as folder:
            rows += asyncio.run(_a_desk(database, Path(folder), ids))
            rows += _imports(database, Path(folder))
        return [*rows, *_row_security(database, branch, ids)]


def _pushes(database: SharedDatabase, ids: list[str]) -> list[dict[str, Any]]:
    line, sent = door(database, "lea"), 0
    batches = [batch_of(50, LEA.id, ids, "push") for _ in range(BATCHES)]
    line.call("push", {"facts": batch_of(1, LEA.id, ids, "push")})
    began = time.perf_counter()
    for facts in batches:
        answers = line.call("push", {"facts": facts})["answers"]
        if any(one["answer"] != "applied" for one in answers):
            raise AssertionError(answers)
        sent += len(json.dumps(facts, ensure_ascii=False).encode())
    taken, count = time.perf_counter() - began, 50 * BATCHES
    line.close()
    return [
        row("push_facts_per_s", count / taken, "facts/s", count),
        row("push_bytes_per_fact", sent / count, "bytes", count),
    ]


def _pulls(database: SharedDatabase) -> list[dict[str, Any]]:
    line, since, count, size = door(database, "lea"), None, 0, 0
    line.call("hello", {"client": {"protocol": 1, "device": "bench"}})
    began = time.perf_counter()
    while True:
        page = line.call("pull", {"since": since, "most": 500})
        count, since = count + len(page["rows"]), page["cursor"]
        size += len(json.dumps(page["rows"], ensure_ascii=False).encode())
        if not page["more"]:
            break
    taken = time.perf_counter() - began
    line.close()
    return [
        row("pull_rows_per_s", count / taken, "rows/s", count),
        row("pull_bytes_per_row", size / count, "bytes", count),
    ]


async def _a_desk(database: SharedDatabase, folder: Path, ids: list[str]) -> list[dict[str, Any]]:
    """The same with an encrypted store: a first pull that is kept, and facts that are settled."""
    clock = Clock()
    store = await LocalStore.open(folder / "lea.sqlite", clock, KEY)
    link = Link(door(database, "lea"), clock)
    try:
        await store.write(identity.bind, "the server", LEA.id)
        pulling = Pulling(store, link, lambda _changed: None)
        began, count = time.perf_counter(), 0
        while (await pulling.page(allowed=True)) == Pulled(more=True):
            count = max(count, pulling.rows)
        count = max(count, pulling.rows)
        pulled = time.perf_counter() - began
        contacts = Contacts(store, clock, Changes())
        for rank in range(WRITTEN):
            who = Customer(id=CustomerId(ids[rank % len(ids)]))
            draft = await contacts.begin(who, LEA)
            await contacts.close(replace(draft, note="Une note de quelques mots, comme souvent."))
        await asyncio.sleep(10.5)  # a close may be taken back for ten seconds
        began = time.perf_counter()
        while await push(store, link, lambda _changed: None):
            pass
        pushed = time.perf_counter() - began
    finally:
        await link.end()
        await store.close()
    return [
        row("desk_first_pull_rows_per_s", count / pulled, "rows/s", count),
        row("desk_push_facts_per_s", WRITTEN / pushed, "facts/s", WRITTEN),
    ]


def _imports(database: SharedDatabase, folder: Path) -> list[dict[str, Any]]:
    calls = (call(rank, Client=f"C{rank % 4_000}") for rank in range(IMPORTED))
    write(folder / "calls.csv", CONTACT_HEADER, calls)
    write(folder / "customers.csv", CUSTOMER_HEADER, (customer(n) for n in range(IMPORTED // 2)))
    done = []
    for name, what, count in (
        ("shared_import_customers_per_s", "customers", IMPORTED // 2),
        ("shared_import_rows_per_s", "contacts", IMPORTED),
        ("shared_import_known_rows_per_s", "contacts", IMPORTED),
    ):
        began = time.perf_counter()
        asyncio.run(_import(database, folder, what))
        done.append(row(name, count / (time.perf_counter() - began), "rows/s", count))
    return done


async def _import(database: SharedDatabase, folder: Path, what: str) -> None:
    into: Any = what
    words = CONTACTS if what == "contacts" else CUSTOMERS
    mapping, _ = load(mapping_file(folder, words), into)
    if mapping is None:
        raise AssertionError(words)
    source = folder / ("calls.csv" if what == "contacts" else "customers.csv")
    table = open_table(source, encoding=None, separator=None, sheet=None)
    with psycopg.connect(database.dsn(), autocommit=True, row_factory=dict_row) as connection:
        recipe = compile_mapping(mapping, table.header)
        rejects = Rejects(None, table.header, table.separator)
        keeper = SharedKeeper(connection)
        tally = await Run(keeper, table, recipe, rejects, Options(team="T")).go()
    table.close()
    if tally.rejected:
        raise AssertionError(tally)


SEEN = """
create function api.{name}(query text) returns bigint
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare n bigint;
begin
    execute 'select count(*) from (' || query || ') s' into n;
    return n;
end
$$;
grant execute on function api.{name}(text) to public;
"""


def _row_security(database: SharedDatabase, branch: str, ids: list[str]) -> list[dict[str, Any]]:
    """One query by two functions: the tables' owner's, on whom policies are forced, and a superuser's."""
    database.run(SEEN.format(name="seen") + SEEN.format(name="seen_free"))
    database.run(f"alter function api.seen(text) owner to {database.prefix}_owner")
    file = "select * from vav.contacts where customer_id = '{0}' order by started_at limit 50"
    # Not the branch's name: the policy would only say it twice.
    recent = (
        "select * from vav.contacts where started_at > 0 order by customer_id, started_at limit 200"
    )
    rows = []
    with database.connect("lea") as connection:
        for name, query in (("file", file), ("list", recent)):
            taken: dict[str, list[float]] = {"seen": [], "seen_free": []}
            for turn in range(ASKED):
                for function, times in taken.items():
                    asked = (query.format(ids[turn % len(ids)]),)
                    began = time.perf_counter()
                    connection.execute(f"select api.{function}(%s)".encode(), asked)
                    times.append(time.perf_counter() - began)
            with_rules, without = (median(times) * 1000 for times in taken.values())
            rows += [
                row(f"rls_{name}_ms", with_rules, "ms", ASKED),
                row(f"rls_{name}_over_none", with_rules / without, "ratio", ASKED),
            ]
    return rows
