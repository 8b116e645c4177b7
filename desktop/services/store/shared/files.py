"""Files that hold what few may read: whole or not at all, and closed to others from the start."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

OWNER_ONLY, READABLE = 0o600, 0o644


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
