"""My day: read when shown, and read again when something of it changes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import Changed, Kind
from desktop.domain.day import MyDay
from desktop.domain.ids import CustomerId, PromiseId
from desktop.domain.people import Person
from desktop.services.day import PAGE, Days
from desktop.ui.kit import tasks

_OF_THE_DAY = frozenset(
    {
        Kind.CONTACT,
        Kind.PROMISE,
        Kind.ANSWER,
        Kind.THANKS,
        Kind.CHECK_IN,
        Kind.DRAFT,
        Kind.CUSTOMER,
    }
)


def _code(reason: str) -> str:
    return reason


class DayViewModel(QObject):
    """`day` is None until it was read once; `reason_label` turns a reason's code into words.

    It is today's, unless the person looks at another one.
    """

    changed = Signal()
    customer_asked = Signal(object)
    """A CustomerId to open."""
    promise_kept = Signal(object)
    """A PromiseId that the person says is kept."""
    check_ins_asked = Signal()
    """One's own check-ins, where a lead's reply stands."""
    promises_asked = Signal()
    """All promises, when there are more than the page shows."""

    def __init__(
        self, days: Days, person: Person, reason_label: Callable[[str], str] = _code
    ) -> None:
        super().__init__()
        self._days = days
        self._latest = tasks.Latest(self)
        self._chosen: date | None = None
        self._going_on: MyDay | None = None
        self.person = person
        self.reason_label = reason_label
        self.day: MyDay | None = None
        self._watched = False
        self._unlisten = days.changes.listen(self._heard)
        self.destroyed.connect(self._unlisten)

    def attend(self) -> None:
        """Somebody looks at the page: read the day, and again whenever it changes."""
        self._watched = True
        self.load()

    def leave(self) -> None:
        """Nobody looks any more: a contact being typed must not read the day at each key."""
        self._watched = False

    def load(self) -> None:
        """Read the day; the newest request wins."""
        self._latest.run(self._load())

    def go_back(self) -> None:
        """Look at the nearest day before that has contacts."""
        if self.day is not None and self.day.before is not None:
            self._look_at(self.day.before)

    def go_on(self) -> None:
        """Look at the nearest day after that has contacts, today at the latest."""
        if self.day is not None and self.day.after is not None:
            self._look_at(self.day.after)

    def come_back(self) -> None:
        """Look at today again."""
        self._look_at(None)

    def more(self) -> None:
        """Read the contacts that follow those shown; nothing once all are there."""
        day = self.day
        if day is None or day is self._going_on or len(day.contacts) >= day.tally.contacts:
            return
        self._going_on = day
        tasks.run(self._more(day), self)

    async def whole(self) -> MyDay:
        """The day that is looked at, with all its contacts."""
        return await self._days.of(self.person, self._chosen, None)

    def open_customer(self, customer_id: CustomerId | None) -> None:
        """Ask for a customer's file; nothing for a caller who is not known."""
        if customer_id is not None:
            self.customer_asked.emit(customer_id)

    def keep_promise(self, promise_id: PromiseId) -> None:
        """Say that a promise is kept."""
        self.promise_kept.emit(promise_id)

    def open_check_ins(self) -> None:
        """Ask for one's own check-ins."""
        self.check_ins_asked.emit()

    def open_promises(self) -> None:
        """Ask for all promises."""
        self.promises_asked.emit()

    async def _load(self) -> None:
        known = self.day
        again = known is not None and known.day == (self._chosen or known.now.date())
        most = max(PAGE, len(known.contacts)) if known is not None and again else PAGE
        self.day = await self._days.of(self.person, self._chosen, most)
        self.changed.emit()

    async def _more(self, day: MyDay) -> None:
        try:
            further = await self._days.more(self.person, day)
        finally:
            self._going_on = None
        if self.day is day and further:
            self.day = replace(day, contacts=(*day.contacts, *further))
            self.changed.emit()

    def _look_at(self, day: date | None) -> None:
        today = None if self.day is None else self.day.now.date()
        self._chosen = None if day == today else day
        self.load()

    def _heard(self, changed: Changed) -> None:
        if self._watched and changed.kind in _OF_THE_DAY:
            self.load()
