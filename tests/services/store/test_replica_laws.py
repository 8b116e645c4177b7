"""However pages are cut, repeated and out of order: the same rows, and one's own on top."""

import asyncio
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from desktop.services.store import replica
from desktop.services.store.local import LocalStore
from tests.conftest import FakeClock
from tests.services.store.facts_of import NOW, all_rows, answer, customer_row, edit, push, record

HOUR = 3600_000
CUSTOMERS = ("c1", "c2")
CITIES = ("Nantes", "Brest", "Lyon", "Metz")

# Not shrunk: an example is a store on the disk.
STORES = settings(max_examples=25, deadline=None, phases=[Phase.explicit, Phase.generate])


def body_of(kind: str, owner: str, city: str) -> dict[str, Any]:
    if kind == "customer":
        return {"family_name": "Moreau", "city": city, "versions": {"city": len(city)}}
    if kind == "contract":
        return {"customer_id": owner, "number": city, "product": "Fibre"}
    return {"customer_id": owner, "person_id": "p2", "at": NOW, "words": city}


@st.composite
def histories(draw) -> list[dict[str, Any]]:
    """What a server has told: each state once, and of a customer who went away nothing older after."""
    rows: list[dict[str, Any]] = []
    left: set[str] = set()
    for seq in range(1, draw(st.integers(2, 16))):
        kind = draw(st.sampled_from(["customer", "customer", "contract", "pinned_note"]))
        owner = draw(st.sampled_from(CUSTOMERS))
        if owner in left and kind == "customer":
            continue
        goes = draw(st.booleans()) and draw(st.booleans())
        id_ = owner if kind == "customer" else f"{kind}-{owner}"
        body = None if goes else body_of(kind, owner, draw(st.sampled_from(CITIES)))
        rows.append({"kind": kind, "id": id_, "seq": seq, "body": body})
        if goes and kind == "customer":
            left.add(owner)
    return rows


@st.composite
def told(draw):
    """The same history in order, and in another order with repetitions."""
    rows = draw(histories())
    twice = rows + draw(st.lists(st.sampled_from(rows), max_size=4) if rows else st.just([]))
    return rows, draw(st.permutations(twice)), draw(st.integers(1, 5))


async def shown(store: LocalStore) -> dict[str, list[tuple[Any, ...]]]:
    """What is here; customers who only stand in for one that did not come are nobody."""
    found = await store.read(
        all_rows, "customers", "contracts", "pinned_notes", "customer_field_versions"
    )
    found["customers"] = [row for row in found["customers"] if row[4]]
    return found


async def compare(folder: Path, rows, other, size: int) -> None:
    clock = FakeClock()
    first = await LocalStore.open(folder / "first.sqlite", clock)
    second = await LocalStore.open(folder / "second.sqlite", clock)
    try:
        for one in rows:
            await first.write(replica.apply, [one], NOW)
        for start in range(0, len(other), size):
            await second.write(replica.apply, other[start : start + size], NOW)
        assert await shown(first) == await shown(second)
        assert await first.read(replica.counts) == await second.read(replica.counts)
        again = await shown(first)
        assert await first.write(replica.apply, rows, NOW) == frozenset()
        assert await shown(first) == again
    finally:
        await first.close()
        await second.close()


@STORES
@given(told())
def test_order_cuts_and_repetitions_change_nothing(case):
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(compare(Path(folder), *case))


ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("edit"), st.sampled_from(CITIES)),
        st.tuples(st.just("pull"), st.sampled_from(CITIES)),
        st.tuples(st.just("push"), st.sampled_from(["applied", "conflict", "rejected", "retry"])),
    ),
    max_size=12,
)


class Desk:
    """One field of one customer, at a desk and on the server that it talks to."""

    def __init__(self, store: LocalStore) -> None:
        self.store = store
        self.seq, self.version, self.server = 1, 0, "Angers"
        self.mine: list[str] = []

    async def shown(self) -> tuple[str, int]:
        def read(connection):
            query = "SELECT city FROM customers WHERE id = 'c1'"
            version = "SELECT version FROM customer_field_versions WHERE customer_id = 'c1'"
            city = connection.exec_driver_sql(query).scalar_one()
            return city, connection.exec_driver_sql(version).scalar() or 0

        return await self.store.read(read)

    async def act(self, what: str, how: str) -> None:
        if what == "edit":
            former, version = await self.shown()
            await record(self.store, edit(how, version, former))
            self.mine.append(how)
        elif what == "pull":
            self.seq, self.version, self.server = self.seq + 1, self.version + 1, how
            row = customer_row(self.seq, how, self.version)
            await self.store.write(replica.apply, [row], NOW)
        else:
            await self._push(how)

    async def _push(self, verdict: str) -> None:
        for fact in await push(self.store, NOW + HOUR):
            if verdict == "conflict":
                theirs = {"value": self.server, "version": self.version, "by": None, "at": None}
                await answer(self.store, [fact], verdict, theirs=theirs)
                self.mine = []
                continue
            await answer(self.store, [fact], verdict)
            if verdict != "retry":
                self.mine.pop(0)
            if verdict == "applied":
                self.server, self.version = fact["body"]["value"], self.version + 1


async def play(folder: Path, acts) -> None:
    store = await LocalStore.open(folder / "store.sqlite", FakeClock())
    try:
        await store.write(replica.apply, [customer_row(1)], NOW)
        desk = Desk(store)
        for what, how in acts:
            await desk.act(what, how)
            assert (await desk.shown())[0] == (desk.mine[-1] if desk.mine else desk.server)
    finally:
        await store.close()


@STORES
@given(ACTS)
def test_what_waits_is_what_is_shown_and_else_the_servers(acts):
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(play(Path(folder), acts))
