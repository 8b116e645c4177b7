"""What the engine lets others know: one status, told when it differs from the one before."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from desktop.domain.instants import to_millis
from desktop.domain.outbox import Overview
from desktop.domain.sync.machine import Stage, State
from desktop.domain.sync.status import PauseReason, Phase, SyncStatus
from desktop.services.store import syncing
from desktop.services.store.local import LocalStore
from desktop.services.sync.link import Link
from desktop.services.sync.pull import Pulling

_log = logging.getLogger(__name__)

Listener = Callable[[SyncStatus], None]

_KEEP_EVERY = timedelta(minutes=10)
"""How often a success is written down where nothing else is."""


class Board:
    """Puts the status together and tells it on the loop's thread."""

    def __init__(self, store: LocalStore, link: Link, pulling: Pulling) -> None:
        self._store = store
        self._clock = store.clock
        self._link = link
        self._pulling = pulling
        self._listeners: list[Listener] = []
        self._overview = Overview()
        self._state = State()
        self._last_success: datetime | None = None
        self._reached: datetime | None = None
        """The last success since the beginning, and the one that was written down."""
        self._kept: datetime | None = None
        self._next: tuple[float, datetime] | None = None
        self.status = SyncStatus()

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tell a listener from now on; the answer stops it."""
        self._listeners.append(listener)

        def unlisten() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unlisten

    def begin(self, last_success: int) -> None:
        """Start from what the store knows (ms; 0: never)."""
        if last_success:
            self._last_success = datetime.fromtimestamp(last_success / 1000, UTC)

    async def look(self) -> float | None:
        """Count what waits; the instant, by the monotonic clock, when the next of it may leave."""
        now = self._link.now_ms()
        found = await self._store.read(syncing.look, now)
        self._overview = found.overview
        self._tell()
        if found.due is None:
            return None
        return self._clock.monotonic() + (found.due - now) / 1000

    def show(self, state: State) -> None:
        """Tell what the engine is about."""
        self._state = state
        self._tell()

    async def succeeded(self) -> None:
        """A round came to its end."""
        now = self._clock.now()
        self._last_success = self._reached = now
        if self._kept is None or abs(now - self._kept) > _KEEP_EVERY:
            await self.keep()

    async def keep(self) -> None:
        """Write down when the last round came to its end, for who looks while nothing runs."""
        if self._reached is not None and self._reached != self._kept:
            self._kept = self._reached
            millis = to_millis(self._reached)
            await self._store.write(syncing.succeeded, millis, self._link.offset)

    def _tell(self) -> None:
        status = self._made()
        if status != self.status:
            self.status = status
            for listener in tuple(self._listeners):
                try:
                    listener(status)
                except Exception:  # who shows the status must not be able to end sync
                    _log.exception("a listener failed")

    def _made(self) -> SyncStatus:
        seen, state = self._overview, self._state
        made = SyncStatus(
            phase=_phase(state, seen.waiting, whole=self._pulling.whole),
            waiting=seen.waiting,
            waiting_since=seen.oldest,
            last_success=self._last_success,
            pause=_pause(state),
            rejected=seen.rejected,
            conflicts=seen.conflicts,
            held=seen.held,
            # Whole seconds: a status that differs by a round trip is the same.
            clock_offset_ms=round(self._link.offset, -3),
            deletions=state.deletions,
            mismatch=self._pulling.mismatch,
        )
        progress = (self._pulling.rows, None) if self._pulling.whole else None
        return replace(made, next_try=self._next_try(state.retry_at), progress=progress)

    def _next_try(self, retry_at: float | None) -> datetime | None:
        if retry_at is None:
            return None
        if self._next is None or self._next[0] != retry_at:
            wait = timedelta(seconds=retry_at - self._clock.monotonic())
            self._next = (retry_at, self._clock.now() + wait)
        return self._next[1]


def _pause(state: State) -> PauseReason | None:
    return PauseReason.DELETIONS if state.pause is None and state.deletions else state.pause


def _phase(state: State, waiting: int, *, whole: bool) -> Phase:
    if _pause(state) is not None:
        return Phase.PAUSED
    if state.attempt:
        return Phase.OFFLINE
    if (state.stage is Stage.PUSHING and waiting) or (state.stage is Stage.PULLING and whole):
        return Phase.WORKING
    return Phase.WAITING if waiting else Phase.UP_TO_DATE
