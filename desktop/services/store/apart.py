"""Large fields that a fact's row alone keeps: they join its body when it leaves this machine."""

from typing import Any, Final

from sqlalchemy import Connection, select

from desktop.services.store.facts import KINDS, FactKind

LARGE: Final[dict[str, FactKind]] = {kind.name: kind for kind in KINDS.values() if kind.apart}
"""Kinds of facts that have such fields: they leave alone, when nothing else waits for its turn."""


def whole(connection: Connection, kind: str, body: dict[str, Any]) -> dict[str, Any]:
    """The body with all its fields; as it is where its row is no longer here."""
    if kind not in LARGE:
        return body
    table = LARGE[kind].table
    columns = [table.c[name] for name in LARGE[kind].apart]
    query = select(*columns).where(table.c.id == body.get("id"))
    return {**body, **(connection.execute(query).mappings().first() or {})}
