"""XLSX workbooks, row by row; their shared words are the one part held whole."""

import warnings
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from desktop.domain.importing.values import Row
from desktop.services.importing.tables import Flaw, NotATable, Note, Record, fitted, header_of

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, SyntaxError, OSError)
"""What a workbook cut or damaged makes its readers raise (an XML error is a SyntaxError)."""


class WorkbookTable:
    """One sheet of a workbook."""

    separator = ""
    encoding = ""

    def __init__(self, path: Path, *, sheet: str | None) -> None:
        import openpyxl

        self.notes: tuple[tuple[Note, str], ...] = ()
        self._done = 0
        # Opened here, so that it is closed too where openpyxl fails half-way.
        self._file = path.open("rb")
        try:
            with warnings.catch_warnings():
                # Openpyxl warns of styles that it does not know; values are all that we read.
                warnings.simplefilter("ignore")
                self._book = openpyxl.load_workbook(
                    self._file, read_only=True, data_only=True, keep_links=False
                )
        except _BROKEN as error:
            self._file.close()
            raise NotATable(Flaw.DAMAGED, "0") from error
        try:
            page = self._page(sheet)
            self._total: int | None = page.max_row
            # Some programs write a wrong size of the sheet, which would cut the reading short.
            page.reset_dimensions()
            self._rows: Iterator[tuple[int, Row]] = enumerate(page.iter_rows(values_only=True), 1)
            self.header = self._header()
        except BaseException:
            self.close()
            raise

    def _page(self, sheet: str | None) -> Any:
        names = self._book.sheetnames
        if sheet is not None and sheet not in names:
            raise NotATable(Flaw.NO_SUCH_SHEET, ", ".join(names))
        return self._book[sheet or names[0]]

    def _header(self) -> tuple[str, ...]:
        for _, cells in self._sound_rows():
            header = header_of(cells)
            if header:
                return header
        raise NotATable(Flaw.EMPTY)

    def records(self) -> Iterator[Record]:
        """The rows below the header."""
        width = len(self.header)
        for line, cells in self._sound_rows():
            self._done = line
            full = (*cells, *(None,) * (width - len(cells)))
            record = fitted(line, full, width)
            if record is not None:
                yield record

    def _sound_rows(self) -> Iterator[tuple[int, Row]]:
        try:
            yield from self._rows
        except _BROKEN as error:
            raise NotATable(Flaw.DAMAGED, str(self._done)) from error

    def progress(self) -> tuple[int, int | None]:
        """Rows."""
        return self._done, self._total

    def close(self) -> None:
        """Let the file go."""
        self._book.close()
        self._file.close()
