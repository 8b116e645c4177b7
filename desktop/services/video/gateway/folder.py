"""One gateway a folder: two that wrote the same journals would each end the other's calls."""

import contextlib
import sys
from pathlib import Path
from typing import IO, Final

from desktop.domain.errors import VideoFailed

SIBLINGS: Final = 9
"""How many applications on one machine find a folder of their own."""


class Folder:
    """A gateway's folder, its own until it is let go of."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock: IO[bytes] | None = None

    def claim(self) -> bool:
        """Make it, and make it ours; False: another gateway has it. Raises OSError."""
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = (self.path / "lock").open("ab")
        if not _locked(lock):
            lock.close()
            return False
        self._lock = lock
        return True

    def release(self) -> None:
        """Another may have it."""
        if self._lock is not None:
            self._lock.close()
            self._lock = None


def claimed(path: Path, *, alone: bool) -> Folder:
    """The folder, or where another application has it one beside it, unless only this will do.

    Calls that a killed application left beside it are taken over. Raises VideoFailed("in_use"), OSError.
    """
    beside = [path.with_name(f"{path.name}-{number}") for number in range(2, SIBLINGS + 1)]
    for one in [path] if alone else [path, *beside]:
        folder = Folder(one)
        if folder.claim():
            for orphaned in beside:
                if orphaned != one and orphaned.is_dir():
                    _adopt(folder, Folder(orphaned))
            return folder
    raise VideoFailed("in_use")


def _adopt(ours: Folder, other: Folder) -> None:
    if not other.claim():
        return
    try:
        calls = ours.path / "calls"
        calls.mkdir(mode=0o700, exist_ok=True)
        for one in sorted((other.path / "calls").glob("*")):
            if not (calls / one.name).exists():
                one.replace(calls / one.name)
    finally:
        other.release()


if sys.platform == "win32":
    import msvcrt

    def _locked(lock: IO[bytes]) -> bool:
        with contextlib.suppress(OSError):
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
            return True
        return False

else:
    import fcntl

    def _locked(lock: IO[bytes]) -> bool:
        with contextlib.suppress(OSError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        return False
