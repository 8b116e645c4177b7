"""The application's line: who works there, what they take, watch, and keep."""

import logging

from desktop.services.video.gateway.callbacks import Callbacks
from desktop.services.video.gateway.fields import flag, text, whole
from desktop.services.video.gateway.line import Line, Message
from desktop.services.video.gateway.links import Link, Links
from desktop.services.video.gateway.presses import Presses
from desktop.services.video.gateway.thirds import Thirds
from desktop.services.video.gateway.watches import Watches

log = logging.getLogger(__name__)

PROTOCOL = 1
ID, NAME = 64, 120
NOT_OURS = 4001
"""Close code of a line that speaks another protocol, or does not say who it is."""
LARGEST_NUMBER = 10**9


class Desk:
    """What the links of one gateway share: all that an application can do on its line."""

    def __init__(
        self,
        links: Links,
        presses: Presses,
        callbacks: Callbacks,
        watches: Watches,
        thirds: Thirds,
    ) -> None:
        self.links = links
        self.presses = presses
        self.callbacks = callbacks
        self.watches = watches
        self.thirds = thirds


class Linked:
    """One application on the line."""

    def __init__(self, key: str, line: Line, desk: Desk, welcome: Message) -> None:
        self._key = key
        self._line = line
        self._desk = desk
        self._welcome = welcome
        self._link: Link | None = None

    async def hear(self, message: Message) -> None:
        """One message of the application. Raises Invalid for a field that is none."""
        if self._link is None:
            self._hello(message)
            return
        match message["type"]:
            case "hello":
                self._line.tell({"type": "hello"})
            case "available":
                self._desk.links.set_available(self._link, flag(message, "on"))
            case "take":
                self._desk.presses.take(self._link, text(message, "press", ID))
            case "callback_kept":
                await self._kept(self._link, text(message, "press", ID))
            case "watch":
                since = whole(message, "since", 0, LARGEST_NUMBER)
                self._desk.watches.watch(self._link, text(message, "call", ID), since)
            case "decline":
                self._desk.thirds.decline(self._link, text(message, "call", ID))

    def gone(self) -> None:
        """The line is closed."""
        if self._link is not None:
            self._desk.links.leave(self._link)
            self._desk.watches.leave(self._link)

    def _hello(self, message: Message) -> None:
        person = message.get("person")
        if message["type"] != "hello" or not isinstance(person, dict):
            self._line.close(NOT_OURS, "hello")
            return
        if message.get("protocol") != PROTOCOL:
            self._line.close(NOT_OURS, "protocol")
            return
        link = Link(
            key=self._key,
            person=text(person, "id", ID),
            name=text(person, "name", NAME),
            team=text(person, "team", ID, ""),
            role=text(person, "role", ID, ""),
            available=flag(message, "available"),
            tell=self._line.tell,
            close=self._line.close,
        )
        if not link.person:
            self._line.close(NOT_OURS, "person")
            return
        self._link = link
        self._line.tell(self._welcome)
        self._desk.links.join(link)

    async def _kept(self, link: Link, press: str) -> None:
        try:
            await self._desk.callbacks.kept(link, press)
        except OSError as error:
            log.error("a call back could not be deleted: %s", type(error).__name__)  # noqa: TRY400 - a trace names the file
