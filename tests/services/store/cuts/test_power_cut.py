"""A power cut at any moment loses nothing that was promised.

What it simulates: a process writes notes and acknowledges each after its unit ended; a small
library under it writes down every write, sync, truncation and removal. At moments drawn by a
seed the disk is rebuilt as it may be found: all that was synced is there; of what was written
since, each write is there, missing, or torn at a sector. Names of files are taken to be there
as soon as they are made. The same is seen to fail where SQLite is told to sync less.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
import sqlcipher3.dbapi2

from desktop.services.store import cipher
from tests.house.source import ROOT
from tests.services.store.cuts.disk import Disk, records

KEY = bytes(range(32))
NOTES, CUTS = 60, 120


def play(recorder: Path, folder: Path, key: bytes | None, synchronous: str) -> Path:
    """The journal of a process that wrote its notes and ended."""
    written = folder / "written"
    written.mkdir(parents=True)
    journal = folder / "journal"
    told = {"LD_PRELOAD": str(recorder), "CUT_FOLDER": str(written), "CUT_LOG": str(journal)}
    module = "tests.services.store.cuts.writing"
    spelled = "-" if key is None else key.hex()
    subprocess.run(
        [sys.executable, "-m", module, str(written), str(NOTES), spelled, synchronous],
        env=os.environ | told,
        cwd=ROOT,
        check=True,
        timeout=90,
    )
    return journal


def cuts(journal: Path, folder: Path, key: bytes | None, seed: int) -> tuple[int, int, list[str]]:
    """Acknowledged notes that were looked for, those that are missing, and files that are unsound."""
    done = list(records(journal))
    chance = Random(seed)
    moments = set(chance.sample(range(len(done)), min(CUTS, len(done))))
    disk, promised, missing, unsound = Disk(), 0, 0, []
    for moment, record in enumerate(done):
        disk.do(record)
        if moment not in moments:
            continue
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        disk.after_a_cut(folder, chance)
        found = notes(folder / "store.sqlite", key) if disk.acknowledged else set()
        promised += len(disk.acknowledged)
        if isinstance(found, str):
            unsound.append(found)
        else:
            missing += len(set(disk.acknowledged) - found)
    return promised, missing, unsound


def notes(path: Path, key: bytes | None) -> set[int] | str:
    """The numbers of the notes whose row and whose outbox line are both there, or what is wrong."""
    connection = sqlcipher3.dbapi2.connect(path)
    try:
        connection.execute("PRAGMA cipher_log_level = none")
        if key is not None:
            connection.execute(f'PRAGMA key = "{cipher.literal(key)}"')
        (sound,) = connection.execute("PRAGMA integrity_check").fetchone()
        rows = connection.execute(
            "SELECT words FROM pinned_notes JOIN outbox ON fact_id = pinned_notes.id"
        ).fetchall()
    except sqlcipher3.dbapi2.Error as error:
        return str(error)
    finally:
        connection.close()
    return {int(words.split()[1]) for (words,) in rows} if sound == "ok" else str(sound)


@pytest.mark.parametrize("key", [KEY, None], ids=["encrypted", "plain"])
def test_what_was_promised_is_there_after_the_power_went(recorder, tmp_path, key):
    journal = play(recorder, tmp_path / "full", key, "-")
    promised, missing, unsound = cuts(journal, tmp_path / "found", key, seed=1)
    print(f"promised {promised}, missing {missing}, unsound {len(unsound)}")
    assert promised > 1000
    assert (missing, unsound) == (0, [])


@pytest.mark.parametrize("synchronous", ["OFF", "NORMAL"])
def test_it_is_seen_where_less_is_synced(recorder, tmp_path, synchronous):
    """The test above can fail: told to sync less, SQLite loses what was promised."""
    journal = play(recorder, tmp_path / "less", KEY, synchronous)
    promised, missing, unsound = cuts(journal, tmp_path / "found", KEY, seed=1)
    print(f"promised {promised}, missing {missing}, unsound {len(unsound)}")
    assert missing > 0 or unsound
