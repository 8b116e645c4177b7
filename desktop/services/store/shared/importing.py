"""Keeps in the shared database what an import brings: many rows a statement, nothing doubled."""

import asyncio
import json
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from desktop.domain.customers import ContractStatus, Customer
from desktop.domain.errors import StoreUnavailable, Trouble
from desktop.domain.ids import PersonId
from desktop.domain.importing import derived_id
from desktop.domain.importing.answers import Asked
from desktop.domain.importing.keeping import (
    Kept,
    KeptAnswer,
    KeptContact,
    KeptCustomer,
    digest_of,
    edited_since,
    known_by_key,
)
from desktop.services.store.importing import Written
from desktop.services.store.rows import from_row, to_row
from desktop.services.store.shared.acting import Connection, change, every, keeping, one
from desktop.services.store.shared.advisors import advisors
from desktop.services.store.shared.hindrances import DatabaseUnusable, Hindrance, hindered

Rows = list[dict[str, Any]]
KEEP_WHERE_NULL = "branch_id"
"""A row that names no branch leaves its customer in the one where it is."""


class SharedKeeper:
    """Keeps in the shared database, through the administrator's session."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._branches: dict[str, str] = {}

    async def digests(self, ids: Sequence[str]) -> dict[str, str]:
        """The fingerprints of those already imported."""
        with _keeping(self._connection):
            return _digests(self._connection, ids)

    async def advisors(self, source: str, names: Sequence[str], team: str) -> dict[str, PersonId]:
        """The person of each name; those whom nobody knows are made, without a role to sign in."""
        with _keeping(self._connection):
            return advisors(self._connection, source, names, team)

    async def contacts(self, ids: Sequence[str]) -> dict[str, Asked]:
        """Whom these contacts were with; those that are not known are left out."""
        query = "select id, customer_id, person_id from vav.contacts where id = any(%s)"
        with _keeping(self._connection):
            return {
                row["id"]: Asked(customer_id=row["customer_id"], person_id=row["person_id"])
                for row in every(self._connection, query, list(ids))
            }

    async def keep(
        self, source: str, rows: Sequence[Kept], people: dict[str, PersonId], allowed_s: float
    ) -> Written:
        """Write all the rows in one transaction: a server has no window that waits for it."""
        del allowed_s
        begun = time.perf_counter()
        self._branches.clear()  # those of a transaction that was undone are not there
        with _keeping(self._connection):
            # An erasure waits for the end of these rows: its tombstones are not missed.
            self._connection.execute("lock table vav.people in access share mode")
            erased = _erased(self._connection, rows)
            left = [one for one in rows if one.id not in erased]
            customers = [one for one in left if isinstance(one, KeptCustomer)]
            edited = self._customers(source, customers)
            contacts = [one for one in left if isinstance(one, KeptContact)]
            _contacts(self._connection, source, contacts, people)
            _answers(self._connection, source, [one for one in left if isinstance(one, KeptAnswer)])
        return Written(count=len(rows), edited=edited, erased=len(rows) - len(left), begun=begun)

    async def remembered(self, name: str) -> str:
        """What was kept under this name; empty: nothing."""
        with _keeping(self._connection):
            found = one(self._connection, "select value from vav.meta where name = %s", name)
        return str(found["value"]) if found else ""

    async def remember(self, name: str, value: str) -> None:
        """Keep a few words under a name."""
        words = """insert into vav.meta values (%s, %s)
            on conflict (name) do update set value = excluded.value"""
        with _keeping(self._connection):
            change(self._connection, words, name, value)

    async def rest(self, seconds: float) -> None:
        """Let the loop go on; other sessions never waited."""
        await asyncio.sleep(min(seconds, 0))

    def _customers(self, source: str, rows: list[KeptCustomer]) -> int:
        """Answers how many were left because they were edited here."""
        if not rows:
            return 0
        connection = self._connection
        known = _digests(connection, [one.id for one in rows])
        edited = _edited(connection, known)
        rows = [one for one in rows if one.id not in edited]
        contracts = [contract for one in rows for contract in one.row.contracts]
        _end_vanished(connection, [one.id for one in rows if one.id in known], contracts)
        put(connection, "customers", [self._column(one) for one in rows])
        put(connection, "contracts", [to_row(contract) for contract in contracts])
        _mark(connection, source, ((one.id, one.digest) for one in rows))
        return len(edited)

    def _column(self, one: KeptCustomer) -> dict[str, Any]:
        return to_row(one.row.customer) | {"branch_id": self._branch(one.row.branch)}

    def _branch(self, name: str) -> str | None:
        """The branch of that name, made where nobody knows it."""
        if name and name not in self._branches:
            found = one(self._connection, "select id from vav.branches where name = %s", name)
            ident = found["id"] if found else derived_id("", "branch", name.casefold())
            words = "insert into vav.branches (id, name) values (%s, %s) on conflict do nothing"
            if found is None:
                change(self._connection, words, ident, name)
            self._branches[name] = ident
        return self._branches.get(name)


@contextmanager
def _keeping(connection: Connection) -> Iterator[None]:
    """A transaction as the keeper; what it has to wait for is told as a store that is held."""
    import psycopg

    try:
        with keeping(connection):
            yield
    except psycopg.Error as error:
        hindrance = hindered(error)
        if hindrance.hindrance is Hindrance.BUSY:
            raise StoreUnavailable(Trouble.LOCKED, "") from error
        raise hindrance from error
    except DatabaseUnusable:
        raise


def _digests(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    query = "select id, digest from vav.imported where id = any(%s)"
    return {row["id"]: row["digest"] for row in every(connection, query, list(ids))}


def _erased(connection: Connection, rows: Sequence[Kept]) -> set[str]:
    """Ids of rows that tell of something erased: themselves, or their customer."""
    about: dict[str, list[str]] = {}
    for row in rows:
        about.setdefault(row.id, []).append(row.id)
        for told in _told_of(row):
            about.setdefault(told, []).append(row.id)
    query = "select id from vav.tombstones where kind in ('customer', 'contact') and id = any(%s)"
    found = every(connection, query, list(about))
    return {ident for row in found for ident in about[row["id"]]}


def _told_of(row: Kept) -> tuple[str, ...]:
    """Ids of the customer and the contact that a row tells of."""
    match row:
        case KeptContact():
            told: tuple[str | None, ...] = (row.row.contact.customer_id,)
        case KeptAnswer():
            told = (row.row.answer.customer_id, row.row.answer.contact_id)
        case _:
            told = ()
    return tuple(one for one in told if one is not None)


def _edited(connection: Connection, known: dict[str, str]) -> set[str]:
    # The lock lets an edit that is under way come first: it is then seen, and not written over.
    query = "select * from vav.customers where id = any(%s) order by id for no key update"
    found = every(connection, query, list(known))
    return {row["id"] for row in found if edited_since(from_row(Customer, row), known[row["id"]])}


def _end_vanished(connection: Connection, customers: list[str], contracts: list[Any]) -> None:
    """A contract that its source no longer tells is over; contacts may speak of it, so it stays."""
    if customers:
        change(
            connection,
            """update vav.contracts set status = %s
            where customer_id = any(%s) and id <> all(%s) and status <> %s""",
            ContractStatus.ENDED.value,
            customers,
            [contract.id for contract in contracts],
            ContractStatus.ENDED.value,
        )


def _contacts(
    connection: Connection, source: str, rows: list[KeptContact], people: dict[str, PersonId]
) -> None:
    _make_known(connection, source, rows)
    columns = [to_row(one.row.contact) | {"person_id": people.get(one.row.advisor)} for one in rows]
    put(connection, "contacts", columns)
    _mark(connection, source, ((one.id, one.digest) for one in rows))


def _answers(connection: Connection, source: str, rows: list[KeptAnswer]) -> None:
    put(connection, "answers", [to_row(one.row.answer) for one in rows])
    _mark(connection, source, ((one.id, one.digest) for one in rows))


def _make_known(connection: Connection, source: str, rows: list[KeptContact]) -> None:
    """Customers whom nobody knows yet are made, known by their key alone."""
    keys = {
        one.row.contact.customer_id: one.row.customer_key
        for one in rows
        if one.row.contact.customer_id is not None
    }
    query = "select id from vav.customers where id = any(%s)"
    there = {row["id"] for row in every(connection, query, list(keys))}
    made = [known_by_key(ident, key) for ident, key in keys.items() if ident not in there]
    put(connection, "customers", [to_row(customer) for customer in made])
    nothing = digest_of()
    _mark(connection, source, ((customer.id, digest_of(customer) + nothing) for customer in made))


def _mark(connection: Connection, source: str, rows: Iterable[tuple[str, str]]) -> None:
    marks = [{"id": ident, "source": source, "digest": told} for ident, told in rows]
    put(connection, "imported", marks)


def put(connection: Connection, table: str, rows: Rows) -> int:
    """Insert rows, or bring those of the same `id` up to date where something differs.

    All rows have the same columns; no id comes twice. Answers how many rows changed.
    """
    from psycopg import sql

    if not rows:
        return 0
    names = list(rows[0])
    columns = sql.SQL(", ").join(map(sql.Identifier, names))
    others = [name for name in names if name != "id"]
    fresh = sql.SQL(", ").join(
        sql.SQL(
            "coalesce(excluded.{0}, held.{0})" if name == KEEP_WHERE_NULL else "excluded.{0}"
        ).format(sql.Identifier(name))
        for name in others
    )
    query = sql.SQL(
        "insert into vav.{table} as held ({columns})"
        " select {columns} from jsonb_populate_recordset(null::vav.{table}, %s::jsonb) r"
        " on conflict (id) do update set ({others}) = row({fresh})"
        " where ({held}) is distinct from ({fresh})"
    ).format(
        table=sql.Identifier(table),
        columns=columns,
        others=sql.SQL(", ").join(map(sql.Identifier, others)),
        fresh=fresh,
        held=sql.SQL(", ").join(sql.SQL("held.{}").format(sql.Identifier(name)) for name in others),
    )
    return max(connection.execute(query, [json.dumps([_plain(row) for row in rows])]).rowcount, 0)


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """PostgreSQL's text holds no NUL."""
    return {
        name: value.replace("\0", "") if isinstance(value, str) else value
        for name, value in row.items()
    }
