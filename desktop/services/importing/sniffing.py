"""Finds out a text file's encoding and separator by looking, not by its name."""

import codecs
import csv
import io
from dataclasses import dataclass
from pathlib import Path

from desktop.services.importing.tables import Flaw, NotATable

SEPARATORS = (";", ",", "\t", "|")
SAMPLE = 65_536
_CHUNK = 1 << 20
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_IN_CP1252 = bytes((0x81, 0x8D, 0x8F, 0x90, 0x9D))


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """An encoding, and whether it is only the likeliest one."""

    name: str
    guessed: bool = False


def encoding_of(path: Path) -> Encoding:
    """The encoding: a byte order mark's, else UTF-8 where all of it is, else a western one.

    Reads the whole file once, piece by piece. Raises NotATable for what is no text.
    """
    with path.open("rb") as file:
        head = file.read(SAMPLE)
        for mark, name in _BOMS:
            if head.startswith(mark):
                return Encoding(name=name)
        if b"\0" in head:
            return Encoding(name=_wide(head), guessed=True)
        file.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")()
        western = "cp1252"
        utf8 = True
        while chunk := file.read(_CHUNK):
            if utf8:
                try:
                    decoder.decode(chunk)
                except UnicodeDecodeError:
                    utf8 = False
            if len(chunk.translate(None, _NOT_IN_CP1252)) < len(chunk):
                western = "latin-1"
        try:
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            utf8 = False
    return Encoding(name="utf-8") if utf8 else Encoding(name=western, guessed=True)


def _wide(head: bytes) -> str:
    """UTF-16 without its mark: every other byte of western text is zero."""
    half = len(head) // 2
    if head[1::2].count(0) > 0.7 * half:
        return "utf-16-le"
    if head[::2].count(0) > 0.7 * half:
        return "utf-16-be"
    raise NotATable(Flaw.NOT_A_TABLE)


def separator_of(path: Path, encoding: str) -> str | None:
    """The separator that cuts the first lines most evenly; None when none cuts them at all."""
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        sample = file.read(SAMPLE)
        cut = bool(file.read(1))
    scores = {sign: _evenness(sample, sign, cut=cut) for sign in SEPARATORS}
    best = max(scores, key=lambda sign: scores[sign])
    return best if scores[best] > 0 else None


def _evenness(sample: str, sign: str, *, cut: bool) -> float:
    """Columns of the header, weighed by the share of rows that have as many."""
    try:
        rows = [row for row in csv.reader(io.StringIO(sample, newline=""), delimiter=sign) if row]
    except csv.Error:
        return 0
    if cut and len(rows) > 1:
        rows.pop()
    if not rows or len(rows[0]) < 2:
        return 0
    width = len(rows[0])
    return width * sum(len(row) == width for row in rows) / len(rows)
