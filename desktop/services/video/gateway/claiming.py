"""A press on its way to a call: the customer's page gets its invitation once the call is there."""

from datetime import datetime

from desktop.domain.instants import from_millis
from desktop.domain.video.happenings import Delivery, What
from desktop.services.video.gateway.calls import INVITATION, Call
from desktop.services.video.gateway.core import Core
from desktop.services.video.gateway.presses import Press, Presses
from desktop.services.video.gateway.providers import Role
from desktop.services.video.sealing import digest


class Claim:
    """One press, from the application's word until the call is there, or is not."""

    def __init__(self, core: Core, presses: Presses, press: Press) -> None:
        self._core = core
        self._presses = presses
        self._press = press

    @property
    def at(self) -> datetime:
        """When the customer pressed: the call's clocks run from there."""
        return from_millis(self._press.at)

    def begun(self, call: Call) -> None:
        """The call is there. Raises OSError where its journal cannot be written: others are rung.

        The invitation that the application made is void: the gateway holds its digest alone, and the
        customer's page needs the token itself.
        """
        token = self._core.clock.secret()
        taken = from_millis(self._press.taken_at)
        try:
            self._core.admission.grant(call, Role.CUSTOMER, digest(token), INVITATION)
            self._core.calls.tell(call, What.OFFERED, at=taken, by=Delivery.SOS.value)
        except OSError:
            self.failed()
            raise

        def nobody_comes() -> None:
            call.expires = self._core.clock.monotonic()

        self._press.call_off = nobody_comes
        if not self._presses.begun(self._press, token, call.advisor):
            nobody_comes()

    def failed(self) -> None:
        """It could not be made: others are rung while the 15 s run."""
        self._presses.failed(self._press)
