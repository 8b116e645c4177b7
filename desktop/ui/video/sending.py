"""How the link gets to the customer: sent, shown, sent again, made anew."""

from dataclasses import replace
from typing import Final

from desktop.domain import emails, phones
from desktop.domain.errors import Invalid, NotSent, Unsent
from desktop.domain.video.clocks import Hint
from desktop.domain.video.happenings import Delivery
from desktop.services.video.live import Live
from desktop.ui.video.calling import Calling
from desktop.ui.video.state import Doing, Problem, VideoState

WAYS: Final = (Delivery.SMS, Delivery.EMAIL, Delivery.QR, Delivery.COPY, Delivery.HERE)
"""How a link can be given, in the order of their digits."""


class Sending(Calling):
    """The verbs of the form; without a call under way they do nothing."""

    def why_not(self, delivery: Delivery) -> Unsent | None:
        """Tell why a way of giving the link is closed here; None: it is open."""
        return self._video.can_send(delivery)

    def send(self, delivery: Delivery, to: str = "") -> None:
        """Send the link to what was typed, or note that it was shown here."""
        call = self.state.call
        if call is None or self.state.sending is not None:
            return
        self._set(replace(self.state, sending=delivery, problem=None))
        self._do(
            self._send(call, delivery, to.strip()),
            Problem(doing=Doing.SEND, delivery=delivery),
            _sent,
        )

    def choose_again(self) -> None:
        """Show the ways to give the link again."""
        if self.state.call is not None:
            self._set(replace(self.state, choosing=True, problem=None))

    def keep_waiting(self) -> None:
        """Show them no longer: what was sent is waited for."""
        self._set(replace(self.state, choosing=False, problem=None))

    def renew(self) -> None:
        """Make another link; the one before opens nothing any more."""
        if (call := self.state.call) is not None:
            self._set(replace(self.state, problem=None))
            self._do(self._renew(call), Problem(doing=Doing.RENEW), same)

    async def _send(self, call: Live, delivery: Delivery, to: str) -> None:
        try:
            address = _address(delivery, to)
        except Invalid as error:
            raise NotSent(Unsent.BAD_ADDRESS) from error
        await self._video.send(str(call.asked.id), delivery, address)
        if self._is_under_way(call):
            self._set(replace(self.state, sent_to=to, choosing=False, hint=Hint.NONE))

    async def _renew(self, call: Live) -> None:
        fresh = await self._video.renew(str(call.asked.id))
        if self._is_under_way(call):
            self._set(replace(self.state, call=fresh, choosing=True))

    def _is_under_way(self, call: Live) -> bool:
        now = self.state.call
        return now is not None and now.asked.id == call.asked.id


def _address(delivery: Delivery, to: str) -> str:
    """Return an address as it is sent to. Raises Invalid."""
    match delivery:
        case Delivery.SMS:
            return phones.normalise(to)
        case Delivery.EMAIL:
            return emails.normalise(to)
        case _:
            return ""


def _sent(state: VideoState) -> VideoState:
    return replace(state, sending=None)


def same(state: VideoState) -> VideoState:
    """The state as it is: nothing is to be put back after a verb."""
    return state
