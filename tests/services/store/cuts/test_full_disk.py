"""A disk that is really full: the ballast makes room for what is on the screen, then it is told."""

import json
import subprocess
import sys

import pytest

from desktop.services.store.ballast import Ballast, BallastState
from tests.house.source import ROOT

MIB = 1024 * 1024
MOUNT = 'mount -t tmpfs -o size=8m none "$1" && shift && exec "$@"'


def on_a_small_disk(folder, ballast: int) -> dict:
    """What a process tells of a disk of 8 MiB of its own, gone when it ends."""
    own = ["unshare", "--map-root-user", "--mount", "sh", "-c", MOUNT, "sh", str(folder)]
    try:
        subprocess.run([*own, "true"], check=True, capture_output=True, timeout=30)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no disk of one's own here: it takes unshare, of the package util-linux")
    module = [sys.executable, "-m", "tests.services.store.cuts.filling", str(folder), str(ballast)]
    ended = subprocess.run(
        [*own, *module], cwd=ROOT, capture_output=True, text=True, timeout=90, check=False
    )
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)


def test_the_ballast_is_released_and_what_was_typed_is_saved(tmp_path):
    assert on_a_small_disk(tmp_path, MIB) == {
        "before": "saved",
        "ready": "ready",
        "full": "saved",
        "released": "released",
        "end": "disk_full",
        "read": True,
        "room": "saved",
        "again": "ready",
        "kept": True,
        "sound": "ok",
    }


def test_without_ballast_it_is_told_at_once_and_all_before_is_kept(tmp_path):
    told = on_a_small_disk(tmp_path, 0)
    assert (told["full"], told["end"]) == ("disk_full", "disk_full")
    assert (told["released"], told["room"], told["again"]) == ("none", "saved", "none")
    assert told["read"]
    assert told["kept"]
    assert told["sound"] == "ok"


def test_ballast_is_not_made_where_there_is_no_room_for_more(tmp_path):
    huge = Ballast(tmp_path / "s.sqlite", 10**15)
    huge.make()
    assert huge.state is BallastState.RELEASED
    assert list(tmp_path.iterdir()) == []
    assert not huge.release()


def test_ballast_is_found_again_and_given_back_once(tmp_path):
    for _ in range(2):
        kept = Ballast(tmp_path / "s.sqlite", MIB)
        kept.make()
        assert kept.state is BallastState.READY
    assert (tmp_path / "s.sqlite.ballast").stat().st_size == MIB
    assert (tmp_path / "s.sqlite.ballast").stat().st_blocks * 512 >= MIB
    assert kept.release()
    assert not kept.release()
    assert list(tmp_path.iterdir()) == []
