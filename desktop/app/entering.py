"""From a person whom the server knows, or who works offline, to their open store."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from desktop.app.known_servers import KnownServers
from desktop.domain.accounts import Account
from desktop.domain.errors import (
    AlreadyThere,
    NoPlaceForKey,
    NotEncrypted,
    Refused,
    SignInNeeded,
    StoreUnavailable,
    Trouble,
    WrongSecret,
    WrongSignIn,
)
from desktop.domain.ids import PersonId
from desktop.domain.people import Person, Role
from desktop.services.people import People
from desktop.services.store import identity, meta, people, syncing
from desktop.services.store.converting import WIPING
from desktop.services.store.local import LocalStore
from desktop.services.sync.signing_in import Secret, SignedIn, make_door
from desktop.services.transport import SyncTransport
from desktop.services.vault import LocalAccount, Newcomer, OpensWith, Vault
from desktop.services.vault.envelopes import BadRecoveryKey
from desktop.ui.shell.connect_state import Given, Hindered, Hindrance, KeyLost

T = TypeVar("T")

_LOST = frozenset({Trouble.KEY_MISSING, Trouble.KEY_WRONG})


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Entered:
    """Somebody who is in: their store, open, and the way to the server."""

    store: LocalStore
    local: LocalAccount
    account: Account
    person: Person
    secret: str
    """What opened the store."""
    led: bool = False
    """Whether the server says that somebody leads this person."""
    door: Callable[[], SyncTransport]


class NoTokens:
    """Offline nobody was recognised: the server will ask once it answers."""

    def current(self) -> str:
        """Nobody is signed in."""
        raise SignInNeeded(WrongSignIn.EXPIRED_TOKEN)

    def renew(self, refused: str) -> str:  # noqa: ARG002 - there is nothing to compare it with
        """Nobody is signed in."""
        raise SignInNeeded(WrongSignIn.EXPIRED_TOKEN)


class Entrance:
    """Opens stores; what keeps one closed arrives as Hindered or KeyLost."""

    def __init__(self, vault: Vault, servers: KnownServers, plain: Path | None = None) -> None:
        self._vault = vault
        self._servers = servers
        self._plain = plain
        """A plain store to take over, at the first sign-in of its person here."""

    async def enter(self, given: Given, signed: SignedIn, secret: str) -> Entered:
        """Open the person's store, or make it. Raises Hindered, KeyLost."""
        local = await self._vault.account(given.server, signed.person.sign_in)
        pem = self._servers.about(given.server).recovery_pem
        if local is None or self._to_take_over():
            store = await opened(self._made(self._making(given, signed, secret)))
            local = await self._vault.account(given.server, signed.person.sign_in)
        else:
            store = await opened(self._open(local, secret, pem, signed.person.id))
        if local is None:
            await store.close()
            raise Hindered(Hindrance.STORE)
        # With the line down this machine has to know by itself who works here.
        await People(store).keep(signed.person)
        await self._remember(given, local, secret)
        return Entered(
            store=store,
            local=local,
            account=signed.account,
            person=signed.person,
            secret=secret,
            led=signed.lead_id is not None,
            door=signed.door,
        )

    def _to_take_over(self) -> bool:
        """Whether a plain store was named and is there still, or was cut while it was wiped."""
        plain = self._plain
        return plain is not None and (
            plain.exists() or plain.with_name(plain.name + WIPING).exists()
        )

    async def _made(self, making: Awaitable[LocalStore]) -> LocalStore:
        """What the vault made. Raises Hindered where it was not to be of the plain file."""
        try:
            return await making
        except WrongSecret:
            raise
        except (Refused, StoreUnavailable) as error:
            told = isinstance(error, Refused) or error.path == str(self._plain)
            if self._to_take_over() and told:
                raise Hindered(Hindrance.NOT_ADOPTED) from None
            raise

    def _making(self, given: Given, signed: SignedIn, secret: str) -> Awaitable[LocalStore]:
        """A store of their own: a new one, or what they wrote in a plain one until now."""
        how = OpensWith.PASSPHRASE if given.passphrase else OpensWith.PASSWORD
        pem = self._servers.about(given.server).recovery_pem
        name, person_id = signed.person.sign_in, signed.person.id
        if self._plain is None:
            return self._vault.create(given.server, name, secret, person_id, pem, how)
        if not self._to_take_over():
            raise Hindered(Hindrance.NOT_ADOPTED)
        newcomer = Newcomer(given.server, name, secret, how, pem)
        return self._vault.adopt(self._plain, newcomer, person_id)

    async def secret_of(self, given: Given, signed: SignedIn, secret: str) -> str:
        """What opens the data of who came in, who may be another than the one who was chosen.

        Otherwise the remembered phrase of one would open the data of the other. Raises Hindered.
        """
        name = signed.person.sign_in
        if given.passphrase or name == given.sign_in.strip().lower():
            return secret
        local = await self._vault.account(given.server, name)
        kept = None if local is None else await self._vault.remembered(local)
        if kept is None:
            raise Hindered(Hindrance.PASSPHRASE_MISSING)
        return kept

    async def _remember(self, given: Given, local: LocalAccount, secret: str) -> None:
        with suppress(OSError):
            await asyncio.to_thread(self._servers.keep)
        phrase = local.opens_with is OpensWith.PASSPHRASE
        if given.remember:
            with suppress(NoPlaceForKey, WrongSecret):
                await self._vault.remember(local, secret)
        elif given.passphrase if phrase else given.password:
            # Typed, and not to be kept: what was kept before goes as well.
            await self._vault.forget(local)

    async def offline(self, given: Given, local: LocalAccount, typed: str) -> Entered:
        """Open this machine's copy alone. Raises Hindered, KeyLost."""
        account = self._servers.account(given.server, local.sign_in)
        secret: Secret = NoTokens() if account.in_browser else (given.password or typed)
        store = await opened(self._vault.open(local, typed))
        try:
            person = await whose(store, local)
        except BaseException:
            await store.close()
            raise
        return Entered(
            store=store,
            local=local,
            account=account,
            person=person,
            secret=typed,
            door=lambda: make_door(account, secret),
        )

    async def read_at(self, local: LocalAccount, typed: str) -> datetime:
        """When this machine's copy last agreed with the server. Raises Hindered, KeyLost."""
        try:
            store = await self._vault.open(local, typed)
        except WrongSecret:
            raise Hindered(Hindrance.WRONG_OFFLINE) from None
        except StoreUnavailable as error:
            raise _closed(error) from None
        try:
            millis = await store.read(meta.number, syncing.LAST_SUCCESS)
        finally:
            await store.close()
        if not millis:
            # Nothing was ever read here: there is nothing to work with.
            raise Hindered(Hindrance.NO_ANSWER)
        return datetime.fromtimestamp(millis / 1000, UTC)

    async def _open(
        self, local: LocalAccount, secret: str, pem: bytes | None, person_id: PersonId
    ) -> LocalStore:
        try:
            return await self._vault.open(local, secret, pem, person_id)
        except WrongSecret:
            if local.opens_with is OpensWith.PASSPHRASE:
                # It is of this machine alone: mistyped, it must not take the place of the right one.
                raise
            # The password was changed elsewhere: the one that was remembered still opens it.
            await self._vault.rewrap(local, None, secret)
            return await self._vault.open(local, secret, pem, person_id)
        except AlreadyThere:
            # The name was given to somebody else: what the one before left is set aside by wish.
            raise KeyLost from None


async def opened(asked: Awaitable[T], wrong: Hindrance | None = None) -> T:
    """What the vault answers. Raises KeyLost, or Hindered(wrong) where one is given for it."""
    try:
        return await asked
    except WrongSecret:
        raise (KeyLost() if wrong is None else Hindered(wrong)) from None
    except StoreUnavailable as error:
        raise _closed(error) from None
    except NoPlaceForKey:
        raise Hindered(Hindrance.NO_KEEPING) from None
    except BadRecoveryKey:
        raise Hindered(Hindrance.BAD_FILE) from None
    except (AlreadyThere, NotEncrypted, Refused, OSError):
        raise Hindered(Hindrance.STORE) from None


def _closed(error: StoreUnavailable) -> Exception:
    return KeyLost() if error.trouble in _LOST else Hindered(Hindrance.STORE)


async def whose(store: LocalStore, local: LocalAccount) -> Person:
    """The person whose store it is, as the server last told of them."""
    owner = await store.read(identity.known, local.store)
    known = await store.read(people.one, owner.person_id)
    return known or Person(
        id=owner.person_id, name=local.sign_in, role=Role.ADVISOR, sign_in=local.sign_in
    )


def written(local: LocalAccount) -> float:
    """When somebody last worked in a store, for the order of a list."""
    with suppress(OSError):
        return local.store.stat().st_mtime
    return 0.0
