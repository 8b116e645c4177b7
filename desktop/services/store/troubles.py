"""Tells from a driver's error what keeps the store from being used."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy.exc

from desktop.domain.errors import StoreUnavailable, Trouble

_SIGNS = (
    ("disk is full", Trouble.DISK_FULL),
    ("disk i/o error", Trouble.DISK_FULL),
    ("readonly database", Trouble.READ_ONLY),
    ("unable to open", Trouble.UNREADABLE),
    ("not a database", Trouble.NOT_A_STORE),
    ("file is encrypted", Trouble.NOT_A_STORE),
    ("malformed", Trouble.DAMAGED),
    ("corrupt", Trouble.DAMAGED),
    ("locked", Trouble.LOCKED),
)


def interrupted(error: BaseException) -> bool:
    """Whether a query ended because a newer one took its place."""
    return isinstance(error, sqlalchemy.exc.OperationalError) and "interrupted" in str(error.orig)


def trouble_of(words: str) -> Trouble | None:
    """The trouble that a driver's words tell of; None: it is a bug."""
    lower = words.lower()
    return next((trouble for sign, trouble in _SIGNS if sign in lower), None)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what the driver raises inside into StoreUnavailable; bugs pass through."""
    try:
        yield
    except sqlalchemy.exc.DBAPIError as error:
        trouble = trouble_of(str(error.orig))
        if trouble is None:
            raise
        raise StoreUnavailable(trouble, str(path), str(error.orig)) from error
