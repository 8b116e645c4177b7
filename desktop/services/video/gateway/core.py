"""What the routes of a gateway share."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final, Protocol, Self
from weakref import WeakSet

from aiohttp import web

from desktop.domain.instants import to_millis
from desktop.services.clock import Clock
from desktop.services.video.gateway.admission import Admission
from desktop.services.video.gateway.calls import Call, Calls, Ticket
from desktop.services.video.gateway.config import GatewayConfig
from desktop.services.video.gateway.journal import Journal
from desktop.services.video.gateway.keeping import Keeping
from desktop.services.video.gateway.limits import Limits, source
from desktop.services.video.gateway.line import Line
from desktop.services.video.gateway.providers import Provider
from desktop.services.video.gateway.rooms import Rooms


class Claimed(Protocol):
    """A customer's press, while the call that answers it is being made."""

    @property
    def at(self) -> datetime:
        """When they pressed: the call's clocks run from there."""

    def begun(self, call: Call) -> None:
        """The call is there."""

    def failed(self) -> None:
        """It could not be made."""


@dataclass(slots=True, kw_only=True)
class Hooks:
    """What other rooms of the gateway have to say while a call is made."""

    claim: Callable[[str, str], Claimed] | None = None
    """Of a key's name and a press. Raises VideoFailed `unknown` or `taken`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """One gateway."""

    config: GatewayConfig
    clock: Clock
    provider: Provider
    calls: Calls
    admission: Admission
    rooms: Rooms
    keeping: Keeping
    limits: Limits
    tickets: dict[str, Ticket] = field(default_factory=dict)
    """By the digest of each."""
    hooks: Hooks = field(default_factory=Hooks)
    lines: "WeakSet[Line]" = field(default_factory=WeakSet)
    """All that are open: they hear when the gateway stops."""

    @classmethod
    def of(cls, config: GatewayConfig, provider: Provider, clock: Clock) -> Self:
        """A gateway without its calls of yesterday. Raises OSError where its folder cannot be used."""
        calls = Calls(Journal(config.data), clock)
        admission = Admission(calls, clock)
        rooms = Rooms(calls, admission, provider, clock)
        return cls(
            config=config,
            clock=clock,
            provider=provider,
            calls=calls,
            admission=admission,
            rooms=rooms,
            keeping=Keeping(calls, admission, rooms, clock),
            limits=Limits(clock),
        )

    @property
    def retention(self) -> timedelta:
        """How long an ended call waits to be kept."""
        return timedelta(milliseconds=self.config.retention_ms)

    def now(self) -> int:
        """Milliseconds since 1970, UTC."""
        return to_millis(self.clock.now())

    def source(self, request: web.Request) -> str:
        """The address that a request counts for."""
        return source(request, self.config.trusted_proxies)

    def expires_at(self, call: Call) -> int:
        """When a call's invitation runs out, in milliseconds since 1970."""
        return self.now() + round((call.expires - self.clock.monotonic()) * 1000)

    async def line(self, request: web.Request) -> Line:
        """A line for a request that asks for one; it hears when the gateway stops."""
        line = await Line.opened(request, self.clock)
        self.lines.add(line)
        return line


CORE: Final = web.AppKey("core", Core)


def error(code: str, status: int, **more: Any) -> web.Response:
    """An answer that says no, and why, in one word."""
    headers = {"Retry-After": str(more["retry"])} if "retry" in more else None
    return web.json_response({"error": code}, status=status, headers=headers)
