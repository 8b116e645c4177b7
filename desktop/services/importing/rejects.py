"""The file of rows that did not go in: line, reason, and the row as it was, to mend and run again."""

import csv
import os
from collections.abc import Iterable, Sequence
from io import TextIOWrapper
from pathlib import Path

from desktop.domain.errors import Refused
from desktop.domain.importing import Rejected
from desktop.domain.importing.values import Cell, text_of

COLUMNS = ("reject_line", "reject_reason", "reject_column", "reject_value")
ANYBODY_WRITES = 0o222
SUFFIX = ".rejects.csv"


class NotOurs(Refused):
    """A file that is no rejects file stands where one should go."""


def place_for(source: Path, fallback: Path) -> Path:
    """Beside the source where that can be written, else in the fallback folder."""
    return (source.parent if _open_to_us(source.parent) else fallback) / (source.name + SUFFIX)


def _open_to_us(folder: Path) -> bool:
    """Whether files may be made there; a folder closed to all is left alone by root as well."""
    return os.access(folder, os.W_OK) and bool(folder.stat().st_mode & ANYBODY_WRITES)


class Rejects:
    """Begun at the first row refused; a file left by an earlier run is begun again."""

    def __init__(self, path: Path | None, header: Sequence[str], separator: str) -> None:
        self.path = path
        self._header = header
        # A workbook's rejects are most likely opened in a spreadsheet that speaks French.
        self._separator = separator or ";"
        self._file: TextIOWrapper | None = None
        if path is not None and path.exists():
            _check_ours(path)
            self._begin(path)

    @property
    def begun(self) -> bool:
        """Whether the file was written."""
        return self._file is not None

    def add(self, rows: Iterable[tuple[int, Rejected, Sequence[Cell]]]) -> None:
        """Add rows in the order given."""
        if self.path is None:
            return
        for line, why, cells in rows:
            file = self._file or self._begin(self.path)
            told = (str(line), why.reason, why.field, why.value)
            self._write(file, (*told, *(text_of(cell) for cell in cells)))
        if self._file is not None:
            self._file.flush()

    def close(self) -> None:
        """Finish the file."""
        if self._file is not None:
            self._file.close()

    def _begin(self, path: Path) -> TextIOWrapper:
        # It holds rows of customers: closed to others before its first byte.
        if not path.exists():
            path.touch(mode=0o600)
        self._file = path.open("w", encoding="utf-8-sig", newline="")
        self._write(self._file, (*COLUMNS, *self._header))
        return self._file

    def _write(self, file: TextIOWrapper, cells: Sequence[str]) -> None:
        csv.writer(file, delimiter=self._separator).writerow(cells)


def _check_ours(path: Path) -> None:
    """Raise NotOurs for a file that was not written by an earlier run."""
    with path.open("rb") as file:
        head = file.read(64).removeprefix(b"\xef\xbb\xbf")
    if head and not head.startswith(COLUMNS[0].encode()):
        raise NotOurs(str(path))
