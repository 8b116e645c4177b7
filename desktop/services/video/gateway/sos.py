"""What joins customers' buttons to the people who answer: places, presses, links, call backs."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from typing import Final

from aiohttp import web

from desktop.services.video.gateway import fields
from desktop.services.video.gateway.api import asked, key_of
from desktop.services.video.gateway.button import Button, Noting
from desktop.services.video.gateway.callbacks import Callbacks
from desktop.services.video.gateway.calls import Call
from desktop.services.video.gateway.claiming import Claim
from desktop.services.video.gateway.config import Place
from desktop.services.video.gateway.core import Core
from desktop.services.video.gateway.headers import own_origins
from desktop.services.video.gateway.line import Line, Message
from desktop.services.video.gateway.linked import ID, Desk, Linked
from desktop.services.video.gateway.links import Links, tell_people
from desktop.services.video.gateway.presses import Presses, Spot
from desktop.services.video.gateway.thirds import Thirds
from desktop.services.video.gateway.watches import Watches

TICK: Final = 0.2
"""Seconds between two looks at what ran out."""
PAGES: Final = 20
"""Pages of buttons that one source address may have open at a time."""
ALL_PAGES: Final = 2000
"""Likewise from everywhere: each holds a line."""


class Sos:
    """The buttons of one gateway, and the links of those who answer them."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._origins = own_origins(core.config)
        self._pages: Counter[str] = Counter()
        self._due: asyncio.TimerHandle | None = None
        self.links = Links()
        self.presses = Presses(self.links, core.clock)
        self._spots = {one.id: self._spot(one) for one in core.config.places}
        self.callbacks = Callbacks(
            self.links, core.clock, core.config.data, core.retention, self._spots
        )
        self._noting = Noting(self.callbacks, core.clock)
        watches = Watches(core.calls)
        self.thirds = Thirds(core, self.links, watches)
        self._desk = Desk(self.links, self.presses, self.callbacks, watches, self.thirds)
        self.links.listen(lambda key, team: tell_people(self.links, key, team))
        core.hooks.claim = self.claim

    def routes(self) -> list[web.RouteDef]:
        """The lines of the buttons' pages and of the applications, and asking a colleague in."""
        return [
            web.get("/ws/sos/{place}", self._button),
            web.get("/api/link", self._application),
            web.post("/api/calls/{call}/third", asked(self._third)),
        ]

    def claim(self, key: str, press: str) -> Claim:
        """The press that a call is about to be made of. Raises VideoFailed `unknown` or `taken`."""
        return Claim(self._core, self.presses, self.presses.claim(key, press))

    async def running(self, _application: web.Application) -> AsyncIterator[None]:
        """While the application runs, what is due is done."""
        self._tick(0)
        yield
        if self._due is not None:
            self._due.cancel()

    def _tick(self, count: int) -> None:
        self._due = asyncio.get_running_loop().call_later(TICK, self._tick, count + 1)
        self.presses.tick()
        if count % 10 == 0:
            self.callbacks.tick()

    async def _third(self, _core: Core, call: Call, said: fields.Said) -> None:
        self.thirds.ask(call, fields.text(said, "person", ID))

    async def _application(self, request: web.Request) -> web.WebSocketResponse:
        key = key_of(request, self._core)
        line = await self._core.line(request)
        linked = Linked(key, line, self._desk, self._welcome())
        try:
            await line.run(linked.hear)
        finally:
            linked.gone()
        return line.response

    def _welcome(self) -> Message:
        return {"type": "welcome", "now": self._core.now(), "third": self._core.provider.third}

    async def _button(self, request: web.Request) -> web.WebSocketResponse:
        spot = self._spots.get(request.match_info["place"])
        if spot is None:
            raise web.HTTPNotFound
        if request.headers.get("Origin", "").lower() not in self._origins:
            raise web.HTTPForbidden
        address = self._core.source(request)
        if self._pages[address] >= PAGES or self._pages.total() >= ALL_PAGES:
            raise web.HTTPTooManyRequests(headers={"Retry-After": "5"})
        self._pages[address] += 1
        try:
            return (await self._talk(request, spot, address)).response
        finally:
            self._pages[address] -= 1
            self._pages += Counter()  # forgets those at nought

    async def _talk(self, request: web.Request, spot: Spot, address: str) -> Line:
        line = await self._core.line(request)
        button = Button(spot, address, line, self.presses, self._noting)
        company = self._core.config.company
        line.tell({"type": "place", "title": spot.title, "company": company, "lang": ""})
        try:
            await line.run(button.hear)
        finally:
            button.gone()
        return line

    def _spot(self, place: Place) -> Spot:
        """A place, and the key whose people it rings."""
        key = place.key or next((one.name for one in self._core.config.keys), "")
        return Spot(key=key, team=place.team, place=place.id, title=place.title)
