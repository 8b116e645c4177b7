"""A plain store becomes an encrypted one: whole, or not at all, wherever it is cut."""

import os
import signal
import subprocess
import sys

import pytest
from sqlalchemy import insert

from desktop.domain.customers import Customer
from desktop.domain.errors import AlreadyThere, NotEncrypted, StoreUnavailable, Trouble
from desktop.domain.ids import CustomerId, PersonId
from desktop.services.store import converting, identity, tables
from desktop.services.store.converting import convert, wipe
from desktop.services.store.identity import Identity
from desktop.services.store.local import LocalStore

KEY = bytes(range(32))
NAME = "Quatremarre"
OWNER = Identity(server="https://s.example", person_id=PersonId("p1"))
STEPS = ("copy", "sign", "check", "sync", "place", "sync the folder")
WIPING = ("take its name", "overwrite", "remove")


async def fill(store):
    async with store.unit() as unit:
        for number in range(50):
            unit.record(Customer(id=CustomerId(f"c{number}"), family_name=f"{NAME}-{number}"))


@pytest.fixture
async def plain(store):
    await fill(store)
    await store.close()
    return store.path


@pytest.fixture
def sealed(tmp_path):
    (tmp_path / "vault").mkdir()
    return tmp_path / "vault" / "store.sqlite"


def counts(connection):
    return [
        connection.exec_driver_sql(statement).scalar_one()
        for statement in (
            "SELECT count(*) FROM customers",
            "SELECT count(*) FROM outbox",
            "PRAGMA integrity_check",
        )
    ]


async def whole(path, clock, key):
    """Whether a file opens, is sound and has all that was written."""
    if not path.exists():
        return False
    try:
        store = await LocalStore.open(path, clock, key)
    except StoreUnavailable:
        return False
    try:
        return await store.read(counts) == [50, 50, "ok"]
    finally:
        await store.close()


async def test_the_copy_has_all_of_it_and_belongs_to_somebody(plain, sealed, clock, store):
    convert(plain, sealed, KEY, OWNER)
    assert await whole(sealed, clock, KEY)
    copy = await LocalStore.open(sealed, clock, KEY)
    assert copy.device == store.device
    assert await copy.read(identity.read) == OWNER
    await copy.close()
    wipe(plain, sealed, KEY)
    assert sorted(path.name for path in plain.parent.iterdir()) == ["vault"]
    assert [path.name for path in sealed.parent.iterdir()] == ["store.sqlite"]


def raising_at(wanted):
    class Cut(Exception):
        pass

    def step(name):
        if name == wanted:
            raise Cut

    return step, Cut


@pytest.mark.parametrize("at", [*STEPS, *WIPING])
async def test_cut_at_any_step_one_good_file_is_left_and_it_can_be_done_again(
    plain, sealed, clock, at
):
    step, cut = raising_at(at)
    with pytest.raises(cut):
        convert(plain, sealed, KEY, OWNER, step)
        wipe(plain, sealed, KEY, step)
    copied = STEPS.index("sync the folder") <= (*STEPS, *WIPING).index(at)
    assert await whole(sealed, clock, KEY) == copied
    if at not in WIPING:
        assert plain.exists()
        convert(plain, sealed, KEY, OWNER)
    wipe(plain, sealed, KEY)
    assert await whole(sealed, clock, KEY)
    assert sorted(path.name for path in plain.parent.iterdir()) == ["vault"]


KILLED = """
import os, signal, sys
from pathlib import Path
from desktop.domain.ids import PersonId
from desktop.services.store.converting import convert, wipe
from desktop.services.store.identity import Identity

def step(name):
    if name == sys.argv[3]:
        os.kill(os.getpid(), signal.SIGKILL)

plain, sealed = Path(sys.argv[1]), Path(sys.argv[2])
convert(plain, sealed, bytes(range(32)), Identity(server="s", person_id=PersonId("p")), step)
wipe(plain, sealed, bytes(range(32)), step)
"""


@pytest.mark.parametrize("at", ["check", "place", "sync the folder", "overwrite"])
async def test_killed_outright_one_good_file_is_left(plain, sealed, clock, at):
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, str(plain), str(sealed), at], timeout=60, check=False
    )
    assert ended.returncode == -signal.SIGKILL
    good = [await whole(plain, clock, None), await whole(sealed, clock, KEY)]
    assert any(good)
    assert good[1] == (at in {"sync the folder", "overwrite"})


async def test_what_another_program_holds_is_left_alone(plain, sealed, clock, monkeypatch):
    monkeypatch.setattr(converting, "_BUSY_MS", 50)
    other = await LocalStore.open(plain, clock)
    with pytest.raises(StoreUnavailable) as told:
        convert(plain, sealed, KEY, OWNER)
    assert told.value.trouble is Trouble.LOCKED
    assert not sealed.exists()
    await other.close()
    convert(plain, sealed, KEY, OWNER)


async def test_a_plain_store_written_since_its_copy_is_not_wiped(plain, sealed, clock):
    convert(plain, sealed, KEY, OWNER)
    again = await LocalStore.open(plain, clock)
    await again.write(lambda c: c.execute(insert(tables.meta).values(name="x", value="y")).rowcount)
    await again.close()
    with pytest.raises(AlreadyThere):
        wipe(plain, sealed, KEY)
    assert plain.exists()
    assert await whole(sealed, clock, KEY)


async def test_the_demonstration_is_not_converted(store, sealed):
    row = {"name": "demo_now", "value": "1"}
    await store.write(lambda c: c.execute(insert(tables.meta).values(row)).rowcount)
    await store.close()
    with pytest.raises(NotEncrypted):
        convert(store.path, sealed, KEY, OWNER)
    assert not sealed.exists()


async def test_a_damaged_or_foreign_file_is_not_converted(plain, sealed, tmp_path):
    content = plain.read_bytes()
    middle = len(content) // 2
    broken = content[:middle] + os.urandom(8192) + content[middle + 8192 :]
    for bad in (broken, b"words, no more" * 900, b"", content[: len(content) // 3]):
        file = tmp_path / "bad.sqlite"
        file.write_bytes(bad)
        with pytest.raises(StoreUnavailable):
            convert(file, sealed, KEY, OWNER)
        assert file.read_bytes()[100:] == bad[100:], "but for the journal's mode in the header"
        assert not sealed.exists()


async def test_a_copy_that_lacks_a_row_is_not_put_in_place(plain, sealed, monkeypatch):
    def lossy(source, fresh, key):
        copy(source, fresh, key)
        with converting.closing(converting._connect(fresh, key)) as bad:
            bad.execute("DELETE FROM outbox WHERE line = 7")

    copy = converting._copy
    monkeypatch.setattr(converting, "_copy", lossy)
    with pytest.raises(StoreUnavailable) as told:
        convert(plain, sealed, KEY, OWNER)
    assert told.value.trouble is Trouble.DAMAGED
    assert not sealed.exists()


async def test_another_store_is_not_replaced_by_a_copy(plain, sealed, clock):
    other = await LocalStore.open(sealed, clock, KEY)
    await fill(other)
    await other.close()
    with pytest.raises(AlreadyThere):
        convert(plain, sealed, KEY, OWNER)
    assert await whole(sealed, clock, KEY)
    assert plain.exists()
