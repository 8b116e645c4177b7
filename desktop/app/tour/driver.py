"""Plays keys into the real window, waits for what should come of them, takes pictures."""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app.running import application
from desktop.ui.kit import tasks, theme

PATIENCE = 20.0
"""Seconds that a step may take before it is said not to work."""

MOMENT = 1.0
"""Seconds at most that what a key began is waited for before the next one: some of it stays for good."""


class StepFailed(Exception):
    """A step did not do what it should; says which."""


class Driver:
    """A pair of hands and a camera."""

    def __init__(self, window: QWidget, folder: Path | None) -> None:
        self.window = window
        self.folder = folder
        self.step = "début"
        self.taken: list[Path] = []

    def say(self, step: str) -> None:
        """Begin a step: it is printed, and named if something fails."""
        self.step = step
        print(f"· {step}", flush=True)  # noqa: T201 - the tour tells what it does

    async def press(self, *keys: str) -> None:
        """Press keys one after another, where the focus is, as a keyboard would."""
        for key in keys:
            before = tasks.running()
            QTest.keySequence(self._target(), QKeySequence(key))
            await self.settle(before)

    async def type(self, text: str) -> None:
        """Type a text where the focus is."""
        before = tasks.running()
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self._target(), letter)
            else:
                # QTest knows the keys of ASCII only; the others come as a dead key's end would.
                QTest.sendKeyEvent(
                    QTest.KeyAction.Click,
                    self._target(),
                    Qt.Key.Key_unknown,
                    letter,
                    Qt.KeyboardModifier.NoModifier,
                )
            await asyncio.sleep(0.005)
        await self.settle(before)

    def _target(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    async def settle(self, before: frozenset[asyncio.Task[Any]] | None = None) -> None:
        """Let what was asked for be done and painted: tasks that were not there `before`."""
        ends = time.monotonic() + MOMENT
        while before is not None and (begun := tasks.running() - before):
            if not (await asyncio.wait(begun, timeout=max(0.0, ends - time.monotonic())))[0]:
                break
        for _ in range(3):
            await asyncio.sleep(0.01)

    async def until(self, ready: Callable[[], object], what: str) -> None:
        """Wait until `ready()` is true. Raises StepFailed, which says `what` did not come."""
        ends = time.monotonic() + PATIENCE
        while not ready():
            if time.monotonic() > ends:
                raise StepFailed(f"{self.step}\u00a0: {what}")
            await asyncio.sleep(0.02)
        await self.settle()

    async def shoot(self, name: str) -> None:
        """Keep a picture of the window in both themes, numbered in their order."""
        if self.folder is None:
            return
        number = len(self.taken) // 2 + 1
        for mode in ("light", "dark"):
            theme.apply(application(), mode)
            await asyncio.sleep(0.15)
            path = self.folder / f"{number:02d}-{name}-{mode}.png"
            if not self.window.grab().save(str(path)):
                raise StepFailed(f"{self.step}\u00a0: {path} ne peut pas être écrit")
            self.taken.append(path)
        theme.apply(application(), "light")
        await self.settle()
