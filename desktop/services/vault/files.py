"""What the disk can do to an account's files, told as an unusable store."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.domain.errors import StoreUnavailable, Trouble
from desktop.services.files import written

_TROUBLES = {
    errno.ENOSPC: Trouble.DISK_FULL,
    errno.EDQUOT: Trouble.DISK_FULL,
    errno.EACCES: Trouble.READ_ONLY,
    errno.EPERM: Trouble.READ_ONLY,
    errno.EROFS: Trouble.READ_ONLY,
}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what the system raises inside into StoreUnavailable."""
    try:
        yield
    except OSError as error:
        trouble = _TROUBLES.get(error.errno or 0, Trouble.UNREADABLE)
        raise StoreUnavailable(trouble, str(path), type(error).__name__) from error


def write_whole(path: Path, text: str) -> None:
    """Put a text in the place of a file, so that a cut leaves the old or the new.

    Raises StoreUnavailable.
    """
    with told(path), written(path) as file:
        file.write(text.encode())
