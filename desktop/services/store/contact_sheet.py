"""Reads one contact whole, to be printed."""

from typing import TypeVar

from sqlalchemy import Connection, Table, select

from desktop.domain.care import told_once
from desktop.domain.contact_sheet import ContactSheet
from desktop.domain.contacts import Contact, Incivility, Promise, StepOff
from desktop.domain.errors import Gone
from desktop.domain.ids import ContactId
from desktop.domain.latitude.facts import Gesture
from desktop.services.store import answers, tables, team_tables
from desktop.services.store.names import NAME, name_of
from desktop.services.store.rows import from_row

T = TypeVar("T")


def whole(connection: Connection, contact_id: ContactId) -> ContactSheet:
    """The contact and all that belongs to it. Raises Gone where it is not here."""
    row = connection.execute(
        select(tables.contacts).where(tables.contacts.c.id == contact_id)
    ).mappings()
    found = row.first()
    if found is None:
        raise Gone
    contact = from_row(Contact, found)
    table = tables.customers
    customer = connection.execute(
        select(*NAME, table.c.number).where(table.c.id == contact.customer_id)
    ).mappings()
    known = customer.first()
    people = tables.people.c
    advisor = connection.scalar(select(people.name).where(people.id == contact.person_id))
    gestures = _of(connection, team_tables.gestures, Gesture, contact_id)
    undone = {one.takes_back for one in gestures}
    reports = _of(connection, tables.incivilities, Incivility, contact_id)
    return ContactSheet(
        contact=contact,
        customer_name=name_of(known) if known else "",
        customer_number=known["number"] if known else "",
        advisor=advisor or "",
        step_offs=_of(connection, tables.step_offs, StepOff, contact_id),
        promises=_of(connection, tables.promises, Promise, contact_id),
        incivilities=tuple(report for report, _ids in told_once(reports)),
        gestures=tuple(one for one in gestures if not one.takes_back and one.id not in undone),
        answer=answers.of_contact(connection, contact_id),
    )


def _of(
    connection: Connection, table: Table, kind: type[T], contact_id: ContactId
) -> tuple[T, ...]:
    query = select(table).where(table.c.contact_id == contact_id).order_by(table.c.at, table.c.id)
    return tuple(from_row(kind, row) for row in connection.execute(query).mappings())
