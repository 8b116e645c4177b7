"""The unit of work: a fact's row and its outbox line, in one transaction."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Integer, cast, func, insert, select

from desktop.domain.instants import to_millis
from desktop.services.clock import Clock
from desktop.services.store import meta, tables
from desktop.services.store.facts import KINDS, Fact
from desktop.services.store.rows import to_row

Work = Callable[[Connection], object]


class Unit:
    """Collects what a use case writes; the store commits it all at once, in order."""

    def __init__(self, *, clock: Clock, device: str) -> None:
        self._clock = clock
        self._device = device
        self._work: list[Work] = []

    def record(self, fact: Fact, *, not_before: datetime | None = None) -> None:
        """Add the fact's row and its outbox line.

        `not_before` keeps the line here until then, so that both can still be taken back.
        """
        kind = KINDS[type(fact)]
        row = to_row(fact)
        row.setdefault("id", self._clock.new_id())
        body = {name: row[name] for name in row if name not in kind.apart}
        line = {
            "op_id": self._clock.new_id(),
            "device": self._device,
            "fact_id": row["id"],
            "kind": kind.name,
            "version": kind.version,
            "body": json.dumps(body, ensure_ascii=False, separators=(",", ":")),
            "at": to_millis(self._clock.now()),
            "not_before": None if not_before is None else to_millis(not_before),
        }
        self._work.append(lambda connection: _write(connection, kind.table, row, line))

    def then(self, work: Callable[..., object], *args: Any) -> None:
        """Add a function that takes the Connection and these arguments."""
        self._work.append(lambda connection: work(connection, *args))

    def commit(self, connection: Connection) -> None:
        """Run all that was added, inside the store's transaction."""
        for work in self._work:
            work(connection)


_OFFSET = select(cast(tables.meta.c.value, Integer)).where(tables.meta.c.name == meta.CLOCK_OFFSET)


def _write(connection: Connection, table: Any, row: dict[str, Any], line: dict[str, Any]) -> None:
    connection.execute(insert(table), row)
    offset = func.coalesce(_OFFSET.scalar_subquery(), 0)
    connection.execute(insert(tables.outbox).values(clock_offset=offset), line)
