"""Draws steps of a guide by the mouse and prints their order: a program, for Qt's own drag and drop.

Offscreen, Qt takes no drag at all; its `minimal` platform does, and one process has but one platform.
"""

import asyncio
import json
import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.ui.kit import theme
from tests.ui.authoring.editor.stage import Stage, settled

LEFT, BARE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Begun(QObject):
    """Does what is to follow once Qt's loop for drawing runs."""

    def __init__(self, then: Callable[[], None]) -> None:
        super().__init__()
        self._then = then

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DragEnter:
            QTimer.singleShot(0, self._then)
        return super().eventFilter(watched, event)


def draw(stage: Stage, row: int, onto: int, *, below: bool) -> None:
    """Press on a row, move to the upper or lower edge of another one, and let go."""
    listed, handle = stage.view.outline.list, stage.window.windowHandle()
    model, viewport = listed.model(), listed.viewport()
    start = listed.visualRect(model.index(row, 0)).center()
    rect = listed.visualRect(model.index(onto, 0))
    end = QPoint(rect.center().x(), rect.bottom() - 2 if below else rect.top() + 2)
    way = 1 if end.y() > start.y() else -1

    def there(spot: QPoint) -> QPoint:
        return viewport.mapTo(stage.window, spot)

    def finish() -> None:
        for near in (5, 2, 0):
            QTest.mouseMove(handle, there(end - QPoint(0, near * way)))
        QTest.mouseRelease(handle, LEFT, BARE, there(end))

    # The move that begins to draw comes back only once the mouse was let go.
    begun = Begun(finish)
    viewport.installEventFilter(begun)
    QTest.mousePress(handle, LEFT, BARE, there(start))
    for far in (5, 15, 25):
        QTest.mouseMove(handle, there(start + QPoint(0, far * way)))
    viewport.removeEventFilter(begun)
    QTest.mouseRelease(handle, LEFT, BARE, there(end))


async def drawn() -> list[list[str]]:
    """The order of the steps after each drawing."""
    stage = Stage()
    await settled()
    orders = []
    for row, onto, below in ((1, 3, True), (4, 1, False), (0, 3, True), (2, 0, True)):
        draw(stage, row, onto, below=below)
        orders.append(stage.order)
    await stage.model.flush()
    await settled()
    stage.leave()
    return orders


if __name__ == "__main__":
    application = QApplication(["drawing", "-platform", "minimal"])
    theme.apply(application, "light")
    sys.stdout.write(json.dumps(asyncio.run(drawn())))
