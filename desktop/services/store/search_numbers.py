"""Finds customers by digits: phones as they are typed, contracts, postcodes, any piece of them."""

from typing import Any, Final

from sqlalchemy import Connection

from desktop.domain.search import Query
from desktop.services.store.search_schema import bare, spoken_phone

_RUN: Final = 3
"""Signs in a row that the indexes hold; less than these are looked for at beginnings only."""

_RARE: Final = 4
"""From so many signs on a contract's number narrows a search by name fast enough."""

_LOOKED_AT: Final = 4_000
"""Numbers with the right runs of signs that are read at most, to see whether they hold the whole:
a bound for figures such as 99999999, whose one run stands in a great many."""

_LONG: Final = 6
"""Signs from which a number is somebody's, and no longer a piece that anybody may have."""

_END: Final = ":"
"""The sign after 9: ends a range of phones that begin alike."""

_HOLDS: Final = (
    f"(instr({spoken_phone('c.phone')}, ?1) OR instr({spoken_phone('c.phone2')}, ?1)"
    f" OR instr(lower({bare('c.number')}), ?1))"
)
_INSIDE: Final = (
    "SELECT c.doc FROM (SELECT rowid AS found FROM search_numbers"
    f" WHERE search_numbers MATCH ?2 LIMIT {_LOOKED_AT}) JOIN customers c ON c.doc = found"
    f" WHERE {_HOLDS}"
)
_INSIDE_CONTRACT: Final = (
    "SELECT c.doc FROM (SELECT rowid AS found FROM search_contract_numbers"
    f" WHERE search_contract_numbers MATCH ?2 LIMIT {_LOOKED_AT})"
    " JOIN contracts k ON k.doc = found JOIN customers c ON c.id = k.customer_id"
    f" WHERE instr(lower({bare('k.number')}), ?1)"
)


def docs_of_number(connection: Connection, query: Query, limit: int) -> dict[int, None]:
    """The customers who have the query's first number: whole numbers first, then any piece.

    A whole number that somebody has, or the beginning of a phone, ends the search where it is
    long enough to be no accident. Otherwise each kind leaves room to the others, so that a
    postcode does not hide a contract.
    """
    number, phone = query.numbers[0], query.phone
    long = len(number) >= _LONG
    docs = _exactly(connection, (query.written, query.written.upper(), number), limit)
    if long and phone and not docs:
        for column in ("phone", "phone2"):
            _add(connection, docs, _phone_range(column), (phone, phone + _END), limit)
    if long and docs:
        return docs
    asked = _asked(number, phone)
    cut = []
    for left, (sql, values) in zip(range(len(asked), 0, -1), asked, strict=True):
        share = -(-(limit - len(docs)) // left)
        if _add(connection, docs, sql, values, len(docs) + share):
            cut.append((sql, values))
    for sql, values in cut:
        _add(connection, docs, sql, values, limit)
    return docs


def _asked(number: str, phone: str) -> list[tuple[str, tuple[str, ...]]]:
    asked: list[tuple[str, tuple[str, ...]]] = []
    if len(phone) > 1:
        asked += [(_phone_range(column), (phone, phone + _END)) for column in ("phone", "phone2")]
    asked.append((_BEGUN, (f'{{mail place}} : "{number}"*',)))
    if len(number) >= _RUN:
        asked += [(sql, (number, _runs(number))) for sql in (_INSIDE, _INSIDE_CONTRACT)]
    return asked


def _add(
    connection: Connection, docs: dict[int, None], sql: str, values: tuple[str, ...], upto: int
) -> bool:
    """Add what a query finds until there are `upto`; whether it may have more."""
    if len(docs) >= upto:
        return True
    rows = connection.exec_driver_sql(f"{sql} LIMIT {upto}", values)
    for row in rows:
        if len(docs) >= upto:
            return True
        docs.setdefault(row[0])
    return len(docs) >= upto


def number_filter(number: str) -> tuple[str, tuple[Any, ...]]:
    """SQL that narrows `rowid` to the customers with these signs, and its values.

    Nobody passes with less than three signs, which stand everywhere.
    """
    if len(number) < _RUN:
        return " AND false", ()
    inside = _INSIDE.replace("?1", "?").replace("?2", "?")
    signs = (_runs(number), number, number, number)
    if len(number) < _RARE:
        return f" AND +rowid IN ({inside})", signs
    contract = _INSIDE_CONTRACT.replace("?1", "?").replace("?2", "?")
    return f" AND +rowid IN ({inside} UNION ALL {contract})", (*signs, _runs(number), number)


_BEGUN: Final = "SELECT rowid FROM search_words WHERE search_words MATCH ?"


def _phone_range(column: str) -> str:
    return f"SELECT doc FROM customers WHERE {column} >= ? AND {column} < ? AND {column} <> ''"


def _exactly(connection: Connection, written: tuple[str, ...], limit: int) -> dict[int, None]:
    rows = connection.exec_driver_sql(
        "SELECT doc FROM customers WHERE number IN (?1, ?2, ?3) AND number <> ''"
        " UNION SELECT c.doc FROM contracts k JOIN customers c ON c.id = k.customer_id"
        " WHERE k.number IN (?1, ?2, ?3) AND k.number <> '' LIMIT ?4",
        (*written, limit),
    )
    return dict.fromkeys(row[0] for row in rows)


def _runs(number: str) -> str:
    """What the index is asked: every three signs in a row, whose order is checked afterwards."""
    runs = dict.fromkeys(number[at : at + _RUN] for at in range(len(number) - _RUN + 1))
    return " AND ".join(f'"{run}"' for run in runs)
