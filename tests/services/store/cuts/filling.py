"""A process on a small disk that fills up: `python -m … FOLDER BALLAST` prints what happened."""

import asyncio
import json
import sys
from pathlib import Path

from desktop.domain.customers import PinnedNote
from desktop.domain.errors import StoreUnavailable
from desktop.domain.ids import CustomerId, PersonId
from desktop.services.clock import Clock
from desktop.services.store.local import LocalStore

KEY = bytes(range(32))


async def save(store: LocalStore, size: int) -> str:
    """Save a note; "saved", or the trouble that kept it from being."""
    note = PinnedNote(
        customer_id=CustomerId("c1"),
        person_id=PersonId("p1"),
        at=store.clock.now(),
        words="x" * size,
    )
    try:
        async with store.unit() as unit:
            unit.record(note)
    except StoreUnavailable as error:
        return str(error.trouble)
    return "saved"


def fill(folder: Path) -> Path:
    """Take all the room that is left."""
    junk = folder / "junk"
    with junk.open("wb", buffering=0) as file:
        try:
            while file.write(b"\0" * 512):
                pass
        except OSError:
            pass
    return junk


async def play(folder: Path, ballast: int) -> dict:
    store = await LocalStore.open(folder / "store.sqlite", Clock(), KEY, ballast=ballast)
    told: dict = {"before": await save(store, 100), "ready": str(store.ballast.state)}
    junk = fill(folder)
    told["full"] = await save(store, 100_000)
    told["released"] = str(store.ballast.state)
    saved = 1 + (told["full"] == "saved")
    while (end := await save(store, 100_000)) == "saved":
        saved += 1
    told["end"] = end
    told["read"] = len(await store.read(rows)) == saved
    junk.unlink()
    told["room"] = await save(store, 100)
    told["again"] = str(store.ballast.state)
    await store.close()
    again = await LocalStore.open(folder / "store.sqlite", Clock(), KEY, ballast=ballast)
    told["kept"] = len(await again.read(rows)) == saved + 1
    (sound,) = await again.read(lambda c: c.exec_driver_sql("PRAGMA integrity_check").all())
    told["sound"] = sound[0]
    await again.close()
    return told


def rows(connection):
    """Notes with their outbox lines."""
    both = "SELECT op_id FROM pinned_notes JOIN outbox ON fact_id = pinned_notes.id"
    return connection.exec_driver_sql(both).all()


if __name__ == "__main__":
    print(json.dumps(asyncio.run(play(Path(sys.argv[1]), int(sys.argv[2])))))
