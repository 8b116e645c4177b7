"""What the search shows as one types: matches, corrections, nothing, or a failure."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.newcomers import prefill
from desktop.domain.search import Match, Results, readings
from desktop.services.newcomers import Newcomers
from desktop.services.search import Search
from desktop.ui.customers.create_viewmodel import CreateViewModel
from desktop.ui.customers.search_beyond import BeyondSearch
from desktop.ui.customers.search_state import Beyond, Opening, Phase, Reach, SearchState
from desktop.ui.kit.tasks import Latest


class SearchViewModel(QObject):
    """Asks anew at each letter; the newest question wins.

    Where there is a shared database its answers come after those of this machine, and below them:
    what is chosen, or under the cursor, stays where it is.
    """

    changed = Signal()
    picked = Signal(str)
    """The customer's id."""
    fetched = Signal(object)
    """The Match of a customer whose file just came from the server."""
    create_asked = Signal(object)
    """A Newcomer: what was typed, each piece in its field."""
    created = Signal(object)
    """The new Customer."""

    def __init__(
        self,
        search: Search,
        newcomers: Newcomers,
        parent: QObject | None = None,
        beyond: Beyond | None = None,
    ) -> None:
        super().__init__(parent)
        self._search = search
        self._latest = Latest(self)
        self._enter_waits = False
        self.beyond = BeyondSearch(beyond, self)
        self.beyond.answered.connect(self._told_beyond)
        self.beyond.fetched.connect(self._came)
        self.beyond.missed.connect(lambda opening: self._set(opening=opening))
        self.state = SearchState()
        self.creating = CreateViewModel(newcomers, self)
        self.creating.created.connect(self.created)
        self.creating.picked.connect(self.picked)

    def type(self, text: str) -> None:
        """Look for what is typed now; blank text ends the search."""
        self._stop()
        if not readings(text):
            nothing = Phase.NOTHING if text.strip() else Phase.IDLE
            self._become(SearchState(text=text, phase=nothing))
            return
        before = SearchState() if self.state.called else replace(self.state, opening=None)
        self._become(
            replace(before, text=text, phase=Phase.SEARCHING, reach=self.beyond.reach(text))
        )
        self._latest.run(self._find(text), on_error=lambda _error: self._fail(text))
        if self.state.reach is Reach.ASKING:
            self.beyond.ask(text)

    def retry(self) -> None:
        """Ask once more what failed."""
        self.type(self.state.text)

    def show_matches(self, matches: tuple[Match, ...]) -> None:
        """Show the customers who have the number that calls, here or on the server alone."""
        self._stop()
        here = tuple(match for match in matches if match.held)
        further = _not_among(tuple(matches), here)
        self._become(SearchState(phase=Phase.FOUND, matches=here, further=further, called=True))

    def pick(self, index: int) -> None:
        """Open a match of the list; the search is then over.

        While an answer is awaited the list is that of earlier letters: the choice waits, and is
        made only if one customer answers.
        """
        if self.state.awaited:
            self._enter_waits = True
        elif 0 <= index < len(self.state.all_matches):
            self.pick_customer(self.state.all_matches[index].customer_id)

    def pick_customer(self, customer_id: str) -> None:
        """Open this customer, whose file is read from the server first where it is not here."""
        for match in self.state.further:
            if match.customer_id == customer_id:
                self._set(opening=Opening(match=match))
                self.beyond.fetch(match)
                return
        self.clear()
        self.picked.emit(customer_id)

    def ask_create(self) -> None:
        """Ask for a new customer's form, filled with what was typed."""
        text = self.state.begun_with
        self.clear()
        self.create_asked.emit(prefill(text))

    def clear(self) -> None:
        """End the search."""
        self._stop()
        self._become(SearchState())

    def _stop(self) -> None:
        self._enter_waits = False
        self._latest.cancel()
        self.beyond.stop()

    async def _find(self, text: str) -> None:
        self._answer(await self._search.find(text))

    def _answer(self, results: Results) -> None:
        if results.text != self.state.text:
            return
        asking = self.state.reach is Reach.ASKING
        # Until the server has answered, what it said is about earlier letters.
        further = self.state.further if self.state.reach is Reach.EVERYWHERE else ()
        self._set(
            phase=Phase.FOUND if results.matches or further or asking else Phase.NOTHING,
            matches=results.matches,
            further=_not_among(further, results.matches),
            corrected=results.corrected,
        )
        if not asking:
            self._enter()

    def _told_beyond(self, text: str, further: tuple[Match, ...], reach: Reach) -> None:
        if text != self.state.text:
            return
        state = self.state
        new = _not_among(further, state.matches)
        phase = state.phase
        if phase in (Phase.FOUND, Phase.NOTHING):
            phase = Phase.FOUND if state.matches or new else Phase.NOTHING
        self._set(further=new, reach=reach, phase=phase)
        if phase is not Phase.SEARCHING:
            self._enter()

    def _enter(self) -> None:
        """Enter came before the answers: it opens the one customer who answers."""
        found = self.state.all_matches
        if self._enter_waits and len(found) == 1 and not self.state.corrected:
            self._enter_waits = False
            self.pick_customer(found[0].customer_id)
        self._enter_waits = False

    def _came(self, match: Match) -> None:
        self.clear()
        self.picked.emit(match.customer_id)
        self.fetched.emit(match)

    def _fail(self, text: str) -> None:
        if text == self.state.text:
            self.beyond.stop()
            self._become(SearchState(text=text, phase=Phase.FAILED))

    def _set(self, **known: Any) -> None:
        self._become(replace(self.state, **known))

    def _become(self, state: SearchState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()


def _not_among(further: tuple[Match, ...], here: tuple[Match, ...]) -> tuple[Match, ...]:
    known = {match.customer_id for match in here}
    return tuple(match for match in further if match.customer_id not in known)
