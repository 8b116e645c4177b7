"""Call backs that customers left at a button: sealed on disk until they are in somebody's store."""

import asyncio
import json
import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desktop.services.clock import Clock
from desktop.services.files import sync_folder, written
from desktop.services.video.gateway.links import Link, Links
from desktop.services.video.gateway.presses import Spot

log = logging.getLogger(__name__)

MOST: Final = 200
"""Call backs that wait at one place; beyond, the page says that it cannot note one."""
AGAIN: Final = 60.0
"""Seconds after which one that was not kept is offered to the next person."""
RETENTION: Final = timedelta(days=7)
SUFFIX: Final = ".sealed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What a customer left. Instants in milliseconds since 1970."""

    press: str
    key: str
    team: str
    place: str
    title: str
    phone: str
    name: str
    when: str
    at: int


@dataclass(slots=True, kw_only=True, eq=False)
class Waiting:
    """One that nobody has kept yet."""

    left: Left
    offered: Link | None = None
    offered_at: float = 0.0
    tried: set[str] = field(default_factory=set)


class Drawer:
    """The sealed files, in a folder of the gateway's own with their key beside it.

    The key guards copies of single files and what a backup picks up; whoever reads the whole
    folder as the gateway's account reads them, until they are kept and gone.
    """

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder = folder / "callbacks"
        self._clock = clock
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._sealing = AESGCM(self._key(folder / "callbacks.key"))

    def put(self, left: Left) -> None:
        """Write one, whole or not at all. Raises OSError."""
        nonce = self._clock.random_bytes(12)
        clear = json.dumps(asdict(left)).encode()
        with written(self._path(left.press)) as file:
            file.write(nonce + self._sealing.encrypt(nonce, clear, left.press.encode()))

    def remove(self, press: str) -> None:
        """Delete one; one that is not there is no error."""
        self._path(press).unlink(missing_ok=True)
        sync_folder(self._folder)

    def everything(self) -> list[Left]:
        """All that can be opened, the oldest first; how many cannot is logged, and no more."""
        found: list[Left] = []
        damaged = 0
        for path in sorted(self._folder.glob(f"*{SUFFIX}")):
            try:
                found.append(self._open(path))
            except (OSError, ValueError, TypeError, InvalidTag):
                damaged += 1
        if damaged:
            log.warning("%d call backs cannot be opened, and are left where they are", damaged)
        return sorted(found, key=lambda one: one.at)

    def _open(self, path: Path) -> Left:
        sealed = path.read_bytes()
        press = path.name.removesuffix(SUFFIX)
        return Left(**json.loads(self._sealing.decrypt(sealed[:12], sealed[12:], press.encode())))

    def _path(self, press: str) -> Path:
        return self._folder / f"{press}{SUFFIX}"

    def _key(self, path: Path) -> bytes:
        if not path.exists():
            with written(path) as file:
                file.write(self._clock.random_bytes(32))
        return path.read_bytes()


class Callbacks:
    """Offers each call back to one person of its team at a time, the lead first."""

    def __init__(
        self,
        links: Links,
        clock: Clock,
        folder: Path,
        retention: timedelta = RETENTION,
        spots: Mapping[str, Spot] = MappingProxyType({}),
    ) -> None:
        self._links = links
        self._clock = clock
        self._retention = retention
        self._drawer = Drawer(folder, clock)
        self._writing = asyncio.Lock()
        found = (_moved(one, spots.get(one.place)) for one in self._drawer.everything())
        self._waiting = {one.press: Waiting(left=one) for one in found}
        links.listen(lambda _key, _team: self.offer())
        links.listen_coming(self._came)

    def full(self, place: str) -> bool:
        """Whether a place has all that it can hold."""
        return sum(one.left.place == place for one in self._waiting.values()) >= MOST

    async def note(self, left: Left) -> None:
        """Keep one, then offer it; the same again is noted once. Raises OSError."""
        async with self._writing:
            if any(_same(one.left, left) for one in self._waiting.values()):
                return
            await asyncio.to_thread(self._drawer.put, left)
            self._waiting[left.press] = Waiting(left=left)
        self.offer()

    async def kept(self, link: Link, press: str) -> None:
        """It is in somebody's store: no copy stays here. Another team's word counts for nothing."""
        waiting = self._waiting.get(press)
        if waiting is None or (link.key, link.team) != (waiting.left.key, waiting.left.team):
            return
        del self._waiting[press]
        async with self._writing:
            await asyncio.to_thread(self._drawer.remove, press)

    def offer(self) -> None:
        """Offer what nobody is keeping just now."""
        now = self._clock.monotonic()
        for one in self._waiting.values():
            if one.offered is not None and self._links.up(one.offered):
                if now - one.offered_at < AGAIN:
                    continue
                one.tried.add(one.offered.person)
            one.offered = self._next(one)
            if one.offered is not None:
                one.offered_at = now
                one.offered.tell({"type": "callback", **_told(one.left)})

    def tick(self) -> None:
        """Offer again what is due; delete what waited for longer than may be."""
        oldest = (self._clock.now() - self._retention).timestamp() * 1000
        for press in [n for n, one in self._waiting.items() if one.left.at < oldest]:
            del self._waiting[press]
            self._drawer.remove(press)
            log.warning("a call back waited for longer than it may, and was deleted")
        self.offer()

    def count(self) -> int:
        """How many wait."""
        return len(self._waiting)

    def _came(self, link: Link) -> None:
        """Somebody who came again has not been asked on this line."""
        for one in self._waiting.values():
            one.tried.discard(link.person)

    def _next(self, one: Waiting) -> Link | None:
        here = sorted(
            self._links.of_team(one.left.key, one.left.team), key=lambda link: link.role != "lead"
        )
        fresh = [link for link in here if link.person not in one.tried]
        if not fresh:
            one.tried.clear()
        return next(iter(fresh or here), None)


def _moved(left: Left, spot: Spot | None) -> Left:
    """What waited while its place was given to another team, or its key another name."""
    return left if spot is None else replace(left, key=spot.key, team=spot.team)


def _told(left: Left) -> Mapping[str, Any]:
    return {name: what for name, what in asdict(left).items() if name not in {"key", "team"}}


def _same(one: Left, other: Left) -> bool:
    def said(left: Left) -> tuple[str, ...]:
        digits = "".join(letter for letter in left.phone if letter.isdigit())
        return (left.key, left.place, digits, left.name, left.when)

    return said(one) == said(other)
