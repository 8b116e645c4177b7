"""Mends the bundled Inter, so that an apostrophe copied from a PDF is an apostrophe: `-m tests.fonts`.

Inter draws U+2019 ’ and U+02BC (a letter of other languages) with one glyph, U+201D ” and U+02EE with
another. A PDF keeps glyphs; Qt writes beside each the first character that has it, which is the wrong
one. The entries of the two letters are emptied: text that has them is drawn by another font. Nothing
else changes, not even the length of a file; a file that is mended stays as it is.
"""

import struct
import sys
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).resolve().parents[1] / "resources" / "fonts"
LETTERS: Final = (0x02BC, 0x02EE)
_WHOLE: Final = 0xB1B0AFBA
"""What the words of a font file add up to (OpenType, `head.checkSumAdjustment`)."""


def may_be_changed(licence: str) -> bool:
    """Whether a changed font may keep its name: by the OFL, where no name is reserved.

    A reserved name stands behind the copyright, before the licence's own text explains the words.
    """
    head, found, _terms = licence.partition("SIL OPEN FONT LICENSE Version 1.1")
    return bool(found) and "reserved font name" not in head.lower()


def mended(font: bytes) -> bytes:
    """The font without the letters. Raises ValueError where its table is not as expected."""
    told = bytearray(font)
    tables = _tables(told)
    start, length = tables["cmap"][1:]
    for place in range(_u16(told, start + 2)):
        _empty(told, start + _u32(told, start + 4 + 8 * place + 4))
    _put_u32(told, tables["cmap"][0] + 4, _sum(told[start : start + length]))
    adjustment = tables["head"][1] + 8
    _put_u32(told, adjustment, 0)
    _put_u32(told, adjustment, (_WHOLE - _sum(told)) & 0xFFFFFFFF)
    return bytes(told)


def _tables(font: bytearray) -> dict[str, tuple[int, int, int]]:
    """Each table's name: where its entry, its first byte and how long it is."""
    entries = (12 + 16 * place for place in range(_u16(font, 4)))
    return {
        font[at : at + 4].decode(): (at, _u32(font, at + 8), _u32(font, at + 12)) for at in entries
    }


def _empty(font: bytearray, at: int) -> None:
    match _u16(font, at):
        case 4:
            for letter in LETTERS:
                _empty_segment(font, at, letter)
        case 12:
            for letter in LETTERS:
                _empty_group(font, at, letter)
        case unknown:
            raise ValueError(unknown)


def _empty_segment(font: bytearray, at: int, letter: int) -> None:
    """Segments of characters: their ends, a gap, their starts, what to add, where their glyphs are."""
    size = _u16(font, at + 6)
    ends = at + 14
    starts = ends + size + 2
    for place in range(0, size, 2):
        first, last = _u16(font, starts + place), _u16(font, ends + place)
        if first <= letter <= last:
            offset = starts + 2 * size + place
            if not _u16(font, offset):
                raise ValueError(letter)
            _put_u16(font, offset + _u16(font, offset) + 2 * (letter - first), 0)


def _empty_group(font: bytearray, at: int, letter: int) -> None:
    """Groups of three: first and last character, the first one's glyph."""
    for place in range(_u32(font, at + 12)):
        group = at + 16 + 12 * place
        first, last = _u32(font, group), _u32(font, group + 4)
        if first <= letter <= last:
            if first != last:
                raise ValueError(letter)
            _put_u32(font, group + 8, 0)


def _sum(part: bytes | bytearray) -> int:
    padded = bytes(part) + bytes(-len(part) % 4)
    return sum(struct.unpack(f">{len(padded) // 4}L", padded)) & 0xFFFFFFFF


def _u16(font: bytearray, at: int) -> int:
    return int(struct.unpack_from(">H", font, at)[0])


def _u32(font: bytearray, at: int) -> int:
    return int(struct.unpack_from(">L", font, at)[0])


def _put_u16(font: bytearray, at: int, value: int) -> None:
    struct.pack_into(">H", font, at, value)


def _put_u32(font: bytearray, at: int, value: int) -> None:
    struct.pack_into(">L", font, at, value)


def main() -> int:
    """Mend each file of the folder; answers the exit code."""
    if not may_be_changed((FOLDER / "OFL.txt").read_text("utf-8")):
        print("The licence reserves the font's name: a changed one may not keep it.")
        return 1
    for path in sorted(FOLDER.glob("*.ttf")):
        font = path.read_bytes()
        if (now := mended(font)) != font:
            path.write_bytes(now)
            print(path.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
