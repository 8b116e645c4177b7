"""What was promised and is not settled yet: due first, settled on a key, settled by mistake undone."""

from collections.abc import Coroutine, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.changes import Changed, Kind
from desktop.domain.contacts import PromiseState
from desktop.domain.due_dates import Due, DuePromise, standing
from desktop.domain.errors import Gone, StoreUnavailable
from desktop.domain.people import Person
from desktop.services.changes import Changes
from desktop.services.contacts import Promises
from desktop.ui.kit import tasks

_MINUTE_MS: Final = 60_000
UNDO_MS: Final = 10_000
"""How long a slip can be taken back from the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseRow:
    """An open promise and where it stands today."""

    due: DuePromise
    standing: Due


@dataclass(frozen=True, slots=True, kw_only=True)
class PromisesState:
    """What the page shows; `settled` is the promise last settled, with what was said of it."""

    loaded: bool = False
    rows: tuple[PromiseRow, ...] = ()
    settled: tuple[DuePromise, PromiseState] | None = None
    failed: bool = False

    @property
    def pressing(self) -> int:
        """How many are late or due today."""
        return sum(row.standing is not Due.LATER for row in self.rows)


class PromisesViewModel(QObject):
    """`counted` gives how many are late or due today; `customer_wanted` a CustomerId to open."""

    changed = Signal()
    counted = Signal(int)
    customer_wanted = Signal(object)

    def __init__(
        self,
        promises: Promises,
        changes: Changes,
        person: Person,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._promises = promises
        self._person = person
        self._reading = tasks.Latest(self)
        self.state = PromisesState()
        self._unlisten = changes.listen(self._hear)
        self.destroyed.connect(self._unlisten)
        # What was due later is due today after midnight, and late a minute after its hour.
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self.load)
        self._minute.start()
        self._fresh = QTimer(self)
        self._fresh.setSingleShot(True)
        self._fresh.timeout.connect(lambda: self._set(replace(self.state, settled=None)))

    def now(self) -> datetime:
        """Now, in UTC."""
        return self._promises.now()

    def zone(self) -> tzinfo:
        """The zone in which this workstation's days are cut."""
        return self._promises.zone()

    def load(self) -> None:
        """Read the promises again."""
        self._reading.run(self._load(), self._fail)

    async def whole(self) -> tuple[PromiseRow, ...]:
        """All that is open, also what the page has no place for."""
        return self._rows(await self._promises.promises(self._person, None))

    def keep(self, due: DuePromise) -> None:
        """It was kept."""
        self._settle(due, PromiseState.KEPT)

    def cancel(self, due: DuePromise) -> None:
        """It need not be kept any more."""
        self._settle(due, PromiseState.CANCELLED)

    def take_back(self) -> None:
        """What was settled last is open again."""
        if self.state.settled is not None:
            due, _state = self.state.settled
            self._set(replace(self.state, settled=None))
            self._do(self._promises.keep(due.promise, PromiseState.OPEN, self._person))

    def open_customer(self, due: DuePromise) -> None:
        """Ask for the file of the customer to whom it was promised."""
        if due.promise.customer_id is not None:
            self.customer_wanted.emit(due.promise.customer_id)

    def _settle(self, due: DuePromise, state: PromiseState) -> None:
        async def settle() -> None:
            await self._promises.keep(due.promise, state, self._person)
            self._set(replace(self.state, settled=(due, state), failed=False))
            self._fresh.start(UNDO_MS)

        self._do(settle())

    def _do(self, verb: Coroutine[Any, Any, None]) -> None:
        async def done() -> None:
            try:
                await verb
            except Gone:
                self.load()
            except StoreUnavailable:
                self._set(replace(self.state, failed=True))

        tasks.run(done(), self)

    def _hear(self, changed: Changed) -> None:
        if changed.kind in (Kind.PROMISE, Kind.CUSTOMER):
            self.load()

    async def _load(self) -> None:
        rows = self._rows(await self._promises.promises(self._person))
        before = self.state.pressing if self.state.loaded else -1
        self._set(replace(self.state, loaded=True, rows=rows, failed=False))
        if self.state.pressing != before:
            self.counted.emit(self.state.pressing)

    def _rows(self, found: Iterable[DuePromise]) -> tuple[PromiseRow, ...]:
        now, zone = self.now(), self.zone()
        return tuple(
            PromiseRow(due=one, standing=standing(one.promise.due_at, now, zone)) for one in found
        )

    def _fail(self, _error: BaseException) -> None:
        self._set(replace(self.state, loaded=True, failed=True))

    def _set(self, state: PromisesState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
