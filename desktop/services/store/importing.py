"""Writes what an import brings: by its own ids, without outbox lines, a short moment at a time."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Protocol

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.sqlite import insert

from desktop.domain.customers import Contract, ContractStatus, Customer
from desktop.domain.ids import CustomerId, PersonId
from desktop.domain.importing.answers import Asked
from desktop.domain.importing.keeping import (
    Kept,
    KeptAnswer,
    KeptContact,
    KeptCustomer,
    digest_of,
    edited_since,
    free_sign_in,
    known_by_key,
    person_id_of,
    team_id_of,
)
from desktop.domain.people import Person, Role, Team
from desktop.services.store import meta, tables
from desktop.services.store.bulk import put
from desktop.services.store.local import LocalStore
from desktop.services.store.rows import from_row, to_row

HANDFUL = 50
"""Rows written between two looks at the time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What one transaction wrote."""

    count: int
    """How many of the rows asked for are dealt with, from the first."""
    begun: float
    """When the transaction began, on `time.perf_counter`."""
    edited: int = 0
    """Of these, customers left as they are because they were edited here."""
    erased: int = 0
    """Of these, rows left out because what they tell of was erased."""


class Keeper(Protocol):
    """Where an import puts what it read: the store on this machine, or the shared database."""

    async def digests(self, ids: Sequence[str]) -> dict[str, str]:
        """The fingerprints of those already imported."""
        ...

    async def advisors(self, source: str, names: Sequence[str], team: str) -> dict[str, PersonId]:
        """The person of each name, made where nobody knows them."""
        ...

    async def contacts(self, ids: Sequence[str]) -> dict[str, Asked]:
        """Whom these contacts were with; those that are not known are left out."""
        ...

    async def keep(
        self, source: str, rows: Sequence[Kept], people: dict[str, PersonId], allowed_s: float
    ) -> Written:
        """Write rows, from the first, in one transaction."""
        ...

    async def rest(self, seconds: float) -> None:
        """Leave the store to others between two transactions."""
        ...


class LocalKeeper:
    """Keeps in the store on this machine."""

    def __init__(self, store: LocalStore) -> None:
        self._store = store

    async def digests(self, ids: Sequence[str]) -> dict[str, str]:
        """See Keeper."""
        return await self._store.read(digests, ids)

    async def advisors(self, source: str, names: Sequence[str], team: str) -> dict[str, PersonId]:
        """See Keeper."""
        return await self._store.write(advisors, source, names, team)

    async def contacts(self, ids: Sequence[str]) -> dict[str, Asked]:
        """See Keeper."""
        return await self._store.read(asked_of, ids)

    async def keep(
        self, source: str, rows: Sequence[Kept], people: dict[str, PersonId], allowed_s: float
    ) -> Written:
        """See Keeper."""
        return await self._store.write(keep, source, rows, people, allowed_s)

    async def remembered(self, name: str) -> str:
        """What was kept under this name; empty: nothing."""
        return await self._store.read(meta.get, name) or ""

    async def remember(self, name: str, value: str) -> None:
        """Keep a few words under a name."""
        await self._store.write(meta.put, name, value)

    async def rest(self, seconds: float) -> None:
        """See Keeper."""
        await self._store.clock.sleep(seconds)


def digests(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """The fingerprints of those already imported."""
    table = tables.imported.c
    query = select(table.id, table.digest).where(table.id.in_(ids))
    return {row.id: row.digest for row in connection.execute(query)}


def asked_of(connection: Connection, ids: Sequence[str]) -> dict[str, Asked]:
    """Whom these contacts were with."""
    table = tables.contacts.c
    query = select(table.id, table.customer_id, table.person_id).where(table.id.in_(ids))
    return {
        row.id: Asked(customer_id=row.customer_id, person_id=row.person_id)
        for row in connection.execute(query)
    }


def advisors(
    connection: Connection, source: str, names: Iterable[str], team: str
) -> dict[str, PersonId]:
    """The person of each name; those whom nobody knows are made, in a team of that name."""
    table = tables.people
    known: dict[str, list[str]] = {}
    taken = set()
    for row in connection.execute(select(table.c.id, table.c.name, table.c.sign_in)):
        known.setdefault(row.name.casefold(), []).append(row.id)
        taken.add(row.sign_in)
    found = {}
    for name in names:
        same = known.get(name.casefold(), [])
        own = person_id_of(source, name)
        if len(same) == 1 or own in same:
            found[name] = PersonId(own if own in same else same[0])
            continue
        sign_in = free_sign_in(name, taken)
        taken.add(sign_in)
        team_id = _team(connection, team)
        person = Person(id=own, name=name, role=Role.ADVISOR, team_id=team_id, sign_in=sign_in)
        connection.execute(insert(table).on_conflict_do_nothing(), to_row(person))
        known.setdefault(name.casefold(), []).append(own)
        found[name] = own
    return found


def _team(connection: Connection, name: str) -> Any:
    table = tables.teams
    known = connection.scalar(select(table.c.id).where(table.c.name == name).limit(1))
    if known is None:
        known = team_id_of(name)
        row = to_row(Team(id=known, name=name))
        connection.execute(insert(table).on_conflict_do_nothing(), row)
    return known


def keep(
    connection: Connection,
    source: str,
    rows: Sequence[Kept],
    people: dict[str, PersonId],
    allowed_s: float,
) -> Written:
    """Write rows until all are in or another handful would pass the time allowed; at least one."""
    # The transaction's length is measured, not dated: no clock of ours is asked.
    begun = last = time.perf_counter()
    count = edited = 0
    while count < len(rows):
        handful = rows[count : count + HANDFUL]
        edited += _keep_customers(
            connection, source, [one for one in handful if isinstance(one, KeptCustomer)]
        )
        _keep_contacts(
            connection, source, [one for one in handful if isinstance(one, KeptContact)], people
        )
        _keep_answers(connection, source, [one for one in handful if isinstance(one, KeptAnswer)])
        count += len(handful)
        now = time.perf_counter()
        if now - begun + (now - last) > allowed_s:
            break
        last = now
    return Written(count=count, edited=edited, begun=begun)


def add(connection: Connection, rows: Iterable[tuple[Customer, Sequence[Contract]]]) -> int:
    """Add customers and contracts whose ids are not there yet; answers how many were new."""
    count = 0
    rows = iter(rows)
    while handful := list(islice(rows, HANDFUL)):
        ids = [customer.id for customer, _ in handful]
        there = _customers_there(connection, ids)
        fresh = [one for one in handful if one[0].id not in there]
        put(connection, tables.customers, [to_row(customer) for customer, _ in fresh])
        contracts = [to_row(contract) for _, some in fresh for contract in some]
        put(connection, tables.contracts, contracts)
        count += len(fresh)
    return count


def _keep_customers(connection: Connection, source: str, rows: list[KeptCustomer]) -> int:
    """Answers how many were left because they were edited here."""
    if not rows:
        return 0
    known = digests(connection, [one.id for one in rows])
    edited = _edited(connection, known)
    rows = [one for one in rows if one.id not in edited]
    contracts = [contract for one in rows for contract in one.row.contracts]
    changed = [one.id for one in rows if one.id in known]
    if changed:
        _end_vanished(connection, changed, [contract.id for contract in contracts])
    put(connection, tables.customers, [to_row(one.row.customer) for one in rows])
    put(connection, tables.contracts, [to_row(contract) for contract in contracts])
    put(connection, tables.imported, _marks(source, ((one.id, one.digest) for one in rows)))
    return len(edited)


def _edited(connection: Connection, known: dict[str, str]) -> set[str]:
    table = tables.customers
    if not known:
        return set()
    found = connection.execute(select(table).where(table.c.id.in_(known))).mappings()
    return {row["id"] for row in found if edited_since(from_row(Customer, row), known[row["id"]])}


def _end_vanished(connection: Connection, customers: list[str], contracts: list[str]) -> None:
    """A contract that its source no longer tells is over; contacts may speak of it, so it stays."""
    table = tables.contracts
    connection.execute(
        update(table)
        .where(table.c.customer_id.in_(customers), table.c.id.not_in(contracts))
        .values(status=ContractStatus.ENDED.value)
    )


def _keep_contacts(
    connection: Connection, source: str, rows: list[KeptContact], people: dict[str, PersonId]
) -> None:
    if not rows:
        return
    _make_known(connection, source, rows)
    columns = []
    for one in rows:
        column = to_row(one.row.contact)
        column["person_id"] = people.get(one.row.advisor)
        columns.append(column)
    put(connection, tables.contacts, columns)
    put(connection, tables.imported, _marks(source, ((one.id, one.digest) for one in rows)))


def _keep_answers(connection: Connection, source: str, rows: list[KeptAnswer]) -> None:
    put(connection, tables.answers, [to_row(one.row.answer) for one in rows])
    put(connection, tables.imported, _marks(source, ((one.id, one.digest) for one in rows)))


def _make_known(connection: Connection, source: str, rows: list[KeptContact]) -> None:
    """Customers whom nobody knows yet are made, known by their key alone."""
    keys = {
        CustomerId(one.row.contact.customer_id): one.row.customer_key
        for one in rows
        if one.row.contact.customer_id is not None
    }
    there = _customers_there(connection, list(keys))
    made = [known_by_key(ident, key) for ident, key in keys.items() if ident not in there]
    put(connection, tables.customers, [to_row(customer) for customer in made])
    nothing = digest_of()
    marks = ((customer.id, digest_of(customer) + nothing) for customer in made)
    put(connection, tables.imported, _marks(source, marks))


def _customers_there(connection: Connection, ids: Sequence[str]) -> set[str]:
    table = tables.customers.c
    return set(connection.scalars(select(table.id).where(table.id.in_(ids))))


def _marks(source: str, rows: Iterable[tuple[str, str]]) -> list[dict[str, Any]]:
    return [{"id": ident, "source": source, "digest": print_} for ident, print_ in rows]
