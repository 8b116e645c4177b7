"""Counts, once all is calm, what was promised, what is missing and what is there twice."""

import asyncio
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection

from desktop.domain.sync.events import Pulled
from desktop.services.clock import Clock
from desktop.services.store.local import LocalStore
from desktop.services.store.shared.sql_door import sql_door
from desktop.services.sync.link import Link
from desktop.services.sync.pull import Pulling
from tests.shared_database import PASSWORD, SharedDatabase

Promises = Mapping[str, tuple[str, str, str]]
"""Fact, kind and mark by operation."""

PLACES = {
    "contact": ("contacts", "note"),
    "incivility": ("incivilities", "words"),
    "pinned_note": ("pinned_notes", "words"),
    "customer_edit": ("customer_edits", "value"),
}
"""Where the mark of each kind of fact is found."""


COLUMNS = {
    "contacts": "id, note",
    "incivilities": "id, words",
    "pinned_notes": "id, words",
    "customers": "id, street",
}
"""What every desk of the branch must hold as the server does."""


@dataclass(slots=True, kw_only=True)
class Tally:
    """What was promised and what was found."""

    promised: int = 0
    missing: int = 0
    doubled: int = 0
    process_kills: int = 0
    server_kills: int = 0
    seconds: float = 0.0
    wrong: list[str] = field(default_factory=list)
    """The first few, in words."""

    def shown(self) -> dict[str, float]:
        """The figures that a run ends with."""
        names = ("promised", "missing", "doubled", "process_kills", "server_kills")
        return {name: getattr(self, name) for name in names} | {"seconds": round(self.seconds, 1)}

    @property
    def kept(self) -> bool:
        """Whether there were promises and each was kept, once."""
        return self.promised > 0 and self.missing == 0 and self.doubled == 0


class Count:
    """Looks at the server and at each store, and writes into a tally."""

    def __init__(self, database: SharedDatabase, folder: Path, tally: Tally) -> None:
        self._database, self._folder, self._tally = database, folder, tally

    def server(self, promised: Promises) -> None:
        """Each promise is there by its operation and by its fact, and no mark is there twice."""
        known = {op for (op,) in self._database.run("select op_id from vav.ops")}
        ids, marks = self._on_server()
        self._tally.promised = len(promised)
        for op_id, (fact_id, kind, _) in promised.items():
            if op_id not in known or (kind, fact_id) not in ids:
                self._wrong("missing", f"{kind} {fact_id}")
        for (kind, mark), times in marks.items():
            for _ in range(times - 1):
                self._wrong("doubled", f"{kind} {mark}")

    def desk(self, name: str, store: str) -> None:
        """After a last pull a store holds what the server holds, word for word."""
        held = asyncio.run(self._pulled(name, store))
        for table, columns in COLUMNS.items():
            wanted = Counter(self._database.run(f"select {columns} from vav.{table}"))
            for row in (wanted - held[table]).elements():
                self._wrong("missing", f"{table} {row[0]} at {name}")
            for row in (held[table] - wanted).elements():
                self._wrong("doubled", f"{table} {row[0]} at {name}")

    def _wrong(self, what: str, words: str) -> None:
        setattr(self._tally, what, getattr(self._tally, what) + 1)
        if len(self._tally.wrong) < 20:
            self._tally.wrong.append(f"{what}: {words}")

    def _on_server(self) -> tuple[set[tuple[str, str]], Counter[tuple[str, str]]]:
        ids, marks = set(), Counter[tuple[str, str]]()
        for kind, (table, column) in PLACES.items():
            for fact_id, mark in self._database.run(f"select id, {column} from vav.{table}"):
                ids.add((kind, fact_id))
                marks[kind, mark] += 1
        return ids, marks

    async def _pulled(self, name: str, store: str) -> dict[str, Counter]:
        host, port = self._database.place
        door = sql_door(f"postgresql://{host}:{port}/{self._database.name}", name, PASSWORD)
        clock = Clock()
        link = Link(door, clock)
        opened = await LocalStore.open(self._folder / f"{store}.sqlite", clock, bytes(range(32)))
        try:
            pulling = Pulling(opened, link, lambda _changed: None)
            while (await pulling.page(allowed=True)) == Pulled(more=True):
                pass
            return await opened.read(_held)
        finally:
            await link.end()
            await opened.close()


def _held(connection: Connection) -> dict[str, Counter]:
    return {
        table: Counter(
            tuple(row) for row in connection.exec_driver_sql(f"SELECT {columns} FROM {table}")
        )
        for table, columns in COLUMNS.items()
    }
