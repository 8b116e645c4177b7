"""What a person decides about facts that were not taken: each verb, told, and on a real store."""

import errno
import json
import os
import stat
from pathlib import Path

import pytest

from desktop.domain.changes import Changed, Kind
from desktop.domain.customer_file import CustomerField
from desktop.domain.errors import Gone, Incomplete, Invalid
from desktop.domain.people import Person, Role
from desktop.services.changes import Changes
from desktop.services.outbox import Outbox
from desktop.services.store import replica
from tests.services.store.facts_of import (
    CLAIRE,
    LEA,
    NOW,
    answer,
    contact,
    customer_row,
    edit,
    push,
    record,
)

PERSON = Person(id=LEA, name="Léa Bernard", role=Role.ADVISOR)
OUTBOX = Changed(kind=Kind.OUTBOX)
OF_CLAIRE = Changed(kind=Kind.CUSTOMER, customer_id=CLAIRE)


@pytest.fixture
def told() -> list[Changed]:
    return []


@pytest.fixture
async def outbox(store, told) -> Outbox:
    await store.write(replica.apply, [customer_row(1)], NOW)
    changes = Changes()
    changes.listen(told.append)
    return Outbox(store, changes)


async def refused(store, *facts) -> None:
    await record(store, *facts)
    await answer(store, await push(store), "rejected", why="22023")


async def conflict(store) -> None:
    await record(store, edit("Nantes"))
    theirs = {"value": "Brest", "version": 3, "by": "p2", "at": NOW}
    await answer(store, await push(store), "conflict", theirs=theirs)


async def city(store) -> str:
    query = "SELECT city FROM customers WHERE id = 'c1'"
    return await store.read(lambda c: c.exec_driver_sql(query).scalar_one())


async def test_what_is_asked_in_figures(store, outbox):
    assert not await outbox.anything_waiting()
    await refused(store, contact("k1"))
    await record(store, contact("k2"))
    assert await outbox.by_kind() == {"contact": 2}
    assert await outbox.anything_waiting()


async def test_retry_leaves_at_once_and_is_told(store, outbox, told):
    await refused(store, contact("k1"))
    (asked,) = await outbox.attention()
    assert asked.customer_name == "Moreau"
    await outbox.retry(asked.op_id)
    assert told == [OUTBOX]
    assert [fact["op_id"] for fact in await push(store)] == [asked.op_id]


async def test_other_words_are_sent_in_place_of_the_refused(store, outbox, told):
    await refused(store, contact("k1"))
    (asked,) = await outbox.attention()
    await outbox.correct(asked.op_id, "  Autres mots ")
    assert told == [OUTBOX, Changed(kind=Kind.CONTACT, customer_id=CLAIRE)]
    (fact,) = await push(store)
    assert (fact["body"]["note"], fact["op_id"] != asked.op_id) == ("Autres mots", True)
    with pytest.raises(Gone):
        await outbox.correct(asked.op_id, "encore")


async def test_a_corrected_value_follows_the_rules_of_its_field(store, outbox):
    await refused(store, edit("x", field=CustomerField.EMAIL, former=""))
    (asked,) = await outbox.attention()
    with pytest.raises(Invalid):
        await outbox.correct(asked.op_id, "claire")
    await outbox.correct(asked.op_id, "claire@courriel.example")
    assert [fact["body"]["value"] for fact in await push(store)] == ["claire@courriel.example"]


async def test_theirs_settles_a_conflict(store, outbox, told):
    await conflict(store)
    (asked,) = await outbox.attention()
    await outbox.pick(asked.op_id, PERSON, mine=False)
    assert (await outbox.attention(), await push(store), await city(store)) == ((), [], "Brest")
    assert told == [OUTBOX, OF_CLAIRE]


async def test_mine_is_a_new_edit_based_on_theirs(store, outbox):
    await conflict(store)
    (asked,) = await outbox.attention()
    await outbox.pick(asked.op_id, PERSON, mine=True)
    (fact,) = await push(store)
    body = fact["body"]
    assert (body["value"], body["former"], body["based_on"]) == ("Nantes", "Brest", 3)
    assert (await outbox.attention(), await city(store)) == ((), "Nantes")
    with pytest.raises(Gone):
        await outbox.pick(asked.op_id, PERSON, mine=True)


async def test_what_was_erased_meanwhile_is_gone(store, outbox):
    await record(store, edit("Nantes"))
    facts = await push(store)
    await answer(store, facts, "gone")
    for verb in (outbox.retry, outbox.give_up):
        with pytest.raises(Gone):
            await verb(facts[0]["op_id"])


async def test_nothing_is_given_up_but_what_is_in_a_file(store, outbox, tmp_path: Path):
    await refused(store, contact("k1"))
    await record(store, contact("k2"))
    (asked,) = await outbox.attention()
    with pytest.raises(Incomplete):
        await outbox.give_up(asked.op_id)
    path = tmp_path / "export.json"
    assert await outbox.export(path) == 2
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert kept["device"] == store.device
    assert [one["body"]["note"] for one in kept["facts"]] == ["Note de k1", "Note de k2"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    await outbox.give_up(asked.op_id)
    assert await outbox.attention() == ()
    assert await outbox.by_kind() == {"contact": 1}


async def test_an_export_is_on_the_disk_before_anything_counts_as_exported(
    store, outbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def fails(_handle: int) -> None:
        raise OSError(errno.EIO, "")

    await refused(store, contact("k1"))
    path = tmp_path / "export.json"
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", fails)
        with pytest.raises(OSError):
            await outbox.export(path)
    (asked,) = await outbox.attention()
    assert not asked.exported
    # What a cut left under the name of the part lends it neither words nor rights.
    path.with_name("export.json.part").write_text("before")
    await outbox.export(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


async def test_an_export_that_cannot_be_written_marks_nothing(store, outbox, tmp_path: Path):
    await refused(store, contact("k1"))
    with pytest.raises(OSError):
        await outbox.export(tmp_path / "absent" / "export.json")
    (asked,) = await outbox.attention()
    assert not asked.exported
