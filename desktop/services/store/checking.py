"""Looks a store over: is the file sound, do rows point at rows that exist, how many are there."""

from dataclasses import dataclass
from enum import StrEnum

import sqlalchemy
from sqlalchemy import Connection, func, select

from desktop.services.store import tables
from desktop.services.store.video import same_picture
from desktop.services.store.video_tables import video_photos


class Level(StrEnum):
    """How grave a finding is."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at."""

    name: str
    level: Level
    detail: str = ""


_POINTERS = (
    ("contacts", "customer_id", "customers"),
    ("contacts", "person_id", "people"),
    ("step_offs", "contact_id", "contacts"),
    ("promises", "customer_id", "customers"),
    ("answers", "customer_id", "customers"),
    ("pinned_notes", "customer_id", "customers"),
    ("video_calls", "customer_id", "customers"),
    ("video_photos", "call_id", "video_calls"),
)
"""Columns that point at rows without a foreign key, since facts may come before what they name."""


def check(connection: Connection) -> tuple[Finding, ...]:
    """Every finding, the gravest matters first; reads the whole file."""
    findings = [_integrity(connection), _foreign_keys(connection), _versions(connection)]
    findings += [_pointer(connection, *pointer) for pointer in _POINTERS]
    findings += [_photos(connection), _outbox(connection)]
    findings += [
        Finding(
            name=f"count.{table.name}",
            level=Level.OK,
            detail=str(connection.scalar(select(func.count()).select_from(table))),
        )
        for table in tables.metadata.sorted_tables
    ]
    return tuple(findings)


def check_indexes(connection: Connection) -> tuple[Finding, ...]:
    """Whether each full-text index agrees with itself and, where it has one, with its table."""
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql LIKE '%USING fts5%'"
    found = connection.exec_driver_sql(query).all()
    return tuple(_index(connection, row.name, row.sql) for row in found)


def _integrity(connection: Connection) -> Finding:
    found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check(20)")]
    return _found("integrity", [] if found == ["ok"] else found)


def _foreign_keys(connection: Connection) -> Finding:
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return _found("foreign_keys", [f"{row[0]}:{row[1]}" for row in rows])


def _versions(connection: Connection) -> Finding:
    schema = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    engine = str(connection.exec_driver_sql("SELECT sqlite_version()").scalar_one())
    told = f"schema {schema}/{tables.SCHEMA_VERSION}, sqlite {engine}, sqlalchemy {sqlalchemy.__version__}"
    level = Level.OK if schema == tables.SCHEMA_VERSION else Level.FAIL
    return Finding(name="versions", level=level, detail=told)


def _pointer(connection: Connection, table: str, column: str, target: str) -> Finding:
    here = tables.metadata.tables[table].c[column]
    there = tables.metadata.tables[target].c.id
    query = select(func.count()).where(here.is_not(None), here.not_in(select(there)))
    count = connection.scalar(query) or 0
    level = Level.WARN if count else Level.OK
    return Finding(name=f"{table}.{column}", level=level, detail=str(count))


def _photos(connection: Connection) -> Finding:
    """Whether every picture that is here is the one that was taken, by its SHA-256."""
    column = video_photos.c
    query = select(column.id, column.sha256, column.data).where(column.data != "")
    wrong = [row.id for row in connection.execute(query) if not same_picture(row.data, row.sha256)]
    return _found("photos", wrong)


def _outbox(connection: Connection) -> Finding:
    """How many lines there are in each state."""
    column = tables.outbox.c
    query = select(column.state, func.count()).group_by(column.state)
    told = ", ".join(f"{state} {count}" for state, count in connection.execute(query))
    return Finding(name="outbox", level=Level.OK, detail=told or "0")


def _index(connection: Connection, name: str, sql: str) -> Finding:
    """`integrity-check` of rank 1 also compares with the table that the index is over."""
    quoted = '"' + name.replace('"', '""') + '"'
    rank = 1 if "content=" in sql.replace(" ", "") and "content=''" not in sql else 0
    words = f"INSERT INTO {quoted} ({quoted}, rank) VALUES ('integrity-check', {rank})"
    try:
        connection.exec_driver_sql(words)
    except sqlalchemy.exc.DatabaseError as error:
        return Finding(name=f"index.{name}", level=Level.FAIL, detail=str(error.orig))
    return Finding(name=f"index.{name}", level=Level.OK)


def _found(name: str, faults: list[str]) -> Finding:
    level = Level.FAIL if faults else Level.OK
    return Finding(name=name, level=level, detail="; ".join(faults))
