"""Exports as services: whole files closed to others, and a contact whole."""

import errno
import os
import stat
from datetime import timedelta
from typing import Any

import pytest

from desktop.domain.care import ended, warned
from desktop.domain.contacts import (
    Channel,
    Contact,
    Incivility,
    IncivilityType,
    Promise,
    PromiseKind,
    StepOff,
)
from desktop.domain.customers import Answer, Customer
from desktop.domain.errors import Gone
from desktop.domain.exports import BOM, Sheet
from desktop.domain.ids import (
    AnswerId,
    ContactId,
    CustomerId,
    IncivilityId,
    PersonId,
    PromiseId,
    StepOffId,
)
from desktop.domain.latitude.facts import Gesture
from desktop.services import files
from desktop.services.exports import Exports
from tests.conftest import NOON

SHEET = Sheet(title="T", columns=("A",), rows=((1.5,), ("=x",)))
ABOUT = {
    "contact_id": ContactId("k1"),
    "customer_id": CustomerId("c1"),
    "person_id": PersonId("lea"),
}


@pytest.fixture
def exports(store):
    return Exports(store)


async def test_a_table_is_written_whole_and_closed_to_others(exports, tmp_path):
    path = tmp_path / "t.csv"
    await exports.write_csv(path, [SHEET], comma=True)
    assert path.read_text("utf-8") == BOM + "A\n1,5\n'=x\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


async def test_a_full_disk_leaves_the_file_that_was_there(exports, tmp_path, monkeypatch):
    path = tmp_path / "t.csv"
    path.write_text("avant")

    def full(_handle):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(OSError, match="space"):
        await exports.write(path, b"apres")
    assert path.read_text() == "avant"
    assert list(tmp_path.glob("*.part")) == []


async def test_a_contact_comes_whole_and_without_what_may_not_be_seen(store, exports):
    at: dict[str, Any] = {"at": NOON, **ABOUT}
    async with store.unit() as unit:
        unit.record(
            Customer(id=CustomerId("c1"), given_name="Claire", family_name="Moreau", number="7")
        )
        unit.record(
            Contact(
                id=ContactId("k1"), customer_id=CustomerId("c1"), person_id=PersonId("lea"),
                channel=Channel.CALL_IN, started_at=NOON, ended_at=NOON, estimate=4, note="Dit",
            )
        )  # fmt: skip
        unit.record(StepOff(id=StepOffId("s2"), **at | {"at": NOON + timedelta(seconds=9)}))
        unit.record(StepOff(id=StepOffId("s1"), **at))
        unit.record(Promise(id=PromiseId("p"), kind=PromiseKind.CALLBACK, due_at=NOON, **at))
        unit.record(Gesture(id="g1", kind="voucher", cents=500, **at))
        unit.record(Gesture(id="g2", kind="voucher", cents=700, **at))
        unit.record(Gesture(id="g3", kind="voucher", cents=700, takes_back="g2", **at))
        unit.record(Answer(id=AnswerId("a"), satisfaction=2, **at))
    told = await exports.contact(ContactId("k1"))
    assert (told.customer_name, told.customer_number) == ("Claire Moreau", "7")
    assert [one.id for one in told.step_offs] == ["s1", "s2"]
    assert [one.id for one in told.gestures] == ["g1"]
    assert told.answer is not None
    assert told.answer.satisfaction == 2
    with pytest.raises(Gone):
        await exports.contact(ContactId("k2"))


async def test_an_exchange_that_was_warned_of_and_ended_is_told_once(store, exports):
    about: dict[str, Any] = ABOUT
    report = Incivility(
        id=IncivilityId("i1"),
        at=NOON,
        type=IncivilityType.INSULT,
        gravity=2,
        words="A crié",
        **about,
    )
    said = warned(report, IncivilityId("i2"), NOON + timedelta(minutes=1))
    over = ended(said, IncivilityId("i3"), NOON + timedelta(minutes=2))
    contact = Contact(
        id=ContactId("k1"),
        customer_id=about["customer_id"],
        person_id=about["person_id"],
        channel=Channel.CALL_IN,
        started_at=NOON,
        ended_at=NOON,
    )
    async with store.unit() as unit:
        for one in (contact, report, said, over):
            unit.record(one)
    (told,) = (await exports.contact(ContactId("k1"))).incivilities
    assert (told.id, told.at, told.warned, told.ended) == ("i1", NOON, True, True)
