"""The tour: an advisor's contact played through the real window, with pictures of each screen."""

import os
import sys
import tempfile
from pathlib import Path

from desktop.config import Settings
from desktop.config.video import VideoSettings


def play(folder: Path | None, settings: Settings) -> int:
    """Play it offscreen in a throw-away store; returns the exit code.

    0 every step worked, 5 a step did not (it is named on stderr), 6 the folder cannot be written.
    """
    if folder is None:
        folder = Path(tempfile.gettempdir()) / "vis-a-vis-visite"
        _say(f"Pas d’écran ici\u00a0: la visite est jouée dans {folder}")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        _complain(f"{folder} ne peut pas être écrit\u00a0: {error.strerror}")
        return 6
    from desktop.app import loop, run
    from desktop.app.tour.driver import StepFailed
    from desktop.app.tour.stage import on_stage
    from desktop.app.tour.story import story

    with tempfile.TemporaryDirectory() as thrown_away:
        shown = _shown(Path(thrown_away), settings.lang)
        application = run.make_application(shown)

        async def tour() -> int:
            return len(await on_stage(shown, story, folder))

        try:
            taken = loop.run(application, tour())
        except StepFailed as failed:
            _complain(f"La visite s’arrête\u00a0: {failed}")
            return 5
    _say(f"La visite est complète\u00a0: {taken} images dans {folder}")
    return 0


def _say(words: str) -> None:
    print(words, flush=True)  # noqa: T201 - the tour tells what it does


def _complain(words: str) -> None:
    print(words, file=sys.stderr, flush=True)  # noqa: T201 - the tour tells what failed


def _shown(folder: Path, lang: str) -> Settings:
    """The demonstration in a folder of its own, without a page of video made ready."""
    return Settings(folder=folder, theme="light", lang=lang, video=VideoSettings(ready=False))
