"""The line of a button's page: one customer, who presses, waits, gives up, or leaves a number."""

import logging
from collections.abc import Mapping
from typing import Final

from desktop.domain.instants import to_millis
from desktop.services.clock import Clock
from desktop.services.video.gateway.callbacks import Callbacks, Left
from desktop.services.video.gateway.line import Line, Message, text
from desktop.services.video.gateway.presses import Knocks, Press, Presses, Spot, State

log = logging.getLogger(__name__)

LONGEST: Final = {"number": 40, "phone": 40, "name": 80}
WHEN: Final = 120
FIGURES: Final = 3
"""The fewest of a phone number: short service numbers count; what has none is a slip."""


class Noting:
    """What the pages of all buttons share when somebody leaves a number."""

    def __init__(self, callbacks: Callbacks, clock: Clock) -> None:
        self._callbacks = callbacks
        self._clock = clock
        self._knocks = Knocks(clock)

    async def note(self, spot: Spot, press: str, address: str, said: Message) -> Message:
        """Keep it; what the page is told."""
        phone = text(said.get("phone"), LONGEST["phone"])
        if sum(one.isdigit() for one in phone) < FIGURES:
            return {"type": "not_noted", "why": "phone"}
        if self._callbacks.full(spot.place):
            return {"type": "not_noted", "why": "full"}
        if self._knocks.wait(address):
            return {"type": "not_noted", "why": "slow_down"}
        left = Left(
            press=press or self._clock.new_id(),
            key=spot.key,
            team=spot.team,
            place=spot.place,
            title=spot.title,
            phone=phone,
            name=text(said.get("name"), LONGEST["name"]),
            when=text(said.get("when"), WHEN),
            at=to_millis(self._clock.now()),
        )
        try:
            await self._callbacks.note(left)
        except OSError as error:
            log.error("a call back cannot be written: %s", type(error).__name__)  # noqa: TRY400 - a trace could name the file's content
            return {"type": "not_noted", "why": "full"}
        return {"type": "noted"}


class Button:
    """One page of a place."""

    def __init__(
        self, spot: Spot, address: str, line: Line, presses: Presses, noting: Noting
    ) -> None:
        self._spot = spot
        self._address = address
        self._line = line
        self._presses = presses
        self._noting = noting
        self._press: Press | None = None
        self._unseen = ""
        """Id of the press that ended with nobody, which a call back may answer."""

    async def hear(self, message: Message) -> None:
        """One message of the page."""
        match message["type"]:
            case "hello":
                self._line.tell({"type": "hello"})
            case "press":
                self._pressed(message)
            case "cancel":
                if self._press is not None and self._press.call_off is not None:
                    self._press.call_off()
                self.gone()
            case "callback":
                self.gone()
                said = await self._noting.note(self._spot, self._unseen, self._address, message)
                if said["type"] == "noted":
                    self._unseen = ""
                self._line.tell(said)

    def gone(self) -> None:
        """The page is closed, or its customer gave up."""
        if self._press is not None:
            self._unseen = self._press.id
            self._presses.cancel(self._press)
            self._press = None

    def _pressed(self, message: Message) -> None:
        if self._press is not None and self._press.state is not State.OVER:
            return
        made = self._presses.press(
            self._spot, caller(message.get("who")), self._address, self._line.tell
        )
        if isinstance(made, int):
            self._line.tell({"type": "slow_down", "seconds": made})
        else:
            self._press = made


def caller(who: object) -> Mapping[str, str]:
    """What the customer said of themselves, cut to size; what is empty is left out."""
    said = who if isinstance(who, dict) else {}
    found = {name: text(said.get(name), most) for name, most in LONGEST.items()}
    return {name: what for name, what in found.items() if what}
