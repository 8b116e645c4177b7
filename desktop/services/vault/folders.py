"""An account's folder on the disk: begun, set aside, removed, each so that a cut loses nothing."""

import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop.domain.errors import AlreadyThere, StoreUnavailable, Trouble, WrongSecret
from desktop.services.clock import Clock
from desktop.services.files import sync_folder
from desktop.services.store import cipher
from desktop.services.vault import accounts, envelopes
from desktop.services.vault.accounts import KeyIn, LocalAccount, OpensWith
from desktop.services.vault.files import told, write_whole
from desktop.services.vault.keys import Keys

ASIDE = "set-aside"
_GOING = ".going-"


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where folders are, and who keeps their keys."""

    root: Path
    keys: Keys
    clock: Clock


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who is to have a store on this machine."""

    server: str
    sign_in: str
    secret: str = field(repr=False)
    opens_with: OpensWith = OpensWith.PASSWORD
    recovery_pem: bytes | None = None


def begin(shelf: Shelf, newcomer: Newcomer) -> tuple[LocalAccount, bytes]:
    """A folder, a key that is put away, and its envelope; the card is written when all is made.

    What an earlier beginning left is taken up again where the secret opens it, else set aside.
    Raises AlreadyThere, NoPlaceForKey, BadRecoveryKey, StoreUnavailable.
    """
    folder = shelf.root / accounts.digest(newcomer.server, newcomer.sign_in)
    if accounts.read_card(folder) is not None:
        raise AlreadyThere
    account = LocalAccount(
        server=accounts.without_password(newcomer.server),
        sign_in=newcomer.sign_in.strip(),
        folder=folder,
        opens_with=newcomer.opens_with,
        key_in=shelf.keys.place(newcomer.opens_with, newcomer.secret),
    )
    if newcomer.recovery_pem is not None:
        envelopes.fingerprint(newcomer.recovery_pem)
    with told(folder):
        key = _left(shelf.keys, account, newcomer.secret)
        if key is None:
            if cipher.look(account.store) is not cipher.Look.EMPTY:
                put_aside(shelf, account)
            key = shelf.clock.random_bytes(cipher.KEY_BYTES)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        sync_folder(shelf.root)
        shelf.keys.put(account, key, newcomer.secret)
        seal(shelf, account, key, newcomer.recovery_pem)
    return account, key


def _left(keys: Keys, account: LocalAccount, secret: str) -> bytes | None:
    """The key of a store that was begun and never finished, if this secret opens it."""
    if cipher.look(account.store) is cipher.Look.EMPTY:
        return None
    for place in KeyIn:
        try:
            return keys.get(replace(account, key_in=place), secret)
        except (WrongSecret, StoreUnavailable):
            continue
    return None


def rekey(shelf: Shelf, account: LocalAccount, key: bytes, new: str) -> LocalAccount:
    """Have a new secret open the store. Raises NoPlaceForKey, and the old one is still right."""
    shelf.keys.put(account, key, new)
    if shelf.keys.remembered(account) is not None:
        shelf.keys.remember(account, new)
    return account


def rekey_anew(shelf: Shelf, account: LocalAccount, key: bytes, new: str) -> LocalAccount:
    """As rekey; where the keyring is gone too, a passphrase opens it, from a file.

    Answers how it opens now.
    """
    if account.key_in is KeyIn.FILE or shelf.keys.has_ring():
        return rekey(shelf, account, key, new)
    account = replace(account, key_in=KeyIn.FILE, opens_with=OpensWith.PASSPHRASE)
    shelf.keys.put(account, key, new)
    accounts.write_card(account)
    return account


def seal(shelf: Shelf, account: LocalAccount, key: bytes, recovery_pem: bytes | None) -> None:
    """Write the organisation's envelope, unless it is there for this recovery key already."""
    if recovery_pem is None:
        return
    wanted = envelopes.fingerprint(recovery_pem)
    if account.envelope.exists():
        kept = account.envelope.read_text(encoding="utf-8", errors="replace")
        if envelopes.addressee(kept) == wanted:
            return
    write_whole(account.envelope, envelopes.seal(key, recovery_pem, account.digest, shelf.clock))


def check_there(account: LocalAccount) -> None:
    """Raise StoreUnavailable where the file is gone: a new one would hide that it is."""
    with told(account.store):
        found = cipher.look(account.store)
    if found is cipher.Look.EMPTY:
        trouble = Trouble.DAMAGED if account.store.exists() else Trouble.UNREADABLE
        raise StoreUnavailable(trouble, str(account.store), "empty or gone")


def put_aside(shelf: Shelf, account: LocalAccount) -> Path | None:
    """Rename the folder, with the wrapped key in it; None where there was none."""
    if not account.folder.exists():
        return None
    shelf.keys.to_file(account)
    if accounts.read_card(account.folder) is not None:
        accounts.write_card(replace(account, key_in=KeyIn.FILE))
    aside = shelf.root / ASIDE / f"{account.digest}-{shelf.clock.new_id()}"
    with told(account.folder):
        aside.parent.mkdir(exist_ok=True, mode=0o700)
        account.folder.rename(aside)
        sync_folder(shelf.root)
    shelf.keys.drop(account)
    return aside


def remove(shelf: Shelf, account: LocalAccount) -> None:
    """Take the account off the list at once, then its key and its files. Raises OSError."""
    try:
        account.folder.rename(shelf.root / f"{_GOING}{shelf.clock.new_id()}")
    except OSError:
        # A system that does not rename a folder while a lock in it is held.
        accounts.remove_card(account)
        shutil.rmtree(account.folder, ignore_errors=True)
    shelf.keys.drop(account)
    for going in shelf.root.glob(f"{_GOING}*"):
        shutil.rmtree(going, ignore_errors=True)
