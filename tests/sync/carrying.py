"""What carries a desk's facts to the server and others' back."""

import asyncio
import contextlib
import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from desktop.domain.errors import OutsideFailed
from desktop.services.clock import Clock
from desktop.services.store import outbox, replica
from desktop.services.store.local import LocalStore
from desktop.services.store.shared.sql_door import sql_door
from desktop.services.transport import SyncTransport

if TYPE_CHECKING:
    from tests.sync.desk import Desk


class LyingDoor:
    """Says of some batches that they were applied, and forgets them: the planted bug."""

    def __init__(self, door: SyncTransport) -> None:
        self._door, self._asked = door, 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._door, name)

    def call(self, function: str, params: dict[str, Any]) -> dict[str, Any]:
        """As the door's, but for each tenth push."""
        if function == "push":
            self._asked += 1
            if self._asked % 10 == 5:
                facts = params["facts"]["facts"]
                answers = [{"op_id": fact["op_id"], "answer": "applied"} for fact in facts]
                now = params["facts"]["now"]
                return {"epoch": "", "now": now, "answers": answers}
        return self._door.call(function, params)


class Carrier:
    def __init__(self, desk: "Desk", store: LocalStore, clock: Clock) -> None:
        self._store, self._clock = store, clock
        door: SyncTransport = sql_door(desk.url, desk.name, desk.password)
        self._door = LyingDoor(door) if desk.plant == "lies" else door
        self._woken = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def _now(self) -> int:
        return int(self._clock.now().timestamp() * 1000)

    async def start(self) -> None:
        self._task = asyncio.create_task(self._go())

    async def stop(self) -> None:
        assert self._task
        self._task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._task
        self._door.close()

    def wake(self) -> None:
        self._woken.set()

    async def drained(self) -> None:
        while await self._store.read(outbox.waiting):
            self._woken.set()
            await asyncio.sleep(0.1)

    async def _go(self) -> None:
        while True:
            try:
                await push(self._store, self._door, self._now())
                await pull(self._store, self._door, self._now())
            except OutsideFailed:
                await asyncio.sleep(0.3)
            await self._woken.wait()
            self._woken.clear()


async def push(store: LocalStore, door: SyncTransport, now: int) -> None:
    while facts := await store.write(outbox.batch, now):
        asked = {"protocol": 1, "device": store.device, "now": now, "facts": facts}
        answer = await asyncio.to_thread(door.call, "push", {"facts": asked})
        await store.write(outbox.settle, answer["answers"], now, lambda _: 1000)


async def pull(store: LocalStore, door: SyncTransport, now: int) -> None:
    while True:
        since = await store.read(replica.cursor)
        page = await asyncio.to_thread(door.call, "pull", {"since": since})

        def put(connection: Connection, since=since, page=page) -> None:
            if json.dumps(replica.cursor(connection)) != json.dumps(since):
                return
            replica.apply(connection, page["rows"], now)
            replica.put_cursor(connection, page["cursor"])

        await store.write(put)
        if not page["more"]:
            return
