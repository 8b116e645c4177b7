"""Waits for customers in the local store: what was said of a contact, and taken back before it left."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Label, func, select

from desktop.domain.awaiting import Awaiting, in_force, waits_of
from desktop.domain.errors import Gone
from desktop.domain.ids import ContactId
from desktop.domain.standards import Waiting
from desktop.services.store import taking_back
from desktop.services.store.rows import from_row
from desktop.services.store.tables import contacts
from desktop.services.store.team_tables import awaitings


def of_contact(connection: Connection, contact_id: ContactId) -> tuple[Awaiting, ...]:
    """What stands of a contact, in order."""
    query = select(awaitings).where(awaitings.c.contact_id == contact_id)
    return in_force(from_row(Awaiting, row) for row in connection.execute(query).mappings())


def of_contacts(
    connection: Connection, contact_ids: Iterable[str]
) -> dict[str, tuple[Waiting, ...]]:
    """When we waited, of those of these contacts where we did."""
    # One value, however many they are: a statement binds no more than some thousands.
    asked = func.json_each(json.dumps(list(contact_ids))).table_valued("value")
    query = select(awaitings).where(awaitings.c.contact_id.in_(select(asked.c.value)))
    return spans(connection.execute(query.order_by(awaitings.c.contact_id)).mappings())


def spans(rows: Iterable[Mapping[Any, Any]]) -> dict[str, tuple[Waiting, ...]]:
    """The waits of rows that come contact by contact."""
    marks = (from_row(Awaiting, row) for row in rows)
    return {
        contact_id: waits_of(of_one)
        for contact_id, of_one in groupby(marks, key=lambda one: one.contact_id)
    }


def said() -> Label[Any]:
    """What was said of each contact of a statement, as JSON: a page of contacts asks nothing more."""
    one = func.json_object(*(part for c in awaitings.c for part in (c.name, c)))
    found = select(func.json_group_array(one)).where(awaitings.c.contact_id == contacts.c.id)
    return found.scalar_subquery().label("awaitings")


def told(row: Mapping[Any, Any]) -> tuple[Waiting, ...]:
    """When we waited, of a row that bears `said`."""
    return next(iter(spans(json.loads(row["awaitings"])).values()), ())


def require_turn(connection: Connection, mark: Awaiting) -> None:
    """Raise Gone where somebody already said it: the same is not said twice in a row."""
    last = of_contact(connection, mark.contact_id)[-1:]
    if mark.begins is any(one.begins for one in last):
        raise Gone


def require_in_force(connection: Connection, mark: Awaiting) -> None:
    """Raise Gone where it was taken back already."""
    if all(one.id != mark.id for one in of_contact(connection, mark.contact_id)):
        raise Gone


def forget(connection: Connection, mark_id: str, now: datetime) -> bool:
    """Take it back before it left; False where a new fact has to say so."""
    return taking_back.take_away(connection, awaitings, mark_id, now)
