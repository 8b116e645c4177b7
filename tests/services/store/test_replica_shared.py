"""Stores that talk with a real shared database: at the end, the same rows on both sides."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.customer_file import CustomerField
from desktop.domain.customers import Customer
from desktop.domain.ids import PersonId
from desktop.services.store import attention, dropping, meta, outbox, replica
from desktop.services.store.local import LocalStore
from tests.conftest import FakeClock
from tests.services.shared_talk import Talk, talk
from tests.services.store.facts_of import (
    CLAIRE,
    NOW,
    contact,
    edit,
    keep,
    lines,
    promise,
    record,
)


@dataclass
class Desk:
    """Somebody's store, and their talk with the server."""

    who: str
    store: LocalStore
    talk: Talk

    @property
    def me(self) -> PersonId:
        return PersonId(f"person-{self.who}")

    async def push(self) -> list[str]:
        """Send until nothing is left; the answers."""
        said: list[str] = []
        while facts := await self.store.write(outbox.batch, NOW):
            batch = {"protocol": 1, "device": self.store.device, "now": NOW, "facts": facts}
            answers = self.talk.call(self.who, "push", facts=batch)["answers"]
            await self.store.write(outbox.settle, answers, NOW, lambda _: 1000)
            said += [one["answer"] for one in answers]
        return said

    async def pull(self, most: int = 3) -> None:
        """Bring everything, in small pages; after a first pull, the counts of both sides are equal."""
        while True:
            since = await self.store.read(replica.cursor)
            page = self.talk.call(self.who, "pull", since=since, most=most)
            if page["reset"]:
                await self.store.write(outbox.again, 0, page["epoch"])
                await self.store.write(replica.reset)
                continue
            await self.store.write(replica.apply, page["rows"], NOW)
            await self.store.write(replica.put_cursor, page["cursor"])
            if not page["more"]:
                break
        if "counts" in page:
            while await self.store.write(replica.sweep):
                pass
            counts = {kind: count for kind, count in page["counts"].items() if count}
            assert await self.store.read(replica.counts) == counts

    async def column(self, name: str, table: str = "customers", id_: str = CLAIRE) -> Any:
        query = f"SELECT {name} FROM {table} WHERE id = ?"
        return await self.store.read(lambda c: c.exec_driver_sql(query, (id_,)).scalar())

    async def ids(self, table: str) -> set[str]:
        query = f"SELECT id FROM {table}"
        return await self.store.read(lambda c: set(c.exec_driver_sql(query).scalars()))


@pytest.fixture
async def desks(seeded, tmp_path: Path) -> AsyncIterator[dict[str, Desk]]:
    """Léa, Karim and Zoé at desks of their own; Léa has made a file for Claire."""
    async with AsyncExitStack() as stack:
        found = {}
        for number, who in enumerate(("lea", "karim", "zoe")):
            clock = FakeClock()
            clock.made = number * 1000  # ids of their own
            store = await LocalStore.open(tmp_path / f"{who}.sqlite", clock)
            stack.push_async_callback(store.close)
            await store.write(meta.put, "person_id", f"person-{who}")
            found[who] = Desk(who, store, talk(seeded))
        lea = found["lea"]
        await record(lea.store, Customer(id=CLAIRE, family_name="Moreau", city="Angers"))
        assert await lea.push() == ["applied"]
        for desk in found.values():
            await desk.pull()
        yield found


def of(desk: Desk, made: Any) -> Any:
    """The same fact by this person."""
    return replace(made, person_id=desk.me)


async def test_what_one_does_the_other_sees(desks):
    lea, karim = desks["lea"], desks["karim"]
    assert await karim.column("branch_id") == "branch-lyon"
    await record(lea.store, of(lea, contact("k1")), of(lea, promise()), of(lea, edit("Nantes")))
    assert await lea.push() == ["applied"] * 3
    await karim.pull()
    assert await karim.column("note", "contacts", "k1") == "Note de k1"
    assert await karim.column("city") == "Nantes"
    await keep(karim.store)
    await karim.store.write(
        lambda c: c.exec_driver_sql(
            "UPDATE outbox SET body = replace(body, '\"p1\"', '\"person-karim\"')"
        )
    )
    assert await karim.push() == ["applied"]
    await lea.pull()
    assert await lea.column("state", "promises", "r1") == "kept"


async def test_two_edits_of_one_field_meet_and_are_picked(desks):
    lea, karim = desks["lea"], desks["karim"]
    await record(lea.store, of(lea, edit("Nantes")))
    await record(karim.store, of(karim, edit("Brest")), of(karim, edit("Lyon", 1, "Brest")))
    await record(
        karim.store, of(karim, edit("Clairette", former="", field=CustomerField.PREFERRED_NAME))
    )
    assert await lea.push() == ["applied"]
    assert await karim.push() == ["conflict", "applied"]
    (asked,) = await karim.store.read(attention.attention, NOW)
    assert (asked.conflict.mine, asked.conflict.theirs, asked.conflict.by) == (
        "Lyon",
        "Nantes",
        "Lea",
    )
    await karim.pull()
    assert (await karim.column("city"), await karim.column("preferred_name")) == (
        "Nantes",
        "Clairette",
    )


async def test_a_customer_who_moves_leaves_the_branch_and_not_ones_own_history(desks):
    lea, karim, zoe = desks.values()
    await record(lea.store, of(lea, contact("k1")))
    await record(karim.store, of(karim, contact("k2")), of(karim, edit("Brest")))
    await lea.push()
    lea.talk.run("update vav.customers set branch_id = 'branch-lille' where id = 'c1'")
    await lea.pull()
    assert (await lea.ids("customers"), await lea.ids("contacts")) == (set(), {"k1"})
    kept = await lea.store.read(lines)
    assert "{}" not in {one["body"] for one in kept.values()}, "who moved was not erased"
    await karim.pull()
    assert await karim.push() == ["applied", "applied"]  # by authorship, wherever she is now
    await zoe.pull()
    assert (await zoe.ids("customers"), await zoe.ids("contacts")) == ({"c1"}, {"k1", "k2"})
    await karim.pull()
    assert (await karim.ids("customers"), await karim.ids("contacts")) == (set(), {"k2"})


async def test_what_is_erased_goes_everywhere_and_later_facts_on_it_are_gone(desks):
    lea, karim, _ = desks.values()
    await record(lea.store, of(lea, contact("k1")), of(lea, edit("Nantes")))
    await record(karim.store, of(karim, contact("k2")))
    await lea.push()
    lea.talk.run("insert into vav.tombstones (kind, id, at) values ('customer', 'c1', 1)")
    lea.talk.run("delete from vav.contacts where customer_id = 'c1'")
    lea.talk.run("delete from vav.customers where id = 'c1'")
    for desk in (lea, karim):
        await desk.pull()
        assert await desk.ids("customers") == set()
    assert await lea.ids("contacts") == set()
    kept = await lea.store.read(lines)
    assert {one["body"] for one in kept.values()} == {"{}"}, "nothing is left of what Léa sent"
    assert await karim.ids("contacts") == {"k2"}
    assert await karim.push() == ["gone"]
    assert await karim.ids("contacts") == set()


async def test_a_customer_opened_by_name_is_here_until_the_copy_is_dropped(desks):
    lea, _, zoe = desks.values()
    await record(lea.store, of(lea, contact("k1")))
    await lea.push()
    rows = zoe.talk.call("zoe", "customer", id="c1")["rows"]
    await zoe.store.write(replica.apply, rows, NOW)
    await zoe.store.write(dropping.follow, CLAIRE, NOW)
    assert (await zoe.ids("customers"), await zoe.ids("contacts")) == ({"c1"}, {"k1"})
    await record(lea.store, of(lea, edit("Nantes")))
    await lea.push()
    await zoe.pull()
    assert await zoe.column("city") == "Nantes"
    assert await zoe.store.write(dropping.drop_unfollowed, NOW + 1) == ("c1",)
    assert await zoe.ids("contacts") == set()


async def test_a_customer_opened_at_another_desk_is_dropped_here_too(desks):
    zoe = desks["zoe"]
    await zoe.store.write(meta.put, "branch_id", "branch-lille")
    zoe.talk.call("zoe", "customer", id="c1")
    await zoe.store.write(replica.reset)
    await zoe.pull()
    assert await zoe.ids("customers") == {"c1"}
    assert await zoe.store.write(dropping.drop_unfollowed, NOW + 1) == ("c1",)
    assert await zoe.ids("customers") == set()


async def test_after_a_restored_backup_what_it_lost_is_sent_again(desks):
    lea, karim, _ = desks.values()
    await record(lea.store, of(lea, contact("k1")), of(lea, edit("Nantes")))
    await lea.push()
    await karim.pull()
    for statement in (  # as of yesterday
        "delete from vav.contacts",
        "delete from vav.customer_edits",
        "delete from vav.ops where kind <> 'customer'",
        "delete from vav.feed where kind = 'contact'",
        "update vav.customers set city = 'Angers'",
        "update vav.customers set versions = '{}'",
    ):
        lea.talk.run(statement)
    lea.talk.run("update vav.meta set value = 'restored' where name = 'epoch'")
    await lea.pull()
    assert await lea.push() == ["applied"] * 3  # the customer too, who was not lost
    for desk in (lea, karim):
        await desk.pull()
        assert await desk.column("city") == "Nantes"
        assert await desk.ids("contacts") == {"k1"}
