"""CSV and TSV files, read line by line; a stray quote spoils its own line and no other."""

import csv
import io
from collections import deque
from collections.abc import Iterator
from pathlib import Path

from desktop.domain.importing import RejectReason
from desktop.services.importing.sniffing import encoding_of, separator_of
from desktop.services.importing.tables import (
    Flaw,
    NotATable,
    Note,
    Record,
    fitted,
    header_of,
)


class _Lines:
    """A file's lines, counted; those of the record under way can be given back."""

    def __init__(self, file: io.TextIOWrapper) -> None:
        self._file = file
        self._waiting: deque[str] = deque()
        self._taken: list[str] = []
        self.count = 0

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._waiting.popleft() if self._waiting else next(self._file)
        self._taken.append(line)
        self.count += 1
        return line

    def begin(self) -> int:
        """Begin a record; answers the number of its first line."""
        self._taken.clear()
        return self.count + 1

    @property
    def several(self) -> bool:
        """Whether the record took more than one line."""
        return len(self._taken) > 1

    def give_back(self) -> str:
        """Keep the record's first line and let the others be read again."""
        first, *others = self._taken
        self._waiting.extendleft(reversed(others))
        self.count -= len(others)
        return first


class TextTable:
    """A text file with one record a line, or more where a quoted cell holds line breaks."""

    def __init__(self, path: Path, *, encoding: str | None, separator: str | None) -> None:
        self._path = path
        notes = []
        found = None if encoding else encoding_of(path)
        self.encoding = encoding or (found.name if found else "")
        if found is not None and found.guessed:
            notes.append((Note.GUESSED_ENCODING, found.name))
        self.separator = separator or separator_of(path, self.encoding) or ","
        self.notes = tuple(notes)
        self._size = path.stat().st_size
        self._raw = path.open("rb")
        text = io.TextIOWrapper(self._raw, encoding=self.encoding, newline="")
        self._lines = _Lines(text)
        self._reader = csv.reader(self._lines, delimiter=self.separator, strict=True)
        try:
            self.header = self._header()
        except BaseException:
            self.close()
            raise

    def _header(self) -> tuple[str, ...]:
        for _, cells in self._rows():
            if isinstance(cells, list) and any(cell.strip() for cell in cells):
                return header_of(cells)
            if isinstance(cells, str):
                raise NotATable(Flaw.NOT_A_TABLE)
        raise NotATable(Flaw.EMPTY)

    def _rows(self) -> Iterator[tuple[int, list[str] | str]]:
        """Line and cells; the line itself where its quotes cannot be read."""
        while True:
            line = self._lines.begin()
            try:
                yield line, next(self._reader)
            except StopIteration:
                return
            except csv.Error:
                yield line, self._lines.give_back()
            except UnicodeDecodeError as error:
                detail = f"{error.encoding} {self._unreadable_line()}"
                raise NotATable(Flaw.WRONG_ENCODING, detail) from error

    def _unreadable_line(self) -> int:
        """The first line with a byte that the encoding does not know: text is read in blocks."""
        lines = self._path.open(encoding=self.encoding, errors="replace", newline="")
        with lines:
            return next((at for at, line in enumerate(lines, 1) if "\ufffd" in line), 0)

    def records(self) -> Iterator[Record]:
        """The rows below the header."""
        width = len(self.header)
        for line, cells in self._rows():
            if isinstance(cells, str):
                text = cells.rstrip("\r\n")
                yield Record(line=line, cells=(text,), fault=RejectReason.BAD_QUOTES)
                continue
            record = fitted(line, cells, width)
            if record is None:
                continue
            if record.fault and self._lines.several:
                # A quote that opened by mistake swallowed the lines after it.
                first = self._lines.give_back().rstrip("\r\n")
                record = Record(line=line, cells=(first,), fault=RejectReason.BAD_QUOTES)
            yield record

    def progress(self) -> tuple[int, int | None]:
        """Bytes."""
        return self._raw.tell(), self._size

    def close(self) -> None:
        """Let the file go."""
        self._raw.close()
