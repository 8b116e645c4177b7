"""The page over a mirror that tests write themselves, in a window with a keyboard."""

import asyncio

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.ui.kit import tasks, theme
from desktop.ui.kit.choices import Option
from desktop.ui.mirror.view import MirrorView
from desktop.ui.mirror.viewmodel import MirrorViewModel
from tests.ui.mirror.worlds import LEA, FakeMirrors


@pytest.fixture(autouse=True)
def light(qapp):
    theme.set_reduced_motion(True)
    theme.apply(qapp, "light")


@pytest.fixture
def mirrors():
    return FakeMirrors()


@pytest.fixture
async def viewmodel(qapp, mirrors):
    made = MirrorViewModel(mirrors, LEA)
    yield made
    await settled()
    made.deleteLater()


@pytest.fixture
async def view(window, viewmodel):
    made = MirrorView(viewmodel, [Option("bill", "Facturation")])
    window.layout().addWidget(made)
    window.show()
    window.activateWindow()
    await settled()
    made.take_focus()
    return made


@pytest.fixture
async def window(qapp):
    made = QWidget()
    QVBoxLayout(made).setContentsMargins(0, 0, 0, 0)
    made.resize(1600, 960)
    yield made
    made.close()
    made.deleteLater()
    await settled()


async def settled() -> None:
    """Let every task end and Qt take note of it."""
    for _ in range(6):
        while tasks.running():
            await asyncio.wait(tasks.running())
        await asyncio.sleep(0)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()


async def press(*keys, modifier=Qt.KeyboardModifier.NoModifier):
    """Press keys, one after the other, where the focus is."""
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None, "nothing has the focus"
        QTest.keyClick(focused, key, modifier)
        await settled()
