"""The bundled Inter: loaded once, with tabular figures and no hinting."""

from functools import cache
from pathlib import Path
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

FOLDER: Final = Path(__file__).resolve().parents[3] / "resources" / "fonts"
FALLBACK: Final = "Inter"


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
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
