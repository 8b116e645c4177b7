"""How often one source address may ask for what: figures of docs/video-protocol.md, memory bounded."""

import math
from collections import OrderedDict
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from typing import Final

from aiohttp import web

from desktop.services.clock import Clock
from desktop.services.video.gateway.config import Network

MOST: Final = 10_000
"""Addresses remembered; beyond, the one that asked longest ago is forgotten."""


@dataclass(slots=True)
class Bucket:
    """What is left to one of them, and when that was reckoned."""

    left: float
    at: float


class Rate:
    """So many a second on the long run, and a burst."""

    def __init__(self, clock: Clock, *, a_second: float, burst: int) -> None:
        self._clock = clock
        self._a_second = a_second
        self._burst = float(burst)
        self._known: OrderedDict[str, Bucket] = OrderedDict()

    def wait(self, who: str) -> int:
        """Take one; whole seconds to wait where nothing is left."""
        now = self._clock.monotonic()
        bucket = self._known.pop(who, None) or Bucket(self._burst, now)
        bucket.left = min(self._burst, bucket.left + (now - bucket.at) * self._a_second)
        bucket.at = now
        self._known[who] = bucket
        if len(self._known) > MOST:
            self._known.popitem(last=False)
        if bucket.left < 1:
            return max(1, math.ceil((1 - bucket.left) / self._a_second))
        bucket.left -= 1
        return 0


class Guesses:
    """Wrong tokens: five a minute, then nothing is listened to for a minute."""

    MOST_A_MINUTE: Final = 5
    SECONDS: Final = 60.0

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._wrong: OrderedDict[str, list[float]] = OrderedDict()
        """When, for the last minute; the last is the latest."""

    def wrong(self, who: str) -> None:
        """One more."""
        now = self._clock.monotonic()
        recent = [at for at in self._wrong.pop(who, []) if now - at < self.SECONDS]
        self._wrong[who] = [*recent, now][-self.MOST_A_MINUTE :]
        if len(self._wrong) > MOST:
            self._wrong.popitem(last=False)

    def wait(self, who: str) -> int:
        """Whole seconds until it is listened to again; 0: it is."""
        seen = self._wrong.get(who, [])
        if len(seen) < self.MOST_A_MINUTE:
            return 0
        left = seen[-1] + self.SECONDS - self._clock.monotonic()
        if left <= 0:
            del self._wrong[who]
        return max(0, math.ceil(left))


class Limits:
    """All of them for one gateway."""

    def __init__(self, clock: Clock) -> None:
        self.pages = Rate(clock, a_second=20, burst=60)
        # Each page loads some twenty files, and a whole company may come from one address.
        self.files = Rate(clock, a_second=500, burst=1500)
        self.joins = Rate(clock, a_second=1, burst=30)
        self.guesses = Guesses(clock)


def source(request: web.Request, trusted: tuple[Network, ...]) -> str:
    """The address that counts: the peer's, or what a trusted proxy says last of it.

    Of IPv6 the network of 64 bits: whoever has one address there has all of them.
    """
    peer = request.remote or ""
    told = ",".join(request.headers.getall("X-Forwarded-For", [])).rpartition(",")[2].strip()
    if told and _within(peer, trusted):
        peer = told if _plain(told) else peer
    return _plain(peer) or peer


def _within(peer: str, trusted: tuple[Network, ...]) -> bool:
    try:
        address = ip_address(peer)
    except ValueError:
        return False
    return any(address in network for network in trusted)


def _plain(text: str) -> str:
    try:
        address = ip_address(text.strip("[]"))
    except ValueError:
        return ""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(IPv6Address(int(address) >> 64 << 64)) + "/64"
    return str(address)
