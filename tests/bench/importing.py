"""How fast a generated table goes in, in the short transactions that leave a window its turn."""

import asyncio
import tempfile
import time
from pathlib import Path
from typing import Any

from desktop.services.clock import Clock
from desktop.services.importing.compiling import compile_mapping
from desktop.services.importing.mapping import load
from desktop.services.importing.opening import open_table
from desktop.services.importing.rejects import Rejects
from desktop.services.importing.runner import Options, Run
from desktop.services.store.importing import LocalKeeper
from desktop.services.store.local import LocalStore
from tests.services.importing.making import (
    CONTACT_HEADER,
    CONTACTS,
    CUSTOMER_HEADER,
    CUSTOMERS,
    call,
    customer,
    mapping_file,
    write,
)

ROWS = 50_000
CALLERS = 4_000


def measure() -> list[dict[str, Any]]:
    """Rows a second of a file of calls, of one of customers, and of a run over known rows."""
    with tempfile.TemporaryDirectory(prefix="vis-a-vis-bench-") as name:
        folder = Path(name)
        calls = (call(rank, Client=f"C{rank % CALLERS}") for rank in range(ROWS))
        write(folder / "calls.csv", CONTACT_HEADER, calls)
        people = (customer(rank) for rank in range(ROWS // 5))
        write(folder / "customers.csv", CUSTOMER_HEADER, people)
        return [
            _measured("import_rows_per_s", folder, "contacts", ROWS),
            _measured("import_known_rows_per_s", folder, "contacts", ROWS),
            _measured("import_customers_per_s", folder, "customers", ROWS // 5),
        ]


def _measured(name: str, folder: Path, what: str, count: int) -> dict[str, Any]:
    begun = time.perf_counter()
    asyncio.run(_run(folder, what))
    taken = time.perf_counter() - begun
    return {"name": name, "unit": "rows/s", "value": round(count / taken), "n": count}


async def _run(folder: Path, what: str) -> None:
    into: Any = what
    words = CONTACTS if what == "contacts" else CUSTOMERS
    mapping, _ = load(mapping_file(folder, words), into)
    if mapping is None:
        raise AssertionError(words)
    source = folder / ("calls.csv" if what == "contacts" else "customers.csv")
    table = open_table(source, encoding=None, separator=None, sheet=None)
    store = await LocalStore.open(folder / f"{what}.sqlite", Clock())
    try:
        recipe = compile_mapping(mapping, table.header)
        rejects = Rejects(None, table.header, table.separator)
        tally = await Run(LocalKeeper(store), table, recipe, rejects, Options(team="T")).go()
        if tally.rejected:
            raise AssertionError(tally)
    finally:
        table.close()
        await store.close()
