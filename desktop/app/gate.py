"""The gate of a connected start: the server says who somebody is, the vault opens their data."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from pathlib import Path

from desktop.app.entering import Entered, Entrance, opened, written
from desktop.app.known_servers import KnownServers
from desktop.domain import sign_in_file
from desktop.domain.accounts import Account
from desktop.domain.errors import (
    Invalid,
    NoPlaceForKey,
    OutsideFailed,
    SignInNeeded,
    StoreUnavailable,
    VisAVisError,
    WrongSecret,
    WrongSignIn,
)
from desktop.services.clock import Clock
from desktop.services.sync import signing_in
from desktop.services.sync.https_door import GivenToken, Tokens
from desktop.services.sync.signing_in import Secret, SignedIn
from desktop.services.vault import LocalAccount, OpensWith, Vault
from desktop.services.vault.envelopes import BadRecoveryKey
from desktop.ui.shell.connect_state import Account as Listed
from desktop.ui.shell.connect_state import Given, Hindered, Hindrance, MustChange

Browse = Callable[[Account], Awaitable[Tokens]]
"""Signs somebody in through the system's browser. Raises SignInNeeded, Invalid."""

_NO_LINE = frozenset({WrongSignIn.NO_ANSWER, WrongSignIn.UNKNOWN_SERVER})


class ServerGate:
    """See `connect_state.Gate`; every failure of the world arrives as a Hindered of its own."""

    def __init__(
        self,
        vault: Vault,
        servers: KnownServers,
        clock: Clock,
        browse: Browse,
        plain: Path | None = None,
    ) -> None:
        self._vault = vault
        self._servers = servers
        self._clock = clock
        self._browse = browse
        self._entrance = Entrance(vault, servers, plain)
        self._signed: SignedIn | None = None
        self._secret = ""
        """What is to open the store of who is signing in."""

    async def has_keyring(self) -> bool:
        """Whether this system keeps secrets."""
        return await self._vault.has_keyring()

    async def accounts(self) -> Sequence[Listed]:
        """The accounts already on this machine, the latest first."""
        found = await self._vault.accounts()
        latest = sorted(found, key=written, reverse=True)
        return [await _listed(self._vault, self._servers, one) for one in latest]

    async def read_file(self, path: Path) -> Given:
        """What the administrator's file says. Raises Hindered(BAD_FILE)."""
        try:
            file = sign_in_file.read(await asyncio.to_thread(path.read_text, encoding="utf-8"))
        except (OSError, UnicodeDecodeError, Invalid):
            raise Hindered(Hindrance.BAD_FILE) from None
        self._servers.learn(file)
        browser = self._servers.about(file.url).browser
        return Given(server=file.url, sign_in=file.name, password=file.password, browser=browser)

    async def sign_in(self, given: Given) -> Entered:
        """Who signed in. Raises Hindered, KeyLost, MustChange."""
        account = self._servers.account(given.server, given.sign_in)
        local = await self._vault.account(given.server, given.sign_in)
        kept = await self._vault.remembered(local) if local is not None else None
        phrase = bool(given.passphrase) or (
            local is not None and local.opens_with is OpensWith.PASSPHRASE
        )
        password = given.password or ("" if phrase else kept or "")
        self._secret = given.passphrase or (kept or "" if phrase else password)
        secret: Secret = GivenToken(password) if account.in_browser else password
        return await self._greet(given, account, secret)

    async def in_browser(self, given: Given) -> Entered:
        """Who signed in through the system's browser; cancelled where it is given up."""
        account = self._servers.account(given.server, given.sign_in)
        local = await self._vault.account(given.server, given.sign_in)
        kept = await self._vault.remembered(local) if local is not None else None
        self._secret = given.passphrase or kept or ""
        try:
            tokens = await self._browse(account)
        except SignInNeeded as error:
            await self._offer_offline(given, error.why)
            raise Hindered(Hindrance(error.why.value)) from None
        except (OutsideFailed, Invalid):
            raise Hindered(Hindrance.NO_BROWSER) from None
        return await self._greet(given, account, tokens)

    async def offline(self, given: Given) -> Entered:
        """Who works with this machine's copy alone. Raises Hindered, KeyLost."""
        local = await self._vault.account(given.server, given.sign_in)
        if local is None:
            raise Hindered(Hindrance.NO_ANSWER)
        return await self._entrance.offline(given, local, self._secret)

    async def change_password(self, given: Given, new: str) -> Entered:
        """Who signed in, with a new password from now on. Raises Hindered, KeyLost."""
        if self._signed is None:
            raise Hindered(Hindrance.OTHER)
        try:
            self._signed = await signing_in.change_password(self._signed, new, self._clock)
        except SignInNeeded as error:
            raise Hindered(Hindrance(error.why.value)) from None
        except OutsideFailed:
            raise Hindered(Hindrance.NO_ANSWER) from None
        except VisAVisError:
            raise Hindered(Hindrance.OTHER) from None
        old = self._secret
        if old == given.password:
            self._secret = new
            local = await self._vault.account(given.server, given.sign_in)
            if local is not None:
                # Where the old one does not open it either, what did is asked for.
                with suppress(WrongSecret, StoreUnavailable, NoPlaceForKey):
                    await self._vault.rewrap(local, old, new)
        return await self._entrance.enter(given, self._signed, self._secret)

    async def unlock(self, given: Given, old: str) -> Entered:
        """Who signed in, their data opened by what opened it before. Raises Hindered."""
        signed, local = await self._closed(given)
        rewrapped = self._vault.rewrap(local, old, self._secret)
        await opened(rewrapped, Hindrance.WRONG_PASSPHRASE)
        return await self._entrance.enter(given, signed, self._secret)

    async def recover(self, given: Given, code: str) -> Entered:
        """Who signed in, by the code that the administrator recovered. Raises Hindered."""
        signed, local = await self._closed(given)
        try:
            await self._vault.recover(local, code, self._secret)
        except (BadRecoveryKey, StoreUnavailable, WrongSecret):
            raise Hindered(Hindrance.BAD_CODE) from None
        except NoPlaceForKey:
            raise Hindered(Hindrance.NO_KEEPING) from None
        return await self._entrance.enter(given, signed, self._secret)

    async def set_aside(self, given: Given) -> Entered:
        """Who signed in anew; the unreadable copy is kept under another name. Raises Hindered."""
        signed, local = await self._closed(given)
        await opened(self._vault.set_aside(local), Hindrance.STORE)
        return await self._entrance.enter(given, signed, self._secret)

    async def _greet(self, given: Given, account: Account, secret: Secret) -> Entered:
        try:
            self._signed = await signing_in.sign_in(account, secret, self._clock)
        except SignInNeeded as error:
            await self._offer_offline(given, error.why)
            raise Hindered(Hindrance(error.why.value)) from None
        if self._signed.must_change and isinstance(secret, str):
            raise MustChange
        if not isinstance(secret, str):
            self._secret = await self._entrance.secret_of(given, self._signed, self._secret)
        return await self._entrance.enter(given, self._signed, self._secret)

    async def _offer_offline(self, given: Given, why: WrongSignIn) -> None:
        """Raise the offer to work offline where no answer came and this machine has a copy."""
        local = await self._vault.account(given.server, given.sign_in)
        if local is not None and why in _NO_LINE:
            read_at = await self._entrance.read_at(local, self._secret)
            raise Hindered(Hindrance.NO_ANSWER, read_at)

    async def _closed(self, given: Given) -> tuple[SignedIn, LocalAccount]:
        """Who is signed in, and their store that does not open."""
        if self._signed is None:
            raise Hindered(Hindrance.NO_ANSWER)
        local = await self._vault.account(given.server, self._signed.person.sign_in)
        if local is None:
            raise Hindered(Hindrance.STORE)
        return self._signed, local


async def _listed(vault: Vault, servers: KnownServers, local: LocalAccount) -> Listed:
    return Listed(
        key=local.digest,
        server=local.server,
        sign_in=local.sign_in,
        remembered=await vault.remembered(local) is not None,
        by_phrase=local.opens_with is OpensWith.PASSPHRASE,
        browser=servers.about(local.server).browser,
    )
