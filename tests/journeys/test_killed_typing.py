"""kill -9 while own words, a talk's note and a guide are typed: at most 300 ms of each are lost."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.services.store import authoring, own_words, talks
from desktop.services.store.local import LocalStore
from desktop.ui.authoring.editor import saving
from desktop.ui.scripts import ownwords_viewmodel
from desktop.ui.wellbeing import talk_viewmodel
from tests.journeys.typist import CAMILLE, CHECK_IN, PLACE
from tests.pacing import PAUSE_MS, PROMISED

KEYSTROKES = 45
ROOT = Path(__file__).resolve().parents[2]


def killed_typing(store: Path) -> int:
    """How many letters were typed when the child died."""
    command = [sys.executable, "-m", "tests.journeys.typist", str(store)]
    letters = 0
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        try:
            for line in child.stdout:
                letters = int(line)
                if letters >= KEYSTROKES:
                    break
        finally:
            os.kill(child.pid, signal.SIGKILL)
        # What it still said between the last line read and its death.
        return max([letters, *map(int, child.stdout)])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
async def test_a_kill_loses_at_most_300_ms_of_what_is_typed(tmp_path, clock):
    path = tmp_path / "store.sqlite"
    typed = killed_typing(path)
    assert typed >= KEYSTROKES
    promised = typed - PROMISED
    pauses = saving.DELAY_MS, talk_viewmodel.KEPT_AFTER_MS, ownwords_viewmodel.PAUSE
    assert max(pauses) <= PAUSE_MS
    assert promised >= 10, "the child typed for long enough to tell"
    store = await LocalStore.open(path, clock)
    begun = (await store.read(own_words.of_step, CAMILLE.id, PLACE)).begun or ""
    note = await store.read(talks.typed, CAMILLE.id, CHECK_IN) or ""
    guides = [one.script.title for one in await store.read(authoring.drafts, CAMILLE.id)]
    await store.close()
    found = {"own words": len(begun), "note": len(note), "guide": len("".join(guides))}
    assert {name for name, letters in found.items() if letters < promised} == set()
