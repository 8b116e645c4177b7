"""kill -9 of the real application: at most 300 ms of typing are lost, and the rest is found again."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.app.session import Session
from desktop.app.tour.driver import Driver
from tests.journeys.hands import arrive, in_front, note, rows

ROOT = Path(__file__).resolve().parents[2]
CUSTOMER = "Claire Moreau"
LOST = 0.3
PATIENCE = 40


def _type_until_killed(folder: Path, letters: int) -> tuple[float, list[tuple[float, int]]]:
    """When the process was killed, and when each length of the note was on screen."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.playing", str(folder), CUSTOMER],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    )
    seen: list[tuple[float, int]] = []
    ends = time.monotonic() + PATIENCE
    try:
        assert process.stdout is not None
        for line in process.stdout:
            at, length = line.split()
            seen.append((float(at), int(length)))
            if len(seen) >= letters:
                break
            assert time.monotonic() < ends
    finally:
        killed = time.monotonic()
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert process.stdout is not None
    seen += [(float(at), int(length)) for at, length in map(str.split, process.stdout)]
    process.stdout.close()
    return killed, seen


@pytest.mark.parametrize("letters", [30, 47])
def test_at_most_300_ms_of_typing_are_lost(play, settings, store_file: Path, letters: int) -> None:
    killed, seen = _type_until_killed(settings.folder, letters)
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
    due = [length for at, length in seen if at < killed - LOST]
    assert due
    assert len(kept[0]) >= due[-1]
    assert kept[0] == "".join(f"{n} " for n in range(1, len(kept[0].split()) + 1))
