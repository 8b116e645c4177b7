"""Writes many rows in few statements: how imports and other bulk loads keep their speed.

The full-text indexes are flushed once a statement, however many rows it carries: a statement
a row costs them two to three times more than a statement of some hundreds of rows.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, Final

from sqlalchemy import Connection, Table

STATEMENT_ROWS: Final = 250
"""Rows in one statement; the longest that is held before the clock can be looked at again."""


def put(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows, or bring those of the same `id` up to date where something differs.

    All rows have the same columns, as `rows.to_row` gives them; no id comes twice in one call.
    """
    for start in range(0, len(rows), STATEMENT_ROWS):
        some = rows[start : start + STATEMENT_ROWS]
        columns = tuple(some[0])
        values = tuple(row[column] for row in some for column in columns)
        connection.exec_driver_sql(_statement(table.name, columns, len(some)), values)


@cache
def _statement(table: str, columns: tuple[str, ...], count: int) -> str:
    row = f"({', '.join('?' * len(columns))})"
    others = [f'"{column}"' for column in columns if column != "id"]
    return (
        f"INSERT INTO {table} ({', '.join(_quoted(columns))}) VALUES {', '.join([row] * count)}"
        f" ON CONFLICT (id) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in others)}"
        f" WHERE ({', '.join(others)}) IS NOT ({', '.join(f'excluded.{name}' for name in others)})"
    )


def _quoted(columns: tuple[str, ...]) -> list[str]:
    return [f'"{column}"' for column in columns]
