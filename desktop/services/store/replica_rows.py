"""Carries rows of the server to local tables, by the columns that both know."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final

from sqlalchemy import Connection, Table

from desktop.domain.customer_file import CustomerField
from desktop.domain.customers import Case, Contract
from desktop.domain.people import Person
from desktop.services.store import (
    bulk,
    facts,
    replica_tables,
    script_tables,
    tables,
    team_tables,
    video_tables,
)
from desktop.services.store.rows import vocabularies

TABLES: Final[Mapping[str, Table]] = {
    "branch": replica_tables.branches,
    "team": tables.teams,
    "person": tables.people,
    "document": replica_tables.documents,
    "customer": tables.customers,
    "contract": tables.contracts,
    "case": tables.cases,
    "contact": tables.contacts,
    "step_off": tables.step_offs,
    "promise": tables.promises,
    "incivility": tables.incivilities,
    "answer": tables.answers,
    "video_call": video_tables.video_calls,
    "video_photo": video_tables.video_photos,
    "thanks": tables.thanks,
    "pinned_note": tables.pinned_notes,
    "check_in": tables.check_ins,
    "check_in_reply": tables.check_in_replies,
    "check_in_reading": tables.check_in_readings,
    "check_in_waiting": replica_tables.waiting_check_ins,
    "script_version": script_tables.script_versions,
    "own_words": script_tables.own_words,
    "chain_merge": script_tables.chain_merges,
    "credit": script_tables.agreements,
    "awaiting": team_tables.awaitings,
    "gesture": team_tables.gestures,
    "gesture_request": team_tables.gesture_requests,
    "gesture_answer": team_tables.gesture_answers,
    "pause": team_tables.pauses,
    "follow_up": team_tables.follow_ups,
    "talk": team_tables.talks,
    "talk_note": team_tables.talk_notes,
    "story": team_tables.stories,
    "story_outcome": team_tables.story_outcomes,
}
"""Where each kind of row is kept; kinds that are not here are left aside."""

VALUES: Final[Mapping[str, type]] = {
    **{kind.name: value for value, kind in facts.KINDS.items()},
    "contract": Contract,
    "case": Case,
    "person": Person,
}
"""The domain's value of the kinds that have words of a vocabulary."""

FIELDS: Final = frozenset(field.value for field in CustomerField)
"""Whose versions are of use here."""

Row = Mapping[str, Any]


def readable(row: Row) -> bool:
    """Whether the body has what the table cannot do without, and only words that are known here.

    A newer server may know a channel, say, that this version would stumble over at each reading:
    the row is left aside as an unknown kind is, until a newer version pulls again.
    """
    body, kind = {**row["body"], "id": row["id"]}, row["kind"]
    return all(body.get(name) is not None for name in _needed(kind)) and all(
        body.get(name) is None or body[name] in words for name, words in _vocabularies(kind)
    )


@cache
def _needed(kind: str) -> tuple[str, ...]:
    return tuple(
        column.name
        for column in TABLES[kind].c
        if not column.nullable and column.server_default is None and column.name != "doc"
    )


@cache
def _vocabularies(kind: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The fields that hold one of few words, and which."""
    value = VALUES.get(kind)
    return () if value is None else tuple(vocabularies(value).items())


def put(connection: Connection, rows: Sequence[Row]) -> None:
    """Write the rows of every kind, and the versions of customers’ fields."""
    for kind, table in TABLES.items():
        alike: dict[tuple[str, ...], list[dict[str, Any]]] = {}
        for row in rows:
            if row["kind"] == kind:
                values = _columns(table, row)
                alike.setdefault(tuple(values), []).append(values)
        for some in alike.values():
            bulk.put(connection, table, some)
    _put_versions(connection, [row for row in rows if row["kind"] == "customer"])


def _columns(table: Table, row: Row) -> dict[str, Any]:
    """The columns that both know; what may not be empty takes its default."""
    body = {**row["body"], "id": row["id"]}
    found: dict[str, Any] = {}
    for column in table.c:
        if column.name in body and column.name != "doc":
            value = body[column.name]
            if isinstance(value, (list, dict)):
                value = json.dumps(value, ensure_ascii=False)
            if value is None and not column.nullable:
                default: Any = column.server_default
                value = default.arg
            found[column.name] = value
    return found


def _put_versions(connection: Connection, customers: Sequence[Row]) -> None:
    known = [row for row in customers if row["body"].get("versions") is not None]
    ids = json.dumps([row["id"] for row in known])
    connection.exec_driver_sql(
        "DELETE FROM customer_field_versions WHERE customer_id IN (SELECT value FROM json_each(?))",
        (ids,),
    )
    versions = [
        (row["id"], field, version)
        for row in known
        for field, version in row["body"]["versions"].items()
        if field in FIELDS
    ]
    if versions:
        connection.exec_driver_sql(
            "INSERT INTO customer_field_versions (customer_id, field, version) VALUES (?, ?, ?)",
            versions,
        )


def keep_picture(connection: Connection, photo_id: str, data: str) -> None:
    """Keep the picture (base64) of a photo, which the server hands over apart from its row."""
    connection.exec_driver_sql(
        "UPDATE video_photos SET data = ? WHERE id = ? AND data = ''", (data, photo_id)
    )


def note(connection: Connection, rows: Sequence[Row], now: int) -> None:
    """Write down which state of each row is held; of one that is gone, only that."""
    noted = [
        (row["kind"], row["id"], int(row["seq"]), None if row["body"] is None else now)
        for row in rows
    ]
    if noted:
        connection.exec_driver_sql(
            "INSERT INTO replica (kind, id, seq, read_at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (kind, id) DO UPDATE SET seq = excluded.seq, read_at = excluded.read_at",
            noted,
        )


def stand_in(connection: Connection, rows: Sequence[Row]) -> None:
    """Customers and teams without words, where those that rows belong to are not here (yet).

    Those that stood in for a customer who left go with the last row that belonged to it.
    """
    for kind, owner, column, table in (
        ("contract", "customers", "customer_id", "contracts"),
        ("case", "customers", "customer_id", "cases"),
        ("person", "teams", "team_id", "people"),
    ):
        touched = [row["id"] for row in rows if row["kind"] == kind]
        left = [row["id"] for row in rows if f"{row['kind']}s" == owner and row["body"] is None]
        if touched or left:
            connection.exec_driver_sql(
                f"INSERT INTO {owner} (id) SELECT DISTINCT {column} FROM {table}"
                f" WHERE (id IN (SELECT value FROM json_each(?))"
                f" OR {column} IN (SELECT value FROM json_each(?))) AND {column} IS NOT NULL"
                f" AND NOT EXISTS (SELECT 1 FROM {owner} o WHERE o.id = {table}.{column})",
                (json.dumps(touched), json.dumps(left)),
            )
    if any(row["kind"] in {"contract", "case"} and row["body"] is None for row in rows):
        connection.exec_driver_sql(
            "DELETE FROM customers WHERE id IN"
            " (SELECT id FROM replica WHERE kind = 'customer' AND read_at IS NULL)"
            " AND NOT EXISTS (SELECT 1 FROM contracts WHERE customer_id = customers.id)"
            " AND NOT EXISTS (SELECT 1 FROM cases WHERE customer_id = customers.id)"
        )
