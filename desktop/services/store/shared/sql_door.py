"""The first door: calls the functions of the schema api through a PostgreSQL session."""

import json
import re
import sys
import threading
from typing import TYPE_CHECKING, Any, Final

from desktop.domain.errors import Silence, Unreachable
from desktop.services.store.shared.addresses import connection_params
from desktop.services.store.shared.certificates import with_authorities
from desktop.services.store.shared.connecting import connect_error, query_error
from desktop.services.transport import (
    CALL_LIMIT,
    CONNECT_LIMIT,
    cut,
    patience,
    port_answers,
    watched,
)

if TYPE_CHECKING:
    from psycopg import Connection

FUNCTIONS: Final[dict[str, dict[str, str]]] = {
    "hello": {"client": "jsonb"},
    "push": {"facts": "jsonb"},
    "pull": {"since": "jsonb", "most": "int"},
    "search": {"words": "text", "most": "int"},
    "customer": {"id": "text"},
    "video_photo": {"id": "text"},
    "read_checkin": {"id": "text"},
    "team_totals": {"weeks": "int"},
    "mirror": {
        "first": "date",
        "last": "date",
        "reason": "text",
        "channel": "text",
        "standards": "jsonb",
        "days": "int",
    },
    "my_readings": {},
    "password_changed": {},
}
"""What may be called, and the SQL type of each parameter (docs/protocol.md)."""

_QUICK: Final = {
    "connect_timeout": str(CONNECT_LIMIT),
    "application_name": "vis-a-vis",
    "keepalives": "1",
    "keepalives_idle": "10",
    "keepalives_interval": "3",
    "keepalives_count": "3",
}


def role_of(database: str, name: str) -> str:
    """The database role of a person: `<database>_<sign-in name>` (docs/protocol.md, Identity)."""
    return f"{re.sub(r'[^a-z0-9_]', '_', database.lower())}_{name}"


def sql_door(
    url: str, name: str, password: str, *, certificate: str | None = None, limit: float = CALL_LIMIT
) -> "SqlDoor":
    """A door for a person's sign-in name. Raises BadAddress."""
    params = connection_params(url, certificate=certificate)
    role = role_of(params["dbname"], name)
    return SqlDoor(params | {"user": role, "password": password}, limit=limit)


class SqlDoor:
    """Calls functions over psycopg; one call is one transaction. See SyncTransport."""

    def __init__(self, params: dict[str, str], *, limit: float = CALL_LIMIT) -> None:
        self._params = params | _QUICK
        if sys.platform != "win32":
            self._params["tcp_user_timeout"] = "8000"
        self._limit = limit
        self._lock = threading.Lock()
        """Between a call that ends its connection and a watchdog that cuts it."""
        self._connection: Connection[tuple[Any, ...]] | None = None
        self._cut = False

    def __repr__(self) -> str:
        """Without the parameters, which hold a password."""
        return "SqlDoor()"

    def call(self, function: str, params: dict[str, Any]) -> dict[str, Any]:
        """The answer of `api.<function>`, called with named parameters. See SyncTransport."""
        import psycopg

        statement, values = _statement(function, params)
        connection = self._ready()
        limit = patience(
            self._limit, sum(len(one) for one in values.values() if isinstance(one, str))
        )
        try:
            with watched(limit, self.interrupt):
                row = connection.execute(statement, values).fetchone()
        except psycopg.Error as error:
            wrong = query_error(error, function, broken=connection.broken or self._cut)
            if isinstance(wrong, Unreachable):
                self.close()
            raise wrong from None
        return {} if row is None else dict(row[0])

    def change_password(self, password: str) -> None:
        """Give one's own role a password; only its verifier leaves this machine.

        Raises as `call` does.
        """
        import psycopg
        from psycopg import sql

        connection = self._ready()
        try:
            with watched(self._limit, self.interrupt):
                # The verifier is made here: the words would pass through the server's log.
                verifier = connection.pgconn.encrypt_password(
                    password.encode(), connection.info.user.encode(), b"scram-sha-256"
                ).decode()
                connection.execute(
                    sql.SQL("ALTER ROLE CURRENT_USER PASSWORD {}").format(sql.Literal(verifier))
                )
        except psycopg.Error as error:
            raise query_error(error, broken=connection.broken or self._cut) from None
        self._params["password"] = password
        self.call("password_changed", {})

    def close(self) -> None:
        """End the connection; asking again does nothing."""
        with self._lock:
            connection, self._connection = self._connection, None
            if connection is not None:
                connection.close()

    def interrupt(self) -> None:
        """Cut a call that is under way, from any thread: libpq would wait for ever."""
        with self._lock:
            self._cut = True
            if self._connection is None or self._connection.closed:
                return
            cut(self._connection.pgconn.socket)

    def probe(self) -> bool:
        """Whether the server's port takes a connection."""
        place = self._params.get("hostaddr") or self._params.get("host") or ""
        if not place or place.startswith(("/", "@")) or "," in place:
            return True
        return port_answers(place, int(self._params.get("port") or 5432))

    def _ready(self) -> "Connection[tuple[Any, ...]]":
        import psycopg

        self._cut = False
        if self._connection is None or self._connection.closed:
            self.close()
            params = with_authorities(self._params)
            try:
                made = psycopg.connect(**params, autocommit=True)  # type: ignore[arg-type] # names of libpq
            except psycopg.Error as error:
                # The driver's error holds the parameters, with the password: it ends here.
                raise connect_error(str(error), params) from None
            with self._lock:
                self._connection = made
        if self._cut:
            self.close()
            raise Unreachable(Silence.CUT)
        return self._connection


def _statement(function: str, params: dict[str, Any]) -> tuple[bytes, dict[str, Any]]:
    """The statement of a call and its values. Raises KeyError for what may not be called."""
    types = FUNCTIONS[function]
    named = ", ".join(f"{name} => %({name})s::{types[name]}" for name in params)
    values = {
        name: json.dumps(value) if types[name] == "jsonb" and value is not None else value
        for name, value in params.items()
    }
    return f"SELECT api.{function}({named})".encode(), values
