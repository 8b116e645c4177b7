"""The accounts that have a store on this machine: a folder each, named by a digest."""

import json
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from desktop.services.vault.files import write_whole

_CARD = "account.json"
_FORMAT = 1
_HIDDEN = frozenset({"password", "sslpassword", "passfile"})
_PLACES = frozenset({"host", "hostaddr", "port", "dbname"})
"""What of a query says which server it is; the rest says how to reach it."""
_PORTS = {"postgresql": 5432, "https": 443, "http": 80}


class OpensWith(StrEnum):
    """What a person types to open the store when the line is down."""

    PASSWORD = "password"  # noqa: S105 - a word, no password
    """The server's."""
    PASSPHRASE = "passphrase"  # noqa: S105 - a word, no password
    """One of this machine: it has no keyring, or the server knows no password."""


class KeyIn(StrEnum):
    """Where the wrapped key is kept."""

    KEYRING = "keyring"
    FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalAccount:
    """A server and person with a store on this machine."""

    server: str
    """The address, without a password."""
    sign_in: str
    folder: Path
    opens_with: OpensWith = OpensWith.PASSWORD
    key_in: KeyIn = KeyIn.KEYRING

    @property
    def digest(self) -> str:
        """What the folder and the keyring's entries are named by."""
        return self.folder.name

    @property
    def store(self) -> Path:
        """The encrypted file."""
        return self.folder / "store.sqlite"

    @property
    def key_file(self) -> Path:
        """The wrapped key, where there is no keyring."""
        return self.folder / "key.json"

    @property
    def envelope(self) -> Path:
        """The key once more, for the organisation."""
        return self.folder / "recovery.json"


def without_password(server: str) -> str:
    """An address as it may be written down."""
    parts = urlsplit(server.strip())
    place = parts.netloc.rpartition("@")[2]
    query = [pair for pair in parse_qsl(parts.query) if pair[0].lower() not in _HIDDEN]
    return urlunsplit((parts.scheme, place, parts.path, urlencode(query), ""))


def digest(server: str, sign_in: str) -> str:
    """The same for each way of writing one server and person."""
    parts = urlsplit(without_password(server))
    scheme = "postgresql" if parts.scheme == "postgres" else parts.scheme
    place = parts.netloc.lower().removesuffix(f":{_PORTS.get(scheme, 0)}")
    where = sorted(pair for pair in parse_qsl(parts.query) if pair[0] in _PLACES)
    seed = f"{scheme}://{place}{parts.path.rstrip('/')}{where}\0{sign_in.strip().lower()}"
    return sha256(seed.encode()).hexdigest()[:32]


def write_card(account: LocalAccount) -> None:
    """Put an account on the list. Raises StoreUnavailable."""
    told = {
        "format": _FORMAT,
        "server": account.server,
        "sign_in": account.sign_in,
        "opens_with": account.opens_with,
        "key_in": account.key_in,
    }
    write_whole(account.folder / _CARD, json.dumps(told, ensure_ascii=False, indent=1))


def remove_card(account: LocalAccount) -> None:
    """Take an account off the list. Raises OSError."""
    (account.folder / _CARD).unlink(missing_ok=True)


def read_card(folder: Path) -> LocalAccount | None:
    """The account of a folder; None where it was never finished, or cannot be read."""
    try:
        told = json.loads((folder / _CARD).read_text(encoding="utf-8"))
        return LocalAccount(
            server=str(told["server"]),
            sign_in=str(told["sign_in"]),
            folder=folder,
            opens_with=OpensWith(told["opens_with"]),
            key_in=KeyIn(told["key_in"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def listed(folder: Path) -> tuple[LocalAccount, ...]:
    """Every account under a folder, by server and name."""
    if not folder.is_dir():
        return ()
    found = (read_card(one) for one in folder.iterdir() if one.is_dir())
    return tuple(
        sorted(
            (one for one in found if one is not None and one.folder.name == _named(one)),
            key=lambda one: (one.server, one.sign_in),
        )
    )


def _named(account: LocalAccount) -> str:
    return digest(account.server, account.sign_in)
