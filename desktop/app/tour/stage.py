"""The real window in a throw-away folder, for whoever plays keys into it."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from desktop.app.marks import Marks
from desktop.app.pages import pages
from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.config import Settings
from desktop.ui.kit import tasks
from desktop.ui.shell.window import Window

Story = Callable[[Driver, Session], Awaitable[None]]


async def on_stage(settings: Settings, story: Story, pictures: Path | None = None) -> None:
    """Play a story in a window of its own, then close it as a person would.

    Raises what the story or the session raises.
    """
    window = Window(pages())
    window.show()
    session = Session(window, settings, None)
    living = tasks.run(session.live(Marks()), window, lambda _error: None)
    try:
        await story(Driver(window, pictures), session)
    finally:
        session.end()
        try:
            await living
        finally:
            window.hide()
            window.deleteLater()
