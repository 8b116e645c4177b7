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
from tests.ui.contacts.people import CLAIRE, KARIM, LEA

PROMISED_S = 0.3
ROOT = Path(__file__).parents[3]


def killed_typing(store: Path, keystrokes: int) -> list[tuple[float, int]]:
    """Have a child type, kill it after so many keystrokes; return when each was, in seconds."""
    command = [sys.executable, "-m", "tests.ui.contacts.typist", str(store)]
    said: list[tuple[float, int]] = []
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        for line in child.stdout:
            at, typed = line.split()
            said.append((float(at), int(typed)))
            if len(said) >= keystrokes:
                break
        os.kill(child.pid, signal.SIGKILL)
        # What it still said between the last line read and its death.
        said += [(float(line.split()[0]), int(line.split()[1])) for line in child.stdout]
    return said


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("keystrokes", [23, 40, 71])
async def test_a_kill_loses_at_most_300_ms_of_typing(tmp_path, keystrokes):
    path = tmp_path / "store.sqlite"
    said = killed_typing(path, keystrokes)
    death = said[-1][0]
    promised = max(typed for at, typed in said if at <= death - PROMISED_S)
    assert promised >= 3, "the child typed for long enough to tell"
    store = await LocalStore.open(path, Clock())
    contacts = Contacts(store, Clock(), Changes())
    found = await contacts.draft_of(LEA, CLAIRE.id)
    other = await contacts.draft_of(LEA, KARIM.id)
    await store.close()
    assert found is not None
    assert len(found.note) >= promised
    assert other is None
