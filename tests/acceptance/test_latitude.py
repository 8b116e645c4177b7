"""Desks at either door say each new kind to each other, and no more than is theirs to hold."""

import asyncio
from contextlib import AsyncExitStack

import pytest

from tests.acceptance.desks import Desk, add_customers, https_desk, sql_desk
from tests.acceptance.latitude import (
    CAMILLES,
    EVERYBODYS,
    LEAS,
    ids_of,
    of_camille,
    of_lea,
    record,
    withdrawal,
)

DOORS = {"lea": ("sql", "https"), "camille": ("https", "sql"), "zoe": ("sql", "https")}


@pytest.mark.parametrize("turn", [0, 1], ids=["lea-sql", "lea-https"])
async def test_each_says_to_the_other_and_all_count_the_same(seeded, rest, tmp_path, turn):
    add_customers(seeded, 3)

    def at_door(who: str) -> Desk:
        if DOORS[who][turn] == "sql":
            return sql_desk(seeded, tmp_path, who)
        return https_desk(seeded, tmp_path, who, url=rest.url)

    desks = {who: at_door(who) for who in DOORS}
    lea, camille, zoe = desks.values()
    async with AsyncExitStack() as open_desks:
        for desk in desks.values():
            await open_desks.enter_async_context(desk.running())
            await desk.drained()
        await record(lea, *of_lea(lea.clock.now()))
        await lea.drained()
        await camille.drained()
        assert (await ids_of(camille))["gesture_request"] == {"q1"}
        await record(camille, *of_camille(camille.clock.now()))
        await camille.drained()
        for desk in desks.values():
            await desk.drained()
            assert (desk.engine.status.rejected, desk.engine.status.held) == (0, 0)
            assert not desk.engine.status.mismatch
        assert await ids_of(lea) == LEAS
        assert await ids_of(camille) == CAMILLES
        assert await ids_of(zoe) == EVERYBODYS
        assert await zoe.asked("SELECT person_id, words FROM stories") == [("", "Une dame…")]
        assert await camille.asked("SELECT warned, ended FROM incivilities") == [(1, 1)]
        for desk in desks.values():
            door = at_door(desk.person).door
            page = await asyncio.to_thread(door.call, "pull", {"since": None, "most": 1000})
            assert await desk.counts() == {kind: n for kind, n in page["counts"].items() if n}
            door.close()
        await record(lea, withdrawal(lea.clock.now()))
        for desk in (lea, camille, zoe):
            await desk.drained()
        assert "story" not in await ids_of(zoe)
        assert "story" not in await ids_of(camille)
        assert (await ids_of(lea))["story_outcome"] == {"u1", "u2"}
