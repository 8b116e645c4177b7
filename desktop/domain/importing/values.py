"""Reads the values of foreign cells: numbers, amounts, booleans, days and moments as people write them."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache

from desktop.domain.importing import Rejected, RejectReason

Cell = str | int | float | bool | datetime | date | time | None
"""What a table's cell may hold: text from a text file, typed values from a workbook."""

Row = tuple[Cell, ...]

EXCEL = "excel"
"""The format of days counted by spreadsheets, with hours as fractions."""
_EXCEL_ZERO = datetime(1899, 12, 30, tzinfo=UTC)
YEARS = range(1880, 2200)
"""Years that a customer or a contact may speak of; what lies outside was misread."""
_EXCEL_LAST = 2_958_465
_BLANKS = str.maketrans("", "", " \t\u00a0\u202f\u2009'’_€$£%")
_GROUPED = re.compile(r"[+-]?\d{1,3}([.,])\d{3}(\1\d{3})*", re.ASCII)
_PLAIN = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)
YES = frozenset({"1", "true", "vrai", "yes", "oui", "y", "o", "t", "x"})
NO = frozenset({"0", "false", "faux", "no", "non", "n", "f", ""})


def text_of(cell: Cell) -> str:
    """The words of a cell, trimmed; a whole number has no decimals."""
    if isinstance(cell, str):
        return cell.strip()
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="seconds")
    return str(cell)


def number_of(cell: Cell, decimal: str, field: str) -> float:
    """A number with French or English decimals and thousands.

    `decimal` is ",", "." or "auto": then the last of the two signs is the decimal one, and a
    lone sign before exactly three digits is one too (1,234 is 1.234 unless the mapping tells).
    """
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return float(cell)
    raw = text_of(cell)
    words = raw.translate(_BLANKS).replace("\u2212", "-")
    if words.startswith("(") and words.endswith(")"):
        words = "-" + words[1:-1]
    sign = decimal if decimal != "auto" else _decimal_sign(words)
    other = "." if sign == "," else ","
    whole = words.partition(sign)[0]
    if other in whole and not _GROUPED.fullmatch(whole):
        raise Rejected(RejectReason.BAD_NUMBER, field, raw)
    plain = words.replace(other, "").replace(sign, ".")
    if not _PLAIN.fullmatch(plain):
        raise Rejected(RejectReason.BAD_NUMBER, field, raw)
    return float(plain)


def _decimal_sign(words: str) -> str:
    comma, point = words.rfind(","), words.rfind(".")
    if comma > -1 and point > -1:
        return "," if comma > point else "."
    sign = "," if comma > -1 else "."
    if words.count(sign) > 1:
        return "." if sign == "," else ","
    return sign


def whole_of(cell: Cell, decimal: str, field: str, lowest: int, highest: int) -> int:
    """A whole number within bounds, both included."""
    if isinstance(cell, str) and len(cell) < 16 and cell.isdigit() and cell.isascii():
        value: float = int(cell)
    else:
        value = number_of(cell, decimal, field)
    if not lowest <= value <= highest or value != int(value):
        raise Rejected(RejectReason.OUT_OF_RANGE, field, text_of(cell))
    return int(value)


def cents_of(cell: Cell, decimal: str, field: str) -> int:
    """An amount in cents, rounded to the nearest."""
    value = number_of(cell, decimal, field)
    if abs(value) > 1e12:
        raise Rejected(RejectReason.OUT_OF_RANGE, field, text_of(cell))
    return round(value * 100)


def boolean_of(cell: Cell, field: str) -> bool:
    """Yes or no, in French or English words, letters or digits; blank is no."""
    words = text_of(cell).casefold()
    if words in YES:
        return True
    if words in NO:
        return False
    raise Rejected(RejectReason.BAD_BOOLEAN, field, text_of(cell))


def day_of(cell: Cell, formats: Iterable[str], field: str) -> date:
    """A day; without a format, ISO."""
    return moment_of(cell, formats, field).date()


def moment_of(
    cell: Cell, formats: Iterable[str], field: str, zone: tzinfo | None = None
) -> datetime:
    """A moment of the wall clock, carried as if it were UTC; midnight when only a day is written.

    One written with its own offset is told by the clocks of `zone`.
    """
    if isinstance(cell, datetime):
        found = cell.replace(tzinfo=UTC)
    elif isinstance(cell, date):
        found = datetime(cell.year, cell.month, cell.day, tzinfo=UTC)
    else:
        found = _written_moment(text_of(cell), tuple(formats), field, zone)
    if found.year not in YEARS:
        raise Rejected(RejectReason.BAD_DATE, field, text_of(cell))
    return found


@lru_cache(maxsize=4096)
def _written_moment(
    words: str, formats: tuple[str, ...], field: str, zone: tzinfo | None
) -> datetime:
    for form in formats or ("iso",):
        try:
            if form == EXCEL:
                return _from_excel(words)
            read = _parsed(words, form)
        except ValueError:
            continue
        if read.tzinfo is not None and zone is not None:
            read = read.astimezone(zone)
        return read.replace(tzinfo=UTC)
    raise Rejected(RejectReason.BAD_DATE, field, words)


def _parsed(words: str, form: str) -> datetime:
    if form == "iso":
        return datetime.fromisoformat(words)
    # Naive when the format has no %z: then it is the wall clock's own word.
    return datetime.strptime(words, form)  # noqa: DTZ007 - the wall clock, as it was written


def _from_excel(words: str) -> datetime:
    serial = float(words.replace(",", "."))
    # 60 is the 29th of February 1900, which never was: earlier days are off by one.
    if not 61 <= serial <= _EXCEL_LAST:
        raise ValueError(words)
    return _EXCEL_ZERO + timedelta(seconds=round(serial * 86_400))


def clock_of(cell: Cell, field: str) -> int:
    """Seconds since midnight of H:MM or H:MM:SS; a workbook's fraction of a day is taken too."""
    words = cell if isinstance(cell, str) else _clock_words(cell)
    parts = words.split(":")
    if 2 <= len(parts) <= 3 and words.isascii() and words.replace(":", "").isdigit():
        try:
            hours, minutes, seconds = int(parts[0]), int(parts[1]), int(parts[-1])
        except ValueError:
            raise Rejected(RejectReason.BAD_TIME, field, words) from None
        seconds = seconds if len(parts) == 3 else 0
        # Some sources write past-midnight times as 24:10.
        if hours < 48 and minutes < 60 and seconds < 60:
            return hours * 3600 + minutes * 60 + seconds
    raise Rejected(RejectReason.BAD_TIME, field, words)


def _clock_words(cell: Cell) -> str:
    """H:MM:SS of a workbook's typed cell."""
    if isinstance(cell, datetime):
        cell = cell.time()
    if isinstance(cell, float) and 0 <= cell < 1:
        cell = (_EXCEL_ZERO + timedelta(seconds=round(cell * 86_400))).time()
    if isinstance(cell, time):
        return f"{cell.hour}:{cell.minute}:{cell.second}"
    return text_of(cell)
