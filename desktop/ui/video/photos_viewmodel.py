"""Photos looked at one by one, of the call under way or of any call before, and saved as files."""

import asyncio
import base64
import binascii
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import StoreUnavailable, VideoFailed
from desktop.domain.ids import VideoCallId
from desktop.domain.video.calls import VideoPhoto
from desktop.services import files
from desktop.services.clock import Clock
from desktop.ui.kit import tasks

Fetch = Callable[[str], Coroutine[Any, Any, tuple[VideoPhoto, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotosState:
    """The photos looked at, and which of them is in front."""

    photos: tuple[VideoPhoto, ...] = ()
    place: int = 0
    loading: bool = False
    failed: bool = False
    """They could not be read, or the file could not be written."""
    saved: str = ""
    """Name of the file that was written last."""

    @property
    def photo(self) -> VideoPhoto | None:
        """The one in front."""
        return self.photos[self.place] if self.place < len(self.photos) else None


class PhotosViewModel(QObject):
    """`opened` when there is something to look at."""

    changed = Signal()
    opened = Signal()

    def __init__(self, fetch: Fetch, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._clock = clock
        self._reading = tasks.Latest(self)
        self.state = PhotosState()

    def zone(self) -> tzinfo:
        """The zone in which times are shown."""
        return self._clock.zone()

    def now(self) -> datetime:
        """Now, in that zone."""
        return self._clock.now().astimezone(self._clock.zone())

    def show(self, photos: tuple[VideoPhoto, ...], place: int = 0) -> None:
        """Look at these, beginning with one."""
        if photos:
            self._reading.cancel()
            self._set(PhotosState(photos=photos, place=min(place, len(photos) - 1)))
            self.opened.emit()

    def open(self, call_id: VideoCallId | str) -> None:
        """Look at the photos of a call, whenever it was."""
        self._set(PhotosState(loading=True))
        self.opened.emit()
        self._reading.run(self._open(str(call_id)))

    def step(self, by: int) -> None:
        """Look at the next one, or the one before."""
        place = min(max(self.state.place + by, 0), max(len(self.state.photos) - 1, 0))
        self._set(replace(self.state, place=place, saved="", failed=False))

    def save(self, path: Path) -> None:
        """Write the photo in front into a file, byte for byte as it was received."""
        photo = self.state.photo
        if photo is not None:
            tasks.run(self._save(photo, path), self)

    def close(self) -> None:
        """Let go of the pictures."""
        self._reading.cancel()
        self._set(PhotosState())

    async def _open(self, call_id: str) -> None:
        try:
            photos = await self._fetch(call_id)
        except (StoreUnavailable, VideoFailed):
            self._set(PhotosState(failed=True))
        else:
            self._set(PhotosState(photos=photos))

    async def _save(self, photo: VideoPhoto, path: Path) -> None:
        try:
            await asyncio.to_thread(_write, path, jpeg(photo))
        except OSError:
            self._set(replace(self.state, failed=True, saved=""))
        else:
            self._set(replace(self.state, failed=False, saved=path.name))

    def _set(self, state: PhotosState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()


def jpeg(photo: VideoPhoto) -> bytes:
    """The JPEG of a photo; empty where what is kept is none."""
    try:
        return base64.b64decode(photo.data, validate=True)
    except (binascii.Error, ValueError):
        return b""


def _write(path: Path, content: bytes) -> None:
    with files.written(path) as file:
        file.write(content)
