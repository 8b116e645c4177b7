"""A window with the video card, before a gateway that does as it is told."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.ui.kit import theme
from tests.ui.video.stage import Stage, settled


@pytest.fixture(autouse=True)
def light(qapp):
    theme.set_reduced_motion(True)
    theme.apply(qapp, "light")


@pytest.fixture
async def stage(qapp, clock):
    made = Stage(clock)
    yield made
    made.close()
    await settled()


@pytest.fixture
async def shown(stage):
    """The same, in a window that has the focus."""
    stage.window.show()
    stage.window.activateWindow()
    await settled()
    return stage


@pytest.fixture
def press():
    async def press(*keys, modifier=Qt.KeyboardModifier.NoModifier):
        for key in keys:
            focused = QApplication.focusWidget()
            assert focused is not None, "nothing has the focus"
            if isinstance(key, str):
                QTest.keyClicks(focused, key)
            else:
                QTest.keyClick(focused, key, modifier)
            await settled()

    return press
