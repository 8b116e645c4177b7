"""Plays a story in a process of its own, which a test may kill: `python -m tests.journeys.playing`.

`FOLDER NAME` types numbers for ever into the contact of that customer; after each one the length
that is on screen is printed.
"""

import sys
from pathlib import Path

from desktop.app import loop, run
from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.app.tour.stage import on_stage
from desktop.config import Settings
from desktop.config.video import VideoSettings
from tests.journeys.hands import arrive, note, open_customer
from tests.pacing import letters


def main() -> int:
    folder, name = Path(sys.argv[1]), sys.argv[2]
    settings = Settings(
        folder=folder, theme="light", sign_in_as="lea", video=VideoSettings(ready=False)
    )
    application = run.make_application(settings)

    async def story(hands: Driver, session: Session) -> None:
        desk = await arrive(hands, session)
        await open_customer(hands, desk, name)
        await hands.press("Ctrl+2")
        desk.views.wrap_up.take_focus()
        area = desk.views.wrap_up.form.note.area
        async for count in letters(desk.models.services.store):
            area.insertPlainText(f"{count} ")
            print(len(note(desk)), flush=True)

    async def play() -> int:
        await on_stage(settings, story)
        return 0

    return loop.run(application, play())


if __name__ == "__main__":
    sys.exit(main())
