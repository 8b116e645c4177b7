"""What every kind of table offers to a run: its header, its records one by one, how far it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from desktop.domain.errors import Refused
from desktop.domain.importing import RejectReason
from desktop.domain.importing.values import Cell, Row


class Flaw(StrEnum):
    """Why a file cannot be read as a table."""

    ABSENT = "absent"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    NOT_A_TABLE = "not_a_table"
    OLD_WORKBOOK = "old_workbook"
    NO_SUCH_SHEET = "no_such_sheet"
    UNKNOWN_ENCODING = "unknown_encoding"
    WRONG_ENCODING = "wrong_encoding"
    DAMAGED = "damaged"


class NotATable(Refused):
    """The file cannot be read as a table; `detail` explains, in the flaw's own terms."""

    def __init__(self, flaw: Flaw, detail: str = "") -> None:
        super().__init__(f"{flaw} {detail}".strip())
        self.flaw = flaw
        self.detail = detail


class Note(StrEnum):
    """What was guessed about a file and deserves a word."""

    GUESSED_ENCODING = "guessed_encoding"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One row of a table; a row with a fault has as many cells as could be read."""

    line: int
    """From 1, the header included; of a record on several lines, its first."""
    cells: Row
    fault: RejectReason | None = None


class Table(Protocol):
    """A table that is read once, from its beginning to its end."""

    header: tuple[str, ...]
    separator: str
    """That of the text file; empty for a workbook."""
    encoding: str
    notes: tuple[tuple[Note, str], ...]

    def records(self) -> Iterator[Record]:
        """The rows below the header, blank ones left aside. May raise NotATable."""
        ...

    def progress(self) -> tuple[int, int | None]:
        """How much was read, and of how much when that is known, in one unit of its own."""
        ...

    def close(self) -> None:
        """Let the file go."""
        ...


def header_of(cells: Sequence[Cell]) -> tuple[str, ...]:
    """The columns' names as text, without the empty ones at the end."""
    names = [" ".join(str("" if cell is None else cell).split()) for cell in cells]
    while names and not names[-1]:
        names.pop()
    return tuple(names)


def fitted(line: int, cells: Sequence[Cell], width: int) -> Record | None:
    """A record as wide as the header; None for a blank row, a fault for one of another width.

    Empty cells too many at the end are no fault: spreadsheets write them.
    """
    if not any(cell is not None and cell != "" for cell in cells):
        return None
    row = tuple(cells)
    if len(row) > width and not any(cell is not None and cell != "" for cell in row[width:]):
        row = row[:width]
    if len(row) != width:
        return Record(line=line, cells=row, fault=RejectReason.WRONG_COLUMNS)
    return Record(line=line, cells=row)
