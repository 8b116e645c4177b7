"""The full-text indexes over customers and contracts, kept by triggers.

`search_words` holds the words of names, mail and places: any prefix of one to four letters
has an index of its own, so that the first letters typed answer as fast as a whole name.
`search_numbers` and `search_contract_numbers` hold every run of three signs of phones and
numbers, so that digits from the middle find them. `search_vocabulary` holds each name and
city once, for corrections.

The triggers call nothing but SQLite, so that any process that writes keeps them true. They
cost a load about half of its time when many rows share a statement (`bulk.put`), far more when
each row has its own; `loading` fills a new store faster.
The indexes keep no text: what goes out is told to them word for word, from the old row.
Never write with INSERT OR REPLACE, which skips the deletion's trigger and changes `doc`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Connection

_WORD_FIELDS: Final = ("given_name", "family_name", "preferred_name", "email", "postcode", "city")
_NUMBER_FIELDS: Final = ("phone", "phone2", "number")
_SPOKEN_FIELDS: Final = ("given_name", "family_name", "preferred_name", "city")

_WORD_COLUMNS: Final = "(rowid, name, mail, place)"
_NUMBER_COLUMNS: Final = "(rowid, phone, phone2, number)"
_APART: Final = (
    *(("œ", "oe"), ("Œ", "oe"), ("æ", "ae"), ("Æ", "ae"), ("ß", "ss"), ("ø", "o"), ("Ø", "o")),
    *(("đ", "d"), ("Đ", "d"), ("ł", "l"), ("Ł", "l")),
)
"""As `domain.search.fold` has them; the tokenizer takes accents off by itself."""

_TRIGGERS: Final = (
    "search_customer_in",
    "search_customer_out",
    "search_customer_words",
    "search_customer_numbers",
    "search_contract_in",
    "search_contract_out",
    "search_contract_change",
)

_TABLES: Final = (
    """CREATE VIRTUAL TABLE search_words USING fts5(
        name, mail, place, content='', columnsize=0, detail=column, prefix='1 2 3 4',
        tokenize="unicode61 remove_diacritics 2")""",
    """CREATE VIRTUAL TABLE search_numbers USING fts5(
        phone, phone2, number, content='', columnsize=0, detail=none, tokenize='trigram')""",
    """CREATE VIRTUAL TABLE search_contract_numbers USING fts5(
        number, content='', columnsize=0, detail=none, tokenize='trigram')""",
    "CREATE TABLE search_vocabulary (place INTEGER PRIMARY KEY, words TEXT NOT NULL UNIQUE)",
)


def create_search_schema(connection: Connection) -> None:
    """Make the indexes and the triggers that keep them; runs inside the caller's transaction."""
    for statement in (*_TABLES, *_customer_triggers(), *_contract_triggers()):
        connection.exec_driver_sql(statement)


@contextmanager
def loading(connection: Connection) -> Iterator[None]:
    """Load a great many rows without triggers, then fill the indexes at one go.

    Some three times faster for a first million of customers. Runs inside the caller's
    transaction, which nobody else can write beside: for a store that nobody uses yet. What the
    indexes held before is found again too.
    """
    for name in _TRIGGERS:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    yield
    _refill(connection)
    for statement in (*_customer_triggers(), *_contract_triggers()):
        connection.exec_driver_sql(statement)


def _refill(connection: Connection) -> None:
    for table in ("search_words", "search_numbers", "search_contract_numbers"):
        connection.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    for statement in (
        f"INSERT INTO search_words {_WORD_COLUMNS} SELECT {_words('c')} FROM customers c",
        f"INSERT INTO search_numbers {_NUMBER_COLUMNS} SELECT {_numbers('c')} FROM customers c",
        (
            "INSERT INTO search_contract_numbers (rowid, number)"
            f" SELECT k.doc, {bare('k.number')} FROM contracts k"
        ),
        *(
            f"INSERT INTO search_vocabulary (words) SELECT DISTINCT {field} FROM customers"
            f" WHERE {field} <> '' AND {field} NOT IN (SELECT words FROM search_vocabulary)"
            for field in _SPOKEN_FIELDS
        ),
    ):
        connection.exec_driver_sql(statement)


def bare(number: str) -> str:
    """SQL for a number without what people write between its signs."""
    for sign in (" ", "-", ".", "/"):
        number = f"replace({number}, '{sign}', '')"
    return number


def spoken_phone(phone: str) -> str:
    """SQL for a phone's digits as a French caller says them: a zero for +33."""
    return (
        f"CASE WHEN {phone} LIKE '+33%' THEN '0' || substr({phone}, 4) ELSE substr({phone}, 2) END"
    )


def _apart(text: str) -> str:
    """SQL for text in which letters that are no letter with an accent are as people type them."""
    for letter, letters in _APART:
        text = f"replace({text}, '{letter}', '{letters}')"
    return text


def _in_one(name: str) -> str:
    """SQL for a compound name in one word, « Le Goff » as "LeGoff"; nothing for a simple one."""
    whole = name
    for sign in (" ", "-", "''", "’"):
        whole = f"replace({whole}, '{sign}', '')"
    return f"CASE WHEN {whole} = {name} THEN '' ELSE ' ' || {whole} END"


def _words(row: str) -> str:
    given, family = f"{row}.given_name", f"{row}.family_name"
    name = (
        f"{given} || ' ' || {family} || ' ' || {row}.preferred_name"
        f" || {_in_one(given)} || {_in_one(family)}"
    )
    mail = f"substr({row}.email, 1, max(0, instr({row}.email, '@') - 1))"
    return (
        f"{row}.doc, {_apart(name)}, {mail}, {_apart(f'{row}.postcode || char(32) || {row}.city')}"
    )


def _numbers(row: str) -> str:
    phones = f"{spoken_phone(f'{row}.phone')}, {spoken_phone(f'{row}.phone2')}"
    return f"{row}.doc, {phones}, {bare(f'{row}.number')}"


def _differ(fields: tuple[str, ...]) -> str:
    return " OR ".join(f"old.{field} IS NOT new.{field}" for field in fields)


def _learn(fields: tuple[str, ...]) -> str:
    # Not INSERT OR IGNORE: the outer statement's own way with conflicts would take its place.
    return "".join(
        f"INSERT INTO search_vocabulary (words) SELECT new.{field} WHERE new.{field} <> ''"
        f" AND NOT EXISTS (SELECT 1 FROM search_vocabulary WHERE words = new.{field});"
        for field in fields
    )


def _customer_triggers() -> tuple[str, ...]:
    in_words = f"INSERT INTO search_words {_WORD_COLUMNS} VALUES ({_words('new')});"
    in_numbers = f"INSERT INTO search_numbers {_NUMBER_COLUMNS} VALUES ({_numbers('new')});"
    out_words = _leave("search_words", _WORD_COLUMNS, _words("old"))
    out_numbers = _leave("search_numbers", _NUMBER_COLUMNS, _numbers("old"))
    return (
        f"""CREATE TRIGGER search_customer_in AFTER INSERT ON customers BEGIN
            {in_words} {in_numbers} {_learn(_SPOKEN_FIELDS)} END""",
        f"""CREATE TRIGGER search_customer_out AFTER DELETE ON customers BEGIN
            {out_words} {out_numbers} END""",
        f"""CREATE TRIGGER search_customer_words AFTER UPDATE OF {", ".join(_WORD_FIELDS)}
            ON customers WHEN {_differ(_WORD_FIELDS)} BEGIN
            {out_words} {in_words} {_learn(_SPOKEN_FIELDS)} END""",
        f"""CREATE TRIGGER search_customer_numbers AFTER UPDATE OF {", ".join(_NUMBER_FIELDS)}
            ON customers WHEN {_differ(_NUMBER_FIELDS)} BEGIN {out_numbers} {in_numbers} END""",
    )


def _contract_triggers() -> tuple[str, ...]:
    table, columns = "search_contract_numbers", "(rowid, number)"
    enter = f"INSERT INTO {table} {columns} VALUES (new.doc, {bare('new.number')});"
    leave = _leave(table, columns, f"old.doc, {bare('old.number')}")
    return (
        f"CREATE TRIGGER search_contract_in AFTER INSERT ON contracts BEGIN {enter} END",
        f"CREATE TRIGGER search_contract_out AFTER DELETE ON contracts BEGIN {leave} END",
        f"""CREATE TRIGGER search_contract_change AFTER UPDATE OF number ON contracts
            WHEN old.number IS NOT new.number BEGIN {leave} {enter} END""",
    )


def _leave(table: str, columns: str, values: str) -> str:
    named = columns.removeprefix("(")
    return f"INSERT INTO {table} ({table}, {named} VALUES ('delete', {values});"
