"""An import that is cut, by a kill or by hand, is run again: nothing doubled, nothing missing."""

import json
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.admin.interrupting import rows_in
from tests.services.importing.making import (
    CONTACT_HEADER,
    CONTACTS,
    CUSTOMER_HEADER,
    CUSTOMERS,
    call,
    customer,
    mapping_file,
    write,
)

ROOT = Path(__file__).parents[2]
COUNT = 12_000


@pytest.fixture
def command(tmp_path):
    """The command that imports a table, as a list of words, by what the table holds."""

    def made(what):
        if what == "customers":
            rows = [customer(rank) for rank in range(COUNT)]
            write(tmp_path / "table.csv", CUSTOMER_HEADER, rows)
            mapping_file(tmp_path, CUSTOMERS)
        else:
            rows = [call(rank, Client=f"C{rank % 700}") for rank in range(COUNT)]
            write(tmp_path / "table.csv", CONTACT_HEADER, rows)
            mapping_file(tmp_path, CONTACTS)
        store, mapping = str(tmp_path / "s.sqlite"), str(tmp_path / "mapping.yaml")
        words = [sys.executable, "-m", "desktop.admin", "--store", store, "import", what]
        return [*words, str(tmp_path / "table.csv"), "--mapping", mapping, "--json"]

    return made


def cut(words, store: Path, table: str, how: signal.Signals):
    """Start the command and cut it once a part of the rows is in; answers its output and code."""
    child = subprocess.Popen(
        words,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # Where the run itself was started in the background, SIGINT is ignored by whoever it starts.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        until = time.monotonic() + 30
        while rows_in(store, table) < 1000:
            assert child.poll() is None, child.communicate()
            assert time.monotonic() < until
            time.sleep(0.02)
        # It waits for the lock meanwhile: however late this process is, rows are left to come.
        held = sqlite3.connect(store, timeout=30, isolation_level=None)
        held.execute("BEGIN IMMEDIATE")
        child.send_signal(how)
        if how is signal.SIGKILL:
            child.wait(30)
        held.execute("ROLLBACK")
        held.close()
        output, errors = child.communicate(timeout=30)
    finally:
        if child.poll() is None:
            child.kill()
            child.communicate()
    return output, errors, child.returncode


def completed(words):
    ended = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout.splitlines()[-1])


@pytest.mark.parametrize("what", ["customers", "contacts"])
def test_a_killed_import_is_run_again(tmp_path, command, what):
    words, store = command(what), tmp_path / "s.sqlite"
    _, _, code = cut(words, store, what, signal.SIGKILL)
    assert code == -signal.SIGKILL
    part = rows_in(store, what)
    assert 1000 <= part < COUNT
    if what == "customers":
        assert rows_in(store, "contracts") == part
        assert rows_in(store, "imported") == part
    told = completed(words)
    assert (told["read"], told["unchanged"], told["imported"]) == (COUNT, part, COUNT - part)
    assert rows_in(store, what) == COUNT
    assert rows_in(store, "customers") == (COUNT if what == "customers" else 700)
    assert rows_in(store, "outbox") == 0
    check = [sys.executable, "-m", "desktop.admin", "--store", str(store), "check", "--json"]
    assert completed(check)["ok"]


def test_an_import_stopped_by_hand_says_how_to_go_on(tmp_path, command):
    words, store = command("contacts"), tmp_path / "s.sqlite"
    output, errors, code = cut(words, store, "contacts", signal.SIGINT)
    assert code == 1
    assert "relancez la même commande" in errors
    assert "Traceback" not in errors
    told = json.loads(output.splitlines()[-1])
    assert told["complete"] is False
    assert told["read"] == told["imported"] + told["unchanged"] + told["rejected"]
    # The transaction under way when the key was pressed is kept, though no longer counted.
    part = rows_in(store, "contacts")
    assert told["imported"] <= part < COUNT
    again = completed(words)
    assert (again["unchanged"], again["imported"]) == (part, COUNT - part)
