"""SQLCipher's key, and how an encrypted file is told from a plain or a foreign one."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from desktop.domain.errors import StoreUnavailable, Trouble

KEY_BYTES = 32
PAGE = 4096
"""Bytes of a page of SQLCipher 4; an encrypted file is a whole number of them."""

_PLAIN = b"SQLite format 3\0"
_NOT_A_DATABASE = "not a database"


class Look(StrEnum):
    """What a file looks like from outside."""

    EMPTY = "empty"
    """Absent, or without a byte."""
    PLAIN = "plain"
    SEALED = "sealed"
    """As chance would have written it: encrypted, or compressed."""
    OTHER = "other"


def literal(key: bytes) -> str:
    """The key as SQLCipher reads it: raw, so that no derivation is run at each opening."""
    if len(key) != KEY_BYTES:
        raise ValueError("a store's key has 32 bytes")
    return f"x'{key.hex()}'"


def look(path: Path) -> Look:
    """What a file looks like. Raises OSError."""
    if not path.exists() or path.stat().st_size == 0:
        return Look.EMPTY
    with path.open("rb") as file:
        start = file.read(PAGE)
    if start.startswith(_PLAIN):
        return Look.PLAIN
    # Of 256 values, chance leaves out 256 * (255 / 256) ** n in n bytes; words leave out most.
    expected = 256 * (1 - (255 / 256) ** len(start))
    return Look.SEALED if len(set(start)) > 0.9 * expected else Look.OTHER


@contextmanager
def about_keys(path: Path, *, keyed: bool) -> Iterator[None]:
    """Where a file is no database to the driver, say whether that is for want of its key."""
    try:
        yield
    except StoreUnavailable as error:
        if _NOT_A_DATABASE not in error.detail:
            raise
        raise StoreUnavailable(_trouble(path, keyed=keyed), str(path), error.detail) from error


def _trouble(path: Path, *, keyed: bool) -> Trouble:
    if look(path) is not Look.SEALED:
        return Trouble.NOT_A_STORE
    whole = path.stat().st_size % PAGE == 0
    if keyed:
        return Trouble.KEY_WRONG if whole else Trouble.DAMAGED
    return Trouble.KEY_MISSING if whole else Trouble.NOT_A_STORE
