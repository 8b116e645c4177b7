"""Signing in at a shared database, as values: who, where, with what, what stands in the way."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol


class Hindrance(StrEnum):
    """Why one is not in yet; each has its own sentence."""

    NAME_MISSING = "name_missing"
    SERVER_MISSING = "server_missing"
    PASSWORD_MISSING = "password_missing"  # noqa: S105 - a code, no password
    WRONG_PASSWORD = "wrong_password"  # noqa: S105 - as above
    UNKNOWN_SERVER = "unknown_server"
    NO_ANSWER = "no_answer"
    CERTIFICATE_EXPIRED = "certificate_expired"
    CERTIFICATE_UNTRUSTED = "certificate_untrusted"
    DISABLED = "disabled"
    EXPIRED_TOKEN = "expired_token"  # noqa: S105 - as above
    TOO_OLD = "too_old"
    NOT_A_SERVER = "not_a_server"
    DENIED = "denied"
    BAD_FILE = "bad_file"
    NO_BROWSER = "no_browser"
    PASSPHRASE_MISSING = "passphrase_missing"  # noqa: S105 - as above
    WRONG_PASSPHRASE = "wrong_passphrase"  # noqa: S105 - as above
    TOO_SHORT = "too_short"
    NOT_THE_SAME = "not_the_same"
    NO_KEEPING = "no_keeping"
    CANCELLED = "cancelled"
    BAD_ANSWER = "bad_answer"
    BAD_CODE = "bad_code"
    WRONG_OFFLINE = "wrong_offline"
    STORE = "store"
    NOT_ADOPTED = "not_adopted"
    OTHER = "other"


class Place(StrEnum):
    """A field that can be mended."""

    SERVER = "server"
    NAME = "name"
    PASSWORD = "password"  # noqa: S105 - a field's name
    PASSPHRASE = "passphrase"  # noqa: S105 - as above
    CODE = "code"
    NEW_PASSWORD = "new_password"  # noqa: S105 - as above
    AGAIN = "again"


WHERE = {
    Hindrance.NAME_MISSING: Place.NAME,
    Hindrance.SERVER_MISSING: Place.SERVER,
    Hindrance.PASSWORD_MISSING: Place.PASSWORD,
    Hindrance.WRONG_PASSWORD: Place.PASSWORD,
    Hindrance.WRONG_OFFLINE: Place.PASSWORD,
    Hindrance.UNKNOWN_SERVER: Place.SERVER,
    Hindrance.NO_ANSWER: Place.PASSWORD,
    Hindrance.CERTIFICATE_EXPIRED: Place.SERVER,
    Hindrance.CERTIFICATE_UNTRUSTED: Place.SERVER,
    Hindrance.DISABLED: Place.NAME,
    Hindrance.NOT_A_SERVER: Place.SERVER,
    Hindrance.PASSPHRASE_MISSING: Place.PASSPHRASE,
    Hindrance.WRONG_PASSPHRASE: Place.PASSPHRASE,
    Hindrance.NO_KEEPING: Place.PASSPHRASE,
    Hindrance.BAD_CODE: Place.CODE,
    Hindrance.TOO_SHORT: Place.NEW_PASSWORD,
    Hindrance.NOT_THE_SAME: Place.AGAIN,
}
"""The field that a hindrance asks to be mended; for the others the one in hand keeps the focus."""

SHORTEST = 10
"""Signs that a new password must have (CNIL, 2022: with a delay after failures)."""


class Hindered(Exception):
    """Raised by a gate: one is not in, and why."""

    def __init__(self, why: Hindrance, read_at: datetime | None = None) -> None:
        super().__init__(why.value)
        self.why = why
        self.read_at = read_at
        """When this machine's copy last agreed with the server, where one may work with it."""


class KeyLost(Exception):
    """Raised by a gate: this machine holds the person's data, and what was typed opens it not."""


class MustChange(Exception):
    """Raised by a gate: the password was for one time; a new one is to be chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Somebody whose data this machine already keeps, encrypted."""

    key: str
    server: str
    sign_in: str
    remembered: bool = False
    """What the person types is in the system's keyring."""
    by_phrase: bool = False
    """A passphrase of this machine opens their data, not the server's password."""
    browser: bool = False
    """Who recognises people in the browser is known for this server."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What was typed to sign in; repr never shows it."""

    server: str
    sign_in: str
    password: str = ""
    passphrase: str = ""
    remember: bool = False
    browser: bool = False
    """The administrator's file names who recognises people in the browser."""

    def __repr__(self) -> str:
        return "Given(…)"


class Gate(Protocol):
    """What signs people in; the composition has the real one."""

    async def has_keyring(self) -> bool:
        """Whether this system keeps secrets; else a passphrase protects what is on this machine."""
        ...

    async def accounts(self) -> Sequence[Account]:
        """The accounts already on this machine, the latest first."""
        ...

    async def read_file(self, path: Path) -> Given:
        """What the administrator's file says. Raises Hindered(BAD_FILE)."""
        ...

    async def sign_in(self, given: Given) -> object:
        """Who signed in. Raises Hindered, KeyLost, MustChange."""
        ...

    async def in_browser(self, given: Given) -> object:
        """Who signed in through the system's browser; cancelled where it is given up."""
        ...

    async def offline(self, given: Given) -> object:
        """Who works with this machine's copy alone. Raises Hindered, KeyLost."""
        ...

    async def change_password(self, given: Given, new: str) -> object:
        """Who signed in, with a new password from now on. Raises Hindered."""
        ...

    async def unlock(self, given: Given, old: str) -> object:
        """Who signed in, their data opened by what opened it before. Raises Hindered."""
        ...

    async def recover(self, given: Given, code: str) -> object:
        """Who signed in, by the code that the administrator recovered. Raises Hindered."""
        ...

    async def set_aside(self, given: Given) -> object:
        """Who signed in anew; the unreadable copy is kept under another name. Raises Hindered."""
        ...


class Phase(StrEnum):
    """What the screen shows."""

    FORM = "form"
    CONNECTING = "connecting"
    BROWSER = "browser"
    NEW_PASSWORD = "new_password"  # noqa: S105 - a screen's name
    KEY = "key"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectState:
    """All that the screen shows, but for the words in its fields."""

    phase: Phase = Phase.FORM
    accounts: tuple[Account, ...] = ()
    chosen: Account | None = None
    server: str = ""
    sign_in: str = ""
    keyring: bool = True
    loaded: bool = False
    hindrance: Hindrance | None = None
    read_at: datetime | None = None
    """With NO_ANSWER: one may work with the copy on this machine, which was read then."""
    busy: bool = False

    browser: bool = False
    """Who recognises people in the browser is known for this server."""

    @property
    def second_door(self) -> bool:
        """Whether the server is reached over HTTPS, where no password is known."""
        return self.server.startswith(("https://", "http://"))

    @property
    def by_browser(self) -> bool:
        """Whether this server signs people in through the browser."""
        return self.second_door and self.browser

    @property
    def by_token(self) -> bool:
        """Whether a token of the administrator's is typed, for pilots: nobody else is known."""
        return self.second_door and not self.browser

    @property
    def by_password(self) -> bool:
        """Whether a password is to be typed."""
        return not self.second_door

    @property
    def by_phrase(self) -> bool:
        """Whether a passphrase of this machine opens the person's data."""
        if self.chosen is not None:
            return self.chosen.by_phrase
        return not self.keyring or not self.by_password

    @property
    def place(self) -> Place | None:
        """The field to mend."""
        return WHERE.get(self.hindrance) if self.hindrance is not None else None


def lacking(state: ConnectState, given: Given) -> Hindrance | None:
    """What is missing in the form before anybody can be asked."""
    if not given.server:
        return Hindrance.SERVER_MISSING
    if not given.sign_in and state.by_password:
        return Hindrance.NAME_MISSING
    if not given.password and (state.by_token or not _remembered(state, given)):
        return Hindrance.PASSWORD_MISSING
    return Hindrance.PASSPHRASE_MISSING if phrase_lacks(state, given) else None


def phrase_lacks(state: ConnectState, given: Given) -> bool:
    """Whether this machine's passphrase has to be typed and was not."""
    return state.by_phrase and not given.passphrase and not _remembered(state, given)


def _remembered(state: ConnectState, given: Given) -> bool:
    known = state.chosen
    return known is not None and known.remembered and known.sign_in == given.sign_in
