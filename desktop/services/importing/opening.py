"""Opens a file as the kind of table that its first bytes tell."""

import codecs
import zipfile
from pathlib import Path

from desktop.services.importing.tables import Flaw, NotATable, Table
from desktop.services.importing.text_tables import TextTable
from desktop.services.importing.workbooks import WorkbookTable

_ZIP = b"PK\x03\x04"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_OTHERS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"\x1f\x8b", b"SQLite format 3", b"{\\rtf")


def open_table(
    path: Path, *, encoding: str | None, separator: str | None, sheet: str | None
) -> Table:
    """The table of a file. Raises NotATable."""
    if encoding is not None:
        try:
            codecs.lookup(encoding)
        except LookupError as error:
            raise NotATable(Flaw.UNKNOWN_ENCODING, encoding) from error
    try:
        with path.open("rb") as file:
            head = file.read(16)
        if not head:
            raise NotATable(Flaw.EMPTY)
        if head.startswith(_ZIP):
            with zipfile.ZipFile(path) as archive:
                if not any(name.startswith("xl/workbook") for name in archive.namelist()):
                    raise NotATable(Flaw.NOT_A_TABLE)
            return WorkbookTable(path, sheet=sheet)
        if head.startswith(_OLE):
            raise NotATable(Flaw.OLD_WORKBOOK)
        if head.startswith(_OTHERS):
            raise NotATable(Flaw.NOT_A_TABLE)
        return TextTable(path, encoding=encoding, separator=separator)
    except FileNotFoundError as error:
        raise NotATable(Flaw.ABSENT) from error
    except zipfile.BadZipFile as error:
        raise NotATable(Flaw.NOT_A_TABLE) from error
    except OSError as error:
        raise NotATable(Flaw.UNREADABLE, error.strerror or "") from error
