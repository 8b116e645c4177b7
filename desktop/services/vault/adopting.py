"""A plain profile taken over into the vault. It blocks."""

from pathlib import Path

from desktop.domain.ids import PersonId
from desktop.services.store import converting
from desktop.services.store.identity import Identity
from desktop.services.vault import accounts, folders
from desktop.services.vault.accounts import LocalAccount
from desktop.services.vault.folders import Newcomer, Shelf


def adopt(shelf: Shelf, plain: Path, newcomer: Newcomer, person_id: PersonId) -> LocalAccount:
    """Copy, put on the list, wipe; where an earlier attempt came as far as the list, wipe alone.

    Raises as folders.begin, converting.convert and converting.wipe do.
    """
    folder = shelf.root / accounts.digest(newcomer.server, newcomer.sign_in)
    account = accounts.read_card(folder)
    if account is None:
        account, key = folders.begin(shelf, newcomer)
        owner = Identity(server=account.server, person_id=person_id)
        converting.convert(plain, account.store, key, owner)
        accounts.write_card(account)
    else:
        key = shelf.keys.get(account, newcomer.secret)
    converting.wipe(plain, account.store, key)
    return account
