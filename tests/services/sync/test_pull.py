"""Pulls over a server in memory: the guard, what is swept, and counts that differ."""

import pytest

from desktop.domain.sync.events import Pulled, TooMany
from desktop.services.store import replica
from desktop.services.sync.link import Link
from desktop.services.sync.pull import Pulling
from tests.services.sync.fakes import customer, gone


@pytest.fixture
def told() -> list:
    return []


@pytest.fixture
async def pulling(store, server, clock, told):
    link = Link(server, clock)
    yield Pulling(store, link, told.append)
    await link.end()


async def whole(pulling, *, allowed=False):
    """Pull to the end; the last page's end."""
    while (end := await pulling.page(allowed=allowed)) == Pulled(more=True):
        pass
    return end


async def test_a_page_and_its_cursor_are_one(pulling, server, store):
    server.page = 2
    server.rows += [customer(number, number) for number in range(1, 4)]
    assert await pulling.page(allowed=False) == Pulled(more=True)
    assert (await store.read(replica.cursor))["seq"] == "2"
    assert await store.read(replica.counts) == {"customer": 2}
    assert pulling.whole
    assert await pulling.page(allowed=False) == Pulled(more=False)
    assert not pulling.whole


async def test_deletions_are_guarded_from_the_first_row_too_many(pulling, server, store):
    server.rows += [customer(number, number) for number in range(1, 101)]
    await whole(pulling)
    server.rows += [gone(number, 200 + number) for number in range(1, 22)]
    assert await whole(pulling) == TooMany(deletions=21)
    assert (await store.read(replica.counts))["customer"] == 100
    assert await whole(pulling, allowed=True) == Pulled(more=False)
    assert (await store.read(replica.counts))["customer"] == 79


async def test_a_new_epoch_drops_what_the_server_no_longer_has(pulling, server, store, told):
    server.rows += [customer(number, number) for number in range(1, 11)]
    await whole(pulling)
    server.epoch = "e2"
    server.rows = server.rows[:8]
    await whole(pulling)
    assert (await store.read(replica.counts))["customer"] == 8
    assert {one.customer_id for one in told} >= {"c9", "c10"}


async def test_a_server_that_came_back_empty_empties_no_machine(pulling, server, store):
    server.rows += [customer(number, number) for number in range(1, 101)]
    await whole(pulling)
    server.epoch, server.rows = "e2", []
    assert await whole(pulling) == TooMany(deletions=100)
    assert (await store.read(replica.counts))["customer"] == 100


async def test_a_difference_that_stays_is_told(pulling, server, store):
    server.rows += [customer(number, number) for number in range(1, 4)]
    server.counts = {"customer": 4}
    end = await whole(pulling)
    assert end == Pulled(more=False)
    assert pulling.mismatch
    assert server.calls.count("pull") == 2, "once more, and no more"


async def test_a_difference_that_passes_is_none(pulling, server, store):
    server.rows += [customer(number, number) for number in range(1, 4)]
    server.counts = {"customer": 4, "unknown_kind": 7}
    assert await pulling.page(allowed=False) == Pulled(more=True)
    server.counts = {"customer": 3, "unknown_kind": 7}
    assert await whole(pulling) == Pulled(more=False)
    assert not pulling.mismatch
