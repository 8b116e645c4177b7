"""What joins customers' buttons to the people who answer: places, presses, links, call backs."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from typing import Final

from aiohttp import web

from desktop.services.clock import Clock
from desktop.services.video.gateway.button import Button, Noting
from desktop.services.video.gateway.callbacks import Callbacks
from desktop.services.video.gateway.config import GatewayConfig, Place
from desktop.services.video.gateway.headers import own_origins
from desktop.services.video.gateway.line import GOING, Line
from desktop.services.video.gateway.links import Links, tell_people
from desktop.services.video.gateway.presses import Presses, Spot

TICK: Final = 0.2
"""Seconds between two looks at what ran out."""
PAGES: Final = 20
"""Pages of buttons that one source address may have open at a time."""
ALL_PAGES: Final = 2000
"""Likewise from everywhere: each holds a line."""


class Sos:
    """The buttons of one gateway."""

    def __init__(
        self,
        config: GatewayConfig,
        clock: Clock,
        links: Links,
        address: Callable[[web.Request], str],
    ) -> None:
        self._config = config
        self._clock = clock
        self._address = address
        self._origins = own_origins(config)
        self._pages: Counter[str] = Counter()
        self._lines: set[Line] = set()
        self._due: asyncio.TimerHandle | None = None
        self.links = links
        self.presses = Presses(links, clock)
        self.callbacks = Callbacks(links, clock, config.data)
        self._noting = Noting(self.callbacks, clock)
        links.listen(lambda key, team: tell_people(links, key, team))

    def routes(self) -> list[web.RouteDef]:
        """The line of the buttons' pages."""
        return [web.get("/ws/sos/{place}", self._button)]

    async def running(self, _application: web.Application) -> AsyncIterator[None]:
        """While the application runs, what is due is done; its lines hear that it stops."""
        self._tick(0)
        yield
        if self._due is not None:
            self._due.cancel()

    def _tick(self, count: int) -> None:
        self._due = asyncio.get_running_loop().call_later(TICK, self._tick, count + 1)
        self.presses.tick()
        if count % 10 == 0:
            self.callbacks.tick()

    async def stopping(self, _application: web.Application) -> None:
        """Every line is closed with a word: its page comes back by itself."""
        for line in list(self._lines):
            line.close(GOING)

    @contextmanager
    def open(self, line: Line) -> Iterator[None]:
        """A line that is closed when the gateway stops."""
        self._lines.add(line)
        try:
            yield
        finally:
            self._lines.discard(line)

    async def _button(self, request: web.Request) -> web.WebSocketResponse:
        place = next(
            (one for one in self._config.places if one.id == request.match_info["place"]), None
        )
        if place is None:
            raise web.HTTPNotFound
        if request.headers.get("Origin", "").lower() not in self._origins:
            raise web.HTTPForbidden
        address = self._address(request)
        if self._pages[address] >= PAGES or self._pages.total() >= ALL_PAGES:
            raise web.HTTPTooManyRequests(headers={"Retry-After": "5"})
        self._pages[address] += 1
        try:
            return await self._talk(request, place, address)
        finally:
            self._pages[address] -= 1
            self._pages += Counter()  # forgets those at nought

    async def _talk(
        self, request: web.Request, place: Place, address: str
    ) -> web.WebSocketResponse:
        line = await Line.opened(request, self._clock)
        button = Button(self.spot(place), address, line, self.presses, self._noting)
        with self.open(line):
            line.tell(
                {"type": "place", "title": place.title, "company": self._config.company, "lang": ""}
            )
            try:
                await line.run(button.hear)
            finally:
                button.gone()
        return line.response

    def spot(self, place: Place) -> Spot:
        """A place, and the key whose people it rings."""
        key = place.key or next((one.name for one in self._config.keys), "")
        return Spot(key=key, team=place.team, place=place.id, title=place.title)
