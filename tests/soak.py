"""Kills desks and server sessions for as long as wanted, and counts what was promised and kept.

    uv run -m tests.soak --seconds 600 --seed 3 --json

The last line says how many facts were promised, missing and doubled; the exit code is not zero
where one was, or where none was promised.
"""

import argparse
import json
import logging
import secrets
import sys

from tests.postgres import of_this_run
from tests.sync.chaos import Stuck, a_run
from tests.sync.counting import Tally


def main() -> int:
    flags = argparse.ArgumentParser(prog="tests.soak", description=__doc__)
    flags.add_argument("--seconds", type=float, default=300, help="of breaking things (300)")
    flags.add_argument("--seed", type=int, help="the same faults again")
    flags.add_argument("--json", action="store_true", help="the last line is one object")
    flags.add_argument("--plant", default="", choices=("", "lies"), help=argparse.SUPPRESS)
    chosen = flags.parse_args()
    seed = secrets.randbelow(1 << 31) if chosen.seed is None else chosen.seed
    print(f"seed {seed}", flush=True)
    # The second door tells of each request that was cut, which is what is done here all along.
    logging.getLogger("aiohttp").setLevel(logging.CRITICAL)
    with a_run(of_this_run(), seed, chosen.plant) as chaos:
        try:
            tally = chaos.play(chosen.seconds)
        except Stuck as stuck:
            tally = chaos.tally
            tally.wrong.append(f"given up: {stuck}")
            tally.promised = 0  # nothing was counted, and nothing is proved
    print("\n".join(tally.wrong), end="\n" if tally.wrong else "")
    print(last_line(tally, as_json=chosen.json), flush=True)
    return 0 if tally.kept else 1


def last_line(tally: Tally, *, as_json: bool) -> str:
    """The figures, as one object or in words."""
    shown = tally.shown()
    if as_json:
        return json.dumps(shown)
    return ", ".join(f"{name} {value}" for name, value in shown.items())


if __name__ == "__main__":
    sys.exit(main())
