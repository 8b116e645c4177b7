"""Lucide icons, tinted by a token of the theme in force, sharp at any scale."""

from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.ui.kit import theme

FOLDER: Final = Path(__file__).resolve().parents[3] / "resources" / "icons"


@cache
def source(name: str) -> str:
    """Return the SVG text of icon `name`; FileNotFoundError when it is not bundled."""
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, token: str = "text2", size: int = 16, ratio: float | None = None) -> QPixmap:
    """Return icon `name` in the colour of `token`, `size` logical pixels at 100 %."""
    if ratio is None:
        ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    return _rendered(name, theme.color(token).name(), theme.px(size), ratio)


def icon(name: str, token: str = "text2", size: int = 16) -> QIcon:
    """Return the same as a QIcon, for what takes one (actions, menus); made anew on a theme change."""
    made = QIcon(pixmap(name, token, size))
    made.addPixmap(pixmap(name, "text3", size), QIcon.Mode.Disabled)
    return made


def paint(painter: QPainter, rect: QRectF, name: str, token: str) -> None:
    """Paint icon `name` in the middle of `rect` (logical pixels, already scaled)."""
    paint_in(painter, rect, name, theme.color(token).name())


def paint_in(painter: QPainter, rect: QRectF, name: str, colour: str) -> None:
    """Paint the same in a colour of the tokens that no theme changes."""
    side = int(min(rect.width(), rect.height()))
    if side <= 0:
        return
    ratio = painter.device().devicePixelRatio()
    image = _rendered(name, colour, side, ratio)
    spot = QRectF(0, 0, side, side)
    spot.moveCenter(rect.center())
    painter.drawPixmap(spot.topLeft().toPoint(), image)


@lru_cache(maxsize=512)
def _rendered(name: str, colour: str, side: int, ratio: float) -> QPixmap:
    drawn = source(name).replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(drawn.encode()))
    image = QPixmap(QSize(round(side * ratio), round(side * ratio)))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image
