"""Waits for customers in the local store: what was said of a contact, and taken back before it left."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, select

from desktop.domain.awaiting import Awaiting, in_force, waits_of
from desktop.domain.errors import Gone
from desktop.domain.ids import ContactId
from desktop.domain.standards import Waiting
from desktop.domain.timeline import EntryKind, Page
from desktop.services.store import taking_back
from desktop.services.store.rows import from_row
from desktop.services.store.team_tables import awaitings


def of_contact(connection: Connection, contact_id: ContactId) -> tuple[Awaiting, ...]:
    """What stands of a contact, in order."""
    query = select(awaitings).where(awaitings.c.contact_id == contact_id)
    return in_force(from_row(Awaiting, row) for row in connection.execute(query).mappings())


def of_contacts(
    connection: Connection, contact_ids: Iterable[str]
) -> dict[str, tuple[Waiting, ...]]:
    """When we waited, of those of these contacts where we did."""
    query = select(awaitings).where(awaitings.c.contact_id.in_(list(contact_ids)))
    return spans(connection.execute(query.order_by(awaitings.c.contact_id)).mappings())


def spans(rows: Iterable[Mapping[Any, Any]]) -> dict[str, tuple[Waiting, ...]]:
    """The waits of rows that come contact by contact."""
    marks = (from_row(Awaiting, row) for row in rows)
    return {
        contact_id: waits_of(of_one)
        for contact_id, of_one in groupby(marks, key=lambda one: one.contact_id)
    }


def with_waits(connection: Connection, page: Page) -> Page:
    """The page whose contacts tell when we waited for their customer."""
    ids = [one.id for one in page.entries if one.kind is EntryKind.CONTACT]
    found = of_contacts(connection, ids)
    if not found:
        return page
    entries = (
        replace(one, waits=found[one.id])
        if one.kind is EntryKind.CONTACT and one.id in found
        else one
        for one in page.entries
    )
    return replace(page, entries=tuple(entries))


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
