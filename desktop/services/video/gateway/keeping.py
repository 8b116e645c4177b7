"""How long a call stays at the gateway: until the application has all of it, or nobody fetched it."""

import logging
from datetime import timedelta

from desktop.domain.video.happenings import What
from desktop.services.clock import Clock
from desktop.services.video.gateway.admission import Admission
from desktop.services.video.gateway.calls import ANSWERING, Call, Calls, Ticket
from desktop.services.video.gateway.providers import Role
from desktop.services.video.gateway.rooms import ENDED, Rooms, overdue

_log = logging.getLogger(__name__)


class Keeping:
    """What goes, and when; and what else time brings about."""

    def __init__(self, calls: Calls, admission: Admission, rooms: Rooms, clock: Clock) -> None:
        self._calls = calls
        self._admission = admission
        self._rooms = rooms
        self._clock = clock

    def keep(self, call: Call, number: int) -> None:
        """The application's store has all up to there: what was sealed until there goes."""
        call.kept = max(call.kept, min(number, call.last))
        for one in call.log:
            if one.what is What.PHOTO and one.n <= call.kept:
                self._calls.journal.drop_photo(call.id, str(one.detail["id"]))
        self._calls.journal.add(call.id, {"kept": call.kept})
        self._purge(call)

    def answerable(self, call: Call) -> bool:
        """Whether the question at the end can still be answered."""
        since = call.ended
        return (
            since is not None and not call.answered and self._clock.monotonic() - since < ANSWERING
        )

    def _purge(self, call: Call) -> bool:
        """Forget a call of which nothing more is wanted."""
        if call.ended is None or self.answerable(call) or call.photo is not None:
            return False
        if call.kept < call.last or call.waiting is not None:
            return False
        self.forget(call)
        return True

    def forget(self, call: Call) -> None:
        """The call is gone from here; pages that are still open hear so."""
        for seat in call.of(*Role):
            if seat.line is not None:
                seat.line.close(ENDED)
        self._admission.forget(call)
        self._calls.drop(call)

    async def sweep(self, retention: timedelta, tickets: dict[str, Ticket]) -> None:
        """What time brings about; called twice a second."""
        now = self._clock.monotonic()
        for name in [name for name, one in tickets.items() if now >= one.photo.until]:
            del tickets[name]
        for call in self._calls:
            try:
                await self._look(call, now, retention)
            except OSError:
                _log.exception("a call's journal cannot be written")

    async def _look(self, call: Call, now: float, retention: timedelta) -> None:
        if call.photo is not None and call.photo.id and now >= call.photo.until:
            self._rooms.no_photo(call)
        if call.ended is None:
            reason = overdue(call, now)
            if reason is not None:
                await self._rooms.end(call, reason)
        elif not self._purge(call) and now - call.ended >= retention.total_seconds():
            self.forget(call)
