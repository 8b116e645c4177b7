"""Types into the note of an open contact and times each key: `typist STORE MARKS CUSTOMERS`."""

import asyncio
import json
import subprocess
import sys
import threading
import time
from collections import deque
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from desktop.app import loop, run
from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.app.tour.stage import on_stage
from desktop.config import Settings
from desktop.ui.contacts.state import Stage
from desktop.ui.kit.garbage import GarbageCollector
from desktop.ui.shell.first_person_view import FirstPersonView

KEYS = 400
PACE_S = 1 / 12
BEAT_MS = 5
WARM_UP = 20
TEXT = "La cliente demande pourquoi sa facture monte, et ce que nous pouvons faire. "


class Watch(QObject):
    """From each key, posted by another thread, to the end of the paint that shows it."""

    def __init__(self, area: QObject, viewport: QObject) -> None:
        super().__init__(area)
        self._area = area
        self._posted: deque[float] = deque()
        self._painted = False
        self.keys: list[float] = []
        self.gaps: list[float] = []
        self._last = time.perf_counter()
        viewport.installEventFilter(self)
        self._beat = QTimer(self)
        self._beat.setTimerType(Qt.TimerType.PreciseTimer)
        self._beat.setInterval(BEAT_MS)
        self._beat.timeout.connect(self._tick)

    def begin(self) -> threading.Thread:
        """Type, from a thread that nothing of the loop can delay."""
        self._last = time.perf_counter()
        self._beat.start()
        typist = threading.Thread(target=self._type, daemon=True)
        typist.start()
        return typist

    def end(self) -> None:
        self._beat.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self._posted and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._shown)
        return super().eventFilter(watched, event)

    def _type(self) -> None:
        due = time.perf_counter()
        for place in range(KEYS + WARM_UP):
            due += PACE_S
            time.sleep(max(0.0, due - time.perf_counter()))
            letter = TEXT[place % len(TEXT)]
            key = Qt.Key.Key_Space if letter == " " else Qt.Key.Key_A
            none = Qt.KeyboardModifier.NoModifier
            self._posted.append(time.perf_counter())
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QCoreApplication.postEvent(self._area, QKeyEvent(kind, key, none, letter))

    def _shown(self) -> None:
        now = time.perf_counter()
        self._painted = False
        while self._posted:
            self.keys.append((now - self._posted.popleft()) * 1000)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1000 - BEAT_MS)
        self._last = now


def main() -> int:
    store, marks, count = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    settings = Settings(store=store, folder=store.parent, theme="light")
    application = run.make_application(settings)
    collector = GarbageCollector(application)
    found: dict[str, Any] = {}

    async def story(hands: Driver, session: Session) -> None:
        await hands.until(lambda: hands.window.findChildren(FirstPersonView), "la question")
        await hands.type("Noé Petit")
        await hands.press("Return")
        await hands.until(lambda: session.desk is not None, "le bureau")
        desk = session.desk
        assert desk is not None
        await hands.press("Escape")
        matches = (await desk.models.services.search.find("martin")).matches
        desk.models.customers.open(matches[0].customer_id)
        await hands.until(lambda: desk.models.contact.state.stage is Stage.OPEN, "le contact")
        desk.views.wrap_up.take_focus()
        area = desk.views.wrap_up.form.note.area
        collector.settle()
        watch = Watch(area, area.viewport())
        adding = subprocess.Popen(
            [sys.executable, "-m", "desktop.admin", "--store", str(store), "add-customers", count],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            await asyncio.sleep(3)
            typist = watch.begin()
            while typist.is_alive():
                await asyncio.sleep(0.2)
            await asyncio.sleep(0.2)
            watch.end()
            assert adding.poll() is None, "the adding ended before the typing"
        finally:
            adding.terminate()
            adding.wait()
        found["added"] = await desk.models.services.store.read(
            lambda connection: connection.exec_driver_sql(
                "SELECT count(*) FROM customers"
            ).scalar_one()
        )
        found["keys"] = watch.keys[WARM_UP:]
        found["stall"] = max(watch.gaps)
        found["beats"] = len(watch.gaps)

    async def play() -> int:
        await on_stage(settings, story)
        return 0

    code = loop.run(application, play())
    marks.write_text(json.dumps(found), encoding="utf-8")
    return code


if __name__ == "__main__":
    sys.exit(main())
