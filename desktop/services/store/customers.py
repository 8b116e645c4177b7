"""Reads a customer's whole file in few queries, and changes what may be changed on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, func, select, update
from sqlalchemy.dialects.sqlite import insert

from desktop.domain.contacts import Incivility, Promise, PromiseState
from desktop.domain.customer_file import CustomerEdit, CustomerField, OpenPromise
from desktop.domain.customers import Answer, Case, Contract, Customer, PinnedNote
from desktop.domain.ids import CustomerId
from desktop.domain.timeline import Page, Sought
from desktop.services.store.answers import visible
from desktop.services.store.rows import from_row
from desktop.services.store.tables import (
    answers,
    cases,
    contracts,
    customer_field_versions,
    customers,
    incivilities,
    people,
    pinned_notes,
    promises,
)
from desktop.services.store.timeline import timeline

MOST_ANSWERS = 60
"""Trends rest on the latest ones: the time to open does not follow their count."""
MOST_OPEN = 50
"""Contracts, cases and promises shown."""
LATELY = 20
"""Reports of incivility looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileParts:
    """What stands on a customer's file, before anything is derived from it."""

    customer: Customer
    contracts: tuple[Contract, ...]
    cases: tuple[Case, ...]
    promises: tuple[OpenPromise, ...]
    note: PinnedNote | None
    note_author: str
    answers: tuple[Answer, ...]
    incivilities: tuple[Incivility, ...]
    timeline: Page
    versions: dict[CustomerField, int]


_CUSTOMER = select(customers).where(customers.c.id == bindparam("wanted"))


def customer(connection: Connection, customer_id: CustomerId) -> Customer | None:
    """The customer alone."""
    row = connection.execute(_CUSTOMER, {"wanted": customer_id}).mappings().first()
    return None if row is None else from_row(Customer, row)


def file_parts(connection: Connection, customer_id: CustomerId) -> FileParts | None:
    """Everything for the first screen; None when nobody has this id."""
    known = customer(connection, customer_id)
    if known is None:
        return None
    note, author = _note(connection, customer_id)
    return FileParts(
        customer=known,
        contracts=_contracts(connection, customer_id),
        cases=_cases(connection, customer_id),
        promises=_promises(connection, customer_id),
        note=note,
        note_author=author,
        answers=_answers(connection, customer_id),
        incivilities=_incivilities(connection, customer_id),
        timeline=timeline(connection, customer_id, None, Sought()),
        versions=field_versions(connection, customer_id),
    )


_CONTRACTS = (
    select(contracts).where(contracts.c.customer_id == bindparam("wanted")).limit(MOST_OPEN)
)


def _contracts(connection: Connection, customer_id: CustomerId) -> tuple[Contract, ...]:
    found = connection.execute(_CONTRACTS, {"wanted": customer_id})
    return tuple(from_row(Contract, row) for row in found.mappings())


_CASES = (
    select(cases)
    .where(cases.c.customer_id == bindparam("wanted"), cases.c.closed_at.is_(None))
    .order_by(cases.c.due_at)
    .limit(MOST_OPEN)
)


def _cases(connection: Connection, customer_id: CustomerId) -> tuple[Case, ...]:
    found = connection.execute(_CASES, {"wanted": customer_id}).mappings()
    # The index puts cases without a due date first; they wait behind the others.
    return tuple(sorted((from_row(Case, row) for row in found), key=lambda one: not one.due_at))


_PROMISES = (
    select(promises, func.coalesce(people.c.name, "").label("advisor"))
    .outerjoin_from(promises, people, people.c.id == promises.c.person_id)
    .where(
        promises.c.customer_id == bindparam("wanted"), promises.c.state == PromiseState.OPEN.value
    )
    .order_by(promises.c.due_at)
    .limit(MOST_OPEN)
)


def _promises(connection: Connection, customer_id: CustomerId) -> tuple[OpenPromise, ...]:
    return tuple(
        OpenPromise(promise=from_row(Promise, row), advisor=row["advisor"])
        for row in connection.execute(_PROMISES, {"wanted": customer_id}).mappings()
    )


_NOTE = (
    select(pinned_notes, func.coalesce(people.c.name, "").label("advisor"))
    .outerjoin_from(pinned_notes, people, people.c.id == pinned_notes.c.person_id)
    .where(pinned_notes.c.customer_id == bindparam("wanted"))
    .order_by(pinned_notes.c.at.desc(), pinned_notes.c.id.desc())
    .limit(1)
)


def _note(connection: Connection, customer_id: CustomerId) -> tuple[PinnedNote | None, str]:
    row = connection.execute(_NOTE, {"wanted": customer_id}).mappings().first()
    # A note of no words is how the last one was taken down.
    if row is None or not row["words"]:
        return None, ""
    return from_row(PinnedNote, row), row["advisor"]


_ANSWERS = (
    select(answers)
    .where(answers.c.customer_id == bindparam("wanted"), visible())
    .order_by(answers.c.at.desc())
    .limit(MOST_ANSWERS)
)


def _answers(connection: Connection, customer_id: CustomerId) -> tuple[Answer, ...]:
    return tuple(
        from_row(Answer, row)
        for row in connection.execute(_ANSWERS, {"wanted": customer_id}).mappings()
    )


_INCIVILITIES = (
    select(incivilities)
    .where(incivilities.c.customer_id == bindparam("wanted"))
    .order_by(incivilities.c.at.desc(), incivilities.c.id.desc())
    .limit(LATELY)
)


def _incivilities(connection: Connection, customer_id: CustomerId) -> tuple[Incivility, ...]:
    return tuple(
        from_row(Incivility, row)
        for row in connection.execute(_INCIVILITIES, {"wanted": customer_id}).mappings()
    )


def field_versions(connection: Connection, customer_id: CustomerId) -> dict[CustomerField, int]:
    """How often each field changed; one that never did is left out."""
    versions = customer_field_versions.c
    query = select(versions.field, versions.version).where(versions.customer_id == customer_id)
    return {CustomerField(row.field): row.version for row in connection.execute(query)}


def apply_edit(connection: Connection, edit: CustomerEdit) -> None:
    """Put the new value on the customer, and the field's version one up."""
    connection.execute(
        update(customers)
        .where(customers.c.id == edit.customer_id)
        .values({edit.field.value: edit.value})
    )
    versions = customer_field_versions
    row = {
        "customer_id": edit.customer_id,
        "field": edit.field.value,
        "version": edit.based_on + 1,
    }
    connection.execute(
        insert(versions)
        .values(row)
        .on_conflict_do_update(
            index_elements=[versions.c.customer_id, versions.c.field],
            set_={"version": versions.c.version + 1},
        )
    )


def several(connection: Connection, ids: Sequence[CustomerId]) -> tuple[Customer, ...]:
    """The customers of these ids, in their order; those that nobody knows any more left out."""
    query = select(customers).where(customers.c.id.in_(ids))
    known = {row["id"]: from_row(Customer, row) for row in connection.execute(query).mappings()}
    return tuple(known[one] for one in ids if one in known)


def when_edited(
    connection: Connection, customer_id: CustomerId
) -> tuple[Customer, dict[CustomerField, int]] | None:
    """The customer and the versions of the fields, as an edit needs them."""
    known = customer(connection, customer_id)
    return None if known is None else (known, field_versions(connection, customer_id))
