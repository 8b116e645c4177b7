"""The engine: carries facts to the shared database and brings others' back, round after round."""

import asyncio
import contextlib
from collections import deque
from collections.abc import Callable

from desktop.domain.changes import Changed, Kind
from desktop.domain.sync.events import (
    Confirmed,
    Event,
    LineBack,
    Pulled,
    SignedIn,
    Sleep,
    Timer,
)
from desktop.domain.sync.machine import ACTIVE, Stage, State, step
from desktop.domain.sync.status import SyncStatus
from desktop.services.changes import Changes
from desktop.services.store import syncing
from desktop.services.store.local import LocalStore
from desktop.services.sync.board import Board
from desktop.services.sync.link import Link
from desktop.services.sync.pull import Pulling
from desktop.services.sync.rounds import Rounds
from desktop.services.transport import SyncTransport


class SyncEngine:
    """Runs from `start` to `stop`; all of it is for the loop's thread."""

    def __init__(self, store: LocalStore, changes: Changes, door: SyncTransport) -> None:
        self._store = store
        self._clock = store.clock
        self._changes = changes
        self._link = Link(door, store.clock)
        pulling = Pulling(store, self._link, self._tell)
        self._board = Board(store, self._link, pulling)
        self._rounds = Rounds(self._link, pulling, self._board)
        self._state = State()
        self._events: deque[Event] = deque()
        self._rung = asyncio.Event()
        self._written = True
        self._telling = False
        self._task: asyncio.Task[None] | None = None
        self._alarm: asyncio.Task[None] | None = None
        self._unlisten: Callable[[], None] = lambda: None

    @property
    def status(self) -> SyncStatus:
        """What is known now."""
        return self._board.status

    def listen(self, listener: Callable[[SyncStatus], None]) -> Callable[[], None]:
        """Be told each status that differs from the one before; the answer stops it."""
        return self._board.listen(listener)

    def wake(self) -> None:
        """Something was written here: it leaves as soon as it may."""
        self._written = True
        self._rung.set()

    def poke(self) -> None:
        """The network may be back."""
        self._post(LineBack())

    def confirm_deletions(self) -> None:
        """Let the pull delete that asked."""
        self._post(Confirmed(yes=True))

    def refuse_deletions(self) -> None:
        """Keep what is here; the pull is tried again later, and asks again."""
        self._post(Confirmed(yes=False))

    async def resume(self, door: SyncTransport | None = None) -> None:
        """Go on at once: somebody signed in again (through this door), or asked to try now."""
        if door is not None:
            await self._link.change(door)
        self._rounds.anew()
        self._post(SignedIn())

    async def start(self) -> None:
        """Begin. Raises StoreUnavailable where the store is not connected to a server."""
        known = await self._store.write(syncing.begin, self._store.path)
        self._rounds.person_id = known.person_id
        self._link.offset = known.clock_offset
        self._board.begin(known.last_success)
        self._unlisten = self._changes.listen(self._heard)
        self._post(SignedIn())
        self._task = asyncio.get_running_loop().create_task(self._run())

    async def stop(self) -> None:
        """End, cutting a call that is under way: what it asked is asked again next time."""
        self._unlisten()
        self._link.interrupt()
        # The rounds first: what was cut comes to its end meanwhile, and would set another alarm.
        for task in (self._task, self._alarm):
            if task is not None:
                task.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await task
        self._task = self._alarm = None
        await self._link.end()
        await self._board.keep()

    async def __aenter__(self) -> "SyncEngine":
        """Started."""
        await self.start()
        return self

    async def __aexit__(self, *_error: object) -> None:
        """Stopped."""
        await self.stop()

    def _post(self, event: Event) -> None:
        self._events.append(event)
        self._rung.set()

    def _heard(self, changed: Changed) -> None:
        if not self._telling and changed.kind is not Kind.DRAFT:
            self.wake()

    def _tell(self, changed: Changed) -> None:
        self._telling = True
        try:
            self._changes.tell(changed)
        finally:
            self._telling = False

    async def _run(self) -> None:
        await self._rounds.forget()
        while True:
            await self._rung.wait()
            self._rung.clear()
            while self._written or self._events:
                # The end of a batch counts what waits anyway.
                if self._written and self._state.stage is not Stage.PUSHING:
                    self._written = False
                    self._events.extendleft(reversed(await self._rounds.look()))
                if self._events:
                    await self._take(self._events.popleft())

    async def _take(self, event: Event) -> None:
        now, chance = self._clock.monotonic(), self._clock.chance()
        self._state, actions = step(self._state, event, now=now, chance=chance)
        for action in actions:
            if isinstance(action, Sleep):
                self._set_alarm(action.seconds)
        self._board.show(self._state)
        for action in actions:
            self._events.extendleft(reversed(await self._rounds.do(action)))
        # A pull may make facts leave again: those that a server lost.
        self._written = self._written or isinstance(event, Pulled)
        if self._state.stage not in ACTIVE:
            await self._link.close()

    def _set_alarm(self, seconds: float) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
        self._alarm = asyncio.get_running_loop().create_task(self._ring(seconds))

    async def _ring(self, seconds: float) -> None:
        await self._clock.sleep(seconds)
        self._post(Timer())
