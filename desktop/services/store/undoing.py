"""Takes back a fact that has an id of its own, or says that it is too late."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from desktop.domain.errors import Gone
from desktop.services.store.facts import KINDS
from desktop.services.store.taking_back import take_away


def take_back(connection: Connection, fact: Any, now: datetime) -> None:
    """Remove its row and its line; Gone, with nothing changed, once it has left or may leave."""
    if not take_away(connection, KINDS[type(fact)].table, fact.id, now):
        raise Gone
