"""What the tests of the day's page share: waiting, showing, pressing."""

import asyncio

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.ui.kit import tasks

K = Qt.Key


async def settled() -> None:
    for _ in range(6):
        while tasks.running():
            await asyncio.wait(tasks.running())
        await asyncio.sleep(0)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()


async def show(window):
    window.show()
    window.activateWindow()
    await settled()


def shown(view):
    return [row for row in view.promises.rows if row.isVisible()]


async def press(*keys, modifier=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifier)
        await settled()
