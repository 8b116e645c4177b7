"""One's own check-ins: what was said, who may see it, who read it, what was answered."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import Changed, Kind
from desktop.domain.ids import CheckInId
from desktop.domain.people import Person
from desktop.domain.talks import TalkWith
from desktop.domain.wellbeing import Audience, OwnCheckIn
from desktop.services.changes import Changes
from desktop.services.talks import Talks
from desktop.services.wellbeing import PAGE, CheckIns
from desktop.ui.kit import tasks


@dataclass(frozen=True, slots=True, kw_only=True)
class MyCheckInsState:
    """A list, newest first, and the one that is looked at."""

    items: tuple[OwnCheckIn, ...] = ()
    chosen: CheckInId | None = None
    more: bool = False
    """Whether older ones can be read."""
    now: datetime | None = None
    """When it was read, in the workstation's zone; None before."""
    talks: Mapping[CheckInId, TalkWith] = field(default_factory=dict)
    """Where the talks about them stand."""

    @property
    def current(self) -> OwnCheckIn | None:
        """The one that is looked at."""
        return next((own for own in self.items if own.check_in.id == self.chosen), None)


class MyCheckInsViewModel(QObject):
    """`visit` when the page is shown: what leads answered counts as read then."""

    changed = Signal()
    shared = Signal(object)
    """The audience that was just put in force."""

    def __init__(
        self,
        check_ins: CheckIns,
        changes: Changes,
        person: Person,
        lead: Person | None,
        talks: Talks | None = None,
    ) -> None:
        super().__init__()
        self._check_ins = check_ins
        self._talks = talks
        self._person = person
        self._lead = lead
        self._latest = tasks.Latest(self)
        self.state = MyCheckInsState()
        unlisten = changes.listen(self._heard)
        self.destroyed.connect(unlisten)

    @property
    def lead_name(self) -> str:
        """Name of one's lead; empty without one."""
        return self._lead.name if self._lead else ""

    def set_lead(self, lead: Person | None) -> None:
        """The person's lead is known, or another, from now on."""
        if lead != self._lead:
            self._lead = lead
            self.changed.emit()

    @property
    def audiences(self) -> tuple[Audience, ...]:
        """The choices, in the order of their digits."""
        everyone = tuple(Audience)
        return everyone if self._lead else tuple(a for a in everyone if a is not Audience.LEAD)

    def visit(self) -> None:
        """Read again, and count replies as read."""
        tasks.run(self._visit(), self)

    def more(self) -> None:
        """Read older ones."""
        if self.state.more:
            self._latest.run(self._more())

    async def whole(self) -> tuple[OwnCheckIn, ...]:
        """All of one's own, also those that were not read yet."""
        return await self._check_ins.all_mine(self._person)

    def choose(self, check_in_id: CheckInId) -> None:
        """Look at one."""
        self._set(replace(self.state, chosen=check_in_id))

    def set_audience(self, audience: Audience | None) -> None:
        """Let others, or nobody, see the one that is looked at."""
        current = self.state.current
        if current is None or audience is None or audience is current.check_in.audience:
            return
        tasks.run(self._share(current.check_in.id, audience), self)

    async def _visit(self) -> None:
        await self._load()
        await self._check_ins.replies_seen(self._person)

    async def _load(self) -> None:
        items = await self._check_ins.mine(self._person)
        shown = len(self.state.items)
        more = len(items) == PAGE
        while more and len(items) < shown:
            older = await self._check_ins.mine(self._person, before=items[-1].check_in)
            items, more = (*items, *older), len(older) == PAGE
        known = {own.check_in.id for own in items}
        chosen = self.state.chosen if self.state.chosen in known else None
        if chosen is None and items:
            chosen = items[0].check_in.id
        now = self._check_ins.now()
        talks = {} if self._talks is None else await self._talks.of_author(self._person)
        self._set(MyCheckInsState(items=items, chosen=chosen, more=more, now=now, talks=talks))

    async def _more(self) -> None:
        last = self.state.items[-1].check_in
        older = await self._check_ins.mine(self._person, before=last)
        items = (*self.state.items, *older)
        self._set(replace(self.state, items=items, more=len(older) == PAGE))

    async def _share(self, check_in_id: CheckInId, audience: Audience) -> None:
        await self._check_ins.share(self._person, check_in_id, audience, self._lead)
        self.shared.emit(audience)

    def _heard(self, changed: Changed) -> None:
        if changed.kind is Kind.CHECK_IN and self.state.now is not None:
            self._latest.run(self._load())

    def _set(self, state: MyCheckInsState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
