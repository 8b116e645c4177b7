"""A file that only takes up room: released when the disk is full, so that work can be saved."""

import os
import shutil
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

SIZE = 16 * 1024 * 1024

_CHUNK = b"\0" * 65_536


class BallastState(StrEnum):
    """Whether there is room in hand."""

    NONE = "none"
    """This store was opened without."""
    READY = "ready"
    RELEASED = "released"
    """The disk was full, or there was no room to make it: it is made again once there is."""


class Ballast:
    """Room in hand beside a store; `size` 0 keeps none."""

    def __init__(self, store: Path, size: int) -> None:
        self._path = store.with_name(store.name + ".ballast")
        self._size = size
        self.state = BallastState.RELEASED if size else BallastState.NONE

    def release(self) -> bool:
        """Give the room back to the disk; whether there was any to give."""
        if self.state is not BallastState.READY:
            return False
        self.state = BallastState.RELEASED
        try:
            self._path.unlink()
        except OSError:
            return False
        return True

    def make(self) -> None:
        """Take the room where it is missing and the disk has four times as much; never raises."""
        if self.state is not BallastState.RELEASED:
            return
        with suppress(OSError):
            if self._path.exists() and self._path.stat().st_size == self._size:
                self.state = BallastState.READY
            elif shutil.disk_usage(self._path.parent).free >= 4 * self._size:
                self._fill()
                self.state = BallastState.READY

    def _fill(self) -> None:
        try:
            with self._path.open("wb") as file:
                if hasattr(os, "posix_fallocate"):
                    os.posix_fallocate(file.fileno(), 0, self._size)
                else:
                    for _ in range(self._size // len(_CHUNK)):
                        file.write(_CHUNK)
        except OSError:
            self._path.unlink(missing_ok=True)
            raise
