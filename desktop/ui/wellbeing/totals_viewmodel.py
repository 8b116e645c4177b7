"""The team's totals of who leads: read again when the tab is shown, from the server where there is one."""

from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import RefusedByServer, SignInNeeded, Unreachable
from desktop.domain.people import Person
from desktop.domain.team_totals import TeamTotals
from desktop.services.team_totals import Totals
from desktop.ui.kit import tasks


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalsState:
    """What was told, or that nothing could be."""

    totals: TeamTotals | None = None
    now: datetime | None = None
    unread: bool = False
    """The server, which alone has them, does not answer, and never told any here."""


class TotalsViewModel(QObject):
    """One verb: nothing can be chosen, so nothing can be subtracted."""

    changed = Signal()

    def __init__(self, totals: Totals, lead: Person, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._totals = totals
        self._lead = lead
        self._latest = tasks.Latest(self)
        self.state = TotalsState()

    def load(self) -> None:
        """Read them."""
        self._latest.run(self._load())

    async def _load(self) -> None:
        try:
            told = await self._totals.of(self._lead)
        except (Unreachable, SignInNeeded, RefusedByServer):
            self._set(replace(self.state, unread=self.state.totals is None))
            return
        self._set(TotalsState(totals=told, now=self._totals.now()))

    def _set(self, state: TotalsState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
