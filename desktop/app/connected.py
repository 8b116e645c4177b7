"""A connected session: store, engine, live search and online reading, started in order, stopped in reverse."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

from desktop.app.entering import Entered
from desktop.app.services import Services, Shared
from desktop.domain.accounts import Account
from desktop.domain.errors import StillWaiting, StoreUnavailable
from desktop.services.changes import Changes
from desktop.services.search import LiveSearch
from desktop.services.sync.engine import SyncEngine
from desktop.services.sync.https_door import Tokens
from desktop.services.sync.link import Link
from desktop.services.transport import SyncTransport
from desktop.services.vault import OpensWith, Vault


class Removal:
    """Whether the person asked for their data to go from this machine, and whether they went."""

    def __init__(self) -> None:
        self.asked = False
        self.refused = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What a session needs of the application."""

    language: str
    vault: Vault
    browse: Callable[[Account], Awaitable[Tokens]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """All that speaks to the server."""

    reading: Link
    live: LiveSearch
    engine: SyncEngine

    async def ask(self, function: str, params: dict[str, Any]) -> dict[str, Any]:
        """Call a function for what is read online alone."""
        try:
            return await self.reading.call(function, params)
        finally:
            await self.reading.close()

    async def go_on(self, door: Callable[[], SyncTransport]) -> None:
        """Go on through new doors: the person signed in again."""
        await self.reading.change(door())
        await self.live.change(door())
        await self.engine.resume(door())


@asynccontextmanager
async def connected(entered: Entered, means: Means, removal: Removal) -> AsyncIterator[Services]:
    """The services over an open store; it is closed, or removed if that was asked, at the end."""
    vault = means.vault
    store, changes = entered.store, Changes()
    async with AsyncExitStack() as stack:
        stack.push_async_callback(_part, entered, vault, removal)
        reading = Link(entered.door(), store.clock)
        stack.push_async_callback(reading.end)
        live = LiveSearch(store, changes, entered.door())
        stack.push_async_callback(live.close)
        engine = SyncEngine(store, changes, entered.door())
        ways = Ways(reading=reading, live=live, engine=engine)
        shared = Shared(
            engine=engine,
            beyond=live,
            picture=live.picture,
            ask=ways.ask,
            browse=means.browse,
            rewrap=lambda new: _rewrap(vault, entered, new),
            go_on=ways.go_on,
            entered=entered,
            removal=removal,
        )
        services = await Services.over(store, means.language, shared, changes)
        await stack.enter_async_context(engine)
        yield services


async def _rewrap(vault: Vault, entered: Entered, new: str) -> None:
    """Have a new password open the store, where the old one did."""
    if entered.local.opens_with is OpensWith.PASSWORD and new != entered.secret:
        await vault.rewrap(entered.local, entered.secret, new)


async def _part(entered: Entered, vault: Vault, removal: Removal) -> None:
    if removal.asked:
        try:
            await vault.remove(entered.local, entered.store)
        except (StillWaiting, StoreUnavailable, OSError):
            removal.refused = True
    with suppress(StoreUnavailable):
        await entered.store.close()
