"""A process that writes facts, and says of each when it was promised: `python -m … FOLDER …`.

Arguments: the folder, how many, the key in hex or "-", and what SQLite is told of syncing.
"""

import asyncio
import os
import sys
from pathlib import Path

from desktop.domain.customers import PinnedNote
from desktop.domain.ids import CustomerId, PersonId
from desktop.services.clock import Clock
from desktop.services.store.local import LocalStore


async def write(folder: Path, count: int, key: bytes | None, synchronous: str) -> None:
    """Each note is acknowledged, by its number, after its unit has ended."""
    acknowledged = os.open(folder / "acknowledged", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    clock = Clock()
    store = await LocalStore.open(folder / "store.sqlite", clock, key)
    await store.read(lambda c: c.exec_driver_sql("PRAGMA wal_autocheckpoint = 30").all())
    if synchronous != "-":
        raw = store._connection.connection.driver_connection
        await store._worker.run("", raw.execute, f"PRAGMA synchronous = {synchronous}")
    for number in range(count):
        note = PinnedNote(
            customer_id=CustomerId("c1"),
            person_id=PersonId("p1"),
            at=clock.now(),
            words=f"note {number} " + "x" * (number % 7 * 300),
        )
        async with store.unit() as unit:
            unit.record(note)
        os.write(acknowledged, f"{number}\n".encode())
    await store.close()


if __name__ == "__main__":
    where, many, hexed, told = sys.argv[1:]
    asyncio.run(write(Path(where), int(many), None if hexed == "-" else bytes.fromhex(hexed), told))
