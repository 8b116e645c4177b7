"""kill -9 in the middle of writing, and two windows on one store: nothing promised is missing."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.source import ROOT
from tests.services.store.cuts.test_power_cut import KEY, notes

MODULE = "tests.services.store.cuts.writing"


def writing(folder: Path, count: int, key: bytes | None) -> subprocess.Popen:
    spelled = "-" if key is None else key.hex()
    arguments = [sys.executable, "-m", MODULE, str(folder), str(count), spelled, "-"]
    return subprocess.Popen(arguments, cwd=ROOT)


@pytest.mark.parametrize("key", [KEY, None], ids=["encrypted", "plain"])
def test_killed_at_many_points_what_was_acknowledged_is_there(tmp_path, key):
    promised = 0
    acknowledged = tmp_path / "acknowledged"
    for kill_after in (1, 7, 40):
        for file in tmp_path.iterdir():
            file.unlink()
        process = writing(tmp_path, 100_000, key)
        try:
            while not acknowledged.exists() or _lines(acknowledged) < kill_after:
                assert process.poll() is None
        finally:
            process.kill()
            process.wait()
        told = set(range(_lines(acknowledged)))
        found = notes(tmp_path / "store.sqlite", key)
        assert isinstance(found, set), found
        assert told <= found
        assert len(found - told) <= 1, "the one whose promise was cut off"
        promised += len(told)
    print(f"promised {promised}, missing 0")


def test_two_programs_write_to_one_store_and_both_keep_their_word(tmp_path):
    both = [writing(tmp_path, 40, KEY) for _ in range(2)]
    assert [process.wait(timeout=90) for process in both] == [0, 0]
    found = notes(tmp_path / "store.sqlite", KEY)
    assert found == set(range(40))
    assert _lines(tmp_path / "acknowledged") == 80
    assert _rows(tmp_path / "store.sqlite") == 80


def _lines(path: Path) -> int:
    return path.read_bytes().count(b"\n")


def _rows(path: Path) -> int:
    import sqlcipher3.dbapi2

    connection = sqlcipher3.dbapi2.connect(path)
    connection.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
    (count,) = connection.execute("SELECT count(*) FROM outbox").fetchone()
    connection.close()
    return int(count)
