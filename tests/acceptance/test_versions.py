"""Old client and new server, new client and old server: what waits is kept, and leaves later."""

import json
from typing import Any

from desktop.domain.sync import PauseReason
from desktop.services.store import syncing
from desktop.services.transport import SyncTransport
from tests.acceptance.desks import add_customers, notes, sql_desk

NEWER = """
create or replace function vav.lowest_protocol() returns int language sql immutable as 'select 2';
create or replace function vav.highest_protocol() returns int language sql immutable as 'select 2'
"""

BOTH = """
create or replace function vav.lowest_protocol() returns int language sql immutable as 'select 1'
"""


async def test_an_old_client_that_a_new_server_takes_no_more_keeps_what_waits(seeded, tmp_path):
    add_customers(seeded, 1)
    desk = sql_desk(seeded, tmp_path)
    async with desk.running():
        await desk.drained()
        seeded.run(NEWER)
        await desk.pin("written meanwhile")
        await desk.until(lambda status: status.pause is PauseReason.TOO_OLD)
        assert desk.engine.status.waiting == 1
        assert notes(seeded) == []
        seeded.run(BOTH)
        await desk.drained()
        assert notes(seeded) == ["written meanwhile"]


async def test_a_new_clients_fact_waits_for_an_old_server_and_holds_up_nothing(seeded, tmp_path):
    add_customers(seeded, 1)
    desk = sql_desk(seeded, tmp_path)
    async with desk.running():
        await desk.drained()
        await desk.store.write(_of_a_kind_to_come)
        await desk.pin("known to both")
        await desk.until(lambda status: status.held == 1 and not status.waiting)
        assert notes(seeded) == ["known to both"]
        assert desk.engine.status.rejected == 0


def _of_a_kind_to_come(connection) -> None:
    body = json.dumps({"id": "v1", "customer_id": "c1", "person_id": "person-lea"})
    connection.exec_driver_sql(
        "INSERT INTO outbox (op_id, device, fact_id, kind, version, body, at)"
        " VALUES ('op-v1', 'here', 'v1', 'video_session', 1, ?, 1)",
        (body,),
    )


async def test_after_an_update_what_the_old_client_left_aside_is_pulled(seeded, tmp_path):
    """A kind, or a column, that only the newer application has a place for."""
    add_customers(seeded, 30)
    desk = sql_desk(seeded, tmp_path)
    async with desk.running():
        await desk.drained()
        await desk.store.write(
            lambda c: c.exec_driver_sql(
                f"UPDATE meta SET value = '1' WHERE name = '{syncing.SCHEMA}'"
            )
        )
        await desk.store.write(
            lambda c: c.exec_driver_sql("UPDATE customers SET city = 'of old' WHERE id = 'c7'")
        )
    seeded.run("update vav.customers set city = 'Lyon' where id = 'c1'")
    async with desk.running():
        await desk.drained()
        assert (await desk.counts())["customer"] == 30
        assert await desk.asked("SELECT city FROM customers WHERE id = 'c7'") == [("",)]
        assert await desk.asked("SELECT name FROM meta WHERE name = 'sweeping'") == []
        assert desk.engine.status.pause is None


class TalkativeDoor:
    """A server's door that says more than this version knows."""

    def __init__(self, door: SyncTransport) -> None:
        self._door = door

    def __getattr__(self, name: str) -> Any:
        return getattr(self._door, name)

    def call(self, function: str, params: dict[str, Any]) -> dict[str, Any]:
        answer = self._door.call(function, params)
        if function == "pull":
            for row in answer["rows"]:
                if row["kind"] == "customer":
                    row["body"]["favourite_colour"] = "blue"
            answer["rows"].append({"kind": "robot", "id": "r1", "seq": 1, "body": {"id": "r1"}})
            answer["tomorrow"] = True
        return answer


async def test_a_server_of_tomorrow_says_more_and_does_no_harm(seeded, tmp_path):
    """Rows of unknown kinds and unknown columns are left aside."""
    add_customers(seeded, 3)
    desk = sql_desk(seeded, tmp_path)
    desk.door = TalkativeDoor(desk.door)
    async with desk.running():
        await desk.drained()
        assert (await desk.counts())["customer"] == 3
        await desk.pin("all the same")
        await desk.drained()
    assert notes(seeded) == ["all the same"]
