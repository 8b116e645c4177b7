"""Reports over the shared database: the statements of `store/reports.py`, a cursor each."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from desktop.domain.reports import Period
from desktop.services.store.reports import Reports, bounds, spelled
from desktop.services.store.shared.acting import Connection, every, keeping

ROWS = 2_000
"""Rows fetched at a time."""

T = TypeVar("T")


def standards_text(connection: Connection) -> str | None:
    """The standards that the database keeps, as YAML; None: none."""
    with keeping(connection):
        found = every(connection, "select text from vav.documents where type = 'standards' limit 1")
    return found[0]["text"] if found else None


def of_database(connection: Connection, period: Period, ask: Callable[[Reports], T]) -> T:
    """What `ask` wants of the whole database, in one consistent view."""

    def rows(statement: str) -> Iterator[dict[str, Any]]:
        words = spelled(statement, schema="vav.", mark="%({0})s::bigint")
        with connection.cursor(name="report") as cursor:
            cursor.itersize = ROWS
            cursor.execute(words.encode(), bounds(period))
            yield from cursor

    with keeping(connection):
        connection.execute("set transaction isolation level repeatable read read only")
        return ask(Reports(rows, period))
