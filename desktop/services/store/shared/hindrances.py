"""The administrator's own session on the shared database, and what can keep it from working."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from desktop.domain.errors import OutsideFailed
from desktop.services.store.shared.addresses import connection_params, masked
from desktop.services.store.shared.certificates import with_authorities
from desktop.services.store.shared.connecting import FULL, NAME, PASSWORD, SLOW

if TYPE_CHECKING:
    import psycopg

OLDEST_SERVER = 150_000
"""`server_version_num` of PostgreSQL 15.0."""
WAIT_S = 10
"""How long a server may take to answer the first word."""


class Hindrance(StrEnum):
    """Why the shared database cannot be used as asked."""

    WRONG_PASSWORD = "wrong_password"  # noqa: S105 - a reason, no password
    UNKNOWN_SERVER = "unknown_server"
    NOBODY_THERE = "nobody_there"
    NO_ANSWER = "no_answer"
    NO_TLS = "no_tls"
    CERTIFICATE = "certificate"
    UNKNOWN_DATABASE = "unknown_database"
    DENIED = "denied"
    FULL = "full"
    TOO_OLD_SERVER = "too_old_server"
    NOT_INITIALISED = "not_initialised"
    NEWER_VERSION = "newer_version"
    OLDER_VERSION = "older_version"
    NOT_OURS = "not_ours"
    HALF_RESTORED = "half_restored"
    MISSING_RIGHT = "missing_right"
    BUSY = "busy"
    DISK_FULL = "disk_full"
    LOST = "lost"
    OTHER = "other"


class DatabaseUnusable(OutsideFailed):
    """The shared database cannot be used as asked; the transaction under way was undone."""

    def __init__(self, hindrance: Hindrance, detail: str = "") -> None:
        super().__init__(f"{hindrance} {detail}".strip())
        self.hindrance = hindrance
        self.detail = detail


_SAID = (
    (Hindrance.WRONG_PASSWORD, *PASSWORD),
    (Hindrance.UNKNOWN_SERVER, *NAME),
    (Hindrance.NOBODY_THERE, "connection refused", "no such file or directory"),
    (Hindrance.NOBODY_THERE, "network is unreachable", "no route to host"),
    (Hindrance.NO_ANSWER, *SLOW),
    (Hindrance.NO_TLS, "does not support ssl", "ssl support is not"),
    (Hindrance.CERTIFICATE, "certificate", "ssl error"),
    (Hindrance.FULL, *FULL),
    (Hindrance.DENIED, "pg_hba.conf", "not permitted to log in"),
    (Hindrance.DENIED, "permission denied", "droit refus"),
)
"""What the client library and the server say when a session cannot begin: no code comes with it."""

_CODES = {
    "42501": Hindrance.MISSING_RIGHT,
    "53100": Hindrance.DISK_FULL,
    "53300": Hindrance.FULL,
    "55P03": Hindrance.BUSY,
    "55006": Hindrance.BUSY,
    "40P01": Hindrance.BUSY,
    "57014": Hindrance.BUSY,
}


def connect(url: str) -> "psycopg.Connection[dict[str, Any]]":
    """A session of the administrator, in autocommit, its rows as dictionaries.

    Raises BadAddress, DatabaseUnusable.
    """
    import psycopg
    from psycopg.rows import dict_row

    params: dict[str, Any] = with_authorities(connection_params(url))
    params.setdefault("connect_timeout", str(WAIT_S))
    params.setdefault("application_name", "vis-a-vis-admin")
    if os.name != "nt":
        params.setdefault("tcp_user_timeout", "30000")
    try:
        connection = psycopg.connect(**params, autocommit=True, row_factory=dict_row)
    except psycopg.OperationalError as error:
        raise _unanswered(str(error)) from None
    if connection.info.server_version < OLDEST_SERVER:
        connection.close()
        raise DatabaseUnusable(Hindrance.TOO_OLD_SERVER, str(connection.info.server_version))
    return connection


def _unanswered(said: str) -> DatabaseUnusable:
    lowered = said.lower()
    if "database" in lowered and ("does not exist" in lowered or "existe pas" in lowered):
        return DatabaseUnusable(Hindrance.UNKNOWN_DATABASE)
    for hindrance, *parts in _SAID:
        if any(part in lowered for part in parts):
            return DatabaseUnusable(hindrance)
    return DatabaseUnusable(Hindrance.OTHER, masked(said.strip().splitlines()[-1]))


@contextmanager
def told() -> Iterator[None]:
    """Tell errors of the server as DatabaseUnusable: a code, and words that name no values."""
    import psycopg

    try:
        yield
    except psycopg.Error as error:
        raise hindered(error) from error


def hindered(error: "psycopg.Error") -> DatabaseUnusable:
    """What an error of the server means to the administrator.

    The server's own words are kept where they speak of rights: they name tables and roles.
    """
    code = error.sqlstate or ""
    known = _CODES.get(code)
    if known is Hindrance.MISSING_RIGHT:
        return DatabaseUnusable(known, error.diag.message_primary or "")
    if known is not None:
        return DatabaseUnusable(known)
    if code.startswith(("08", "57P")) or not code:
        return DatabaseUnusable(Hindrance.LOST, code)
    return DatabaseUnusable(Hindrance.OTHER, code)
