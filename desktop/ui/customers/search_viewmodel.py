"""What the search shows as one types: matches, corrections, nothing, or a failure."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from desktop.domain.newcomers import prefill
from desktop.domain.search import Match, Results, readings
from desktop.services.newcomers import Newcomers
from desktop.services.search import LIMIT, Search
from desktop.ui.customers.create_viewmodel import CreateViewModel
from desktop.ui.kit.tasks import Latest


class Phase(StrEnum):
    """How the search stands."""

    IDLE = "idle"
    SEARCHING = "searching"
    """The matches shown are still those of what was typed before."""
    FOUND = "found"
    NOTHING = "nothing"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchState:
    """All that the list shows."""

    text: str = ""
    phase: Phase = Phase.IDLE
    matches: tuple[Match, ...] = ()
    corrected: tuple[str, ...] = ()
    called: bool = False
    """The matches came by telephone, not by typing: all have the number that calls."""

    @property
    def full(self) -> bool:
        """Whether there may be more matches than are shown."""
        return len(self.matches) >= LIMIT


class SearchViewModel(QObject):
    """Asks anew at each letter; the newest question wins."""

    changed = Signal()
    picked = Signal(str)
    """The customer's id."""
    create_asked = Signal(object)
    """A Newcomer: what was typed, each piece in its field."""
    created = Signal(object)
    """The new Customer."""

    def __init__(self, search: Search, newcomers: Newcomers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._search = search
        self._latest = Latest(self)
        self._enter_waits = False
        self.state = SearchState()
        self.creating = CreateViewModel(newcomers, self)
        self.creating.created.connect(self.created)
        self.creating.picked.connect(self.picked)

    def type(self, text: str) -> None:
        """Look for what is typed now; blank text ends the search."""
        self._enter_waits = False
        if not readings(text):
            self._latest.cancel()
            nothing = Phase.NOTHING if text.strip() else Phase.IDLE
            self._become(SearchState(text=text, phase=nothing))
            return
        before = self.state
        self._become(
            SearchState(
                text=text,
                phase=Phase.SEARCHING,
                matches=() if before.called else before.matches,
                corrected=() if before.called else before.corrected,
            )
        )
        self._latest.run(self._find(text), on_error=lambda _error: self._fail(text))

    def retry(self) -> None:
        """Ask once more what failed."""
        self.type(self.state.text)

    def show_matches(self, matches: tuple[Match, ...]) -> None:
        """Show the customers who have the number that calls."""
        self._latest.cancel()
        self._become(SearchState(phase=Phase.FOUND, matches=tuple(matches), called=True))

    def pick(self, index: int) -> None:
        """Open a match of the list; the search is then over.

        While an answer is awaited the list is that of earlier letters: the choice waits, and is
        made only if one customer answers.
        """
        if self.state.phase is Phase.SEARCHING:
            self._enter_waits = True
        elif 0 <= index < len(self.state.matches):
            self.pick_customer(self.state.matches[index].customer_id)

    def pick_customer(self, customer_id: str) -> None:
        """Open this customer; the search is then over."""
        self.clear()
        self.picked.emit(customer_id)

    def ask_create(self) -> None:
        """Ask for a new customer's form, filled with what was typed."""
        shown = self.state
        text = shown.matches[0].phone if shown.called and shown.matches else shown.text
        self.clear()
        self.create_asked.emit(prefill(text))

    def clear(self) -> None:
        """End the search."""
        self._latest.cancel()
        self._enter_waits = False
        self._become(SearchState())

    async def _find(self, text: str) -> None:
        self._answer(await self._search.find(text))

    def _answer(self, results: Results) -> None:
        if results.text != self.state.text:
            return
        phase = Phase.FOUND if results.matches else Phase.NOTHING
        self._become(
            SearchState(
                text=results.text,
                phase=phase,
                matches=results.matches,
                corrected=results.corrected,
            )
        )
        if self._enter_waits and len(results.matches) == 1 and not results.corrected:
            self.pick(0)
        self._enter_waits = False

    def _fail(self, text: str) -> None:
        if text == self.state.text:
            self._become(SearchState(text=text, phase=Phase.FAILED))

    def _become(self, state: SearchState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
