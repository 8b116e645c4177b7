"""The application itself in a process of its own, led by words: `python -m tests.video.playing FOLDER`.

A line of JSON in is one thing to do, a line of JSON out what came of it; `Played` (application.py)
is the other end. The demonstration's file has to be in FOLDER already.
"""

import argparse
import asyncio
import importlib
import json
import os
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

FAKES = "--use-fake-device-for-media-stream"
Verb = Callable[..., Awaitable[Any]]


def given() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--browser", action="store_true", help="as without the extra")
    parser.add_argument("--no-camera", action="store_true")
    parser.add_argument("--gateway", default="", help="one that stands alone")
    for name, seconds in (("patience", 45), ("invitation", 600), ("nobody", 60), ("ring", 15)):
        parser.add_argument(f"--{name}", type=float, default=0, help=f"seconds, not {seconds}")
    return parser.parse_args()


def prepare(asked: argparse.Namespace) -> None:
    """What has to be said before Qt is there."""
    flags = ["--disable-gpu", "" if asked.no_camera else FAKES]
    if os.geteuid() == 0:
        flags.append("--no-sandbox")
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = " ".join(flag for flag in flags if flag)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_API"] = "pyside6"
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.gettempdir())


def shorten(
    *, patience: float = 0, invitation: float = 0, nobody: float = 0, ring: float = 0
) -> None:
    """Have what takes minutes take seconds, here alone: nobody is to wait for a test."""
    rooms = "desktop.services.video.gateway"
    for path, name, value in (
        (f"{rooms}.rooms", "PATIENCE", patience),
        (f"{rooms}.making", "INVITATION", invitation),
        (f"{rooms}.api", "INVITATION", invitation),
        (f"{rooms}.presses", "PATIENCE", ring and timedelta(seconds=ring)),
        ("desktop.domain.video.clocks", "NOBODY", nobody and timedelta(seconds=nobody)),
    ):
        module = importlib.import_module(path)
        assert hasattr(module, name), f"{path} has no {name} any more"
        if value:
            setattr(module, name, value)


def watch_browser(opened: list[str]) -> None:
    """Nothing opens in a browser of this machine: the test is told of it instead."""
    from desktop.ui.kit import browser

    class Browser:
        @staticmethod
        def openUrl(url: Any) -> None:
            opened.append(url.toString())

    setattr(browser, "QDesktopServices", Browser)  # noqa: B010 - another class than its own


class Player:
    """Does what it is told, one word after the other, with the desk of whoever signed in."""

    def __init__(self, hands: Any, session: Any, browsed: list[str]) -> None:
        self.hands = hands
        self.session = session
        self.browsed = browsed
        self.desk: Any = None
        self.said: list[str] = []
        self.stalled = 0

    async def play(self) -> None:
        from tests.journeys.hands import arrive

        self.desk = await arrive(self.hands, self.session)
        toasts, say = self.desk.window.toasts, self.desk.window.toasts.say

        def heard(words: str, *more: Any, **named: Any) -> Any:
            self.said.append(words)
            return say(words, *more, **named)

        toasts.say = heard
        answer({"ready": True})
        loop = asyncio.get_running_loop()
        while line := await loop.run_in_executor(None, sys.stdin.readline):
            told = json.loads(line)
            verb: Verb = getattr(self, f"do_{told.pop('do')}")
            try:
                answer({"it": await verb(**told)})
            except Exception as error:
                answer({"error": f"{type(error).__name__}: {error}"})
            if line.startswith('{"do": "quit"'):
                return

    async def do_press(self, *, key: str) -> None:
        await self.hands.press(key)

    async def do_type(self, *, text: str) -> None:
        await self.hands.type(text)

    async def do_open(self, *, customer: str) -> str:
        from tests.journeys.hands import open_customer

        return await open_customer(self.hands, self.desk, customer)

    async def do_state(self) -> dict[str, Any]:
        return told(self.desk, self.said, self.browsed)

    async def do_link(self) -> str:
        call = self.desk.models.video.call.state.call
        return call.link if call is not None else ""

    async def do_public(self) -> str:
        return str(self.desk.models.video.call.state.readiness.public)

    async def do_stall(self, *, seconds: float, until: str) -> None:
        """The window hangs, from after the answer on: so long, and until this file is there.

        `stalled` says when it did no longer.
        """

        def hang() -> None:
            least = time.monotonic() + seconds
            while time.monotonic() < least or not Path(until).exists():
                assert time.monotonic() < least + 60, "nobody says that it is enough"
                time.sleep(0.02)
            self.stalled = round(time.time() * 1000)

        asyncio.get_running_loop().call_later(0.05, hang)

    async def do_stalled(self) -> int:
        return self.stalled

    async def do_shorten(self, **seconds: float) -> None:
        shorten(**seconds)

    async def do_cut(self) -> int:
        """Every line of the gateway inside breaks, as by a network that goes."""
        return int(await inside(self.desk, _cut))

    async def do_expire(self) -> None:
        """Every invitation runs out now."""
        await inside(self.desk, _expire)

    async def do_renderer(self) -> int:
        return int(self._page().renderer())

    async def do_grab(self, *, file: str) -> None:
        """The window in both themes: FILE-light.png, FILE-dark.png."""
        from desktop.app.running import application
        from desktop.ui.kit import theme

        for mode in ("dark", "light"):
            theme.apply(application(), mode)
            await asyncio.sleep(0.2)
            self.hands.window.grab().save(f"{file}-{mode}.png")

    async def do_script(self, *, script: str) -> Any:
        """The outcome of a script in the advisor's own page."""
        outcome: asyncio.Future[Any] = asyncio.get_running_loop().create_future()

        def hear(found: Any) -> None:
            if not outcome.done():
                outcome.set_result(found)

        self._page()._engine.page.runJavaScript(script, hear)
        return await asyncio.wait_for(outcome, 10)

    async def do_drag(self, *, points: list[list[float]]) -> None:
        """The mouse over the advisor's own page, in its own measures."""
        from PySide6.QtCore import QPoint, Qt
        from PySide6.QtTest import QTest

        view = self._page()._engine.view
        target, scale = view.focusProxy() or view, view.zoomFactor()
        places = [QPoint(round(x * scale), round(y * scale)) for x, y in points]
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mouseMove(target, places[0])
        QTest.mousePress(target, left, none, places[0])
        for place in places[1:]:
            await asyncio.sleep(0.03)
            QTest.mouseMove(target, place)
        QTest.mouseRelease(target, left, none, places[-1])

    async def do_available(self) -> None:
        self.desk.views.video.panel.availability.row.click()

    async def do_journey(self) -> list[dict[str, Any]]:
        """The customer's journey, as it is read aloud, with what an entry shows when it is opened."""
        from desktop.ui.customers.video_words import call_pairs

        journey = self.desk.models.customers.journey
        return [
            {
                "kind": one.kind.value,
                "text": journey.text_of(one),
                "calls": [
                    pair for shown in one.calls for pair in call_pairs(shown, journey.here().tzinfo)
                ],
                "effort": one.effort,
                "words": one.words,
                "photos": [photo.sha256 for shown in one.calls for photo in shown.photos],
            }
            for one in journey.rows.rows()
        ]

    async def do_quit(self) -> None:
        pass

    def _page(self) -> Any:
        return self.desk.views.video.pages._page


async def inside(desk: Any, work: Any) -> Any:
    """Done with the gateway inside, on its own loop."""
    from desktop.services.video.gateway.core import CORE

    video = desk.models.video.facade
    return await video._thread.run(work, video._engine._doors._inside._running._runner.app[CORE])


async def _cut(core: Any) -> int:
    lines = list(core.lines)
    for line in lines:
        line._cut()
    return len(lines)


async def _expire(core: Any) -> None:
    for call in core.calls:
        call.expires = core.clock.monotonic()


def told(desk: Any, said: list[str], browsed: list[str]) -> dict[str, Any]:
    """What the screens have."""
    state, rings = desk.models.video.call.state, desk.models.video.rings.state
    contact = desk.models.contact.state
    call = state.call or state.last
    progress = None if call is None else call.progress
    panel = desk.views.video.panel
    return {
        "stage": state.stage.value,
        "hint": state.hint.value,
        "problem": None if state.problem is None else state.problem.code,
        "ready": state.readiness.ok,
        "why": None if state.readiness.why is None else state.readiness.why.value,
        "call": None if call is None else call.asked.id,
        "step": None if progress is None else progress.step.value,
        "reason": None
        if progress is None or progress.end_reason is None
        else progress.end_reason.value,
        "log": [] if progress is None else [one.what.value for one in progress.log],
        "photos": [] if call is None else [one.sha256 for one in call.photos],
        "inside": panel.host.inside,
        "rings": len(rings.rings),
        "available": rings.available,
        "contact": contact.stage.value,
        "estimate": None if contact.draft is None else contact.draft.estimate,
        "shown": contact.draft is not None and contact.draft.answer_shown,
        "customer": None if contact.draft is None else contact.draft.customer_id,
        "words": words_of(panel),
        "said": list(said),
        "browsed": list(browsed),
    }


def words_of(widget: Any) -> str:
    """All that is to be read on it."""
    from PySide6.QtWidgets import QWidget

    found = []
    for one in widget.findChildren(QWidget):
        text = getattr(one, "text", None)
        if one.isVisible() and callable(text) and isinstance(words := text(), str) and words:
            found.append(words)
    return "\n".join(found)


def answer(told: dict[str, Any]) -> None:
    print(json.dumps(told), flush=True)


def main() -> int:
    asked = given()
    prepare(asked)
    from desktop.app import loop, run
    from desktop.app.tour.stage import on_stage
    from desktop.config import Settings
    from desktop.config.video import VideoSettings

    shorten(
        patience=asked.patience,
        invitation=asked.invitation,
        nobody=asked.nobody,
        ring=asked.ring,
    )
    settings = Settings(
        folder=asked.folder,
        theme="light",
        sign_in_as="lea",
        video=VideoSettings(gateway=asked.gateway, ready=not asked.browser),
    )
    browsed: list[str] = []
    application = run.make_application(settings)
    watch_browser(browsed)
    if asked.browser:
        from desktop.ui.video import webrules

        webrules.available = lambda: False

    async def story(hands: Any, session: Any) -> None:
        await Player(hands, session, browsed).play()

    async def play() -> int:
        await on_stage(settings, story)
        return 0

    return loop.run(application, play())


if __name__ == "__main__":
    sys.exit(main())
