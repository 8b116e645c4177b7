"""Signing out while something waits, and a key that is gone: neither loses a word."""

import hashlib
from pathlib import Path

import pytest

from desktop.domain.contacts import IncivilityType
from desktop.domain.customers import Customer
from desktop.domain.errors import StillWaiting, StoreUnavailable, Trouble
from desktop.domain.ids import CustomerId, PersonId
from desktop.domain.people import Person, Role
from desktop.services.changes import Changes
from desktop.services.contacts import Contacts
from desktop.services.outbox import Outbox
from desktop.services.store.local import LocalStore
from desktop.services.vault import Vault
from tests.conftest import FakeClock
from tests.services.vault.rings import FakeRing

SERVER = "postgresql://base.example/vav"
SECRET = "a password of this test"
LEA = Person(id=PersonId("person-lea"), name="Léa", role=Role.ADVISOR)


@pytest.fixture
def ring() -> FakeRing:
    return FakeRing()


@pytest.fixture
def vault(tmp_path: Path, clock: FakeClock, ring: FakeRing) -> Vault:
    return Vault(tmp_path / "vault", clock, lambda: ring, 16, 0)


async def opened(vault: Vault, clock: FakeClock) -> LocalStore:
    """Léa's store, with a report that waits."""
    store = await vault.create(SERVER, "lea", SECRET, LEA.id)
    contacts = Contacts(store, clock, Changes())
    draft = await contacts.begin(Customer(id=CustomerId("c0")), LEA)
    report = await contacts.report_incivility(draft, IncivilityType.INSULT, 2, "said again")
    await contacts.drop(report.draft)
    return store


async def test_signing_out_with_an_outbox_refuses(
    vault: Vault, clock: FakeClock, tmp_path: Path
) -> None:
    store = await opened(vault, clock)
    (account,) = await vault.accounts()
    with pytest.raises(StillWaiting) as told:
        await vault.remove(account, store)
    assert told.value.counts == {"waiting": 1}
    outbox = Outbox(store, Changes())
    assert await outbox.anything_waiting()
    assert await outbox.export(tmp_path / "kept.json") == 1
    await vault.remove(account, store)
    assert await vault.accounts() == ()
    assert "said again" in (tmp_path / "kept.json").read_text(encoding="utf-8")


async def test_a_missing_key_loses_nothing_and_is_said(
    vault: Vault, clock: FakeClock, ring: FakeRing
) -> None:
    await (await opened(vault, clock)).close()
    (account,) = await vault.accounts()
    before = hashlib.sha256(account.store.read_bytes()).digest()
    kept = dict(ring.entries)
    ring.entries.clear()
    with pytest.raises(StoreUnavailable) as told:
        await vault.open(account, SECRET)
    assert told.value.trouble is Trouble.KEY_MISSING
    assert hashlib.sha256(account.store.read_bytes()).digest() == before

    ring.entries |= kept
    store = await vault.open(account, SECRET)
    assert await Outbox(store, Changes()).anything_waiting()
    await store.close()
