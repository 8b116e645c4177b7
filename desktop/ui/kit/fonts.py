"""The bundled Inter: loaded once, unhinted, with tabular figures where figures are shown."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

FOLDER: Final = Path(__file__).resolve().parents[3] / "resources" / "fonts"
FALLBACK: Final = "Inter"

_TABULAR: Final = QFont.Tag("tnum")
_FITTED: Final = QFont.Tag("calt")
_FIGURE: Final = re.compile(r"\d")
_JOINED: Final = re.compile(r"\w-\w")
_aligned = [True]


@cache
def load() -> str:
    """Register the four weights with Qt and return the family's name; needs a QGuiApplication."""
    family = FALLBACK
    for path in sorted(FOLDER.glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        if number >= 0 and path.stem == "Inter-Regular":
            family = QFontDatabase.applicationFontFamilies(number)[0]
    return family


def make(pixels: int, weight: int) -> QFont:
    """Return the interface's font at `pixels` (already scaled) and `weight` (400 to 700)."""
    font = QFont(load())
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def align_figures(font: QFont, text: str) -> QFont:
    """Return `font`, with figures of one width if `text` has figures.

    Not where a hyphen joins words or figures: Inter's tabular hyphen is as wide as a figure.
    """
    tabular = _aligned[0] and bool(_FIGURE.search(text)) and not _JOINED.search(text)
    font.setFeature(_TABULAR, int(tabular))
    if not _aligned[0]:
        font.setFeature(_FITTED, 0)
    return font


def are_plain() -> bool:
    """Tell whether what is painted now goes to paper."""
    return not _aligned[0]


@contextmanager
def plain_figures() -> Iterator[None]:
    """Set letters and figures as they are inside the `with`: figures of one width, and signs that
    fit their neighbours, are other glyphs, which a document cannot give back when they are copied.
    """
    _aligned[0] = False
    try:
        yield
    finally:
        _aligned[0] = True
