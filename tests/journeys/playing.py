"""Plays a story in a process of its own, which a test may kill: `python -m tests.journeys.playing`.

`FOLDER NAME` types a sentence for ever into the contact of that customer; each letter is printed
with the monotonic time at which it was on screen.
"""

import asyncio
import sys
import time
from pathlib import Path

from desktop.app import loop, run
from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from desktop.app.tour.stage import on_stage
from desktop.config import Settings
from desktop.config.video import VideoSettings
from tests.journeys.hands import arrive, note, open_customer

PACE = 0.02
"""Seconds between two letters: faster than anybody."""


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
        count = 0
        while True:
            count += 1
            area.insertPlainText(f"{count} ")
            print(time.monotonic(), len(note(desk)), flush=True)
            await asyncio.sleep(PACE)

    async def play() -> int:
        await on_stage(settings, story)
        return 0

    return loop.run(application, play())


if __name__ == "__main__":
    sys.exit(main())
