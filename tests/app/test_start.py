"""main.py as a process: one window a store, numbers that leave no trace, a tour that can fail."""

import hashlib
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from tests.house.source import ROOT

NUMBER = "0639984218"


def environment(folder: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("VISAVIS_")}
    return kept | {
        "QT_QPA_PLATFORM": "offscreen",
        "VISAVIS_FOLDER": str(folder),
        "VISAVIS_CONFIG": str(folder / "none.toml"),
        "TMPDIR": str(near(folder)),
        **more,
    }


def near(folder: Path) -> Path:
    """A folder by a short name: a socket's path may have 107 bytes, and the window's is made there."""
    digest = hashlib.sha256(str(folder).encode()).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"vav-{digest}"


@pytest.fixture(autouse=True)
def _short_name(tmp_path):
    near(tmp_path).symlink_to(tmp_path)
    yield
    near(tmp_path).unlink()


def start(folder: Path, *flags: str) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "main.py", *flags],
        cwd=ROOT,
        env=environment(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


@pytest.fixture
def window(tmp_path):
    """A window of the demonstration that runs, offscreen."""
    first = start(tmp_path, "--as", "lea")
    store = tmp_path / "default" / "demonstration.sqlite"
    ends = time.monotonic() + 40
    while not store.exists() and time.monotonic() < ends:
        time.sleep(0.05)
    yield first
    first.kill()
    first.communicate()


def test_a_second_start_hands_its_number_over_and_leaves_no_trace_of_it(window, tmp_path):
    second = start(tmp_path, f"tel:+33{NUMBER[1:]}")
    said, _ = second.communicate(timeout=40)
    assert second.returncode == 0, said
    assert window.poll() is None
    time.sleep(1)
    window.terminate()
    told, _ = window.communicate(timeout=20)
    log = "".join(path.read_text("utf-8") for path in tmp_path.rglob("*.log*") if path.is_file())
    for trace in (said, told, log):
        assert NUMBER[1:] not in trace.replace(" ", "")


def test_bad_settings_end_with_two_and_name_the_line(tmp_path):
    (tmp_path / "bad.toml").write_text('theme = "dark"\ncolour = "red"\n', encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "main.py"],
        cwd=ROOT,
        env=environment(tmp_path, VISAVIS_CONFIG=str(tmp_path / "bad.toml")),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ended.returncode == 2
    assert "bad.toml:2" in ended.stderr


def test_what_is_loaded_between_the_first_paint_and_the_desk_is_loaded_beside_the_window(tmp_path):
    """Loading the desk's screens takes half a second: the window must live meanwhile."""
    script = (
        "import sys, threading\n"
        "from desktop.app.marks import Marks\n"
        "told, painted, mark = [], [], Marks.mark\n"
        "def noted(self, name):\n"
        "    painted.append(name)\n"
        "    mark(self, name)\n"
        "Marks.mark = noted\n"
        "class Watch:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        own = threading.current_thread() is threading.main_thread()\n"
        "        if own and painted == ['first_paint']:\n"
        "            told.append(name)\n"
        "sys.meta_path.insert(0, Watch())\n"
        "from desktop.app import main\n"
        "code = main(['--as', 'lea'])\n"
        "print(*painted)\n"
        "print(*[name for name in told if name.startswith('desktop.')])\n"
        "sys.exit(code)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=environment(tmp_path, VISAVIS_MARKS=str(tmp_path / "marks.json")),
        capture_output=True,
        text=True,
        timeout=90,
    )
    assert ended.returncode == 0, ended.stderr
    painted, in_qt_s_thread = ended.stdout.splitlines()
    assert painted == "first_paint ready"
    assert in_qt_s_thread == ""


def test_a_tour_whose_step_fails_ends_with_five_and_says_which(tmp_path):
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from desktop.app.tour import story\n"
        "async def broken(hands, session):\n"
        "    hands.say('Chercher')\n"
        "    from desktop.app.tour import driver\n"
        "    driver.PATIENCE = 0.1\n"
        "    await hands.until(lambda: False, 'la fiche')\n"
        "story.story = broken\n"
        "from desktop.app import main\n"
        "sys.exit(main(['--tour', sys.argv[1]]))\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "pictures")],
        cwd=ROOT,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=90,
    )
    assert ended.returncode == 5, ended.stderr
    assert "Chercher" in ended.stdout
    assert "Chercher\u00a0: la fiche" in ended.stderr


@pytest.mark.long
@pytest.mark.sample
@pytest.mark.timeout(300)
def test_without_a_display_the_tour_is_played_into_a_folder_that_is_named(tmp_path):
    bare = environment(tmp_path)
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        bare.pop(name, None)
    ended = subprocess.run(
        [sys.executable, "main.py"], cwd=ROOT, env=bare, capture_output=True, text=True, timeout=280
    )
    assert ended.returncode == 0, ended.stderr
    folder = tmp_path / "vis-a-vis-visite"
    assert str(near(tmp_path) / folder.name) in ended.stdout
    light = sorted(path.name for path in folder.glob("*-light.png"))
    dark = sorted(path.name for path in folder.glob("*-dark.png"))
    assert len(light) == len(dark) >= 15
    assert all(path.stat().st_size > 20_000 for path in folder.glob("*.png"))
