"""Key to paint while typing a note, as another process adds customers to the same store."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
CUSTOMERS = 10_000
ADDED = 400_000
"""More than can be added while one types: the writing goes on to the end."""

Figure = dict[str, Any]


def measure() -> list[Figure]:
    """Median and 99th percentile of key to paint, and the longest stall of Qt's loop."""
    with tempfile.TemporaryDirectory(prefix="vis-a-vis-bench-") as name:
        folder = Path(name)
        store = folder / "store.sqlite"
        _admin(store, CUSTOMERS).wait(timeout=300)
        found = _typed(store, folder)
    keys = sorted(found["keys"])
    cuts = statistics.quantiles(keys, n=100, method="inclusive")
    print(
        f"typing: {len(keys)} keys, {found['added']} customers added meanwhile,"
        f" worst key {keys[-1]:.1f} ms, slowest: {[round(key, 1) for key in keys[-6:]]}",
        file=sys.stderr,
    )
    return [
        _figure("key_to_paint_p50_ms", cuts[49], len(keys)),
        _figure("key_to_paint_p99_ms", cuts[98], len(keys)),
        _figure("loop_stall_max_ms", found["stall"], found["beats"]),
    ]


def _admin(store: Path, count: int) -> "subprocess.Popen[bytes]":
    words = ["--store", str(store), "add-customers", str(count)]
    return subprocess.Popen(
        [sys.executable, "-m", "desktop.admin", *words],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _typed(store: Path, folder: Path) -> dict[str, Any]:
    """What the typing process measured; it begins and ends the adding by itself."""
    marks = folder / "typed.json"
    subprocess.run(
        [sys.executable, "-m", "tests.bench.typist", str(store), str(marks), str(ADDED)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        check=True,
        timeout=300,
        stdout=subprocess.DEVNULL,
    )
    found: dict[str, Any] = json.loads(marks.read_text(encoding="utf-8"))
    return found


def _figure(name: str, value: float, count: int) -> Figure:
    return {"name": name, "unit": "ms", "value": round(value, 2), "n": count}


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1))
