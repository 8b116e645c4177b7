"""Where keys are kept: the keyring, or a file beside the store; always wrapped. It may block."""

from collections.abc import Callable
from contextlib import suppress

from desktop.domain.errors import NoPlaceForKey, StoreUnavailable, Trouble
from desktop.services.clock import Clock
from desktop.services.vault import wrapping
from desktop.services.vault.accounts import KeyIn, LocalAccount, OpensWith
from desktop.services.vault.files import write_whole
from desktop.services.vault.ring import SERVICE, Ring, works

SHORTEST = 12
"""Characters of a passphrase whose wrapped key lies in a file that can be carried away."""


class Keys:
    """Puts keys away under a secret, and gives them back for it."""

    def __init__(self, clock: Clock, ring: Callable[[], Ring | None], cost: int) -> None:
        self._clock = clock
        self._ring = ring
        self._cost = cost

    def has_ring(self) -> bool:
        """Whether this machine keeps secrets; asks the keyring, which may ask the person."""
        return works(self._ring(), self._clock.new_id())

    def place(self, opens_with: OpensWith, secret: str) -> KeyIn:
        """Where a new key may be kept. Raises NoPlaceForKey."""
        if self.has_ring():
            return KeyIn.KEYRING
        if opens_with is OpensWith.PASSWORD or len(secret) < SHORTEST:
            raise NoPlaceForKey(SHORTEST)
        return KeyIn.FILE

    def put(self, account: LocalAccount, key: bytes, secret: str) -> None:
        """Keep a key under a secret, in the place of the one before.

        Raises NoPlaceForKey where it did not stay; the one before is then still there.
        """
        if account.key_in is KeyIn.FILE and len(secret) < SHORTEST:
            raise NoPlaceForKey(SHORTEST)
        wrapped = wrapping.wrap(key, secret, account.digest, self._clock, self._cost)
        if account.key_in is KeyIn.FILE:
            write_whole(account.key_file, wrapped)
            return
        # Under another name first: a keyring that fails or cuts must not cost the one before.
        stays = self._stays(_trial(account), wrapped)
        self._delete(_trial(account))
        if not stays or not self._stays(_key(account), wrapped):
            raise NoPlaceForKey(SHORTEST)

    def get(self, account: LocalAccount, secret: str) -> bytes:
        """The key. Raises WrongSecret, or StoreUnavailable(KEY_MISSING)."""
        wrapped = self._text(account)
        if wrapped is None:
            raise StoreUnavailable(Trouble.KEY_MISSING, str(account.store), account.key_in)
        try:
            return wrapping.unwrap(wrapped, secret, account.digest)
        except ValueError:
            raise StoreUnavailable(
                Trouble.KEY_MISSING, str(account.store), account.key_in
            ) from None

    def to_file(self, account: LocalAccount) -> None:
        """Lay the wrapped key beside the store, so that it goes where the folder goes."""
        wrapped = self._text(account)
        if wrapped is not None:
            write_whole(account.key_file, wrapped)

    def drop(self, account: LocalAccount) -> None:
        """Take everything of an account out of the keyring."""
        for name in (_key(account), _secret(account)):
            self._delete(name)

    def remember(self, account: LocalAccount, secret: str) -> None:
        """Keep what the person types, so that they need not. Raises NoPlaceForKey."""
        if not self._stays(_secret(account), secret):
            raise NoPlaceForKey(SHORTEST)

    def remembered(self, account: LocalAccount) -> str | None:
        """What was remembered; None: nothing, or the keyring does not answer."""
        return self._get(_secret(account))

    def forget(self, account: LocalAccount) -> None:
        """Have the person type again."""
        self._delete(_secret(account))

    def _text(self, account: LocalAccount) -> str | None:
        if account.key_in is KeyIn.KEYRING:
            return self._get(_key(account))
        try:
            return account.key_file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    def _stays(self, name: str, text: str) -> bool:
        ring = self._ring()
        try:
            if ring is not None:
                ring.set_password(SERVICE, name, text)
        except Exception:
            return False
        return self._get(name) == text

    def _delete(self, name: str) -> None:
        ring = self._ring()
        with suppress(Exception):
            if ring is not None:
                ring.delete_password(SERVICE, name)

    def _get(self, name: str) -> str | None:
        ring = self._ring()
        try:
            return None if ring is None else ring.get_password(SERVICE, name)
        except Exception:
            return None


def _key(account: LocalAccount) -> str:
    return f"{account.digest}:key"


def _secret(account: LocalAccount) -> str:
    return f"{account.digest}:secret"


def _trial(account: LocalAccount) -> str:
    return f"{account.digest}:trial"
