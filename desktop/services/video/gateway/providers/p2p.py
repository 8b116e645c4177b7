"""Pictures go from page to page, through a TURN relay where no direct way exists."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.domain.video.readiness import Unready
from desktop.services.clock import Clock
from desktop.services.video.gateway.providers import Media, Role
from desktop.services.video.gateway.providers.lately import Lately
from desktop.services.video.gateway.providers.relays import Relays

if TYPE_CHECKING:
    from aiohttp import web


class PeerToPeer:
    """For two people; nothing of a call is kept here."""

    name = "p2p"
    third = False

    def __init__(self, relays: Relays, clock: Clock) -> None:
        self._relays = relays
        self._clock = clock
        self._found = Lately(self._looked, clock)

    async def start(self) -> None:
        """Nothing to do: the pages meet each other."""

    async def stop(self) -> None:
        """Nothing is open."""

    async def check(self) -> Unready | None:
        """RELAY_DOWN where one of the TURN servers does not relay: direct ways still work."""
        return await self._found()

    async def _looked(self) -> Unready | None:
        return Unready.RELAY_DOWN if await self._relays.down(self._clock) else None

    async def open(self, call: str) -> None:
        """Nothing to do."""

    async def credentials(self, call: str, role: Role, now: int) -> Media:  # noqa: ARG002 - both roles get the same
        """`{provider, ice, policy?}`; the relay's user and password are good for ten minutes."""
        return self._relays.media(self.name, call, now)

    async def close(self, call: str) -> None:
        """Nothing to do: the relay's credentials run out by themselves."""

    def routes(self) -> "Sequence[web.AbstractRouteDef]":
        """None."""
        return ()
