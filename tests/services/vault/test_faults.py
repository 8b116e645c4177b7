"""What goes wrong around a vault, and leaving it: nothing is lost by a cut, a refusal or a wish."""

import asyncio

import pytest

from desktop.domain.errors import (
    NoPlaceForKey,
    StillWaiting,
    StoreUnavailable,
    Trouble,
)
from desktop.services.changes import Changes
from desktop.services.outbox import Outbox
from desktop.services.store import identity, preferences, tables
from desktop.services.store.local import LocalStore
from desktop.services.vault import KeyIn, OpensWith, accounts, envelopes
from tests.services.vault.conftest import vault_in
from tests.services.vault.rings import FakeStubbornRing
from tests.services.vault.test_vault import (
    MARC,
    NADIA,
    NAME,
    NEW,
    PHRASE,
    SERVER,
    WORD,
    made,
    names,
    record,
    sent,
)


@pytest.mark.parametrize("fault", ["full", "cutting"])
async def test_a_keyring_that_fails_in_between_leaves_the_old_secret(tmp_path, clock, fault):
    ring = FakeStubbornRing()
    vault = vault_in(tmp_path, clock, ring)
    account = await made(vault)
    setattr(ring, fault, True)
    with pytest.raises(NoPlaceForKey):
        await vault.rewrap(account, WORD, NEW)
    await (await vault.open(account, WORD)).close()


@pytest.mark.parametrize("state", ["waiting", "held", "rejected", "conflict"])
async def test_a_store_is_not_removed_while_something_waits(vault, state, tmp_path):
    account = await made(vault)
    store = await vault.open(account, WORD)
    await store.write(lambda c: c.execute(tables.outbox.update().values(state=state)).rowcount)
    with pytest.raises(StillWaiting) as told:
        await vault.remove(account, store)
    assert told.value.counts == {state: 1}
    assert await names(store) == [NAME], "it is still open"

    await Outbox(store, Changes()).export(tmp_path / "export.json")
    await record(store, customer_id="c2")
    with pytest.raises(StillWaiting) as told:
        await vault.remove(account, store)
    assert told.value.counts == {"waiting": 1}
    await Outbox(store, Changes()).export(tmp_path / "export.json")
    await vault.remove(account, store)
    assert await vault.accounts() == ()


async def test_a_store_is_not_removed_with_a_draft_in_it(vault):
    account = await made(vault)
    store = await vault.open(account, WORD)
    await sent(store)
    draft = {
        "contact_id": "k1",
        "customer_id": "c1",
        "person_id": NADIA,
        "body": "{}",
        "updated_at": 1,
    }
    await store.write(lambda c: c.execute(tables.drafts.insert().values(draft)).rowcount)
    with pytest.raises(StillWaiting) as told:
        await vault.remove(account, store)
    assert told.value.counts == {"draft": 1}
    await store.close()


async def test_a_store_is_not_removed_with_a_note_that_is_being_written(vault):
    account = await made(vault)
    store = await vault.open(account, WORD)
    await sent(store)
    await store.write(
        preferences.put, NADIA, preferences.NOTE_DRAFT + "c1", '"Rappeler avant midi"'
    )
    with pytest.raises(StillWaiting) as told:
        await vault.remove(account, store)
    assert told.value.counts == {"draft": 1}
    await store.write(preferences.drop, NADIA, preferences.NOTE_DRAFT + "c1")
    await vault.remove(account, store)


async def test_a_fact_written_while_it_is_being_removed_is_refused_or_counted(vault):
    """Never accepted and then thrown away."""
    account = await made(vault)
    store = await vault.open(account, WORD)
    await sent(store)
    removing = asyncio.ensure_future(vault.remove(account, store))
    writing = asyncio.ensure_future(record(store, customer_id="c2"))
    done = await asyncio.gather(removing, writing, return_exceptions=True)
    kept = not isinstance(done[1], Exception)
    assert kept == isinstance(done[0], StillWaiting)
    await store.close()


async def test_a_removed_store_leaves_nothing_on_the_machine(vault, ring, tmp_path):
    account = await made(vault)
    marc = await made(vault, "marc.d", NEW, MARC)
    await vault.remember(account, WORD)
    store = await vault.open(account, WORD)
    with pytest.raises(ValueError, match="another"):
        await vault.remove(marc, store)
    await sent(store)
    await vault.remove(account, store)
    assert await vault.accounts() == (marc,)
    assert not any(account.digest in name for _, name in ring.entries)
    assert [path.name for path in (tmp_path / "vault").iterdir()] == [marc.digest]


async def test_a_store_set_aside_can_still_be_read_by_its_old_secret(vault, clock, tmp_path):
    account = await made(vault)
    aside = await vault.set_aside(account)
    assert await vault.accounts() == ()
    fresh = await vault.create(SERVER, "nadia.b", NEW, NADIA)
    assert await names(fresh) == []
    await fresh.close()
    await vault.set_aside(await vault.account(SERVER, "nadia.b"))
    aside.rename(account.folder)
    back = await vault.account(SERVER, "nadia.b")
    store = await vault.open(back, WORD)
    assert await names(store) == [NAME]
    await store.close()


async def test_a_beginning_that_was_cut_is_taken_up_again(vault):
    account = await made(vault)
    (account.folder / "account.json").unlink()
    assert await vault.accounts() == ()
    again = await vault.create(SERVER, "nadia.b", WORD, NADIA)
    assert await names(again) == [NAME]
    await again.close()


async def test_a_store_without_a_card_that_another_secret_opens_is_kept_aside(vault, tmp_path):
    account = await made(vault)
    (account.folder / "account.json").unlink()
    again = await vault.create(SERVER, "nadia.b", NEW, NADIA)
    assert await names(again) == []
    await again.close()
    (aside,) = (tmp_path / "vault" / "set-aside").iterdir()
    assert {file.name for file in aside.iterdir()} >= {"store.sqlite", "key.json"}


async def test_where_the_keyring_is_gone_a_recovery_code_and_a_passphrase_open_it(
    vault, tmp_path, clock, organisation
):
    account = await made(vault, recovery_pem=organisation[1])
    without = vault_in(tmp_path / "vault", clock, None)
    with pytest.raises(StoreUnavailable) as told:
        await without.open(account, WORD)
    assert told.value.trouble is Trouble.KEY_MISSING
    sealed = account.envelope.read_text(encoding="utf-8")
    code = envelopes.spelled(envelopes.unseal(sealed, organisation[0]))
    with pytest.raises(NoPlaceForKey):
        await without.recover(account, code, "court")
    now = await without.recover(account, code, PHRASE)
    assert (now.key_in, now.opens_with) == (KeyIn.FILE, OpensWith.PASSPHRASE)
    assert await without.accounts() == (now,)
    store = await without.open(now, PHRASE)
    assert await names(store) == [NAME]
    await store.close()


@pytest.mark.parametrize("at", ["the store", "its owner", "the card"])
async def test_cut_while_it_is_made_it_can_be_made_again(vault, monkeypatch, tmp_path, at):
    async def no_store(*_given, **_named):
        raise OSError(28, "no space")

    def fails(*_given):
        raise OSError(28, "no space")

    target = {
        "the store": (LocalStore, "open", no_store),
        "its owner": (identity, "bind", fails),
        "the card": (accounts, "write_card", fails),
    }[at]
    with monkeypatch.context() as patch:
        patch.setattr(*target)
        with pytest.raises(OSError, match="no space"):
            await vault.create(SERVER, "nadia.b", WORD, NADIA)
    assert await vault.accounts() == ()
    account = await made(vault)
    assert await vault.accounts() == (account,)
    store = await vault.open(account, WORD)
    assert await names(store) == [NAME]
    await store.close()
    assert [path.name for path in (tmp_path / "vault").iterdir()] == [account.digest]


@pytest.mark.parametrize(
    ("number", "trouble"), [(28, "disk_full"), (13, "read_only"), (5, "unreadable")]
)
async def test_a_disk_that_refuses_is_told_and_the_old_secret_stays(
    tmp_path, clock, monkeypatch, number, trouble
):
    vault = vault_in(tmp_path / "v", clock, None)
    account = await made(vault, secret=PHRASE, opens_with=OpensWith.PASSPHRASE)

    def fails(*_given):
        raise OSError(number, "no")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", fails)
        with pytest.raises(StoreUnavailable) as told:
            await vault.rewrap(account, PHRASE, PHRASE + " et un")
    assert told.value.trouble == trouble
    await (await vault.open(account, PHRASE)).close()
