"""How this machine stands with the shared database, told by the engine, never asked for."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from desktop.domain.sync import PauseReason, SyncStatus
from desktop.ui.kit import tasks


class Engine(Protocol):
    """What the screens ask of the engine."""

    @property
    def status(self) -> SyncStatus:
        """How things stand now."""
        ...

    def listen(self, listener: Callable[[SyncStatus], None]) -> Callable[[], None]:
        """Be told each change, on the loop's thread; the answer stops it."""
        ...

    async def resume(self) -> None:
        """Have a round at once, whatever kept it waiting."""
        ...

    def confirm_deletions(self) -> None:
        """Let the pull delete that asked."""
        ...

    def refuse_deletions(self) -> None:
        """Keep what is here for now."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncState:
    """What the badge and its panel show."""

    status: SyncStatus = field(default_factory=SyncStatus)
    by_kind: tuple[tuple[str, int], ...] = ()
    """What waits, by kind, the most first; read while the panel is open."""


class SyncViewModel(QObject):
    """`sign_in_asked`, `review_asked` and `deletions_asked` lead to what mends a pause."""

    changed = Signal()
    sign_in_asked = Signal()
    review_asked = Signal()
    deletions_asked = Signal()

    def __init__(
        self,
        engine: Engine | None,
        count: Callable[[], Awaitable[Mapping[str, int]]],
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._count = count
        self._watched = False
        self._counting = tasks.Latest(self)
        self.now = now
        self.state = SyncState()
        if engine is not None:
            self.state = SyncState(status=engine.status)
            self.destroyed.connect(engine.listen(self._hear))

    @property
    def connected(self) -> bool:
        """Whether there is a shared database at all."""
        return self._engine is not None

    def watch(self, watched: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Count by kind from now on, or no longer: only while somebody looks."""
        self._watched = watched
        if watched:
            self._counting.run(self._read())

    def send_now(self) -> None:
        """Have a round at once."""
        if self._engine is not None:
            tasks.run(self._engine.resume(), self)

    def mend(self) -> None:
        """Do what the state asks for: sign in, decide, look, or try again."""
        status = self.state.status
        if status.sign_in_again:
            self.sign_in_asked.emit()
        elif status.pause is PauseReason.DELETIONS:
            self.deletions_asked.emit()
        elif status.rejected or status.conflicts:
            self.review_asked.emit()
        else:
            self.send_now()

    def _hear(self, status: SyncStatus) -> None:
        before = self.state.status
        if status == before:
            return
        self.state = replace(self.state, status=status)
        self.changed.emit()
        if status.pause is PauseReason.DELETIONS and before.pause is not PauseReason.DELETIONS:
            self.deletions_asked.emit()
        if self._watched and status.waiting != before.waiting:
            self._counting.run(self._read())

    async def _read(self) -> None:
        counts = await self._count()
        ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
        self.state = replace(self.state, by_kind=tuple(ordered))
        self.changed.emit()
