"""Pauses: one fact each, none for a slip of the key, found again after a restart."""

import pytest
from sqlalchemy import func, select

from desktop.domain.ids import PersonId
from desktop.domain.people import Person, Role
from desktop.services.changes import Changes
from desktop.services.pauses import Pauses
from desktop.services.store.tables import outbox
from desktop.services.store.team_tables import pauses as table

LEA = Person(id=PersonId("lea"), name="Léa", role=Role.ADVISOR)
NOE = Person(id=PersonId("noe"), name="Noé", role=Role.ADVISOR)


@pytest.fixture
def pauses(store, clock):
    return Pauses(store, clock, Changes())


async def held(store):
    def count(connection):
        return tuple(
            connection.scalar(select(func.count()).select_from(one)) for one in (table, outbox)
        )

    return await store.read(count)


async def test_a_pause_is_a_fact_and_its_line(pauses, store, clock):
    pause = await pauses.take(LEA)
    assert await held(store) == (1, 1)
    assert await pauses.under_way(LEA) == pause
    assert await pauses.under_way(NOE) is None
    clock.advance(minutes=2)
    assert await pauses.come_back(LEA, pause) is True
    assert await held(store) == (1, 1)
    assert await pauses.under_way(LEA) is None


async def test_a_slip_of_the_key_leaves_nothing(pauses, store, clock):
    pause = await pauses.take(LEA)
    clock.advance(seconds=9)
    assert await pauses.come_back(LEA, pause) is False
    assert await held(store) == (0, 0)


async def test_it_is_over_by_itself_for_who_starts_again_later(pauses, clock):
    await pauses.take(LEA)
    clock.advance(minutes=5)
    assert await pauses.under_way(LEA) is None


async def test_an_offer_is_remembered_by_each_person(pauses, clock):
    assert await pauses.offer(LEA) is True
    clock.advance(minutes=59)
    assert await pauses.offer(LEA) is False
    assert await pauses.offer(NOE) is True
    clock.advance(minutes=1)
    assert await pauses.offer(LEA) is True
