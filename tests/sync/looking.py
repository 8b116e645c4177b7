"""What a desk's store holds, seen from aside: what was committed, and promised by that."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2

from desktop.services.store import cipher

KEY = bytes(range(32))


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """A fact that « Enregistré » was said of."""

    op_id: str
    fact_id: str
    kind: str
    body: dict[str, Any]
    desk: int
    customer_id: str | None
    """Whom it is about."""


class Looked:
    """A store's file, by another connection than its own."""

    def __init__(self, rank: int, path: Path) -> None:
        self.rank, self.path = rank, path
        self._aside: Any = None
        self.seen = 0
        """The outbox's last line that was noted as promised."""

    def look_away(self) -> None:
        """End the connection; the next look makes another."""
        if self._aside is not None:
            self._aside.close()
            self._aside = None

    def rows(self, statement: str, *values) -> list[dict[str, Any]]:
        """What another connection reads: what was committed."""
        if self._aside is None:
            self._aside = sqlcipher3.dbapi2.connect(str(self.path), check_same_thread=False)
            self._aside.execute(f'PRAGMA key = "{cipher.literal(KEY)}"')
            self._aside.row_factory = sqlcipher3.dbapi2.Row
        found = [dict(row) for row in self._aside.execute(statement, values)]
        self._aside.commit()
        return found

    def newly_promised(self) -> list[Promised]:
        """Lines that came since the last time."""
        lines = self.rows("SELECT * FROM outbox WHERE line > ? ORDER BY line", self.seen)
        if lines:
            self.seen = lines[-1]["line"]
        return [
            Promised(
                op_id=line["op_id"],
                fact_id=line["fact_id"],
                kind=line["kind"],
                body=json.loads(line["body"]),
                desk=self.rank,
                customer_id=self._customer_of(json.loads(line["body"])),
            )
            for line in lines
        ]

    def _customer_of(self, body: dict[str, Any]) -> str | None:
        if "promise_id" not in body:
            return body.get("customer_id")
        (found,) = self.rows("SELECT customer_id FROM promises WHERE id = ?", body["promise_id"])
        return found["customer_id"]

    def knows(self, epoch: str) -> bool:
        """Whether it has heard of the server's epoch."""
        kept = self.rows("SELECT value FROM meta WHERE name = 'cursor'")
        return not kept or json.loads(kept[0]["value"])["epoch"].startswith(epoch)

    def lines(self) -> dict[str, str]:
        """State of each line of the outbox, by op_id."""
        return {row["op_id"]: row["state"] for row in self.rows("SELECT op_id, state FROM outbox")}
