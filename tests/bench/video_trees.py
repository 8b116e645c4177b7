"""What a process and all that it started use: processor and memory."""

import contextlib
import time
from typing import Any

import psutil

MIB = 2**20


def row(name: str, value: float, unit: str, n: int) -> dict[str, Any]:
    """One measure, as all groups give them."""
    return {"name": name, "unit": unit, "value": round(value, 3), "n": n}


def spread(name: str, waits: list[float]) -> list[dict[str, Any]]:
    """`<name>_p50_ms` and `<name>_worst_ms` of some milliseconds."""
    ordered = sorted(waits)
    middle = (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
    return [
        row(f"{name}_p50_ms", middle, "ms", len(ordered)),
        row(f"{name}_worst_ms", ordered[-1], "ms", len(ordered)),
    ]


def used(tree: list[psutil.Process]) -> dict[int, float]:
    """Seconds of processor, user's and system's, by process."""
    found = {}
    for one in tree:
        with contextlib.suppress(psutil.Error):
            found[one.pid] = sum(one.cpu_times()[:2])
    return found


def tree(pid: int) -> list[psutil.Process]:
    """A process and all its offspring that is alive."""
    with contextlib.suppress(psutil.Error):
        top = psutil.Process(pid)
        return [top, *top.children(recursive=True)]
    return []


def memory(pid: int) -> float:
    """MiB of the whole tree, what is shared counted once (PSS; resident where the system has none)."""
    total = 0
    for one in tree(pid):
        with contextlib.suppress(psutil.Error):
            full = one.memory_full_info()
            total += getattr(full, "pss", full.rss)
    return total / MIB


class Watch:
    """The processor that some trees use between `__init__` and `shares`."""

    def __init__(self, **pids: int) -> None:
        self._pids = pids
        self._before = {name: used(tree(pid)) for name, pid in pids.items()}
        self._began = time.perf_counter()

    def shares(self) -> dict[str, float]:
        """Percent of one core, by name; a process that ended meanwhile is not counted."""
        taken = time.perf_counter() - self._began
        found = {}
        for name, pid in self._pids.items():
            before = self._before[name]
            now = used(tree(pid))
            seconds = sum(spent - before.get(one, 0.0) for one, spent in now.items())
            found[name] = 100 * seconds / taken
        return found
