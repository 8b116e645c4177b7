"""The application itself for measures, led by words: `python -m tests.bench.video_desk FOLDER [--cold]`.

What `tests.video.playing` does, with the moments of keys and pointers beside: milliseconds since 1970 by
the machine's clock, as pages tell theirs.
"""

import argparse
import asyncio
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.video.playing import Player, prepare

PATIENCE = 30.0


class Timed(Player):
    """A player with a watch."""

    async def do_begin(self) -> dict[str, Any]:
        """Press F9: the key's moment, and the link once there is one."""
        from PySide6.QtGui import QKeySequence
        from PySide6.QtTest import QTest

        model = self.desk.models.video.call
        link: asyncio.Future[str] = asyncio.get_running_loop().create_future()

        def follow() -> None:
            call = model.state.call
            if call is not None and call.link and not link.done():
                link.set_result(call.link)

        model.changed.connect(follow)
        pressed = now()
        QTest.keySequence(self.hands.window, QKeySequence("F9"))
        url = await asyncio.wait_for(link, PATIENCE)
        there = now()
        model.changed.disconnect(follow)
        return {"pressed": pressed, "there": there, "link": url}

    async def do_end(self) -> None:
        """End the call, and wait until another can be begun."""
        model = self.desk.models.video.call
        model.end()
        await self._until(lambda: not model.state.busy and model.state.readiness.ok, "the end")

    async def do_warmed(self) -> None:
        """Wait until the page is made ready."""
        await self._until(lambda: self._loaded(), "the page made ready")

    async def do_reachable(self) -> None:
        """Wait until the gateway answered."""
        model = self.desk.models.video.call
        await self._until(lambda: model.state.readiness.ok, "the gateway")

    async def do_hold(self, *, x: float, y: float) -> None:
        """The mouse goes down at a place of the page, in its own measures."""
        from PySide6.QtTest import QTest

        QTest.mouseMove(self._target(), self._place(x, y))
        QTest.mousePress(self._target(), _left(), _none(), self._place(x, y))

    async def do_move(self, *, x: float, y: float) -> float:
        """It moves there, held; the moment."""
        from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
        from PySide6.QtGui import QMouseEvent

        target, place = self._target(), QPointF(self._place(x, y))
        there = QPointF(target.mapToGlobal(place))
        event = QMouseEvent(
            QEvent.Type.MouseMove, place, there, Qt.MouseButton.NoButton, _left(), _none()
        )
        moment = now()
        QCoreApplication.sendEvent(target, event)
        return moment

    async def do_let_go(self, *, x: float, y: float) -> None:
        """The mouse goes up."""
        from PySide6.QtTest import QTest

        QTest.mouseRelease(self._target(), _left(), _none(), self._place(x, y))

    async def do_photo(self) -> None:
        """Ask for a photo of what the camera shows."""
        self._page().do("photo", "camera")

    async def do_photo_kept(self, *, count: int) -> dict[str, float]:
        """Wait until so many photos of the call are in the store; the moment, and the last one's size."""
        model = self.desk.models.video.call

        def kept() -> bool:
            call = model.state.call
            return call is not None and len(call.photos) >= count

        await self._until(kept, f"{count} photos", pause=0.002)
        moment, photo = now(), model.state.call.photos[-1]
        size = {"width": photo.width, "height": photo.height, "kib": photo.size / 1024}
        return {"at": moment, **size}

    def _loaded(self) -> bool:
        page = self._page()
        return page is not None and page._engine is not None and page._engine.loaded

    def _target(self) -> Any:
        view = self._page()._engine.view
        return view.focusProxy() or view

    def _place(self, x: float, y: float) -> Any:
        from PySide6.QtCore import QPoint

        scale = self._page()._engine.view.zoomFactor()
        return QPoint(round(x * scale), round(y * scale))

    async def _until(self, ready: Callable[[], bool], what: str, pause: float = 0.01) -> None:
        ends = time.monotonic() + PATIENCE
        while not ready():
            if time.monotonic() > ends:
                raise TimeoutError(what)
            await asyncio.sleep(pause)


def _left() -> Any:
    from PySide6.QtCore import Qt

    return Qt.MouseButton.LeftButton


def _none() -> Any:
    from PySide6.QtCore import Qt

    return Qt.KeyboardModifier.NoModifier


def now() -> float:
    """Milliseconds since 1970."""
    return time.time() * 1000


def main() -> int:
    flags = argparse.ArgumentParser()
    flags.add_argument("folder", type=Path)
    flags.add_argument("--cold", action="store_true", help="no page made ready")
    flags.add_argument("--gateway", default="")
    asked = flags.parse_args()
    asked.no_camera = False
    prepare(asked)
    from desktop.app import loop, run
    from desktop.app.tour.stage import on_stage
    from desktop.config import Settings
    from desktop.config.video import VideoSettings

    video = VideoSettings(gateway=asked.gateway, ready=not asked.cold)
    settings = Settings(folder=asked.folder, theme="light", sign_in_as="lea", video=video)
    application = run.make_application(settings)

    async def story(hands: Any, session: Any) -> None:
        await Timed(hands, session, []).play()

    async def play() -> int:
        await on_stage(settings, story)
        return 0

    return loop.run(application, play())


if __name__ == "__main__":
    sys.exit(main())
