"""A process killed without warning: at most 300 ms of typing are lost, on the right customer."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.services.changes import Changes
from desktop.services.clock import Clock
from desktop.services.contacts import Contacts
from desktop.services.store.local import LocalStore
from desktop.ui.contacts.saving import DELAY_MS
from tests.pacing import PAUSE_MS, PROMISED
from tests.ui.contacts.people import CLAIRE, KARIM, LEA

ROOT = Path(__file__).parents[3]


def killed_typing(store: Path, keystrokes: int) -> int:
    """Have a child type, kill it after so many keystrokes; return how many there were."""
    command = [sys.executable, "-m", "tests.ui.contacts.typist", str(store)]
    typed = 0
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        for line in child.stdout:
            typed = int(line)
            if typed >= keystrokes:
                break
        os.kill(child.pid, signal.SIGKILL)
        # What it still said between the last line read and its death.
        return max([typed, *map(int, child.stdout)])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("keystrokes", [23, 40, 71])
async def test_a_kill_loses_at_most_300_ms_of_typing(tmp_path, keystrokes):
    path = tmp_path / "store.sqlite"
    promised = killed_typing(path, keystrokes) - PROMISED
    assert DELAY_MS <= PAUSE_MS
    assert promised >= 3, "the child typed for long enough to tell"
    store = await LocalStore.open(path, Clock())
    contacts = Contacts(store, Clock(), Changes())
    found = await contacts.draft_of(LEA, CLAIRE.id)
    other = await contacts.draft_of(LEA, KARIM.id)
    await store.close()
    assert found is not None
    assert len(found.note) >= promised
    assert other is None
