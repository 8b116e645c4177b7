"""Pictures of the specimens in both themes: `python -m tests.ui.kit.pictures` draws them anew."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.ui.kit import theme
from tests.ui.kit.specimens_over import SPECIMENS

FOLDER = Path(__file__).parent / "pictures"
THEMES: tuple[theme.Mode, ...] = ("light", "dark")


def application() -> QApplication:
    app = QApplication.instance()
    return app if isinstance(app, QApplication) else QApplication(sys.argv[:1])


def framed(name: str) -> QWidget:
    """A specimen on the theme's ground, shown, with nothing focused and nothing moving."""
    ground = QWidget()
    ground.setProperty("role", "surface")
    box = QVBoxLayout(ground)
    box.setContentsMargins(12, 12, 12, 12)
    box.addWidget(SPECIMENS[name]())
    ground.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    ground.show()
    ground.adjustSize()
    application().processEvents()
    ground.adjustSize()
    application().processEvents()
    return ground


def picture(name: str, mode: theme.Mode, scale: float = 1.0) -> QImage:
    """The specimen as an image."""
    theme.set_reduced_motion(True)
    theme.apply(application(), mode, scale)
    ground = framed(name)
    if (focused := ground.focusWidget()) is not None:
        focused.clearFocus()
    application().processEvents()
    image = ground.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ground.close()
    # Not later: without a loop it would stay, and each change of the theme go through all before.
    shiboken6.delete(ground)
    return image


def sheet(images: list[QImage], width: int = 1400) -> QImage:
    """Several images on one, left to right then down."""
    x = y = line = 0
    places = []
    for image in images:
        if x and x + image.width() > width:
            x, y, line = 0, y + line + 8, 0
        places.append((x, y))
        x += image.width() + 8
        line = max(line, image.height())
    whole = QImage(width, y + line, QImage.Format.Format_RGB32)
    whole.fill(0x888888)
    painter = QPainter(whole)
    for (left, top), image in zip(places, images, strict=True):
        painter.drawImage(left, top, image)
    painter.end()
    return whole


def main() -> None:
    """Without an argument the stored pictures; with a folder, one sheet a theme for eyes."""
    if len(sys.argv) > 1:
        target = Path(sys.argv[1])
        scale = float(sys.argv[2]) if len(sys.argv) > 2 else 1.0
        for mode in THEMES:
            sheet([picture(name, mode, scale) for name in SPECIMENS]).save(
                str(target / f"gallery-{mode}.png")
            )
        return
    FOLDER.mkdir(exist_ok=True)
    for name in SPECIMENS:
        for mode in THEMES:
            picture(name, mode).save(str(FOLDER / f"{name}-{mode}.png"))


if __name__ == "__main__":
    application()
    main()
