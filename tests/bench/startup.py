"""Processor and wall time to the first paint and to ready, and memory: a child process each."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RUNS = 5


def measure() -> list[dict]:
    """Medians over some starts on a demonstration that is already made."""
    with tempfile.TemporaryDirectory() as folder:
        _start(folder)
        found = [_start(folder) for _ in range(RUNS)]
    names = (
        ("first_paint_cpu_s", "s"),
        ("first_paint_wall_s", "s"),
        ("ready_cpu_s", "s"),
        ("ready_wall_s", "s"),
        ("ready_memory_mib", "MiB"),
    )
    return [
        {
            "name": name,
            "unit": unit,
            "value": statistics.median(run[name] for run in found),
            "n": RUNS,
        }
        for name, unit in names
    ]


def _start(folder: str) -> dict[str, float]:
    """One start; the application writes its own marks and ends (VISAVIS_MARKS)."""
    marks = Path(folder) / "marks.json"
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "VISAVIS_FOLDER": folder,
        "VISAVIS_CONFIG": str(Path(folder) / "none.toml"),
        "VISAVIS_MARKS": str(marks),
    }
    subprocess.run(
        [sys.executable, "main.py", "--as", "lea"],
        cwd=ROOT,
        env=environment,
        check=True,
        timeout=120,
        capture_output=True,
    )
    found: dict[str, float] = json.loads(marks.read_text(encoding="utf-8"))
    return found
