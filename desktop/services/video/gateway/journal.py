"""What a gateway remembers over a restart: a file a call, lines of JSON, nothing of a person in clear."""

import json
import logging
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from desktop.services.files import OWNER_ONLY, sync_folder, written
from desktop.services.video.gateway.fields import CALL_ID

SUFFIX: Final = ".jsonl"
SEALED: Final = ".sealed"
Entry = dict[str, Any]
_log = logging.getLogger(__name__)


class Journal:
    """The files, in a folder that nobody else may read. Its owner writes it; nobody writes at once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "calls"
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def add(self, call: str, entry: Mapping[str, Any], *, sure: bool = False) -> None:
        """Append a line; `sure`: it outlives a power cut. Raises OSError, and nothing was added."""
        line = (json.dumps(entry, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
        path = self._path(call)
        new = not path.exists()
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
        handle = os.open(path, flags, OWNER_ONLY)
        try:
            before = os.fstat(handle).st_size
            try:
                self._write(handle, line, sure=sure)
            except OSError:
                os.ftruncate(handle, before)  # half a line would spoil the next one
                raise
        finally:
            os.close(handle)
        if new and sure:
            sync_folder(self._folder)

    @staticmethod
    def _write(handle: int, line: bytes, *, sure: bool) -> None:
        while line:
            line = line[os.write(handle, line) :]
        if sure:
            os.fsync(handle)

    def load(self) -> Iterator[tuple[str, list[Entry]]]:
        """Every call with its lines; a line that a kill tore is cut off."""
        for path in sorted(self._folder.glob(f"*{SUFFIX}")):
            if CALL_ID.fullmatch(path.stem):
                entries = list(self._lines(path))
                if entries:
                    yield path.stem, entries
                else:
                    path.unlink(missing_ok=True)

    def _lines(self, path: Path) -> Iterator[Entry]:
        content = path.read_bytes()
        whole = content[: content.rfind(b"\n") + 1]
        if len(whole) < len(content):
            os.truncate(path, len(whole))
            _log.warning("a journal ended in half a line")
        for line in whole.splitlines():
            try:
                found = json.loads(line)
            except ValueError:
                found = None
            if isinstance(found, dict):
                yield found
            else:
                _log.error("a journal holds a line that is none")

    def drop(self, call: str) -> None:
        """Forget a call: its lines and all that was kept beside them."""
        for path in (*self._folder.glob(f"{call}.*{SEALED}"), self._path(call)):
            path.unlink(missing_ok=True)

    def put_photo(self, call: str, photo: str, sealed: bytes) -> None:
        """Keep a sealed photo beside the lines. Raises OSError."""
        with written(self._photo(call, photo)) as file:
            file.write(sealed)

    def photo(self, call: str, photo: str) -> bytes | None:
        """A photo as it was sealed; None: it is not here, or not any more."""
        try:
            return self._photo(call, photo).read_bytes()
        except FileNotFoundError:
            return None

    def drop_photo(self, call: str, photo: str) -> None:
        """It is in the application's store."""
        self._photo(call, photo).unlink(missing_ok=True)

    def _path(self, call: str) -> Path:
        return self._folder / f"{call}{SUFFIX}"

    def _photo(self, call: str, photo: str) -> Path:
        return self._folder / f"{call}.{photo}{SEALED}"
