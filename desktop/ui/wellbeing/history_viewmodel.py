"""One's own check-ins as a picture: which days or weeks, and the one that is looked at."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import Changed, Kind
from desktop.domain.own_history import Span, Stretch, begins, stretches
from desktop.domain.people import Person
from desktop.domain.wellbeing import OwnCheckIn
from desktop.services.changes import Changes
from desktop.services.wellbeing import PAGE, CheckIns
from desktop.ui.kit import tasks


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryState:
    """The picture; `now` is None before it was read."""

    span: Span = Span.DAY
    stretches: tuple[Stretch, ...] = ()
    chosen: date | None = None
    now: datetime | None = None

    @property
    def current(self) -> Stretch | None:
        """The one that is looked at."""
        return next((one for one in self.stretches if one.first == self.chosen), None)

    @property
    def empty(self) -> bool:
        """Whether nothing was said in all that time."""
        return not any(one.items for one in self.stretches)


class HistoryViewModel(QObject):
    """Reads one's own alone: it is asked for nobody else."""

    changed = Signal()

    def __init__(
        self, check_ins: CheckIns, changes: Changes, person: Person, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._check_ins = check_ins
        self._person = person
        self._latest = tasks.Latest(self)
        self._span = Span.DAY
        self.state = HistoryState()
        unlisten = changes.listen(self._heard)
        self.destroyed.connect(unlisten)

    def load(self) -> None:
        """Read it."""
        self._latest.run(self._load(self._span))

    def set_span(self, span: Span | None) -> None:
        """Show days, or weeks."""
        if span is not None and span is not self._span:
            self._span = span
            self.load()

    def choose(self, first: date) -> None:
        """Look at one day, or week."""
        self._set(replace(self.state, chosen=first))

    def step(self, by: int) -> None:
        """Look at the one before (-1) or after (1) that has something to tell."""
        told = [one.first for one in self.state.stretches if one.items]
        here = self.state.chosen
        if here is None or not told:
            return
        after = [day for day in told if (day > here if by > 0 else day < here)]
        if after:
            self.choose(after[0] if by > 0 else after[-1])

    async def _load(self, span: Span) -> None:
        now = self._check_ins.now()
        zone = now.tzinfo or UTC
        first = begins(span, now.date())
        found: tuple[OwnCheckIn, ...] = ()
        page = await self._check_ins.mine(self._person)
        while page:
            found = (*found, *page)
            if len(page) < PAGE or page[-1].check_in.at.astimezone(zone).date() < first:
                break
            page = await self._check_ins.mine(self._person, before=page[-1].check_in)
        shown = stretches(found, span, now.date(), zone)
        told = [one.first for one in shown if one.items]
        chosen = self.state.chosen if self.state.chosen in told else None
        chosen = chosen or (told[-1] if told else None)
        self._set(HistoryState(span=span, stretches=shown, chosen=chosen, now=now))

    def _heard(self, changed: Changed) -> None:
        if changed.kind is Kind.CHECK_IN and self.state.now is not None:
            self.load()

    def _set(self, state: HistoryState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
