"""Coming, going and ending: what follows when a page is there, when it is not, and when time runs out."""

import contextlib
import logging
from typing import Final

from desktop.domain.errors import VideoFailed
from desktop.domain.video.happenings import EndReason, What
from desktop.services.clock import Clock
from desktop.services.video.gateway.admission import Admission
from desktop.services.video.gateway.calls import Call, Calls
from desktop.services.video.gateway.providers import Learnt, Provider, Role
from desktop.services.video.gateway.seats import Heard, Seat

PATIENCE: Final = 45.0
"""Seconds without a page, or without pictures, after which a call ends."""
UPLOAD: Final = 60.0
"""Seconds that a photo has to arrive in."""
TAKEN: Final = 4002
ENDED: Final = 4003
_log = logging.getLogger(__name__)

_HERE: Final = {
    Role.CUSTOMER: What.CUSTOMER_HERE,
    Role.ADVISOR: What.ADVISOR_HERE,
    Role.THIRD: What.THIRD_HERE,
}
_AWAY: Final = {
    Role.CUSTOMER: What.CUSTOMER_AWAY,
    Role.ADVISOR: What.ADVISOR_AWAY,
    Role.THIRD: What.THIRD_AWAY,
}


class Rooms:
    """The comings and goings of all calls."""

    def __init__(
        self, calls: Calls, admission: Admission, provider: Provider, clock: Clock
    ) -> None:
        self._calls = calls
        self._admission = admission
        self._provider = provider
        self._clock = clock

    def arrive(self, call: Call, seat: Seat, line: Heard, *, fresh: bool) -> None:
        """A page is there; an older one of the same person goes. `fresh`: it came by a token."""
        former, seat.line = seat.line, line
        seat.away_since = None
        if former is not None:
            former.close(TAKEN)
        if call.ended is not None:
            return
        was, seat.here = seat.here, True
        if fresh and seat.role is Role.CUSTOMER:
            self._calls.tell(call, What.OPENED, lang=call.lang)
            self._await_advisor(call)
        elif not was:
            self._told(call, seat, _HERE[seat.role])
        if seat.role is Role.THIRD and not was:
            call.tell({"type": "third", "here": True, "name": seat.name}, Role.CUSTOMER)

    def leave(self, call: Call, seat: Seat, line: Heard) -> None:
        """A page's line is gone; nothing follows where a newer took its place."""
        if seat.line is not line:
            return
        seat.line = None
        if seat.unlisten is not None:
            seat.unlisten()
            seat.unlisten = None
        if call.ended is not None or not seat.here:
            return
        seat.here = False
        seat.away_since = self._clock.monotonic()
        self._told(call, seat, _AWAY[seat.role])
        if seat.role is Role.CUSTOMER:
            call.tell({"type": "peer", "here": False, "fresh": False}, Role.ADVISOR)
        elif seat.role is Role.THIRD:
            call.tell({"type": "third", "here": False, "name": seat.name}, Role.CUSTOMER)

    def _told(self, call: Call, seat: Seat, what: What) -> None:
        if seat.role is Role.THIRD:
            self._calls.tell(call, what, person=seat.person)
        else:
            self._calls.tell(call, what)

    def _await_advisor(self, call: Call) -> None:
        """A customer is there: an advisor whose page never came is missed from now on."""
        advisor = call.seat(Role.ADVISOR)
        if advisor.line is None and advisor.away_since is None:
            advisor.away_since = self._clock.monotonic()

    def lost(self, call: Call) -> None:
        """No picture goes through: a page says so, or the provider."""
        face = call.progress.face_at is not None
        if call.ended is None and face and call.lost_since is None:
            call.lost_since = self._clock.monotonic()
            self._calls.tell(call, What.LOST)

    def back(self, call: Call) -> None:
        """Pictures go through again."""
        if call.ended is None and call.lost_since is not None:
            call.lost_since = None
            self._calls.tell(call, What.BACK)

    def learnt(self, call_id: str, _role: Role, what: Learnt) -> None:
        """What a provider saw by itself."""
        call = self._calls.get(call_id)
        if call is None or call.ended is not None:
            return
        with contextlib.suppress(OSError):
            match what:
                case Learnt.LOST:
                    self.lost(call)
                case Learnt.BACK:
                    self.back(call)
                case Learnt.SERVER:
                    if call.progress.via.value != "server":
                        self._calls.tell(call, What.VIA, via="server")

    async def end(self, call: Call, reason: EndReason) -> None:
        """The call is over; the customer's page stays for its question. Twice is no error."""
        if call.ended is not None:
            return
        self._calls.tell(call, What.ENDED, reason=reason.value)
        call.ended = self._clock.monotonic()
        call.lost_since = None
        if call.photo is not None and not call.photo.id:
            call.photo = None  # asked for, and nobody will say yes any more
        call.tell({"type": "ended", "reason": reason.value}, *Role)
        for seat in call.of(Role.ADVISOR, Role.THIRD):
            if seat.line is not None:
                seat.line.close(ENDED)
        _log.info("call ended: %s", reason.value)
        try:
            await self._provider.close(call.id)
        except (VideoFailed, OSError):
            _log.warning("the provider did not close a call")

    def no_photo(self, call: Call, why: str = "failed") -> None:
        """A photo that was asked for does not come: `refused`, or it `failed` on its way."""
        call.photo = None
        if call.ended is None:
            self._calls.tell(call, What.PHOTO_REFUSED, why=why)
        call.tell({"type": "refused_photo"}, Role.ADVISOR, Role.THIRD)


def overdue(call: Call, now: float) -> EndReason | None:
    """Why a call ends by itself at this moment; None: it does not."""
    if call.progress.opened_at is None and now >= call.expires:
        return EndReason.NO_SHOW
    if _long(call.seat(Role.ADVISOR).away_since, now):
        return EndReason.ADVISOR_GONE
    if _long(call.seat(Role.CUSTOMER).away_since, now) or _long(call.lost_since, now):
        return EndReason.NETWORK
    return None


def _long(since: float | None, now: float) -> bool:
    return since is not None and now - since >= PATIENCE
