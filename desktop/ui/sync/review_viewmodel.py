"""« À voir »: what the server did not take, and what somebody else changed at the same time."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import Gone, VisAVisError
from desktop.domain.outbox import Attention, LineState
from desktop.domain.people import Person
from desktop.domain.sync import SyncStatus
from desktop.ui.kit import tasks
from desktop.ui.sync.status_viewmodel import SyncViewModel

_TO_DECIDE = frozenset({LineState.REJECTED, LineState.CONFLICT})
"""What waits for a person; the rest waits for the server."""


class Review(Protocol):
    """What the page asks of the outbox."""

    async def attention(self) -> Sequence[Attention]:
        """Every fact that a person should look at, the oldest first."""
        ...

    async def retry(self, op_id: str) -> None:
        """Let a rejected fact be asked about again."""
        ...

    async def correct(self, op_id: str, words: str) -> None:
        """Record a corrected fact in a rejected one's place."""
        ...

    async def export(self, path: Path) -> int:
        """Write all that the server does not have to a file; answers how many facts."""
        ...

    async def give_up(self, op_id: str) -> None:
        """Leave a fact aside, once it was exported."""
        ...

    async def pick(self, op_id: str, person: Person, *, mine: bool) -> None:
        """Settle a conflict: one's own value is written anew, or theirs stays."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewState:
    """The list, the line in front, and the corrections under way."""

    lines: tuple[Attention, ...] = ()
    loaded: bool = False
    front: str = ""
    """The op_id of the line in front."""
    drafts: dict[str, str] = field(default_factory=dict)
    """Words being corrected, by op_id."""
    busy: bool = False
    failed: bool = False
    """The last thing asked did not go through; nothing was changed."""

    @property
    def line(self) -> Attention | None:
        """The line in front."""
        return next((one for one in self.lines if one.op_id == self.front), None)

    @property
    def draft(self) -> str:
        """The words of the line in front as they stand in the field."""
        line = self.line
        return "" if line is None else self.drafts.get(line.op_id, line.words or "")


class ReviewViewModel(QObject):
    """`counted` tells how many lines wait for a person; `done` gives the line just dealt with."""

    changed = Signal()
    counted = Signal(int)
    done = Signal(object)
    exported = Signal(int)

    def __init__(
        self,
        review: Review,
        person: Person,
        sync: SyncViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._review = review
        self._person = person
        self._sync = sync
        self._loading = tasks.Latest(self)
        self._seen = _figures(sync.state.status)
        self.state = ReviewState()
        sync.changed.connect(self._follow)

    def now(self) -> datetime:
        """Now, in the workstation's zone."""
        return self._sync.now()

    def load(self) -> None:
        """Read the list."""
        self._loading.run(self._load())

    def show(self, op_id: str) -> None:
        """Bring a line to the front."""
        self._set(front=op_id, failed=False)

    def write(self, words: str) -> None:
        """Keep the correction under way."""
        if self.state.line is not None:
            self._set(drafts={**self.state.drafts, self.state.front: words})

    def retry(self) -> None:
        """Ask the server once more about the line in front."""
        if (line := self._ready(LineState.REJECTED, LineState.HELD, LineState.WAITING)) is not None:
            self._run(line, self._review.retry(line.op_id))

    def correct(self) -> None:
        """Send the corrected words in the place of the line in front."""
        line, words = self._ready(LineState.REJECTED), self.state.draft.strip()
        if line is not None and line.words is not None and words:
            self._run(line, self._review.correct(line.op_id, words))

    def give_up(self) -> None:
        """Leave the line in front aside, once it was exported."""
        line = self._ready(LineState.REJECTED, LineState.HELD)
        if line is not None and line.exported:
            self._run(line, self._review.give_up(line.op_id))

    def pick(self, *, mine: bool) -> None:
        """Settle the conflict in front."""
        if (line := self._ready(LineState.CONFLICT)) is not None:
            self._run(line, self._review.pick(line.op_id, self._person, mine=mine))

    def export(self, path: Path) -> None:
        """Write all that the server does not have to a file."""
        self._set(busy=True, failed=False)
        tasks.run(self._export(path), self)

    def _ready(self, *states: LineState) -> Attention | None:
        line = self.state.line
        return line if line is not None and line.state in states and not self.state.busy else None

    def _run(self, line: Attention, asked: Any) -> None:
        self._set(busy=True, failed=False)
        tasks.run(self._settle(line, asked), self)

    async def _settle(self, line: Attention, asked: Any) -> None:
        if await self._tried(asked):
            drafts = {op: words for op, words in self.state.drafts.items() if op != line.op_id}
            self._set(drafts=drafts)
            await self._load()
            self.done.emit(line)

    async def _export(self, path: Path) -> None:
        count = 0

        async def write() -> None:
            nonlocal count
            count = await self._review.export(path)

        if await self._tried(write()):
            await self._load()
            self.exported.emit(count)

    async def _tried(self, asked: Any) -> bool:
        """Whether it went through; what did not is said on the page, with all as it was."""
        try:
            await asked
        except Gone:
            # Decided meanwhile, by the server or by hand: the list says so.
            self._set(busy=False)
            self.load()
            return False
        except (VisAVisError, OSError):
            self._set(busy=False, failed=True)
            return False
        except BaseException:
            self._set(busy=False)
            raise
        self._set(busy=False)
        return True

    async def _load(self) -> None:
        lines = tuple(await self._review.attention())
        before = [one.op_id for one in self.state.lines]
        here = [one.op_id for one in lines]
        front = self.state.front
        if front not in here:
            # The next one takes the place of the line that was dealt with.
            place = before.index(front) if front in before else 0
            front = here[min(place, len(here) - 1)] if here else ""
        self._set(lines=lines, loaded=True, front=front)
        self.counted.emit(sum(1 for one in lines if one.state in _TO_DECIDE))

    def _follow(self) -> None:
        """The engine told of other figures: the list is read again."""
        seen = _figures(self._sync.state.status)
        if seen != self._seen:
            self._seen = seen
            self.load()

    def _set(self, **known: Any) -> None:
        state = replace(self.state, **known)
        if state != self.state:
            self.state = state
            self.changed.emit()


def _figures(status: SyncStatus) -> tuple[int, int, int]:
    return status.rejected, status.conflicts, status.held
