"""What a team's lists ask of a store of 100,000 contacts and 20,000 of each other kind."""

import asyncio
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import Connection

from desktop.services.clock import Clock
from desktop.services.store.local import LocalStore
from tests.bench.shared_server import row
from tests.services.store.asked import ASKED, REPORTS, Ask
from tests.services.store.large import fill

CONTACTS, OTHERS, ROUNDS = 100_000, 20_000, 5


def measure() -> list[dict[str, Any]]:
    """Each list: its time in the store's thread, and SQLite's own steps."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_measure(Path(folder)))


async def _measure(folder: Path) -> list[dict[str, Any]]:
    store = await LocalStore.open(folder / "large.sqlite", Clock())
    await store.write(fill, CONTACTS, OTHERS)
    rows = []
    for name, ask in {**ASKED, **REPORTS}.items():
        took, steps = await store.read(_asked, ask)
        name = f"list_{name.replace('.', '_').replace(' ', '_')}"
        rows.append(row(f"{name}_ms", took * 1000, "ms", ROUNDS))
        rows.append(row(f"{name}_steps", steps, "thousand VM steps", 1))
    await store.close()
    return rows


def _asked(connection: Connection, ask: Ask) -> tuple[float, int]:
    """Median seconds, and thousands of steps of one time."""
    took, counted = [], [0]
    for _ in range(ROUNDS):
        began = time.perf_counter()
        ask(connection)
        took.append(time.perf_counter() - began)
    raw = connection.connection.driver_connection
    raw.set_progress_handler(lambda: counted.__setitem__(0, counted[0] + 1), 1000)
    try:
        ask(connection)
    finally:
        raw.set_progress_handler(None, 0)
    return median(took), counted[0]
