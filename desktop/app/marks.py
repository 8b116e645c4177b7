"""Marks of the start, for the bench: processor and wall time since the process began, memory."""

import json
import os
import time
from pathlib import Path

VARIABLE = "VISAVIS_MARKS"
"""Names the file to write; the application ends by itself once ready when it is set."""


def asked() -> Path | None:
    """Where the marks go, if they were asked for."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else None


class Marks:
    """Collects marks; writes them once."""

    def __init__(self) -> None:
        self._found: dict[str, float] = {}

    def mark(self, name: str) -> None:
        """Note the times at this moment, once a name."""
        if f"{name}_cpu_s" not in self._found:
            self._found[f"{name}_cpu_s"] = time.process_time()
            self._found[f"{name}_wall_s"] = _since_start()
            self._found[f"{name}_memory_mib"] = _memory()

    def write(self, path: Path) -> None:
        """Write all marks as JSON."""
        path.write_text(json.dumps(self._found), encoding="utf-8")


def _since_start() -> float:
    """Seconds since the kernel started this process (Linux), else since Python counts."""
    try:
        fields = Path("/proc/self/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
        uptime = float(Path("/proc/uptime").read_text(encoding="utf-8").split()[0])
    except OSError:
        return time.perf_counter()
    return uptime - int(fields[19]) / os.sysconf("SC_CLK_TCK")


def _memory() -> float:
    """Resident memory in MiB; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="utf-8").split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
