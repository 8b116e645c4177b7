"""kill -9 of the real application: at most 300 ms of typing are lost, and the rest is found again."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from tests.journeys.hands import arrive, in_front, note, rows
from tests.pacing import PROMISED

ROOT = Path(__file__).resolve().parents[2]
CUSTOMER = "Claire Moreau"


def _type_until_killed(folder: Path, letters: int) -> list[int]:
    """The lengths that the note had on screen, one after the other, until the process was killed."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.playing", str(folder), CUSTOMER],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    )
    seen: list[int] = []
    try:
        assert process.stdout is not None
        for line in process.stdout:
            seen.append(int(line))
            if len(seen) >= letters:
                break
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert process.stdout is not None
    seen += map(int, process.stdout)
    process.stdout.close()
    return seen


@pytest.mark.parametrize("letters", [30, 47])
def test_at_most_300_ms_of_typing_are_lost(play, settings, store_file: Path, letters: int) -> None:
    seen = _type_until_killed(settings.folder, letters)
    assert len(seen) >= letters
    kept: list[str] = []

    async def story(hands: Driver, session: Session) -> None:
        desk = await arrive(hands, session)
        await hands.until(lambda: desk.models.drafts.rows, "le brouillon à reprendre")
        assert [row.customer_name for row in desk.models.drafts.rows] == [CUSTOMER]
        desk.models.drafts.resume(desk.models.drafts.rows[0])
        await hands.until(lambda: in_front(desk) == CUSTOMER, "la cliente")
        await hands.until(lambda: note(desk), "le texte")
        kept.append(note(desk))

    play(story)
    assert rows(store_file, "PRAGMA integrity_check") == [("ok",)]
    assert len(kept[0]) >= seen[-1 - PROMISED]
    assert kept[0] == "".join(f"{n} " for n in range(1, len(kept[0].split()) + 1))
