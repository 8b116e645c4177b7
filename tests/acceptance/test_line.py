"""The line, the sign-in and the server fail: nothing is lost, and nothing waits for ever."""

from datetime import UTC, datetime
from functools import partial

import psycopg
import pytest
from psycopg.rows import dict_row

from desktop.domain.sync import PauseReason, Phase
from desktop.services.gateways.http import Http
from desktop.services.store.shared import restoring
from desktop.services.store.shared.addresses import connection_params
from desktop.services.store.shared.sql_door import SqlDoor
from desktop.services.sync.https_door import GivenToken, HttpsDoor
from tests.acceptance.desks import Desk, add_customers, notes, sql_desk, until
from tests.rest_server import token
from tests.services.sync.lines import Line
from tests.shared_database import cloned


async def test_401_five_times_while_offline_keeps_everything(rest, seeded, tmp_path):
    add_customers(seeded, 1)
    role = seeded.people["lea"].role
    expired = HttpsDoor(rest.url, GivenToken(token(role, expires=1)), Http())
    desk = Desk(tmp_path / "lea.sqlite", "lea", expired)
    async with desk.running():
        for number in range(5):
            await desk.pin(f"note {number}")
            await until(lambda: desk.engine.status.pause is PauseReason.EXPIRED_TOKEN)
            await until(partial(waits, desk, number + 1))
            asked = rest.requests
            await desk.engine.resume()
            await until(partial(went_on, rest, asked))
        await until(lambda: desk.engine.status.phase is Phase.PAUSED)
        assert desk.engine.status.rejected == 0
        assert notes(seeded) == []
        good = HttpsDoor(rest.url, GivenToken(token(role)), Http())
        await desk.engine.resume(good)
        await desk.drained()
        assert notes(seeded) == [f"note {number}" for number in range(5)]
        assert desk.engine.status.pause is None
    good.close()


def waits(desk: Desk, number: int) -> bool:
    return desk.engine.status.waiting == number


def went_on(rest, asked: int) -> bool:
    return rest.requests > asked


async def test_a_bad_fact_at_the_head_blocks_nothing(seeded, tmp_path):
    """One that the server refuses the whole batch for, one that it refuses by itself."""
    add_customers(seeded, 1)
    desk = sql_desk(seeded, tmp_path)
    async with desk.opened():
        await desk.pin("a\x00b")
        await desk.pin("not mine", author="person-zoe")
        await desk.pin("good", "better")
    async with desk.running():
        await desk.until(lambda status: status.rejected == 2 and not status.waiting)
        assert notes(seeded) == ["better", "good"]


async def test_a_line_that_is_back_drains_while_idle(seeded, tmp_path, postgres):
    """The server's port goes dead without a word, in the middle; nobody writes or clicks after."""
    add_customers(seeded, 1)
    with Line("127.0.0.1", int(postgres.superuser["port"])) as line:
        params = connection_params(seeded.people["lea"].dsn) | {"port": str(line.port)}
        desk = Desk(tmp_path / "lea.sqlite", "lea", SqlDoor(params, limit=1.0))
        async with desk.running():
            await desk.drained()
            line.dead.set()
            await desk.pin("written offline")
            await until(lambda: desk.engine.status.phase is Phase.OFFLINE)
            assert notes(seeded) == []
            line.dead.clear()
            await desk.drained()
            assert notes(seeded) == ["written offline"]


async def test_the_server_restored_from_yesterdays_backup_loses_nothing(seeded, tmp_path):
    add_customers(seeded, 30)
    desk = sql_desk(seeded, tmp_path)
    async with desk.running():
        await desk.pin("before the backup")
        await desk.drained()
    with cloned(seeded) as backup:
        with psycopg.connect(backup.dsn(), autocommit=True, row_factory=dict_row) as connection:
            restoring.begin_epoch(connection)
        async with desk.running():
            await desk.pin("after the backup", "and after that")
            await desk.drained()
            assert len(notes(seeded)) == 3
        assert notes(backup) == ["before the backup"]
        desk.door = SqlDoor(connection_params(seeded.people["lea"].dsn) | {"dbname": backup.name})
        async with desk.running():
            await desk.drained()
            await desk.drained()
            assert notes(backup) == ["after the backup", "and after that", "before the backup"]
            assert (await desk.counts())["customer"] == 30
            assert (await desk.counts())["pinned_note"] == 3
            assert not desk.engine.status.mismatch
        ops = backup.run("select count(*), count(distinct op_id) from vav.ops")
        assert ops == [(3, 3)], "each once"


async def test_a_second_instance_on_one_store_doubles_nothing(seeded, tmp_path):
    add_customers(seeded, 40)
    one, other = sql_desk(seeded, tmp_path), sql_desk(seeded, tmp_path)
    other.key = one.key
    async with one.running(), other.running():
        for number in range(30):
            await one.pin(f"one {number:02}")
            await other.pin(f"other {number:02}")
        await one.drained()
        await other.drained()
        wanted = [f"{who} {number:02}" for who in ("one", "other") for number in range(30)]
        assert notes(seeded) == sorted(wanted)
        assert seeded.run("select count(*) from vav.ops") == [(60,)]
        dseqs = await one.asked("SELECT dseq FROM outbox ORDER BY dseq")
        assert [dseq for (dseq,) in dseqs] == list(range(1, 61))
        assert (await one.counts())["pinned_note"] == 60


@pytest.mark.parametrize("ahead", [365, -365])
async def test_a_clock_a_year_off_loses_and_doubles_nothing(seeded, tmp_path, ahead):
    add_customers(seeded, 1)
    desk = sql_desk(seeded, tmp_path)
    desk.clock.advance(days=ahead)
    async with desk.running():
        await desk.drained()
        assert desk.engine.status.clock_wrong
        await desk.pin("by a wrong clock")
        await desk.drained()
        assert notes(seeded) == ["by a wrong clock"]
        desk.clock.advance(days=-ahead)
        await desk.pin("by the right one")
        await desk.drained()
        assert notes(seeded) == ["by a wrong clock", "by the right one"]
        for _ in range(5):
            desk.clock.at = datetime.now(UTC)  # which rings of the alarm move on as well
            await desk.drained()
        assert not desk.engine.status.clock_wrong
