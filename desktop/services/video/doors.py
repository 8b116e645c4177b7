"""Which gateways there are, whether they can be used, and which of them is."""

import asyncio
import logging
import ssl
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from desktop.domain.errors import VideoFailed
from desktop.domain.video.readiness import Readiness, Unready, Where
from desktop.services.clock import Clock
from desktop.services.video.api import PROTOCOL, GatewayApi
from desktop.services.video.inside import Inside
from desktop.services.video.plan import Plan

if TYPE_CHECKING:
    from desktop.services.video.link import Link

log = logging.getLogger(__name__)

_UNREADY: Final = {
    "key": Unready.KEY_REFUSED,
    "provider": Unready.MEDIA_SERVER_DOWN,
    "slow_down": Unready.NO_ANSWER,
    "in_use": Unready.PORT_TAKEN,
    "folder": Unready.NO_ANSWER,
}
_CERTIFICATE: Final = frozenset(
    (Unready.CERTIFICATE_EXPIRED, Unready.CERTIFICATE_NAME, Unready.CERTIFICATE_UNTRUSTED)
)


@dataclass(slots=True, kw_only=True, eq=False)
class Door:
    """A gateway that can be asked."""

    where: Where
    gateway: str
    """As `Asked.gateway` has it: empty for the one inside."""
    api: GatewayApi
    link: "Link | None" = None
    public: str = ""
    provider: str = ""
    third: bool = False
    offset_ms: int = 0
    """This machine's clock less the gateway's."""


class Doors:
    """Looks at them; the first that can be used is `current`. All of it in the video thread."""

    def __init__(self, plan: Plan, clock: Clock, opened: Callable[[Door], None]) -> None:
        self._plan = plan
        self._clock = clock
        self._opened = opened
        self._inside = Inside(plan, clock)
        self._trusted: ssl.SSLContext | None = None
        self._key = ""
        self._looking = asyncio.Lock()
        self._doors: dict[str, Door] = {}
        self.current: Door | None = None

    def of(self, gateway: str) -> Door | None:
        """The gateway that a call was asked of; None: it is not to be had now."""
        return self._doors.get(gateway)

    def all(self) -> tuple[Door, ...]:
        """Those that were looked at."""
        return tuple(self._doors.values())

    async def look(self) -> Readiness:
        """What can be used now."""
        async with self._looking:
            inside, company = await asyncio.gather(self._look_inside(), self._look_outside())
        found = inside if inside is not None and inside.ok else company
        if found is None or (not found.ok and company is None):
            found = inside or found or Readiness(why=Unready.NOT_CONFIGURED)
        elif found is company and inside is not None and found.warning is None:
            found = replace(found, warning=inside.why)
        gateway = self._plan.settings.gateway if found.where is Where.COMPANY else ""
        self.current = self._doors.get(gateway) if found.ok else None
        return found

    async def close(self) -> None:
        """End all lines, and the gateway inside."""
        for door in self._doors.values():
            if door.link is not None:
                await door.link.close()
            await door.api.close()
        await self._inside.stop()

    async def _look_inside(self) -> Readiness | None:
        if not self._inside.wanted:
            return None
        try:
            url, key = await self._inside.start()
        except VideoFailed as error:
            return Readiness(where=self._inside.where, why=unready(error.code))
        found = await self._look_at(self._inside.where, "", url, key)
        if found.why in _CERTIFICATE:
            # It reads its certificate when it starts: the next look may find another one.
            await self._inside.stop()
        return found

    async def _look_outside(self) -> Readiness | None:
        gateway = self._plan.settings.gateway
        if not gateway:
            return None
        # A keyring may ask its person: not each minute, once it has answered.
        secret = self._plan.secret
        self._key = self._key or await asyncio.to_thread(secret, f"video-gateway:{gateway}")
        if not self._key:
            return Readiness(where=Where.COMPANY, why=Unready.KEY_REFUSED)
        found = await self._look_at(Where.COMPANY, gateway, gateway, self._key)
        if found.why is Unready.KEY_REFUSED:
            self._key = ""
        return found

    async def _look_at(self, where: Where, gateway: str, url: str, key: str) -> Readiness:
        door = self._doors.get(gateway)
        if door is None:
            door = Door(where=where, gateway=gateway, api=GatewayApi(await self._trust(url)))
            self._doors[gateway] = door
        door.api.use(url, key)
        try:
            readiness = await self._health(door)
        except VideoFailed as error:
            return Readiness(where=where, why=unready(error.code), public=door.public)
        if readiness.ok and door.link is None:
            self._opened(door)
        return readiness

    async def _health(self, door: Door) -> Readiness:
        before = self._clock.now()
        told = await door.api.ask("GET", "/api/health")
        if told.get("protocol") != PROTOCOL:
            known = isinstance(told.get("protocol"), int)
            raise VideoFailed(Unready.TOO_OLD if known else Unready.NOT_A_GATEWAY)
        try:
            door.public = str(told["public"]).rstrip("/")
            door.provider, door.third = str(told["provider"]), bool(told["third"])
            door.offset_ms = offset(before, self._clock, told["now"])
        except (KeyError, TypeError, ValueError):
            raise VideoFailed(Unready.NOT_A_GATEWAY) from None
        said = unready(str(told.get("why", ""))) if told.get("why") else None
        return Readiness(
            where=door.where,
            why=None if told.get("ok") else said or Unready.NO_ANSWER,
            warning=said if told.get("ok") else None,
            public=door.public,
            provider=door.provider,
            third=door.third,
        )

    async def _trust(self, url: str) -> ssl.SSLContext | None:
        if self._trusted is None and url.startswith("https:"):
            self._trusted = await asyncio.to_thread(_trusting, self._plan.authority)
        return self._trusted


def unready(code: str) -> Unready:
    """A code of the protocol, or of an answer that failed, as what keeps calls from beginning."""
    try:
        return _UNREADY.get(code) or Unready(code)
    except ValueError:
        return Unready.NOT_A_GATEWAY


def offset(before: datetime, clock: Clock, there: Any) -> int:
    """This machine's clock less the gateway's, in milliseconds: half of the way is each way's."""
    middle = before + (clock.now() - before) / 2
    return round(middle.timestamp() * 1000 - float(there))


def _trusting(authority: str | None) -> ssl.SSLContext:
    if authority is not None:
        return ssl.create_default_context(cafile=authority)
    from desktop.services.gateways.http import system_trust

    return system_trust()
