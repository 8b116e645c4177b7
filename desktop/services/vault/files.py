"""Small files written whole or not at all, and folders that remember what they hold."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop.domain.errors import StoreUnavailable, Trouble

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
    fresh = path.with_name(path.name + ".new")
    with told(path):
        with fresh.open("w", encoding="utf-8") as file:
            fresh.chmod(0o600)
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder survive a power cut, where the system can be asked to."""
    with suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
