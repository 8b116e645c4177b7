"""Tables as they are exported: values with their names, and CSV that spreadsheets open as they are."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from io import StringIO
from typing import Final

Cell = str | int | float | bool | date | datetime | None
"""A share is told in percent; a moment bears its zone."""

BOM: Final = "\ufeff"
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula when a text begins with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table: a name, its columns, its rows."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def csv_text(sheets: Iterable[Sheet], zone: tzinfo, *, comma: bool) -> str:
    """The sheets as CSV: `;` between cells, a byte order mark, CRLF: what Excel opens in French.

    `comma`: decimals with a comma, as that Excel reads them; else with a point, for programs.
    Of several sheets each begins with its title, a blank line between.
    """
    found = list(sheets)
    told = StringIO()
    writer = csv.writer(told, delimiter=";", lineterminator="\r\n")
    for place, sheet in enumerate(found):
        if place:
            writer.writerow([])
        if len(found) > 1:
            writer.writerow([_safe(sheet.title)])
        writer.writerow([_safe(name) for name in sheet.columns])
        writer.writerows([_written(cell, zone, comma=comma) for cell in row] for row in sheet.rows)
    return BOM + told.getvalue()


def _written(cell: Cell, zone: tzinfo, *, comma: bool) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "1" if cell else "0"
        case float():
            told = format(cell, ".10g")
            return told.replace(".", ",") if comma else told
        case datetime():
            return cell.astimezone(zone).strftime("%Y-%m-%d %H:%M:%S")
        case date():
            return cell.isoformat()
        case int():
            return str(cell)
    return _safe(cell)


def _safe(words: str) -> str:
    """Words that no spreadsheet runs: what looks like a formula begins with an apostrophe."""
    return f"'{words}" if words.startswith(_FORMULA) else words


def file_stem(words: str) -> str:
    """A file's name without its ending, on any system."""
    kept = "".join(sign if sign.isalnum() or sign in " -_" else " " for sign in words)
    return " ".join(kept.split())[:80] or "export"
