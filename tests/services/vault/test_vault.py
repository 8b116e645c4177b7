"""One encrypted store a server and person: made, opened again by its secret alone, re-keyed."""

import json

import pytest
from sqlalchemy import select

from desktop.domain.customers import Customer
from desktop.domain.errors import (
    AlreadyThere,
    NoPlaceForKey,
    StoreUnavailable,
    Trouble,
    WrongSecret,
)
from desktop.domain.ids import CustomerId, PersonId
from desktop.services.store import identity, tables
from desktop.services.store.local import LocalStore
from desktop.services.vault import KeyIn, OpensWith, accounts
from tests.services.vault.conftest import vault_in
from tests.services.vault.rings import (
    FakeForgetfulRing,
    FakeLockedRing,
    FakeRing,
)

SERVER = "https://vav.lumio.example"
WORD, NEW = "mot de passe de Nadia", "son nouveau mot de passe"
PHRASE = "quatre mots sans rapport"
NADIA, MARC = PersonId("p-nadia"), PersonId("p-marc")
NAME = "Quatremarre"


async def record(store, name=NAME, customer_id="c1"):
    async with store.unit() as unit:
        unit.record(Customer(id=CustomerId(customer_id), family_name=name))


async def names(store):
    query = select(tables.customers.c.family_name)
    return await store.read(lambda c: list(c.scalars(query)))


async def made(vault, sign_in="nadia.b", secret=WORD, person=NADIA, **more):
    """An account with one fact that waits, its store closed."""
    store = await vault.create(SERVER, sign_in, secret, person, **more)
    await record(store)
    await store.close()
    return await vault.account(SERVER, sign_in)


async def sent(store):
    """The shared database has all of it."""
    await store.write(lambda c: c.execute(tables.outbox.update().values(state="applied")).rowcount)


async def test_a_store_is_made_and_opened_again_by_its_secret(vault):
    account = await made(vault)
    store = await vault.open(account, WORD)
    assert store.encrypted
    assert await names(store) == [NAME]
    assert await store.read(identity.read) == identity.Identity(server=SERVER, person_id=NADIA)
    await store.close()


async def test_another_secret_opens_nothing_and_says_so(vault):
    account = await made(vault)
    with pytest.raises(WrongSecret) as told:
        await vault.open(account, NEW)
    assert NEW not in repr(told.value)
    with pytest.raises(WrongSecret):
        await vault.open(account, None)


async def test_two_people_at_one_desk_read_nothing_of_each_other(vault, ring, tmp_path, clock):
    """Marc is the same user to the system: he has Nadia's files and all that the keyring holds."""
    nadia = await made(vault)
    marc = await made(vault, "marc.d", NEW, MARC)
    assert nadia.folder != marc.folder
    with pytest.raises(WrongSecret):
        await vault.open(nadia, NEW)

    kept = [bytes.fromhex(part.hex()) for part in await everything_kept(tmp_path, ring)]
    assert not any(NAME.encode() in part for part in kept)
    store = await vault.open(nadia, WORD)
    await store.close()
    # Each run of 32 bytes or 64 hex digits that he can find, tried as the key.
    for wrapped in ring.entries.values():
        told = json.loads(wrapped)
        for part in accounts_parts(told):
            for at in range(max(1, len(part) - 31)):
                key = part[at : at + 32].ljust(32, b"\0")
                with pytest.raises(StoreUnavailable):
                    await LocalStore.open(nadia.store, clock, key)


async def everything_kept(folder, ring):
    files = [file.read_bytes() for file in folder.rglob("*") if file.is_file()]
    return files + [text.encode() for text in ring.entries.values()]


def accounts_parts(told):
    from base64 import b64decode

    return [b64decode(told[name]) for name in ("salt", "nonce", "key")]


async def test_an_account_lists_no_more_than_server_and_name(vault):
    account = await made(vault)
    card = json.loads((account.folder / "account.json").read_text(encoding="utf-8"))
    assert set(card) == {"format", "server", "sign_in", "opens_with", "key_in"}
    assert NADIA not in json.dumps(card)


async def test_accounts_are_listed_however_the_address_is_written(vault):
    account = await made(vault)
    assert await vault.accounts() == (account,)
    same = await vault.account("https://VAV.lumio.example:443/", " Nadia.B ")
    assert same == account
    with pytest.raises(AlreadyThere):
        await vault.create("https://vav.lumio.example/", "NADIA.B", NEW, NADIA)
    assert await vault.account("https://other.example", "nadia.b") is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("postgres://db.example/v", "postgresql://nadia:x@DB.example:5432/v?sslmode=require", True),
        ("postgresql:///v?host=/run/a", "postgresql:///v?host=/run/b", False),
        ("postgresql://db.example/v", "postgresql://db.example/w", False),
        ("https://a.example", "http://a.example", False),
    ],
)
def test_addresses_of_one_server(one, other, same):
    assert (accounts.digest(one, "n") == accounts.digest(other, "n")) is same


def test_an_address_is_written_down_without_its_password():
    said = accounts.without_password("postgresql://n:Hidden1@db.example/v?sslmode=x&password=Hid2")
    assert said == "postgresql://db.example/v?sslmode=x"


@pytest.mark.parametrize("ring", [None, FakeLockedRing(), FakeForgetfulRing()])
async def test_without_a_keyring_it_takes_a_passphrase_or_refuses(tmp_path, clock, ring):
    vault = vault_in(tmp_path / "v", clock, ring)
    assert not await vault.has_keyring()
    for secret, opens_with in ((WORD, OpensWith.PASSWORD), ("trop court", OpensWith.PASSPHRASE)):
        with pytest.raises(NoPlaceForKey) as told:
            await vault.create(SERVER, "nadia.b", secret, NADIA, opens_with=opens_with)
        assert told.value.shortest == 12
    assert list(tmp_path.rglob("*.sqlite")) == []

    account = await made(vault, secret=PHRASE, opens_with=OpensWith.PASSPHRASE)
    assert (account.key_in, account.opens_with) == (KeyIn.FILE, OpensWith.PASSPHRASE)
    store = await vault.open(account, PHRASE)
    assert await names(store) == [NAME]
    await store.close()
    with pytest.raises(WrongSecret):
        await vault.open(account, PHRASE.upper())
    with pytest.raises(NoPlaceForKey):
        await vault.remember(account, PHRASE)
    with pytest.raises(NoPlaceForKey):
        await vault.rewrap(account, PHRASE, "court")
    await (await vault.open(account, PHRASE)).close()


async def test_a_passphrase_is_the_same_however_its_accents_are_typed(vault):
    account = await made(vault, secret="été à la mer")
    await (await vault.open(account, "e\u0301te\u0301 a\u0300 la mer")).close()


async def test_remembered_it_opens_without_typing_until_forgotten(vault):
    account = await made(vault)
    with pytest.raises(WrongSecret):
        await vault.remember(account, NEW)
    assert await vault.remembered(account) is None
    await vault.remember(account, WORD)
    assert await vault.remembered(account) == WORD
    await (await vault.open(account, None)).close()
    await vault.forget(account)
    with pytest.raises(WrongSecret):
        await vault.open(account, None)


async def test_a_changed_password_is_taken_with_the_old_one(vault):
    account = await made(vault)
    with pytest.raises(WrongSecret):
        await vault.rewrap(account, "deviné", NEW)
    await vault.remember(account, WORD)
    await vault.rewrap(account, None, NEW)
    assert await vault.remembered(account) == NEW
    with pytest.raises(WrongSecret):
        await vault.open(account, WORD)
    store = await vault.open(account, NEW)
    assert await names(store) == [NAME]
    await store.close()


async def test_a_key_that_is_gone_is_told_and_the_file_is_kept(vault, ring):
    account = await made(vault)
    before = account.store.read_bytes()
    for entries in ({}, dict.fromkeys(ring.entries, "not json"), dict.fromkeys(ring.entries, "{}")):
        ring.entries = entries
        with pytest.raises(StoreUnavailable) as told:
            await vault.open(account, WORD)
        assert told.value.trouble is Trouble.KEY_MISSING
    assert account.store.read_bytes() == before


@pytest.mark.parametrize(("left", "trouble"), [(None, "unreadable"), (b"", "damaged")])
async def test_nothing_is_made_in_the_place_of_a_lost_file(vault, left, trouble):
    account = await made(vault)
    account.store.unlink()
    if left is not None:
        account.store.write_bytes(left)
    with pytest.raises(StoreUnavailable) as told:
        await vault.open(account, WORD)
    assert told.value.trouble == trouble
    assert not account.store.exists() or account.store.read_bytes() == b""


async def test_another_persons_file_in_the_place_of_ones_own_is_no_store_of_ours(vault):
    nadia, marc = await made(vault), await made(vault, "marc.d", NEW, MARC)
    nadia.store.write_bytes(marc.store.read_bytes())
    with pytest.raises(StoreUnavailable) as told:
        await vault.open(nadia, WORD)
    assert told.value.trouble is Trouble.KEY_WRONG


async def test_secrets_are_in_no_repr_and_no_file_name(vault, ring, tmp_path):
    account = await made(vault)
    await vault.remember(account, WORD)
    shown = f"{account!r} {vault!r} {[str(path) for path in tmp_path.rglob('*')]}"
    assert WORD not in shown
    for part in await everything_kept(tmp_path, FakeRing()):
        assert WORD.encode() not in part


async def test_a_name_that_was_given_to_somebody_else_does_not_open_the_firsts_store(vault):
    account = await made(vault)
    await (await vault.open(account, WORD, person_id=NADIA)).close()
    with pytest.raises(AlreadyThere):
        await vault.open(account, WORD, person_id=MARC)
