"""A desktop without a window: a real encrypted store, the real services, a line that may fail."""

from dataclasses import replace
from datetime import timedelta
from enum import Enum
from pathlib import Path
from typing import Any

from desktop.domain.contacts import (
    Channel,
    Contact,
    IncivilityType,
    Promise,
    PromiseDraft,
    PromiseKind,
    PromiseState,
)
from desktop.domain.customer_file import CustomerField
from desktop.domain.customers import Customer
from desktop.domain.drafts import Closed
from desktop.domain.errors import Gone, Silence, Unreachable
from desktop.domain.ids import ContactId, CustomerId, PersonId
from desktop.domain.people import Person, Role
from desktop.domain.sync.events import Pulled
from desktop.services.changes import Changes
from desktop.services.contacts import Contacts, Promises
from desktop.services.customers import Customers
from desktop.services.outbox import Outbox
from desktop.services.store import identity, syncing
from desktop.services.store.local import LocalStore
from desktop.services.sync.link import Link
from desktop.services.sync.pull import Pulling
from desktop.services.sync.push import push
from desktop.services.transport import SyncTransport
from tests.conftest import FakeClock
from tests.sync.looking import KEY, Looked

SERVER = "postgresql://the-one-of-this-test"
PAGE = 3
"""Rows of a page: a pull has several."""


class Crash(BaseException):
    """The process ends here; nothing may catch it on the way."""


class Fault(Enum):
    """What befalls one call of the server."""

    NONE = "none"
    LOST_REQUEST = "lost_request"
    LOST_REPLY = "lost_reply"
    CRASH_BEFORE = "crash_before"
    """After the batch was taken and before it left."""
    CRASH_AFTER = "crash_after"
    """After the reply and before anything was written down."""


class DeskClock(FakeClock):
    """A clock of one desktop: no two make the same id."""

    def __init__(self, rank: int) -> None:
        super().__init__()
        self.rank = rank

    def new_id(self) -> str:
        self.made += 1
        return f"{int(self.at.timestamp() * 1000):012x}7{self.rank:03x}8{self.made:015x}"


class FaultyLine:
    """A SyncTransport whose calls meet the faults that are put in `coming`, one each."""

    def __init__(self, door: SyncTransport, clock: DeskClock) -> None:
        self.door, self._clock = door, clock
        self.coming: list[Fault] = []
        self.off = False
        self.calls: list[str] = []
        self.before = lambda _function, _params: None
        self.after = lambda _function, _answer: None

    def call(self, function: str, params: dict[str, Any]) -> dict[str, Any]:
        """See SyncTransport. The server's time is this desktop's."""
        self.calls.append(function)
        fault = self.coming.pop(0) if self.coming else Fault.NONE
        self.before(function, params)
        if self.off or fault is Fault.LOST_REQUEST:
            raise Unreachable(Silence.CUT)
        if fault is Fault.CRASH_BEFORE:
            raise Crash
        given = params | {"most": PAGE} if function == "pull" else params
        answer = self.door.call(function, given)
        if fault is Fault.LOST_REPLY:
            raise Unreachable(Silence.CUT)
        self.after(function, answer)
        if fault is Fault.CRASH_AFTER:
            raise Crash
        return answer | {"now": int(self._clock.at.timestamp() * 1000)}

    def close(self) -> None:
        """The door stays open for the next example: who signs in is the same."""

    def interrupt(self) -> None:
        """Nothing is ever stuck."""

    def probe(self) -> bool:
        """Whether the line is there."""
        return not self.off


class CrashingStore(LocalStore):
    """A store whose process ends before its n-th write from now."""

    ends_in: int | None = None

    async def write(self, *args, **kwargs):
        """As the store's, or the end."""
        if self.ends_in is not None:
            if self.ends_in == 0:
                raise Crash
            self.ends_in -= 1
        return await super().write(*args, **kwargs)


class Desktop(Looked):
    """Person, machine and store; each verb is one that an advisor, or the sync thread, does."""

    def __init__(self, rank: int, folder: Path, person_id: str, door: SyncTransport) -> None:
        super().__init__(rank, folder / f"desk-{rank}.sqlite")
        self.person = Person(id=PersonId(person_id), name="", role=Role.ADVISOR, team_id=None)
        self.clock = DeskClock(rank)
        self.line = FaultyLine(door, self.clock)
        self.store: CrashingStore
        self.closed: list[Closed] = []

    async def start(self) -> None:
        """Open the store as after a boot."""
        opened = await CrashingStore.open(self.path, self.clock, KEY)
        assert isinstance(opened, CrashingStore)
        self.store = opened
        await self.store.write(identity.bind, SERVER, self.person.id)
        changes = Changes()
        self.contacts = Contacts(self.store, self.clock, changes)
        self.promises = Promises(self.store, self.clock, changes)
        self.customers = Customers(self.store, self.clock, changes)
        self.outbox = Outbox(self.store, changes)
        self.link = Link(self.line, self.clock)
        self.pulling = Pulling(self.store, self.link, lambda _changed: None)
        await self.store.write(syncing.begin, self.path)
        self.line.coming.clear()
        self.closed.clear()

    async def stop(self) -> None:
        """What a kill leaves: transactions that were committed."""
        self.look_away()
        await self.link.end()
        await self.store.close()

    async def restart(self) -> None:
        """End and begin again."""
        await self.stop()
        await self.start()

    async def contact(self, customer_id: str, note: str, promise: str = "") -> None:
        """Serve a customer and close, perhaps with a promise."""
        draft = await self.contacts.begin(Customer(id=CustomerId(customer_id)), self.person)
        due = self.clock.now() + timedelta(days=2)
        made = PromiseDraft(kind=PromiseKind.CALLBACK, due_at=due, words=promise)
        draft = replace(draft, note=note, promise=made if promise else None)
        self.closed.append(await self.contacts.close(draft))

    async def promise(self, customer_id: str, words: str) -> None:
        """Close with a promise."""
        await self.contact(customer_id, words, words)

    async def keep_promise(self, rank: int, state: PromiseState) -> None:
        """Say what became of one of the promises that are here."""
        known = self.rows("SELECT * FROM promises ORDER BY words")
        if not known:
            return
        row = known[rank % len(known)] | {"at": self.clock.now(), "due_at": self.clock.now()}
        promise = Promise(**row | {"kind": PromiseKind(row["kind"])})
        await self.promises.keep(promise, state, self.person)

    async def report(self, customer_id: str, words: str) -> None:
        """Report an incivility, which leaves at once."""
        draft = await self.contacts.begin(Customer(id=CustomerId(customer_id)), self.person)
        told = await self.contacts.report_incivility(draft, IncivilityType.OTHER, 1, words)
        await self.contacts.drop(told.draft)

    async def pin(self, customer_id: str, words: str) -> None:
        """Pin a note."""
        await self.customers.pin(CustomerId(customer_id), self.person, words)

    async def undo(self) -> bool:
        """Take the last close back, where it can be."""
        if not self.closed:
            return False
        try:
            await self.contacts.undo(self.closed.pop().contact_id)
        except Gone:
            return False
        return True

    async def edit(self, customer_id: str, field: CustomerField, value: str) -> None:
        """Change a field of a customer whom this machine holds."""
        try:
            await self.customers.edit(CustomerId(customer_id), self.person, {field: value})
        except Gone:
            return

    async def decide(self, *, mine: bool) -> None:
        """Look at what needs somebody: pick a value, or try again."""
        for shown in await self.outbox.attention():
            if shown.conflict is not None:
                await self.outbox.pick(shown.op_id, self.person, mine=mine)
            else:
                await self.outbox.retry(shown.op_id)

    async def poison(self, customer_id: str) -> None:
        """A fact that the server refuses: it says that somebody else wrote it."""
        now = self.clock.now()
        contact = Contact(
            id=ContactId(self.clock.new_id()),
            customer_id=CustomerId(customer_id),
            person_id=PersonId("person-nobody"),
            channel=Channel.CALL_IN,
            started_at=now - timedelta(minutes=3),
            ended_at=now,
            note="poison",
        )
        async with self.store.unit() as unit:
            unit.record(contact)

    async def push(self) -> bool:
        """One batch; whether there was anything to send. Unreachable passes."""
        return await push(self.store, self.link, lambda _changed: None)

    async def pull(self) -> bool:
        """One page; whether there is more. Unreachable passes."""
        end = await self.pulling.page(allowed=True)
        return isinstance(end, Pulled) and end.more

    async def drain(self) -> None:
        """All that waits leaves, and all that is new comes."""
        for _ in range(40):
            self.clock.at += timedelta(hours=2)
            if not await self.push():
                break
        await self.pull_all()

    async def pull_all(self) -> None:
        """Page after page."""
        while await self.pull():
            pass
