"""One's own check-in: what is being said now, and the last one of today."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import Changed, Kind
from desktop.domain.errors import Incomplete
from desktop.domain.people import Person
from desktop.domain.wellbeing import Audience, CheckIn, Moment, offered_moment, says_something
from desktop.services.changes import Changes
from desktop.services.wellbeing import CheckIns
from desktop.ui.kit import tasks


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInState:
    """What the form shows; nothing is chosen until somebody chooses it."""

    moment: Moment = Moment.START
    mood: int | None = None
    energy: int | None = None
    load: int | None = None
    words: str = ""
    audience: Audience | None = None
    hint: str = ""
    """What is gently asked for: "scale", "audience", or nothing."""
    saving: bool = False
    today: CheckIn | None = None
    """The last one given today."""

    @property
    def begun(self) -> bool:
        """Whether something was said that is not saved yet."""
        return says_something(self.mood, self.energy, self.load, self.words)


class CheckInViewModel(QObject):
    """`begin` before showing the form; `saved` and `postponed` when it may go."""

    changed = Signal()
    saved = Signal(object)
    postponed = Signal()

    def __init__(
        self, check_ins: CheckIns, changes: Changes, person: Person, lead: Person | None
    ) -> None:
        super().__init__()
        self._check_ins = check_ins
        self._person = person
        self._lead = lead
        self._moment_chosen = False
        self._audience_chosen = False
        self.state = CheckInState()
        unlisten = changes.listen(self._heard)
        self.destroyed.connect(unlisten)

    @property
    def lead_name(self) -> str:
        """Name of the lead to whom one may address oneself; empty without one."""
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

    def begin(self) -> None:
        """Offer a fresh form, or the one left unfinished, with the last choice of audience."""
        if not self.state.begun:
            self._moment_chosen = self._audience_chosen = False
            self._set(CheckInState(today=self.state.today))
        tasks.run(self._offer(), self)

    def load(self) -> None:
        """Read what was given today."""
        tasks.run(self._read_today(), self)

    def set_mood(self, value: int | None) -> None:
        """Say one's mood, 1 to 5, or take it back."""
        self._say(mood=value)

    def set_energy(self, value: int | None) -> None:
        """Say one's energy, 1 to 5, or take it back."""
        self._say(energy=value)

    def set_load(self, value: int | None) -> None:
        """Say one's load, 1 to 5, or take it back."""
        self._say(load=value)

    def set_words(self, words: str) -> None:
        """Write a word; nobody is asked for one."""
        self._say(words=words)

    def set_audience(self, audience: Audience | None) -> None:
        """Choose who may see it, or take the choice back."""
        self._audience_chosen = True
        self._say(audience=audience)

    def set_moment(self, moment: Moment | None) -> None:
        """Say when in the shift this is."""
        if moment is not None:
            self._moment_chosen = True
            self._say(moment=moment)

    def save(self) -> None:
        """Keep it; what is missing is asked for by `hint`."""
        if not self.state.saving:
            self._set(replace(self.state, saving=True, hint=""))
            tasks.run(self._save(), self)

    def later(self) -> None:
        """Leave it for another time; what was said stays in the form."""
        self.postponed.emit()

    async def _offer(self) -> None:
        last = await self._check_ins.last_choice(self._person, self._lead)
        await self._read_today()
        state = self.state
        if not self._audience_chosen:
            state = replace(state, audience=last)
        if not self._moment_chosen:
            moment = offered_moment(self._check_ins.now().hour, state.today)
            state = replace(state, moment=moment)
        self._set(state)

    async def _read_today(self) -> None:
        today = await self._check_ins.of_today(self._person)
        self._set(replace(self.state, today=today))

    async def _save(self) -> None:
        said = self.state
        try:
            given = await self._check_ins.check_in(
                self._person,
                self._lead,
                moment=said.moment,
                audience=said.audience,
                mood=said.mood,
                energy=said.energy,
                load=said.load,
                words=said.words,
            )
        except Incomplete as missing:
            self._set(replace(self.state, saving=False, hint=missing.field))
            return
        except BaseException:
            self._set(replace(self.state, saving=False))
            raise
        self._set(CheckInState(today=given))
        self.saved.emit(given)

    def _say(self, **values: object) -> None:
        self._set(replace(self.state, hint="", **values))  # type: ignore[arg-type] # own fields

    def _heard(self, changed: Changed) -> None:
        if changed.kind is Kind.CHECK_IN:
            self.load()

    def _set(self, state: CheckInState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
