"""What a way for pictures (peer to peer, a media server) gives the gateway."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from desktop.domain.video.readiness import Unready

if TYPE_CHECKING:
    from aiohttp import web

Media = dict[str, Any]
"""The `media` object of docs/video-protocol.md: what one page needs to send and receive pictures."""


class Role(StrEnum):
    """Who a page belongs to."""

    CUSTOMER = "customer"
    ADVISOR = "advisor"
    THIRD = "third"


class Learnt(StrEnum):
    """What a provider sees by itself, without a page's word."""

    SERVER = "server"
    """This role's pictures go through a media server, and arrive there."""
    LOST = "lost"
    BACK = "back"


Tell = Callable[[str, Role, Learnt], None]
"""Called on the gateway's loop with a call's id."""


class Provider(Protocol):
    """A way for pictures. All of it runs on the gateway's loop; none of it knows names or words."""

    @property
    def name(self) -> str:
        """As `media.provider` says it; the page loads `/static/media_<name>.js`."""

    @property
    def third(self) -> bool:
        """Whether a third person can take part."""

    async def start(self) -> None:
        """Before the first call."""

    async def stop(self) -> None:
        """After the last one; whatever is open is closed. Twice is no error."""

    async def check(self) -> Unready | None:
        """Try what calls need, within some seconds; RELAY_DOWN is a warning, anything else a no."""

    async def open(self, call: str) -> None:
        """Make room for a call. Raises VideoFailed("provider") where nothing can be had."""

    async def credentials(self, call: str, role: Role, now: int) -> Media:
        """For one page, made at this moment (`now`: ms since 1970); the page's former ones may stop.

        Raises VideoFailed("provider") where the media server does not answer.
        """

    async def close(self, call: str) -> None:
        """The call ended: nobody sends or receives from here on. Twice is no error."""

    def routes(self) -> "Sequence[web.AbstractRouteDef]":
        """What the provider answers itself, beside the gateway's own paths."""
