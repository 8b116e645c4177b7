"""Steps drawn by a real mouse: press, move and release, through Qt's own drag and drop."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]


def test_steps_drawn_by_the_mouse_land_where_they_are_let_go():
    drawing = [sys.executable, "-m", "tests.ui.authoring.editor.drawing"]
    done = subprocess.run(drawing, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [
        ["look", "offer", "welcome", "end"],
        ["end", "look", "offer", "welcome"],
        ["end", "look", "offer", "welcome"],
        ["look", "end", "offer", "welcome"],
    ], "down, up, the guide itself which stays on top, and to the very top"
