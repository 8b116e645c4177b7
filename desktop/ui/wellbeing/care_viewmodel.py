"""Incivilities of the team, as a lead hears of them: new ones first told, then looked at."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from desktop.domain.care import TeamIncivility
from desktop.domain.changes import Changed, Kind
from desktop.domain.people import Person
from desktop.services.care import Care
from desktop.services.changes import Changes
from desktop.ui.kit import tasks
from desktop.ui.kit.told import Told

_HEARD = frozenset({Kind.INCIVILITY, Kind.PEOPLE})


class CareViewModel(QObject):
    """`told` gives those that are new since the last time; `changed` when the unseen ones change."""

    changed = Signal()
    told = Signal(object)

    def __init__(
        self,
        care: Care,
        changes: Changes,
        lead: Person,
        keep: Callable[[Sequence[str]], Awaitable[None]],
    ) -> None:
        super().__init__()
        self._care = care
        self._lead = lead
        self._keep = keep
        self._seen, self._mentioned = Told(), Told()
        self._mentioned.begin()
        self._latest = tasks.Latest(self)
        self.unseen: tuple[TeamIncivility, ...] = ()
        unlisten = changes.listen(self._heard)
        self.destroyed.connect(unlisten)

    def now(self) -> datetime:
        """Now, in the workstation's zone."""
        return self._care.now()

    def begin(self, seen: Sequence[str]) -> None:
        """Start with what the lead has seen before."""
        self._seen.begin(seen)
        self.load()

    def load(self) -> None:
        """Read what happened lately."""
        self._latest.run(self._load())

    def see(self) -> None:
        """All that is shown has been seen."""
        self._seen.tell(one.id for one in reversed(self.unseen))
        self.unseen = ()
        self.changed.emit()
        tasks.run(self._put(), self)

    async def _put(self) -> None:
        await self._keep(self._seen.kept())

    async def _load(self) -> None:
        lately = await self._care.lately(self._lead)
        ids = self._seen.new(one.id for one in lately)
        unseen = tuple(one for one in lately if one.id in ids)
        if unseen == self.unseen:
            return
        self.unseen = unseen
        self.changed.emit()
        fresh = self._mentioned.fresh(one.id for one in unseen)
        if fresh:
            self.told.emit(tuple(one for one in unseen if one.id in fresh))

    def _heard(self, changed: Changed) -> None:
        if changed.kind in _HEARD:
            self.load()
