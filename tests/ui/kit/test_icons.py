"""Every icon that is named is bundled, every bundled one is named, and they take the theme's colours."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap

from desktop.ui.kit import icons, theme

ROOT = Path(__file__).resolve().parents[3]
BUNDLED = {path.stem for path in icons.FOLDER.glob("*.svg")}
CALLS = {"Glyph", "Tile", "IconLabel", "IconButton", "EmptyState"}
"""What takes an icon's name as its first argument."""
SECOND = {"Button"}
THIRD = {"Option", "Chip"}
KEYWORDS = {"icon"}


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in (ROOT / "desktop").rglob("*.py"):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def strings() -> set[str]:
    """Every string in the program: an icon may be named in a table."""
    return {
        node.value
        for _path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def named() -> Iterator[tuple[str, str]]:
    """Each icon that a call names, with its file and line."""
    for path, tree in trees():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else None
            name = node.func.id if isinstance(node.func, ast.Name) else name
            found = [word.value for word in node.keywords if word.arg in KEYWORDS]
            found += node.args[:1] if name in CALLS or name in {"icon", "set_icon"} else []
            found += node.args[1:2] if name in SECOND else []
            found += node.args[2:3] if name in THIRD else []
            for argument in found:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value, f"{path.name}:{node.lineno}"


def test_every_icon_named_is_bundled():
    missing = {(name, place) for name, place in named() if name and name not in BUNDLED}
    assert missing == set()


def test_no_icon_is_bundled_for_nothing():
    assert sorted(BUNDLED - strings()) == []


@pytest.mark.parametrize("name", sorted(BUNDLED))
def test_every_icon_can_be_tinted(qapp, name):
    assert "currentColor" in icons.source(name)
    assert not re.search(r"<(script|image|a)\b", icons.source(name))
    image = icons.pixmap(name, "danger", 24, ratio=1.0).toImage()
    pixels = [image.pixelColor(x, y) for x in range(24) for y in range(24)]
    wanted = theme.color("danger")
    for pixel in pixels:
        if pixel.alpha() == 255:
            # Where two strokes cover each other their mix is rounded.
            assert abs(pixel.red() - wanted.red()) <= 1, pixel.name()
            assert abs(pixel.green() - wanted.green()) <= 1, pixel.name()
            assert abs(pixel.blue() - wanted.blue()) <= 1, pixel.name()


def test_the_theme_tints(qapp):
    light = icons.pixmap("plus", "text", 24, ratio=1.0).toImage().pixelColor(12, 12)
    theme.apply(qapp, "dark")
    dark = icons.pixmap("plus", "text", 24, ratio=1.0).toImage().pixelColor(12, 12)
    assert (light, dark) == (QColor("#12201C"), QColor("#EBF0F2"))


def test_pixmaps_are_sharp(qapp):
    image = icons.pixmap("phone", size=16, ratio=2.0)
    assert (image.width(), image.devicePixelRatio()) == (32, 2.0)


def test_the_licence_lies_beside_them():
    assert "ISC License" in (icons.FOLDER / "LICENSE.txt").read_text(encoding="utf-8")


def test_where_there_is_no_room_nothing_is_painted(qapp):
    """Qt would warn of it, and the test fail."""
    picture = QPixmap(8, 8)
    painter = QPainter(picture)
    icons.paint(painter, QRectF(0, 0, 8, 0), "x", "text")
    painter.end()
