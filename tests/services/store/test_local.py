"""The local store: one transaction for a fact and its line, newest read wins, troubles told."""

import asyncio
import shutil
import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text

from desktop.domain.customers import Customer, PinnedNote
from desktop.domain.errors import StoreUnavailable, Trouble
from desktop.domain.ids import CustomerId, PersonId
from desktop.services.store import tables
from desktop.services.store.local import LocalStore
from desktop.services.store.rows import from_row


def customer(name: str = "Moreau") -> Customer:
    return Customer(id=CustomerId("c1"), family_name=name, details=(("Offre", "Fibre"),))


def rows(connection, table):
    return connection.execute(select(table)).mappings().all()


async def test_a_fact_and_its_outbox_line_come_together(store, clock):
    note = PinnedNote(
        customer_id=CustomerId("c1"), person_id=PersonId("p1"), at=clock.now(), words="Après 17 h"
    )
    async with store.unit() as unit:
        unit.record(customer())
        unit.record(note)
    (row,) = await store.read(rows, tables.customers)
    assert from_row(Customer, row) == customer()
    lines = await store.read(rows, tables.outbox)
    assert [(line["line"], line["kind"], line["state"]) for line in lines] == [
        (1, "customer", "waiting"),
        (2, "pinned_note", "waiting"),
    ]
    assert all(line["device"] == store.device and line["dseq"] is None for line in lines)


async def test_a_failing_use_case_leaves_neither_row_nor_line(store):
    def fail(_connection):
        raise RuntimeError("stop")

    with pytest.raises(RuntimeError, match="stop"):
        async with store.unit() as unit:
            unit.record(customer())
            unit.then(fail)
    assert await store.read(rows, tables.customers) == []
    assert await store.read(rows, tables.outbox) == []


async def test_an_error_inside_the_block_writes_nothing(store):
    with pytest.raises(RuntimeError):
        async with store.unit() as unit:
            unit.record(customer())
            raise RuntimeError
    assert await store.read(rows, tables.customers) == []


async def test_durability_is_full_and_the_journal_is_wal(store):
    def pragmas(connection):
        return [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]

    assert await store.read(pragmas) == ["wal", 2, 1]


async def test_the_newest_read_of_a_lane_interrupts_the_older(store):
    begun = threading.Event()
    endless = text(
        "WITH RECURSIVE n(i) AS (SELECT begun() UNION ALL SELECT i + 1 FROM n)"
        " SELECT count(*) FROM n"
    )

    def tell():
        begun.set()
        return 1

    def slow(connection):
        connection.connection.driver_connection.create_function("begun", 0, tell)
        return connection.execute(endless).scalar_one()

    def quick(connection):
        return connection.execute(text("SELECT 7")).scalar_one()

    older = asyncio.ensure_future(store.read_newest("search", slow))
    assert await asyncio.to_thread(begun.wait, 60), "what has not begun cannot be interrupted"
    assert await store.read_newest("search", quick) == 7
    with pytest.raises(asyncio.CancelledError):
        await older


async def test_a_store_keeps_its_device_and_rows_when_opened_again(store, clock):
    async with store.unit() as unit:
        unit.record(customer())
    await store.close()
    again = await LocalStore.open(store.path, clock)
    assert again.device == store.device
    assert len(await again.read(rows, tables.customers)) == 1
    await again.close()


async def test_a_damaged_file_is_told_and_left_as_it_was(tmp_path: Path, clock):
    path = tmp_path / "damaged.sqlite"
    path.write_bytes(b"this is no database" * 500)
    before = path.read_bytes()
    with pytest.raises(StoreUnavailable) as told:
        await LocalStore.open(path, clock)
    assert told.value.trouble is Trouble.NOT_A_STORE
    assert path.read_bytes() == before


async def test_somebody_elses_database_is_refused(tmp_path: Path, clock):
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE theirs (x)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(StoreUnavailable) as told:
        await LocalStore.open(path, clock)
    assert told.value.trouble is Trouble.NOT_A_STORE
    assert path.read_bytes() == before


async def test_a_store_of_a_newer_version_is_refused(store, clock):
    await store.write(lambda c: c.exec_driver_sql("PRAGMA user_version = 999"))
    await store.close()
    with pytest.raises(StoreUnavailable) as told:
        await LocalStore.open(store.path, clock)
    assert told.value.trouble is Trouble.NEWER_VERSION


async def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, clock):
    with pytest.raises(StoreUnavailable) as told:
        await LocalStore.open(tmp_path / "absent" / "store.sqlite", clock)
    assert told.value.trouble is Trouble.UNREADABLE


async def test_a_full_disk_rolls_back_and_is_told(store):
    await store.write(lambda c: c.exec_driver_sql("PRAGMA max_page_count = 1"))
    big = customer("x" * 2_000_000)
    with pytest.raises(StoreUnavailable) as told:
        async with store.unit() as unit:
            unit.record(big)
    assert told.value.trouble is Trouble.DISK_FULL
    assert await store.read(rows, tables.outbox) == []
    await store.write(lambda c: c.exec_driver_sql("PRAGMA max_page_count = 1000000"))
    async with store.unit() as unit:
        unit.record(big)
    assert len(await store.read(rows, tables.outbox)) == 1


async def test_a_copy_cut_short_is_told_as_damaged(store, tmp_path: Path, clock):
    def fill(connection):
        for number in range(2000):
            connection.execute(insert(tables.customers).values(id=str(number), city="x" * 100))

    await store.write(fill)
    await store.close()
    cut = tmp_path / "cut.sqlite"
    shutil.copy(store.path, cut)
    with cut.open("r+b") as file:
        file.truncate(cut.stat().st_size // 3)
    with pytest.raises(StoreUnavailable) as told:
        opened = await LocalStore.open(cut, clock)
        try:
            await opened.read(rows, tables.customers)
        finally:
            await opened.close()
    assert told.value.trouble is Trouble.DAMAGED
