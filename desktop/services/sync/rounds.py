"""Does what the engine's brain asks for, and answers what came of it."""

import logging
from collections.abc import Coroutine
from typing import Any, Final

from desktop.domain.changes import Changed, Kind
from desktop.domain.ids import CustomerId
from desktop.domain.sync.events import (
    Action,
    Event,
    Failed,
    Greeted,
    LineBack,
    Probe,
    Pull,
    Pulled,
    Push,
    Pushed,
    Work,
)
from desktop.domain.sync.status import PauseReason
from desktop.domain.sync.verdicts import failure
from desktop.services.store import syncing
from desktop.services.sync.board import Board
from desktop.services.sync.greeting import greet
from desktop.services.sync.link import Link
from desktop.services.sync.pull import Pulling
from desktop.services.sync.push import push

MOMENT: Final = 1.0
"""Seconds until a batch is tried again in which nothing could leave."""

DAY: Final = 24 * 3600.0

_log = logging.getLogger(__name__)


class Rounds:
    """Pushes, pulls and probes; no failure leaves it but as an event."""

    def __init__(self, link: Link, pulling: Pulling, board: Board) -> None:
        self._store = pulling.store
        self._clock = pulling.store.clock
        self._link = link
        self._pulling = pulling
        self._board = board
        self._greeted = False
        self._tended: float | None = None
        self.person_id = ""

    def anew(self) -> None:
        """Say hello again before anything else."""
        self._greeted = False

    async def do(self, action: Action) -> list[Event]:
        """What came of an action, in order; nothing where there is nothing to do."""
        match action:
            case Push():
                return await self._tried(self._push())
            case Pull(allowed=allowed):
                return await self._tried(self._pull(allowed=allowed))
            case Probe():
                return await self._tried(self._probe())
            case _:
                return []

    async def look(self) -> list[Event]:
        """See what waits here, and when it may leave."""
        return await self._tried(self._due())

    async def forget(self) -> list[Event]:
        """After 30 days without the server, drop what was only read."""
        return await self._tried(self._forget())

    async def _tried(self, work: Coroutine[Any, Any, list[Event]]) -> list[Event]:
        try:
            return await work
        except Exception as error:  # a bug in one round must not end all rounds
            self._greeted = False
            failed = failure(error)
            if failed.pause is PauseReason.BUG:
                _log.exception("a round failed")
            else:
                _log.info("a round failed: %s %s", type(error).__name__, failed.pause or "")
            return [failed]

    async def _greet(self) -> list[Event]:
        if self._greeted:
            return []
        cadence = await greet(self._store, self._link, self.person_id)
        self._greeted = True
        return [Greeted(cadence=cadence)]

    async def _push(self) -> list[Event]:
        greeted = await self._greet()
        left = await push(self._store, self._link, self._pulling.tell)
        due = await self._board.look()
        if due is not None and not left:
            due = max(due, self._clock.monotonic() + MOMENT)
        return [*greeted, Pushed(due=due)]

    async def _pull(self, *, allowed: bool) -> list[Event]:
        greeted = await self._greet()
        end = await self._pulling.page(allowed=allowed)
        if end == Pulled(more=False):
            await self._board.succeeded()
            await self._tend()
        return [*greeted, end]

    async def _probe(self) -> list[Event]:
        return [LineBack() if await self._link.probe() else Failed()]

    async def _due(self) -> list[Event]:
        due = await self._board.look()
        return [] if due is None else [Work(due=due)]

    async def _forget(self) -> list[Event]:
        while await self._store.write(syncing.forget_read, self._link.now_ms()):
            self._pulling.tell(Changed(kind=Kind.CUSTOMER))
        return []

    async def _tend(self) -> None:
        """Once a day, drop what was kept long enough."""
        now = self._clock.monotonic()
        if self._tended is None or now - self._tended > DAY:
            self._tended = now
            server_now = self._link.now_ms() + self._link.offset
            for customer in await self._store.write(syncing.tend, server_now):
                self._pulling.tell(Changed(kind=Kind.CUSTOMER, customer_id=CustomerId(customer)))
