"""The kit's widgets look exactly as the stored pictures; `python -m tests.ui.kit.pictures` renews them."""

import sys

import pytest
from PySide6.QtGui import QImage

from tests.ui.kit.pictures import FOLDER, THEMES, picture
from tests.ui.kit.specimens_over import SPECIMENS

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="letters are drawn otherwise elsewhere"
)


@pytest.mark.parametrize("mode", THEMES)
@pytest.mark.parametrize("name", SPECIMENS)
def test_it_looks_as_stored(qapp, tmp_path, name, mode):
    stored = QImage(str(FOLDER / f"{name}-{mode}.png")).convertToFormat(QImage.Format.Format_RGB32)
    drawn = picture(name, mode)
    if drawn != stored:
        drawn.save(str(tmp_path / f"{name}-{mode}.png"))
    assert drawn == stored, f"see {tmp_path}"


def test_the_comparison_can_fail(qapp):
    assert picture("chips", "light") != picture("chips", "dark")


def test_no_picture_is_stored_for_nothing():
    stored = {path.stem for path in FOLDER.glob("*.png")}
    assert stored == {f"{name}-{mode}" for name in SPECIMENS for mode in THEMES}
