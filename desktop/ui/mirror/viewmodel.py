"""The mirror's weeks, filters and lag, and what was read for them."""

from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal

from desktop.domain.contacts import Channel
from desktop.domain.errors import OutsideFailed, Unreachable
from desktop.domain.people import Person
from desktop.ui.kit import tasks
from desktop.ui.mirror.ports import MirrorsPort
from desktop.ui.mirror.state import BACK, MOST, MOST_LAG, WEEK, MirrorState, Trouble, monday_of


class MirrorViewModel(QObject):
    """`visit` when the page is shown."""

    changed = Signal()
    slid = Signal()
    """The team's half was slid: nothing else changed."""

    def __init__(
        self,
        mirrors: MirrorsPort,
        person: Person,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._mirrors = mirrors
        self.person = person
        self._latest = tasks.Latest(self)
        closed = self._closed()
        self.state = MirrorState(closed=closed, last=closed)

    def now(self) -> datetime:
        """Now, in the zone in which weeks are cut."""
        return self._mirrors.now()

    def visit(self) -> None:
        """Read again, up to the last week that is over."""
        closed, state = self._closed(), self.state
        if closed != state.closed:
            last = closed if state.last == state.closed else state.last
            self.state = replace(state, closed=closed, last=last)
        self._read()

    def read_again(self) -> None:
        """Try once more."""
        self._read()

    def choose_span(self, weeks: int) -> None:
        """Show that many weeks, up to the last one shown, or so many from the oldest one that there is."""
        last = max(self.state.last, self.state.closed - (BACK - weeks) * WEEK)
        self._choose(replace(self.state, last=last, span=weeks, by_hand=False))

    def choose_by_hand(self) -> None:
        """Let the first and last weeks be chosen one by one, from those shown."""
        self._set(replace(self.state, by_hand=True))

    def choose_weeks(self, first: date, last: date) -> None:
        """Show the weeks from `first` to `last`, Mondays; the earlier one comes first."""
        first, last = min(first, last), min(max(first, last), self.state.closed)
        span = min((last - first) // WEEK + 1, MOST)
        self._choose(replace(self.state, last=last, span=span, by_hand=True))

    def go_back(self) -> None:
        """Show as many weeks before."""
        if self.state.may_go_back:
            oldest = self.state.closed - (BACK - self.state.span) * WEEK
            last = max(self.state.last - self.state.span * WEEK, oldest)
            self._choose(replace(self.state, last=last))

    def go_on(self) -> None:
        """Show as many weeks after, at most up to the last one that is over."""
        if self.state.may_go_on:
            last = min(self.state.last + self.state.span * WEEK, self.state.closed)
            self._choose(replace(self.state, last=last))

    def choose_reason(self, reason: str) -> None:
        """Have the customers' half tell one reason's contacts only; "" for all."""
        self._choose(replace(self.state, reason=reason))

    def choose_channel(self, channel: Channel | None) -> None:
        """Have the customers' half tell one channel's contacts only; None for all."""
        self._choose(replace(self.state, channel=channel))

    def slide(self, lag: int) -> None:
        """Slide the team's half by that many weeks to the right, to the left below 0."""
        lag = min(max(lag, -MOST_LAG), MOST_LAG)
        if lag == self.state.lag:
            return
        self.state = replace(self.state, lag=lag)
        if self._short():
            # The weeks beside those shown come into view.
            self._read()
        self.slid.emit()

    def _short(self) -> bool:
        """Whether the weeks that the slid half shows were not read."""
        first, last = self._asked()
        mirror = self.state.mirror
        return mirror is None or first < mirror.first or last > mirror.last

    def _asked(self) -> tuple[date, date]:
        """The weeks to read: those shown, and once slid those that may come into view."""
        state = self.state
        if not state.lag:
            return state.first, state.last
        return state.first - MOST_LAG * WEEK, min(state.last + MOST_LAG * WEEK, state.closed)

    def _closed(self) -> date:
        return monday_of(self.now().date()) - WEEK

    def _choose(self, state: MirrorState) -> None:
        """Ask another question; nothing is shown meanwhile that would answer the one before."""
        before = self.state
        if state == before:
            return
        mirror = state.mirror
        if mirror is not None and (state.reason, state.channel) != (before.reason, before.channel):
            mirror = replace(mirror, customers=())
        if mirror is not None and (state.first, state.last) != (before.first, before.last):
            mirror = replace(mirror, gap=None)
            state = replace(state, pairs=None)
        self.state = replace(state, mirror=mirror)
        self._read()

    def _read(self) -> None:
        self._set(replace(self.state, loading=True))
        self._latest.run(self._load())

    async def _load(self) -> None:
        """Read, or say on the page why not; what is no trouble of the world goes on to who hears of bugs."""
        try:
            await self._ask()
        except Unreachable:
            self._set(replace(self.state, loading=False, trouble=Trouble.OFFLINE))
        except OutsideFailed:
            self._set(replace(self.state, loading=False, trouble=Trouble.FAILED))
        except Exception:
            self._set(replace(self.state, loading=False, trouble=Trouble.FAILED))
            raise

    async def _ask(self) -> None:
        state, (first, last), asked_at = self.state, self._asked(), self.now()
        pairs = await self._mirrors.own_pairs(self.person, state.first, state.last)
        pairs = tuple(sorted(pairs, key=lambda pair: pair.at))
        self._set(replace(self.state, pairs=pairs))
        mirror = await self._mirrors.of(
            self.person, first=first, last=last, reason=state.reason, channel=state.channel
        )
        # An answer from before the question is one that was kept: the server gave none.
        kept = mirror.read_at is not None and mirror.read_at < asked_at
        trouble = Trouble.OFFLINE if kept else None
        self._set(replace(self.state, mirror=mirror, loading=False, trouble=trouble))

    def _set(self, state: MirrorState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
