"""A plain profile taken over: its facts become the person's, and no word of it stays plain."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import select

from desktop.domain.customers import Customer, PinnedNote
from desktop.domain.errors import AlreadyThere, NoPlaceForKey, Refused, WrongSecret
from desktop.domain.ids import CheckInId, CustomerId, PersonId
from desktop.domain.wellbeing import CheckInReply
from desktop.services.people import People
from desktop.services.store import converting, tables
from desktop.services.vault import Newcomer
from tests.services.vault.conftest import vault_in
from tests.services.vault.test_vault import NADIA, NAME, NEW, SERVER, WORD, made, names

NEWCOMER = Newcomer(SERVER, "nadia.b", WORD)


async def write(store, clock, *people):
    async with store.unit() as unit:
        unit.record(Customer(id=CustomerId("c1"), family_name=NAME))
        for number, person in enumerate(people):
            at = clock.now() + timedelta(seconds=number)
            unit.record(
                PinnedNote(
                    customer_id=CustomerId("c1"), person_id=person, at=at, words="Après 17 h"
                )
            )


@pytest.fixture
async def plain(store, clock):
    person = await People(store).begin("Nadia Benali")
    await write(store, clock, person.id)
    await store.close()
    return store.path


async def test_what_a_person_wrote_alone_becomes_theirs(vault, plain, tmp_path):
    store = await vault.adopt(plain, NEWCOMER, NADIA)
    assert await names(store) == [NAME]
    bodies = await store.read(lambda c: list(c.scalars(select(tables.outbox.c.body))))
    authors = {json.loads(body).get("person_id") for body in bodies}
    assert authors - {None} == {NADIA}
    notes = await store.read(lambda c: list(c.scalars(select(tables.pinned_notes.c.person_id))))
    assert notes == [NADIA]
    assert await store.read(lambda c: list(c.scalars(select(tables.people.c.id)))) == [NADIA]
    await store.close()
    assert [path.name for path in tmp_path.iterdir()] == ["vault"]
    for file in tmp_path.rglob("*"):
        assert file.is_dir() or NAME.encode() not in file.read_bytes()


async def test_a_leads_answers_become_theirs_too(vault, store, clock):
    person = await People(store).begin("Nadia Benali")
    reply = CheckInReply(
        check_in_id=CheckInId("k1"), lead_id=person.id, at=clock.now(), words="Parlons-en"
    )
    async with store.unit() as unit:
        unit.record(reply)
    await store.close()
    adopted = await vault.adopt(store.path, NEWCOMER, NADIA)
    bodies = await adopted.read(lambda c: list(c.scalars(select(tables.outbox.c.body))))
    assert [json.loads(body)["lead_id"] for body in bodies] == [NADIA]
    await adopted.close()


async def test_it_can_be_asked_for_again_wherever_it_was_cut(vault, plain, monkeypatch):
    class Cut(Exception):
        pass

    def cut(*_given):
        raise Cut

    for name in ("_check", "_sync", "sync_folder", "wipe"):
        with monkeypatch.context() as patch:
            patch.setattr(converting, name, cut)
            with pytest.raises(Cut):
                await vault.adopt(plain, NEWCOMER, NADIA)
        assert plain.exists()
    with pytest.raises(WrongSecret):
        await vault.adopt(plain, Newcomer(SERVER, "nadia.b", NEW), NADIA)
    store = await vault.adopt(plain, NEWCOMER, NADIA)
    assert await names(store) == [NAME]
    await store.close()
    assert not plain.exists()


async def test_an_account_that_is_there_is_not_overwritten(vault, plain):
    account = await made(vault)
    with pytest.raises(AlreadyThere):
        await vault.adopt(plain, NEWCOMER, NADIA)
    assert plain.exists()
    await (await vault.open(account, WORD)).close()


async def test_what_several_people_wrote_is_nobodys(vault, store, clock):
    await write(store, clock, PersonId("p1"), PersonId("p2"))
    await store.close()
    with pytest.raises(Refused):
        await vault.adopt(store.path, NEWCOMER, NADIA)
    assert store.path.exists()
    assert await vault.accounts() == ()


async def test_without_a_place_for_the_key_it_stays_as_it_is(tmp_path, clock, plain):
    before = plain.read_bytes()
    with pytest.raises(NoPlaceForKey):
        await vault_in(tmp_path / "v", clock, None).adopt(plain, NEWCOMER, NADIA)
    assert plain.read_bytes() == before
