"""Processor time of Qt's thread: signing in, first looks at pages, sliding the mirror; a child process each."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
RUNS = 5


def measure() -> list[dict[str, Any]]:
    """Medians over some lives of an advisor's desk and of a lead's, in a demonstration that is made."""
    rows = []
    for person in ("lea", "camille"):
        with tempfile.TemporaryDirectory(prefix="vis-a-vis-bench-") as name:
            folder = Path(name)
            _lived(person, folder)
            found = [_lived(person, folder) for _ in range(RUNS)]
        rows += [
            {
                "name": f"frames_{person}_{name}_ms",
                "unit": "ms",
                "value": statistics.median(one[name] for one in found),
                "n": RUNS,
            }
            for name in found[0]
        ]
    return rows


def _lived(person: str, folder: Path) -> dict[str, float]:
    marks = folder / "marks.json"
    subprocess.run(
        [sys.executable, "-m", "tests.bench.frames_desk", person, str(folder), str(marks)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONHASHSEED": "0"},
        check=True,
        timeout=300,
        stdout=subprocess.DEVNULL,
    )
    found: dict[str, float] = json.loads(marks.read_text(encoding="utf-8"))
    return found
