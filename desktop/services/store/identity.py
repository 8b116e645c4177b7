"""Whose store it is: the server and the person that a connected store belongs to."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, insert, select

from desktop.domain.errors import AlreadyThere, NotEncrypted, StoreUnavailable, Trouble
from desktop.domain.ids import PersonId
from desktop.services.store import tables
from desktop.services.store.meta import PERSON, SERVER


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Whom a connected store belongs to."""

    server: str
    person_id: PersonId


def sealed(connection: Connection) -> bool:
    """Whether what this connection writes is encrypted."""
    return connection.exec_driver_sql("PRAGMA cipher_status").scalar() == "1"


def bind(connection: Connection, server: str, person_id: PersonId) -> None:
    """Make this the store of a server and person, for good.

    Raises NotEncrypted for a plain store, ValueError for one that is somebody else's.
    """
    if not sealed(connection):
        raise NotEncrypted
    known = read(connection)
    wanted = Identity(server=server, person_id=person_id)
    if known is None:
        rows = [{"name": SERVER, "value": server}, {"name": PERSON, "value": person_id}]
        connection.execute(insert(tables.meta), rows)
    elif known != wanted:
        raise ValueError("the store belongs to another server or person")


def read(connection: Connection) -> Identity | None:
    """Whose store it is; None: it is not connected."""
    query = select(tables.meta).where(tables.meta.c.name.in_((SERVER, PERSON)))
    found = {row.name: row.value for row in connection.execute(query)}
    if set(found) != {SERVER, PERSON}:
        return None
    return Identity(server=found[SERVER], person_id=PersonId(found[PERSON]))


def known(connection: Connection, path: Path, person_id: PersonId | None = None) -> Identity:
    """Whose store it is.

    Raises StoreUnavailable(NOT_A_STORE) where it is nobody's, AlreadyThere where it is not the
    named person's: the name was given to somebody else.
    """
    found = read(connection)
    if found is None:
        raise StoreUnavailable(Trouble.NOT_A_STORE, str(path), "not connected")
    if person_id is not None and found.person_id != person_id:
        raise AlreadyThere
    return found
