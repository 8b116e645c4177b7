"""Files written whole or not at all, closed to others from the start, that outlive a power cut."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

OWNER_ONLY, READABLE = 0o600, 0o644

_CANNOT = (errno.EINVAL, errno.ENOTSUP, errno.EACCES)
"""What a file system says that does not sync folders, or a folder that may not be read."""


@contextmanager
def written(path: Path, mode: int = OWNER_ONLY) -> Iterator[IO[bytes]]:
    """A file to fill, which takes its place when the block ends without an error. Raises OSError."""
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(part, flags, mode), "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder survive a power cut, where the system can be asked to.

    Raises OSError where the disk fails.
    """
    if not hasattr(os, "O_DIRECTORY"):
        return
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno not in _CANNOT:
            raise
