"""A store with a key: nothing of it reads without, and each wrong file is told for what it is."""

import os
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from desktop.domain.customers import Customer
from desktop.domain.errors import NotEncrypted, StoreUnavailable, Trouble
from desktop.domain.ids import CustomerId, PersonId
from desktop.services.store import identity, tables
from desktop.services.store.local import LocalStore

KEY = bytes(range(32))
OTHER = bytes(range(1, 33))
NAME = "Quatremarre"


def fill(connection):
    for number in range(3000):
        row = {"id": f"f{number}", "family_name": NAME, "city": "Saint-Étienne-des-Oullières"}
        connection.execute(insert(tables.customers).values(row))


async def sealed_file(path: Path, clock) -> Path:
    store = await LocalStore.open(path, clock, KEY)
    await store.write(fill)
    await store.close()
    return path


async def root_of_customers(path: Path, clock) -> int:
    """A page that is surely read with the tables, counted from 1."""
    words = "SELECT rootpage FROM sqlite_master WHERE name = 'customers'"
    store = await LocalStore.open(path, clock, KEY)
    root = await store.read(lambda c: c.exec_driver_sql(words).scalar_one())
    await store.close()
    return root


def everything(connection):
    names = "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0"
    for (name,) in connection.exec_driver_sql(names).all():
        connection.exec_driver_sql(f"SELECT * FROM {name}").all()


async def told(path: Path, clock, key) -> Trouble:
    """What is said of a file, which is left as it was."""
    before = path.read_bytes()
    with pytest.raises(StoreUnavailable) as error:
        opened = await LocalStore.open(path, clock, key)
        try:
            await opened.read(everything)
        finally:
            await opened.close()
    for secret in (KEY, OTHER):
        assert secret.hex() not in f"{error.value!r} {error.value.__cause__!r}".lower()
    assert path.read_bytes() == before
    return error.value.trouble


async def test_what_was_written_is_there_again_with_the_key(tmp_path, clock):
    path = await sealed_file(tmp_path / "s.sqlite", clock)
    store = await LocalStore.open(path, clock, KEY)
    assert store.encrypted
    found = await store.read(lambda c: c.execute(select(tables.customers.c.family_name)).all())
    assert found == [(NAME,)] * 3000
    sound = await store.read(lambda c: c.exec_driver_sql("PRAGMA cipher_integrity_check").all())
    assert sound == []
    await store.close()


async def test_no_word_of_it_lies_in_plain_text_in_any_file(tmp_path, clock):
    """The write-ahead log too, while the store is open, and the indexes of the search."""

    def found(folder: Path) -> list[str]:
        needles = [
            text.encode(code)
            for text in (NAME, NAME.casefold(), "saint-etienne", "CREATE TABLE")
            for code in ("utf-8", "utf-16-le")
        ]
        return [
            file.name
            for file in folder.rglob("*")
            if any(needle in file.read_bytes() for needle in needles)
        ]

    store = await LocalStore.open(tmp_path / "s.sqlite", clock, KEY)
    async with store.unit() as unit:
        unit.record(Customer(id=CustomerId("c1"), family_name=NAME, city="Saint-Étienne"))
    assert (tmp_path / "s.sqlite-wal").stat().st_size > 0
    assert found(tmp_path) == []
    await store.write(fill)
    assert found(tmp_path) == []
    await store.close()
    assert found(tmp_path) == []

    plain = await LocalStore.open(tmp_path / "plain" / ".." / "p.sqlite", clock)
    await plain.write(fill)
    await plain.close()
    assert found(tmp_path) == ["p.sqlite"], "the search itself can find"


async def test_a_file_is_told_for_what_it_is(tmp_path, clock):
    sealed = await sealed_file(tmp_path / "good.sqlite", clock)
    root = await root_of_customers(sealed, clock)
    good = sealed.read_bytes()
    with sqlite3.connect(tmp_path / "theirs.sqlite") as theirs:
        theirs.execute("CREATE TABLE theirs (x)")
    theirs.close()
    foreign = (tmp_path / "theirs.sqlite").read_bytes()
    cases = (
        ("wrong key", good, OTHER, Trouble.KEY_WRONG),
        ("no key", good, None, Trouble.KEY_MISSING),
        ("first page flipped", flipped(good, 20), KEY, Trouble.KEY_WRONG),
        ("salt flipped", flipped(good, 3), KEY, Trouble.KEY_WRONG),
        ("a page flipped", flipped(good, 4096 * (root - 1) + 7), KEY, Trouble.DAMAGED),
        ("every page but the first flipped", every_page_flipped(good), KEY, Trouble.DAMAGED),
        ("cut within a page", good[: len(good) // 3 + 5], KEY, Trouble.DAMAGED),
        ("cut between pages", good[: 4096 * 20], KEY, Trouble.DAMAGED),
        ("cut to one page", good[:4096], KEY, Trouble.DAMAGED),
        ("cut within the first page", good[:3000], KEY, Trouble.DAMAGED),
        ("chance", os.urandom(8192), KEY, Trouble.KEY_WRONG),
        ("chance, without a key", os.urandom(8192), None, Trouble.KEY_MISSING),
        ("compressed, without a key", os.urandom(5000), None, Trouble.NOT_A_STORE),
        ("words", b"un texte, rien de plus. " * 500, KEY, Trouble.NOT_A_STORE),
        ("words, without a key", b"un texte, rien de plus. " * 500, None, Trouble.NOT_A_STORE),
        ("somebody else's, plain", foreign, KEY, Trouble.NOT_A_STORE),
        ("zeros", bytes(8192), KEY, Trouble.NOT_A_STORE),
    )
    for number, (what, content, key, trouble) in enumerate(cases):
        path = tmp_path / f"{number}.sqlite"
        path.write_bytes(content)
        assert (what, await told(path, clock, key)) == (what, trouble)


def flipped(content: bytes, at: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


def every_page_flipped(content: bytes) -> bytes:
    for at in range(4096 + 100, len(content), 4096):
        content = flipped(content, at)
    return content


async def test_a_plain_store_is_not_opened_with_a_key_nor_bound_to_a_server(store, clock):
    with pytest.raises(NotEncrypted):
        await store.write(identity.bind, "postgresql://s.example/v", PersonId("p1"))
    assert await store.read(identity.read) is None
    assert not store.encrypted
    await store.close()
    assert await told(store.path, clock, KEY) is Trouble.NOT_A_STORE


async def test_a_bound_store_in_plain_text_is_refused(store, clock):
    """Somebody decrypted it: it is not taken for a store that may be connected."""
    rows = [{"name": "server", "value": "s"}, {"name": "person_id", "value": "p1"}]
    await store.write(lambda c: c.execute(insert(tables.meta), rows))
    await store.close()
    assert await told(store.path, clock, None) is Trouble.NOT_A_STORE


async def test_a_store_belongs_to_one_server_and_person_for_good(tmp_path, clock):
    store = await LocalStore.open(tmp_path / "s.sqlite", clock, KEY)
    for _ in range(2):
        await store.write(identity.bind, "https://s.example", PersonId("p1"))
    with pytest.raises(ValueError, match="another"):
        await store.write(identity.bind, "https://s.example", PersonId("p2"))
    known = await store.read(identity.read)
    assert known == identity.Identity(server="https://s.example", person_id=PersonId("p1"))
    await store.close()


async def test_the_key_is_in_no_name_that_the_store_shows(tmp_path, clock):
    store = await LocalStore.open(tmp_path / "s.sqlite", clock, KEY)
    shown = f"{store!r} {store.__dict__!r} {store._engine!r} {store._engine.url!r}"
    assert KEY.hex() not in shown
    assert repr(KEY) not in shown
    await store.close()


async def test_a_key_of_another_length_is_a_bug(tmp_path, clock):
    with pytest.raises(ValueError, match="32"):
        await LocalStore.open(tmp_path / "s.sqlite", clock, b"short")
