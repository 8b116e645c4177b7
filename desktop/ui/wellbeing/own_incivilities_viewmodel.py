"""One's own reports of incivility: what followed each, and what of it was not read yet."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from desktop.domain.care import OwnIncivility
from desktop.domain.changes import Changed, Kind
from desktop.domain.people import Person
from desktop.services.care import FollowUps
from desktop.services.changes import Changes
from desktop.ui.kit import tasks
from desktop.ui.kit.told import Told


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnIncivilitiesState:
    """The reports, the newest first, and the one that is looked at."""

    items: tuple[OwnIncivility, ...] = ()
    chosen: str = ""
    unread: frozenset[str] = frozenset()
    """Ids of what followed and was not read."""
    fresh: frozenset[str] = frozenset()
    """Ids of what was not read before the page was last opened."""
    now: datetime | None = None

    @property
    def current(self) -> OwnIncivility | None:
        """The one that is looked at."""
        return next((one for one in self.items if one.report.id == self.chosen), None)


class OwnIncivilitiesViewModel(QObject):
    """`arrived` gives the name of who followed, once for each; `visit` when the page is shown."""

    changed = Signal()
    arrived = Signal(str)

    def __init__(
        self,
        follow_ups: FollowUps,
        changes: Changes,
        person: Person,
        keep: Callable[[Sequence[str]], Awaitable[None]],
    ) -> None:
        super().__init__()
        self._follow_ups = follow_ups
        self._person = person
        self._keep = keep
        self._read, self._told = Told(), Told()
        self._told.begin()
        self._quiet = self._visited = False
        self._latest = tasks.Latest(self)
        self.state = OwnIncivilitiesState()
        unlisten = changes.listen(self._heard)
        self.destroyed.connect(unlisten)

    def begin(self, read: Sequence[str]) -> None:
        """Start with what the person has read before; what came since is marked, not told."""
        self._read.begin(read)
        self._quiet = True
        self.load()

    def load(self) -> None:
        """Read them."""
        self._latest.run(self._load())

    def visit(self) -> None:
        """What followed counts as read from now on; it stays marked until the page is left."""
        self._visited = True
        self.load()

    async def whole(self) -> tuple[OwnIncivility, ...]:
        """All of one's own, also those that are too old for the list."""
        return await self._follow_ups.all_own(self._person)

    def choose(self, report_id: str) -> None:
        """Look at one."""
        self._set(replace(self.state, chosen=report_id))

    async def _load(self) -> None:
        items = await self._follow_ups.own(self._person)
        known = {one.report.id for one in items}
        chosen = self.state.chosen if self.state.chosen in known else ""
        every = {one.follow_up.id: one for own in items for one in own.followed}
        unread = self._read.new(every)
        self._set(
            replace(
                self.state,
                items=items,
                chosen=chosen or (items[0].report.id if items else ""),
                unread=unread,
                now=self._follow_ups.now(),
            )
        )
        fresh = self._told.fresh(unread)
        new = [one for known, one in every.items() if known in fresh]
        tell, self._quiet = not self._quiet, False
        for name in dict.fromkeys(one.name for one in new if tell):
            self.arrived.emit(name)
        if self._visited:
            self._visited = False
            self._count_as_read(unread)

    def _count_as_read(self, unread: frozenset[str]) -> None:
        self._set(replace(self.state, fresh=unread, unread=frozenset()))
        if unread:
            self._read.tell(unread)
            tasks.run(self._keep_read(), self)

    async def _keep_read(self) -> None:
        await self._keep(self._read.kept())

    def _heard(self, changed: Changed) -> None:
        if changed.kind is Kind.INCIVILITY:
            self.load()

    def _set(self, state: OwnIncivilitiesState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
