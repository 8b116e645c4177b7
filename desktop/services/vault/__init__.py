"""The stores of signed-in people on this machine: each encrypted, under a key of its own.

The key is wrapped by what the person types, and the wrapped key is kept in the keyring: neither
another person at this desk, nor who carries the disk away, reads anything (decision 009).
"""

import asyncio
from collections.abc import Callable
from pathlib import Path

from desktop.domain.errors import WrongSecret
from desktop.domain.ids import PersonId
from desktop.services.clock import Clock
from desktop.services.store import ballast, identity, leaving
from desktop.services.store.local import LocalStore
from desktop.services.vault import accounts, adopting, envelopes, folders, wrapping
from desktop.services.vault.accounts import KeyIn, LocalAccount, OpensWith
from desktop.services.vault.folders import Newcomer, Shelf
from desktop.services.vault.keys import Keys
from desktop.services.vault.ring import Ring, system_ring

__all__ = ["KeyIn", "LocalAccount", "Newcomer", "OpensWith", "Vault"]


class Vault:
    """Makes, opens, re-keys and removes the stores under one folder."""

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        keyring: Callable[[], Ring | None] = system_ring,
        cost: int = wrapping.COST,
        room: int = ballast.SIZE,
    ) -> None:
        self._clock = clock
        self._keys = Keys(clock, keyring, cost)
        self._shelf = Shelf(folder, self._keys, clock)
        self._room = room

    async def accounts(self) -> tuple[LocalAccount, ...]:
        """Who has a store on this machine."""
        return await asyncio.to_thread(accounts.listed, self._shelf.root)

    async def account(self, server: str, sign_in: str) -> LocalAccount | None:
        """The account of a server and person, however the address is written."""
        folder = self._shelf.root / accounts.digest(server, sign_in)
        return await asyncio.to_thread(accounts.read_card, folder)

    async def has_keyring(self) -> bool:
        """Whether a key can be kept here without a passphrase; may wait for the person."""
        return await asyncio.to_thread(self._keys.has_ring)

    async def create(
        self,
        server: str,
        sign_in: str,
        secret: str,
        person_id: PersonId,
        recovery_pem: bytes | None = None,
        opens_with: OpensWith = OpensWith.PASSWORD,
    ) -> LocalStore:
        """Make the store of somebody whom the server knows; `secret` opens it from now on.

        Raises AlreadyThere, NoPlaceForKey, BadRecoveryKey, StoreUnavailable.
        """
        newcomer = Newcomer(server, sign_in, secret, opens_with, recovery_pem)
        account, key = await asyncio.to_thread(folders.begin, self._shelf, newcomer)
        store = await LocalStore.open(account.store, self._clock, key, ballast=self._room)
        try:
            await store.write(identity.bind, account.server, person_id)
            await asyncio.to_thread(accounts.write_card, account)
        except BaseException:
            await store.close()
            raise
        return store

    async def adopt(self, plain: Path, newcomer: Newcomer, person_id: PersonId) -> LocalStore:
        """Take a plain profile over into somebody's encrypted store, then wipe it.

        Cut at any point it leaves one good store, and can be asked for again. Raises as `create`
        does; NotEncrypted for the demonstration; Refused where several people wrote in it.
        """
        account = await asyncio.to_thread(adopting.adopt, self._shelf, plain, newcomer, person_id)
        return await self.open(account, newcomer.secret, person_id=person_id)

    async def open(
        self,
        account: LocalAccount,
        secret: str | None,
        recovery_pem: bytes | None = None,
        person_id: PersonId | None = None,
    ) -> LocalStore:
        """Open somebody's store with what they typed, or with what was remembered (None).

        A recovery key other than before gets an envelope of its own.
        `person_id`: whom the server knows by that name now; AlreadyThere where it was another.
        Raises WrongSecret, StoreUnavailable; nothing is ever made in the place of a lost file.
        """
        key = await asyncio.to_thread(self._key, account, secret)
        store = await LocalStore.open(account.store, self._clock, key, ballast=self._room)
        try:
            await store.read(identity.known, account.store, person_id)
            await asyncio.to_thread(folders.seal, self._shelf, account, key, recovery_pem)
        except BaseException:
            await store.close()
            raise
        return store

    async def rewrap(self, account: LocalAccount, old: str | None, new: str) -> None:
        """Have a new secret open the store; `old` None: the remembered one.

        Raises WrongSecret, and all is as it was: recover or set_aside are left.
        """
        key = await asyncio.to_thread(self._key, account, old)
        await asyncio.to_thread(folders.rekey, self._shelf, account, key, new)

    async def recover(self, account: LocalAccount, code: str, new: str) -> LocalAccount:
        """Have a new secret open the store, by the administrator's recovery code.

        Answers how it opens now: with a passphrase, where the keyring is gone too.
        Raises BadRecoveryKey (miscopied), StoreUnavailable(KEY_WRONG) (another store's code).
        """
        key = envelopes.spelled_back(code)
        await asyncio.to_thread(folders.check_there, account)
        await (await LocalStore.open(account.store, self._clock, key)).close()
        return await asyncio.to_thread(folders.rekey_anew, self._shelf, account, key, new)

    async def remember(self, account: LocalAccount, secret: str) -> None:
        """Keep the secret in the keyring: whoever uses this session then opens the store.

        Raises WrongSecret where it does not open it, NoPlaceForKey without a keyring.
        """
        await asyncio.to_thread(self._key, account, secret)
        await asyncio.to_thread(self._keys.remember, account, secret)

    async def remembered(self, account: LocalAccount) -> str | None:
        """The secret that was remembered, to sign in at the server with."""
        return await asyncio.to_thread(self._keys.remembered, account)

    async def forget(self, account: LocalAccount) -> None:
        """Have the secret typed from now on."""
        await asyncio.to_thread(self._keys.forget, account)

    async def remove(self, account: LocalAccount, store: LocalStore) -> None:
        """Close somebody's open store and remove all of it from this machine.

        Raises StillWaiting, and the store stays open, while a draft is unfinished or a fact is
        neither on the server nor in an export.
        """
        if store.path != account.store:
            raise ValueError("the store of another account")
        await store.close(leaving.refuse_while_waiting)
        await asyncio.to_thread(folders.remove, self._shelf, account)

    async def set_aside(self, account: LocalAccount) -> Path | None:
        """Put a store away that nobody here can open, with its key and envelope; its new folder.

        Only by explicit wish: what waits in it comes back by the old secret or a recovery code.
        """
        return await asyncio.to_thread(folders.put_aside, self._shelf, account)

    def _key(self, account: LocalAccount, secret: str | None) -> bytes:
        folders.check_there(account)
        typed = self._keys.remembered(account) if secret is None else secret
        if typed is None:
            raise WrongSecret
        return self._keys.get(account, typed)
