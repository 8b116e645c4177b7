"""A plain store made into an encrypted one: copied, checked, put in place, only then wiped.

Until the copy has its final name the plain file is whole; from then on the copy is. Whoever is
cut in between finds one good file at least, and goes through the same steps again.
"""

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2

from desktop.domain.errors import AlreadyThere, NotEncrypted, Refused, StoreUnavailable, Trouble
from desktop.domain.ids import PersonId
from desktop.services.files import sync_folder
from desktop.services.store import cipher, tables
from desktop.services.store.identity import Identity
from desktop.services.store.meta import PERSON, SERVER
from desktop.services.store.troubles import trouble_of

WIPING = ".wiping"
"""What ends the name of a plain store that is being wiped."""
_FROM = "converted_from"
_AUTHORS = ("person_id", "lead_id")
"""Fields that name who wrote; the second of a lead's replies and readings."""
_OWNED = """SELECT m.name, c.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c
    WHERE m.type = 'table' AND m.rootpage > 0 AND c.name IN (?, ?)"""
_CHUNK = bytes(1024 * 1024)
_BUSY_MS = 2000


def _nothing(_step: str) -> None:
    """Nobody follows the steps."""


def convert(
    plain: Path,
    sealed: Path,
    key: bytes,
    owner: Identity,
    step: Callable[[str], None] = _nothing,
) -> None:
    """Write an encrypted copy of a plain store of ours, somebody's from the start, and check it.

    The plain file keeps all that it holds. `step` is told each step's name before it is taken.
    Raises NotEncrypted for the demonstration; AlreadyThere where `sealed` is another store;
    StoreUnavailable (LOCKED while another program has the plain file, DAMAGED where it does not
    copy whole).
    """
    fresh = sealed.with_name(sealed.name + ".converting")
    with _told(plain), _alone(plain) as source:
        digest = _digest(plain)
        if sealed.exists() and _origin(sealed, key) != digest:
            raise AlreadyThere
        fresh.unlink(missing_ok=True)
        step("copy")
        _copy(source, fresh, key)
        step("sign")
        _sign(fresh, key, owner, digest)
        step("check")
        _check(source, fresh, key)
        step("sync")
        _sync(fresh)
        step("place")
        fresh.replace(sealed)
        step("sync the folder")
        sync_folder(sealed.parent)


def wipe(plain: Path, sealed: Path, key: bytes, step: Callable[[str], None] = _nothing) -> None:
    """Overwrite and remove a plain store of which `sealed` is the copy.

    Raises AlreadyThere, and leaves both, where the plain one was written since it was copied.
    """
    going = plain.with_name(plain.name + WIPING)
    if plain.exists():
        with _told(plain):
            with _alone(plain):
                if _origin(sealed, key) != _digest(plain):
                    raise AlreadyThere
            step("take its name")
            plain.replace(going)
    if going.exists():
        step("overwrite")
        _overwrite(going)
        step("remove")
        going.unlink()
        sync_folder(plain.parent)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlcipher3.dbapi2.Error as error:
        trouble = trouble_of(str(error))
        if trouble is None:
            raise
        raise StoreUnavailable(trouble, str(path), str(error)) from error
    except OSError as error:
        raise StoreUnavailable(Trouble.DISK_FULL, str(path), type(error).__name__) from error


@contextmanager
def _alone(plain: Path) -> Iterator[Any]:
    """The plain store, in one file, kept from every other program meanwhile."""
    if cipher.look(plain) is not cipher.Look.PLAIN:
        raise StoreUnavailable(Trouble.NOT_A_STORE, str(plain))
    with closing(_connect(plain)) as source:
        source.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
        if _one(source, "PRAGMA application_id") != tables.APPLICATION_ID:
            raise StoreUnavailable(Trouble.NOT_A_STORE, str(plain))
        if _one(source, "PRAGMA journal_mode = DELETE") != "delete":
            raise StoreUnavailable(Trouble.LOCKED, str(plain))
        if _one(source, "SELECT count(*) FROM meta WHERE name = 'demo_now'"):
            raise NotEncrypted
        source.execute("BEGIN EXCLUSIVE")
        source.execute("COMMIT")
        yield source


def _connect(path: Path, key: bytes | None = None) -> Any:
    connection = sqlcipher3.dbapi2.connect(path, isolation_level=None)
    connection.execute("PRAGMA cipher_log_level = none")
    if key is not None:
        connection.execute(f'PRAGMA key = "{cipher.literal(key)}"')
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _origin(sealed: Path, key: bytes) -> str | None:
    """The digest of what this is a copy of."""
    with closing(_connect(sealed, key)) as copy:
        found = copy.execute("SELECT value FROM meta WHERE name = ?", (_FROM,)).fetchone()
    return None if found is None else str(found[0])


def _copy(source: Any, fresh: Path, key: bytes) -> None:
    source.execute("ATTACH DATABASE ? AS sealed KEY ?", (str(fresh), cipher.literal(key)))
    try:
        source.execute("SELECT sqlcipher_export('sealed')").fetchall()
        for name in ("application_id", "user_version"):
            source.execute(f"PRAGMA sealed.{name} = {_one(source, f'PRAGMA main.{name}')}")
    finally:
        source.execute("DETACH DATABASE sealed")


def _sign(fresh: Path, key: bytes, owner: Identity, digest: str) -> None:
    """Say whose it is, and of what it is the copy."""
    rows = ((SERVER, owner.server), (PERSON, owner.person_id), (_FROM, digest))
    with closing(_connect(fresh, key)) as copy:
        _hand_over(copy, owner.person_id)
        copy.executemany("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", rows)


def _hand_over(copy: Any, person_id: PersonId) -> None:
    """What was written before the server gave the person an id becomes theirs.

    Raises Refused where several people wrote: each has a store of their own.
    """
    found: set[str | None] = set()
    for field in _AUTHORS:
        authors = f"SELECT DISTINCT json_extract(body, '$.{field}') FROM outbox"
        found |= {author for (author,) in copy.execute(authors)}
    found -= {None, person_id}
    if len(found) > 1:
        raise Refused("several people wrote in this store")
    for before in found:
        told = (person_id, before)
        for table, field in copy.execute(_OWNED, _AUTHORS).fetchall():
            copy.execute(f'UPDATE "{table}" SET {field} = ? WHERE {field} = ?', told)
        for field in _AUTHORS:
            copy.execute(
                f"UPDATE outbox SET body = json_set(body, '$.{field}', ?)"
                f" WHERE json_extract(body, '$.{field}') = ?",
                told,
            )
        copy.execute("DELETE FROM people WHERE id = ?", (person_id,))
        copy.execute("UPDATE people SET id = ? WHERE id = ?", told)


def _check(source: Any, fresh: Path, key: bytes) -> None:
    """The copy is sound and has every row. Raises StoreUnavailable(DAMAGED)."""
    with closing(_connect(fresh, key)) as copy:
        names = [f"PRAGMA main.{name}" for name in ("application_id", "user_version")]
        names += [
            f'SELECT count(*) FROM "{name}"'
            for (name,) in source.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0"
                " AND name <> 'meta'"
            )
        ]
        sound = (
            copy.execute("PRAGMA cipher_integrity_check").fetchall() == []
            and copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            and copy.execute("PRAGMA foreign_key_check").fetchall()
            == source.execute("PRAGMA foreign_key_check").fetchall()
            and all(_one(copy, name) == _one(source, name) for name in names)
        )
    if not sound:
        raise StoreUnavailable(Trouble.DAMAGED, str(fresh), "the copy is not whole")


def _one(connection: Any, statement: str) -> Any:
    return connection.execute(statement).fetchone()[0]


def _digest(plain: Path) -> str:
    with plain.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _overwrite(path: Path) -> None:
    """Zeros in the place of what was there; a disk that moves its blocks may keep some of it."""
    left = path.stat().st_size
    with path.open("r+b") as file:
        while left > 0:
            left -= file.write(_CHUNK[:left])
        file.flush()
        os.fsync(file.fileno())


def _sync(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())
