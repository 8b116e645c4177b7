"""What encryption costs: opening, reading and saving with a key beside without, and a password."""

import asyncio
import tempfile
import time
from collections.abc import Awaitable
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import insert, select

from desktop.domain.customers import PinnedNote
from desktop.domain.ids import CustomerId, PersonId
from desktop.services.clock import Clock
from desktop.services.store import tables
from desktop.services.store.local import LocalStore
from desktop.services.vault import wrapping

KEY = bytes(range(32))
CUSTOMERS, OPENINGS, ROUNDS = 20_000, 20, 300


def measure() -> list[dict[str, Any]]:
    """Medians; `encrypted` and `plain` take turns on files of the same content."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for name, (plain, sealed) in asyncio.run(_both(Path(folder))).items():
            for kind, each in (("plain", plain), ("encrypted", sealed)):
                told = {"name": f"vault_{name}_{kind}_ms", "unit": "ms", "n": len(each)}
                rows.append({**told, "value": median(each) * 1000})
    clock = Clock()
    begun = time.perf_counter()
    wrapped = wrapping.wrap(KEY, "mot de passe", "n", clock)
    wrapping.unwrap(wrapped, "mot de passe", "n")
    took = (time.perf_counter() - begun) / 2 * 1000
    return [*rows, {"name": "vault_password_ms", "unit": "ms", "value": took, "n": 2}]


async def _both(folder: Path) -> dict[str, tuple[list[float], list[float]]]:
    files = ((folder / "plain.sqlite", None), (folder / "sealed.sqlite", KEY))
    for path, key in files:
        store = await LocalStore.open(path, Clock(), key)
        await store.write(_fill)
        await store.close()
    took: dict[str, tuple[list[float], list[float]]] = {
        name: ([], []) for name in ("open", "read", "save")
    }
    for _ in range(OPENINGS):
        for kind, (path, key) in enumerate(files):
            begun = time.perf_counter()
            store = await LocalStore.open(path, Clock(), key)
            took["open"][kind].append(time.perf_counter() - begun)
            await store.close()
    stores = [await LocalStore.open(path, Clock(), key) for path, key in files]
    for turn in range(ROUNDS):
        for kind, store in enumerate(stores):
            took["read"][kind].append(await _timed(store.read(_one, turn * 61)))
            took["save"][kind].append(await _timed(_save(store)))
    for store in stores:
        await store.close()
    return took


async def _timed(work: Awaitable[Any]) -> float:
    begun = time.perf_counter()
    await work
    return time.perf_counter() - begun


async def _save(store: LocalStore) -> None:
    note = PinnedNote(
        customer_id=CustomerId("c1"),
        person_id=PersonId("p1"),
        at=store.clock.now(),
        words="Préfère le matin.",
    )
    async with store.unit() as unit:
        unit.record(note)


def _fill(connection: Any) -> None:
    rows = [
        {"id": f"c{number}", "family_name": f"Nom {number}", "city": "Saint-Étienne"}
        for number in range(CUSTOMERS)
    ]
    connection.execute(insert(tables.customers), rows)


def _one(connection: Any, number: int) -> Any:
    query = select(tables.customers).where(tables.customers.c.id == f"c{number % CUSTOMERS}")
    return connection.execute(query).all()
