"""Runs groups of measures, prints a table, and writes them as JSON where asked."""

import argparse
import importlib
import json
import sys
import time
from pathlib import Path

GROUPS: dict[str, tuple[str, ...]] = {
    "local": ("startup", "search", "customers", "typing", "contacts", "importing"),
    "vault": ("vault",),
    "video": ("video_pictures", "video_gateway"),
    "mirror": ("mirror",),
    "lists": ("lists",),
    "frames": ("frames",),
    "shared": ("shared", "shared_search", "shared_delay", "shared_desks"),
}
"""A group is a list of modules of this folder, each with `measure() -> list[dict]`."""


def main() -> int:
    flags = argparse.ArgumentParser(prog="tests.bench", description=__doc__)
    flags.add_argument("groups", nargs="*", metavar="GROUP", help=f"of {', '.join(GROUPS)}")
    flags.add_argument("--json", type=Path, metavar="FILE")
    chosen = flags.parse_args()
    unknown = [name for name in chosen.groups if name not in GROUPS and not _module(name)]
    if unknown:
        flags.error(f"no group {', '.join(unknown)}")
    modules = [part for name in chosen.groups or ["local"] for part in GROUPS.get(name, (name,))]
    rows = []
    for name in modules:
        began = time.perf_counter()
        print(f"· {name}", file=sys.stderr, flush=True)
        rows += importlib.import_module(f"tests.bench.{name}").measure()
        print(f"  {time.perf_counter() - began:.0f} s", file=sys.stderr, flush=True)
    print(table(rows))
    if chosen.json:
        chosen.json.write_text(json.dumps(rows, indent=1), encoding="utf-8")
    return 0


def _module(name: str) -> bool:
    return any(name in parts for parts in GROUPS.values())


def table(rows: list[dict]) -> str:
    """The measures as a Markdown table."""
    lines = ["| measure | value | unit | n |", "| --- | ---: | --- | ---: |"]
    for row in rows:
        value = row["value"]
        shown = f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"
        lines.append(f"| {row['name']} | {shown} | {row['unit']} | {row['n']} |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
