"""A new customer's form: what was typed, what is wrong, who may be the same person."""

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal

from desktop.domain.customers import Civility
from desktop.domain.errors import Incomplete, Invalid
from desktop.domain.newcomers import Newcomer, problems, swapped
from desktop.domain.search import Match
from desktop.services.newcomers import Newcomers
from desktop.ui.kit import tasks
from desktop.ui.kit.tasks import Latest


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateState:
    """All that the form shows."""

    newcomer: Newcomer = field(default_factory=Newcomer)
    problems: dict[str, str] = field(default_factory=dict)
    """Field, and why it cannot stay so: of the fields that were left, or all after a try."""
    similar: tuple[Match, ...] = ()
    earlier: Newcomer | None = None
    """What was typed before for somebody else, and can be taken up again."""
    saving: bool = False
    failed: bool = False


class CreateViewModel(QObject):
    """Keeps what is typed until the file is made, however often the form is closed."""

    changed = Signal()
    created = Signal(object)
    """The new Customer."""
    picked = Signal(str)
    """The id of the customer whom one was about to make a second time."""

    def __init__(self, newcomers: Newcomers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newcomers = newcomers
        self._latest = Latest(self)
        self._offered = Newcomer()
        self._left: frozenset[str] = frozenset()
        self.state = CreateState()

    def offer(self, newcomer: Newcomer) -> None:
        """Begin a form with what is known already.

        The form that was left takes its place again when it began the same way, or when nothing
        is known; otherwise the text of another person must not mix with this one's, and waits.
        """
        kept = self.state.newcomer
        if not kept.empty and (newcomer.empty or newcomer == self._offered):
            return
        earlier = kept if kept not in (Newcomer(), self._offered) else self.state.earlier
        self._offered = newcomer
        self._left = frozenset()
        self._become(CreateState(newcomer=newcomer, earlier=earlier))
        self._look()

    def resume(self) -> None:
        """Take up what was typed before."""
        if self.state.earlier is not None:
            self._offered = Newcomer()
            self._left = frozenset()
            self._become(CreateState(newcomer=self.state.earlier))
            self._look()

    def edit(self, name: str, text: str) -> None:
        """Write a field, by its name in Newcomer."""
        changed = {"civility": Civility(text)} if name == "civility" else {name: text}
        self._edit(replace(self.state.newcomer, **changed))

    def leave(self, name: str) -> None:
        """A field was left: from now on what is wrong in it is said."""
        if getattr(self.state.newcomer, name):
            self._left |= {name}
            self._become(replace(self.state, problems=self._problems(self.state.newcomer)))

    def swap(self) -> None:
        """Given and family name the other way round."""
        self._edit(swapped(self.state.newcomer))

    def empty(self) -> None:
        """Throw away what was typed."""
        self._offered = Newcomer()
        self._left = frozenset()
        self._latest.cancel()
        self._become(CreateState(earlier=self.state.earlier))

    def save(self) -> None:
        """Make the file, unless something is wrong, which is then said."""
        if self.state.saving:
            return
        found = problems(self.state.newcomer)
        if found:
            self._left = frozenset(found)
            self._become(replace(self.state, problems=found))
            return
        self._become(replace(self.state, problems={}, saving=True, failed=False))
        saved = self.state.newcomer
        tasks.run(self._save(saved), self, on_error=self._fail)

    def pick_similar(self, customer_id: str) -> None:
        """Open somebody who is there already; what was typed is then of no more use."""
        self.empty()
        self.picked.emit(customer_id)

    async def _save(self, saved: Newcomer) -> None:
        customer = await self._newcomers.create(saved)
        if self.state.saving:
            self.empty()
        elif self.state.earlier == saved:
            # A call came meanwhile: its form stays, and the file made is not offered again.
            self._become(replace(self.state, earlier=None))
        self.created.emit(customer)

    def _fail(self, error: BaseException) -> None:
        if not self.state.saving:
            return  # a call came meanwhile: what failed waits as what was typed before
        if isinstance(error, Incomplete | Invalid):
            why = error.why if isinstance(error, Invalid) else "missing"
            self._become(replace(self.state, saving=False, problems={error.field: why}))
        else:
            self._become(replace(self.state, saving=False, failed=True))

    def _edit(self, newcomer: Newcomer) -> None:
        self._become(
            replace(self.state, newcomer=newcomer, problems=self._problems(newcomer), failed=False)
        )
        self._look()

    def _problems(self, newcomer: Newcomer) -> dict[str, str]:
        found = problems(newcomer)
        return {name: why for name, why in found.items() if name in self._left}

    def _look(self) -> None:
        # A store that fails says so on saving; meanwhile one types on without the offer.
        self._latest.run(self._find(self.state.newcomer), on_error=lambda _error: None)

    async def _find(self, newcomer: Newcomer) -> None:
        similar = await self._newcomers.similar(newcomer)
        if newcomer == self.state.newcomer:
            self._become(replace(self.state, similar=similar))

    def _become(self, state: CreateState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
