"""A process that is a whole desktop without a window, made to be killed.

Run as `python -m tests.sync.desk FILE`, the file holding a `Desk` as JSON. It says on its output,
a line each, what it may be held to: `ready`; `p OP FACT KIND MARK` after the COMMIT of a fact;
`u OP` before it takes one back; `drained` once nothing waits. Its input tells it to `drain`, to
`end`.
"""

import asyncio
import json
import os
import sys
import threading
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Connection, select

from desktop.domain.contacts import IncivilityType
from desktop.domain.customer_file import CustomerField
from desktop.domain.customers import Customer
from desktop.domain.errors import Gone
from desktop.domain.ids import CustomerId, PersonId
from desktop.domain.people import Person, Role
from desktop.services.changes import Changes
from desktop.services.clock import Clock
from desktop.services.contacts import Contacts
from desktop.services.customers import Customers
from desktop.services.gateways.http import Http
from desktop.services.store import identity, outbox, tables
from desktop.services.store.local import LocalStore
from desktop.services.store.shared.sql_door import sql_door
from desktop.services.sync.engine import SyncEngine
from desktop.services.sync.https_door import GivenToken, HttpsDoor
from desktop.services.transport import SyncTransport


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Who works where, and by which line."""

    store: str
    url: str
    """Of the proxy."""
    name: str
    secret: str
    """A password, or a token for the second door."""
    customers: list[str]
    """Whom this process edits: two processes that edit one field would conflict, rightly."""
    seed: int
    pause: float = 0.02
    """Seconds between two facts, about."""
    plant: str = ""
    """A bug to be found: `lies`, see `LyingDoor`."""

    @property
    def key(self) -> bytes:
        """What the store is encrypted with."""
        return bytes(range(32))

    def write(self, path: Path) -> Path:
        """Put it where the process reads it."""
        path.write_text(json.dumps(asdict(self)), encoding="utf-8")
        return path


def say(*words: str) -> None:
    """One line to whoever started this process; a kill cuts no line in two."""
    os.write(1, (" ".join(words) + "\n").encode())


class Worker:
    """Somebody who never rests: closes, takes back, reports, pins and edits."""

    def __init__(self, desk: Desk, store: LocalStore, clock: Clock, changes: Changes) -> None:
        self._desk, self._store = desk, store
        self._person = Person(id=PersonId(f"person-{desk.name}"), name="", role=Role.ADVISOR)
        self._contacts = Contacts(store, clock, changes)
        self._customers = Customers(store, clock, changes)
        self._chance = Random(f"{desk.seed}:{os.getpid()}")
        self._made, self._line = 0, 0

    async def begin(self) -> None:
        """What was written before this process is not its promise."""
        self._line = await self._store.read(last_line)

    async def write_one(self) -> None:
        """One fact or a close, said once it is kept."""
        self._made += 1
        mark = f"{self._desk.seed}.{os.getpid()}.{self._made}"
        customer = CustomerId(self._chance.choice(self._desk.customers))
        await self._chance.choices(
            [self._close, self._report, self._pin, self._edit], [5, 2, 2, 2]
        )[0](customer, mark)

    async def _promise(self, mark: str) -> list[str]:
        found = await self._store.read(lines_after, self._line, mark)
        for op_id, fact_id, kind in found:
            say("p", op_id, fact_id, kind, mark)
        return [op_id for op_id, _, _ in found]

    async def _close(self, customer: CustomerId, mark: str) -> None:
        draft = await self._contacts.begin(Customer(id=customer), self._person)
        closed = await self._contacts.close(replace(draft, note=mark))
        said = await self._promise(mark)
        if self._chance.random() < 0.1:
            for op_id in said:
                say("u", op_id)
            try:
                await self._contacts.undo(closed.contact_id)
            except Gone:
                return
            await self._contacts.drop(draft)

    async def _report(self, customer: CustomerId, mark: str) -> None:
        draft = await self._contacts.begin(Customer(id=customer), self._person)
        report = await self._contacts.report_incivility(draft, IncivilityType.OTHER, 1, mark)
        await self._promise(mark)
        await self._contacts.drop(report.draft)

    async def _pin(self, customer: CustomerId, mark: str) -> None:
        await self._customers.pin(customer, self._person, mark)
        await self._promise(mark)

    async def _edit(self, customer: CustomerId, mark: str) -> None:
        try:
            await self._customers.edit(customer, self._person, {CustomerField.STREET: mark})
        except Gone:
            return  # the first pull has not brought them yet
        await self._promise(mark)


def last_line(connection: Connection) -> int:
    """Where the outbox ends."""
    query = select(tables.outbox.c.line).order_by(tables.outbox.c.line.desc()).limit(1)
    return connection.scalar(query) or 0


def lines_after(connection: Connection, line: int, mark: str) -> list[tuple[str, str, str]]:
    """Operation, fact and kind of the lines that hold a mark."""
    outbox = tables.outbox.c
    query = select(outbox.op_id, outbox.fact_id, outbox.kind)
    query = query.where(outbox.line > line, outbox.body.contains(f'"{mark}"', autoescape=True))
    return [(row.op_id, row.fact_id, row.kind) for row in connection.execute(query)]


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
                return {"epoch": "", "now": params["facts"]["now"], "answers": answers}
        return self._door.call(function, params)


def door_of(desk: Desk) -> SyncTransport:
    """The line to the server."""
    if desk.url.startswith("http"):
        door: SyncTransport = HttpsDoor(desk.url, GivenToken(desk.secret), Http())
    else:
        door = sql_door(desk.url, desk.name, desk.secret)
    return LyingDoor(door) if desk.plant == "lies" else door


def told() -> asyncio.Queue[str]:
    """The lines of the input; an end of it is the word `end`."""
    loop, words = asyncio.get_running_loop(), asyncio.Queue()

    def read() -> None:
        for line in sys.stdin:
            loop.call_soon_threadsafe(words.put_nowait, line.strip())
        loop.call_soon_threadsafe(words.put_nowait, "end")

    threading.Thread(target=read, daemon=True).start()
    return words


async def main(desk: Desk) -> None:
    """Work until told to drain; then until told to end."""
    clock = Clock()
    store = await LocalStore.open(Path(desk.store), clock, desk.key)
    await store.write(identity.bind, "the server", PersonId(f"person-{desk.name}"))
    changes = Changes()
    worker = Worker(desk, store, clock, changes)
    await worker.begin()
    words, chance = told(), Random(desk.seed)
    async with SyncEngine(store, changes, door_of(desk)):
        say("ready")
        while words.empty():
            await worker.write_one()
            await asyncio.sleep(desk.pause * 2 * chance.random())
        if await words.get() == "drain":
            # Nothing is written any more: what waits leaves by itself.
            while (await store.read(outbox.overview)).waiting:
                await asyncio.sleep(0.1)
            say("drained")
            await words.get()
    await store.close()


if __name__ == "__main__":
    asyncio.run(main(Desk(**json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))))
