"""The real window in a throw-away folder, for whoever plays keys into it."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from desktop.app.marks import Marks
from desktop.app.pages import pages
from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.config import Settings
from desktop.ui.kit import tasks
from desktop.ui.shell.window import Window

Story = Callable[[Driver, Session], Coroutine[Any, Any, None]]


async def on_stage(
    settings: Settings, story: Story, pictures: Path | None = None
) -> tuple[Path, ...]:
    """Play a story in a window of its own, then close it as a person would.

    Returns the pictures that were taken. Raises what the story or the session raises.
    """
    window = Window(pages())
    window.show()
    session = Session(window, settings, None)
    living = tasks.run(session.live(Marks()), window, _elsewhere)
    hands = Driver(window, pictures)
    playing = tasks.run(story(hands, session), window, _elsewhere)
    try:
        await asyncio.wait({living, playing}, return_when=asyncio.FIRST_COMPLETED)
        if living.done():
            # The window went before the story's end: why it went is what matters.
            playing.cancel()
            living.result()
        await playing
    finally:
        session.end()
        try:
            await living
        finally:
            window.hide()
            window.deleteLater()
    return tuple(hands.taken)


def _elsewhere(_error: BaseException) -> None:
    """Errors are raised where the tasks are awaited."""
