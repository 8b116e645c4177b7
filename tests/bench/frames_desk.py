"""Lives at a desk and times Qt's thread: `frames_desk PERSON FOLDER MARKS`."""

import asyncio
import json
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from PySide6.QtCore import QAbstractEventDispatcher

from desktop.app import loop, pages, run
from desktop.app.desk import Desk
from desktop.app.guides import GuidesPart
from desktop.app.mirror import MirrorPart
from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.app.tour.stage import on_stage
from desktop.config import Settings
from desktop.config.video import VideoSettings
from desktop.ui.shell.sign_in_view import SignInView
from tests.journeys.hands import arrive

SLIDES = 8
SIZE = (1680, 1050)
QUIET = 0.4
"""Seconds after which what was begun has ended."""


class Meter:
    """Processor time of this thread: in all, and of the longest turn of Qt's loop."""

    def __init__(self) -> None:
        self.found: dict[str, float] = {}
        self._began = self._last = time.thread_time()
        self._longest = 0.0
        dispatcher = QAbstractEventDispatcher.instance()
        assert dispatcher is not None
        dispatcher.awake.connect(self._turn)

    def begin(self) -> None:
        self._began = self._last = time.thread_time()
        self._longest = 0.0

    def end(self, name: str, steps: int = 1) -> None:
        self._turn()
        self.found[name] = (self._last - self._began) * 1000 / steps
        self.found[f"{name}_turn"] = self._longest * 1000

    def _turn(self) -> None:
        now = time.thread_time()
        self._longest = max(self._longest, now - self._last)
        self._last = now


async def story(hands: Driver, session: Session, meter: Meter) -> None:
    """Signs in twice, looks at a customer, the mirror and the guides, slides, writes a guide."""
    hands.window.resize(*SIZE)
    desk = await _signed_in_again(hands, session, meter)
    await _customer(hands, desk, meter)
    await _mirror(hands, desk, meter)
    await _guides(hands, desk, meter)


async def _signed_in_again(hands: Driver, session: Session, meter: Meter) -> Desk:
    """The second sign-in, whose modules are all there already: what it takes is the desk."""
    before = await arrive(hands, session)
    await asyncio.sleep(2 * QUIET)
    before.window.sign_out_asked.emit()
    await hands.until(lambda: session.offered, "qui vient")
    await asyncio.sleep(QUIET)
    view = next(one for one in hands.window.findChildren(SignInView) if one.isVisible())
    meter.begin()
    view.picked.emit(next(one for one in view.shown() if one.name == before.person.name))
    await hands.until(lambda: session.desk not in (None, before), "le bureau")
    desk = await arrive(hands, session)
    await asyncio.sleep(QUIET)
    meter.end("sign_in")
    return desk


async def _customer(hands: Driver, desk: Desk, meter: Meter) -> None:
    known = desk.models.customers.state.recent

    async def look() -> None:
        desk.models.customers.open(known[0].id)
        hands.window.show_page(pages.CUSTOMER)
        await hands.until(lambda: desk.models.customers.state.file, "la fiche")

    if known:
        await _looked(hands, meter, "customer_first", look)


async def _looked(
    hands: Driver, meter: Meter, name: str, look: Callable[[], Awaitable[None]]
) -> None:
    meter.begin()
    await look()
    await asyncio.sleep(QUIET)
    meter.end(name)


async def _mirror(hands: Driver, desk: Desk, meter: Meter) -> None:
    part = next(one for one in desk.parts if isinstance(one, MirrorPart))

    async def look() -> None:
        await hands.press(pages.KEYS[pages.MIRROR])
        await hands.until(lambda: part.viewmodel.state.mirror is not None, "ses chiffres")
        await hands.until(lambda: not part.viewmodel.state.loading, "la fin de la lecture")

    await _looked(hands, meter, "mirror_first", look)
    await hands.press(pages.KEYS[pages.DAY])
    await asyncio.sleep(QUIET)
    await _looked(hands, meter, "mirror_again", look)
    await hands.press("Shift+Right")
    await asyncio.sleep(QUIET)
    for name, key, times in (("slide_there", "Shift+Right", 5), ("slide_back", "Shift+Left", 5)):
        meter.begin()
        for _ in range(times):
            await hands.press(key)
        meter.end(name, times)
    await asyncio.sleep(QUIET)
    await _looked(hands, meter, "idle", lambda: hands.settle())


async def _guides(hands: Driver, desk: Desk, meter: Meter) -> None:
    part = next(one for one in desk.parts if isinstance(one, GuidesPart))

    async def look() -> None:
        await hands.press(pages.KEYS[pages.GUIDES])
        await hands.until(lambda: part.model.state.rows, "la liste")

    await _looked(hands, meter, "guides_first", look)
    if part.editor is None:
        return
    part.model.choose("bill-higher")
    await asyncio.sleep(QUIET)
    editor = part.editor

    async def write() -> None:
        part.view.detail.edit.click()
        await hands.until(lambda: editor.model.state.draft is not None, "le brouillon")
        await hands.until(lambda: editor.view.outline.list.hasFocus(), "le plan")

    await _looked(hands, meter, "editor_first", write)


def main() -> int:
    person, folder, marks = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    settings = Settings(
        folder=folder, theme="light", sign_in_as=person, video=VideoSettings(ready=False)
    )
    application = run.make_application(settings)

    async def play() -> int:
        meter = Meter()
        await on_stage(settings, lambda hands, session: story(hands, session, meter))
        marks.write_text(json.dumps(meter.found), encoding="utf-8")
        return 0

    return loop.run(application, play())


if __name__ == "__main__":
    sys.exit(main())
