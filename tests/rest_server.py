"""The second door for tests: an HTTP server that does what PostgREST documents, and no more.

Followed: docs.postgrest.org, references `auth`, `transactions`, `api/functions`, `errors`,
`connection_pool`. A largest body and the faults are what a proxy before it would add.
"""

import asyncio
import json
import re
import ssl
import threading
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import jwt
import psycopg
import pytest
from aiohttp import web
from psycopg import sql

from tests.rest_errors import Problem, anonymous_refused, from_database, from_token, not_found
from tests.shared_database import SharedDatabase

SECRET = "a secret of thirty-two bytes or more"

FUNCTIONS = """
select p.proname, p.provolatile = 'v', p.pronargs - p.pronargdefaults, p.proargnames,
       array(select format_type(t, null) from unnest(p.proargtypes) t)
from pg_proc p where p.pronamespace = %s::regnamespace and p.prokind = 'f'
"""

SETTINGS = """
select set_config('search_path', %s, true), set_config('role', %s, true),
       set_config('request.jwt.claims', %s, true), set_config('request.method', %s, true),
       set_config('request.path', %s, true), set_config('request.headers', %s, true)
"""


class Fault(StrEnum):
    """What may befall the next request."""

    LOST_REQUEST = "lost_request"
    """Cut before anything was done."""
    LOST_REPLY = "lost_reply"
    """Done and committed, and nobody is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RestSettings:
    """PostgREST's settings of the same names."""

    db_uri: str
    db_schema: str = "api"
    db_anon_role: str | None = None
    jwt_secret: str = SECRET
    """A passphrase for HS256, or a JSON Web Key or Key Set for RS256."""
    jwt_role_claim_key: str = ".role"
    jwt_aud: str | None = None
    db_pool: int = 10
    db_pool_acquisition_timeout: float = 10
    largest_body: int = 1 << 20
    tls: ssl.SSLContext | None = None


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the exposed schema, as the schema cache knows it."""

    name: str
    volatile: bool
    required: int
    names: tuple[str, ...]
    types: tuple[str, ...]

    def accepts(self, given: set[str]) -> bool:
        """Whether these names, and no other, can call it."""
        return set(self.names[: self.required]) <= given <= set(self.names)


@dataclass(slots=True)
class Pool:
    """Sessions of the authenticator, opened as they are needed."""

    settings: RestSettings
    slots: asyncio.Semaphore
    idle: list[psycopg.AsyncConnection] = field(default_factory=list)

    async def borrow(self) -> psycopg.AsyncConnection:
        """A session for one request; 504 when all stay busy, 503 when none can be opened."""
        try:
            async with asyncio.timeout(self.settings.db_pool_acquisition_timeout):
                await self.slots.acquire()
        except TimeoutError:
            told = "Timed out acquiring connection from connection pool."
            raise Problem(504, "PGRST003", told) from None
        if self.idle:
            return self.idle.pop()
        try:
            return await psycopg.AsyncConnection.connect(self.settings.db_uri, autocommit=True)
        except psycopg.OperationalError as error:
            self.slots.release()
            told = "Database connection error. Retrying the connection."
            raise Problem(503, "PGRST000", told, str(error).partition("\n")[0]) from None

    async def give_back(self, connection: psycopg.AsyncConnection) -> None:
        """Keep a session for the next request, unless it broke."""
        if connection.closed or connection.broken:
            await connection.close()
        else:
            self.idle.append(connection)
        self.slots.release()

    async def close(self) -> None:
        """End the sessions."""
        for connection in self.idle:
            await connection.close()


@dataclass(slots=True)
class RestServer:
    """Runs in a thread of its own; `url` is where it listens."""

    settings: RestSettings
    url: str = ""
    requests: int = 0
    faults: deque[Fault | int] = field(default_factory=deque)
    """Taken one a request: a cut, or a status to answer instead."""
    _loop: asyncio.AbstractEventLoop | None = None
    _thread: threading.Thread | None = None
    _functions: dict[str, Function] = field(default_factory=dict)
    _pool: Pool | None = None
    _tokens: dict[str, dict] = field(default_factory=dict)

    def start(self) -> "RestServer":
        """Listen on a free port of this machine."""
        ready = threading.Event()
        self._loop = asyncio.SelectorEventLoop()
        self._thread = threading.Thread(target=self._serve, args=(ready,), daemon=True)
        self._thread.start()
        assert ready.wait(20)
        return self

    def stop(self) -> None:
        """End, and close the pool."""
        assert self._loop
        assert self._thread
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(20)

    def _serve(self, ready: threading.Event) -> None:
        loop = self._loop
        assert loop
        asyncio.set_event_loop(loop)
        self._pool = Pool(self.settings, asyncio.Semaphore(self.settings.db_pool))
        app = web.Application(client_max_size=self.settings.largest_body)
        app.router.add_route("*", "/rpc/{name}", self._answer)
        runner = web.AppRunner(app, access_log=None)
        loop.run_until_complete(runner.setup())
        site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=self.settings.tls, backlog=1024)
        loop.run_until_complete(site.start())
        kind = "https" if self.settings.tls else "http"
        self.url = f"{kind}://127.0.0.1:{runner.addresses[0][1]}"
        ready.set()
        loop.run_forever()
        loop.run_until_complete(runner.cleanup())
        loop.run_until_complete(self._pool.close())
        loop.close()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        self.requests += 1
        fault = self.faults.popleft() if self.faults else None
        if isinstance(fault, int):
            return web.json_response({"message": "as told"}, status=fault)
        if fault is Fault.LOST_REQUEST:
            return _cut(request)
        try:
            answer = await self._call(request)
        except Problem as problem:
            return web.json_response(problem.body(), status=problem.status, headers=problem.headers)
        except web.HTTPRequestEntityTooLarge:
            return web.Response(status=413, text="Payload Too Large")
        if fault is Fault.LOST_REPLY:
            return _cut(request)
        return web.Response(text=answer, content_type="application/json")

    async def _call(self, request: web.Request) -> str:
        claims = self._claims(request)
        role = role_of(claims, self.settings.jwt_role_claim_key) if claims else None
        role = role or self.settings.db_anon_role
        if role is None:
            raise anonymous_refused()
        if request.method not in {"GET", "POST"}:
            raise Problem(405, "PGRST101", "Only GET and POST verbs are allowed for functions")
        given = await _arguments(request)
        assert self._pool
        connection = await self._pool.borrow()
        try:
            function = await self._found(connection, request.match_info["name"], given)
            return await self._run(connection, function, role, claims, request, given)
        except psycopg.Error as error:
            raise from_database(error, signed_in=claims is not None) from None
        finally:
            await self._pool.give_back(connection)

    def _claims(self, request: web.Request) -> dict[str, Any] | None:
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer":
            return None
        try:
            if token not in self._tokens:  # signatures are kept, times are looked at each time
                self._tokens[token] = decode(token, self.settings.jwt_secret)
            check_times(self._tokens[token], self.settings.jwt_aud)
        except jwt.PyJWTError as error:
            raise from_token(error) from None
        return self._tokens[token]

    async def _found(
        self, connection: psycopg.AsyncConnection, name: str, given: dict[str, Any]
    ) -> Function:
        if not self._functions:
            found = await connection.execute(FUNCTIONS, (self.settings.db_schema,))
            for called, volatile, required, names, types in await found.fetchall():
                self._functions[called] = Function(
                    called, volatile, required, tuple(names or ()), tuple(types)
                )
        function = self._functions.get(name)
        if function is None or not function.accepts(set(given)):
            raise not_found(self.settings.db_schema, name, sorted(given))
        return function

    async def _run(
        self,
        connection: psycopg.AsyncConnection,
        function: Function,
        role: str,
        claims: dict[str, Any] | None,
        request: web.Request,
        given: dict[str, Any],
    ) -> str:
        writes = function.volatile and request.method == "POST"
        await connection.execute(f"begin read {'write' if writes else 'only'}")
        try:
            said = json.dumps((claims or {}) | {"role": role})
            path = f"{self.settings.db_schema}, public"
            sent = json.dumps({key.lower(): value for key, value in request.headers.items()})
            await connection.execute(
                SETTINGS, (path, role, said, request.method, request.path, sent)
            )
            done = await connection.execute(call(self.settings.db_schema, function, given), (
                json.dumps(given),
            ))  # fmt: skip
            row = await done.fetchone()
            await connection.execute("commit")
        except BaseException:
            if not connection.closed:
                await connection.execute("rollback")
            raise
        return str(row[0]) if row and row[0] is not None else "null"


def call(schema: str, function: Function, given: dict[str, Any]) -> sql.Composed:
    """The main query: arguments by name, out of one JSON value."""
    kinds = dict(zip(function.names, function.types, strict=False))
    named = [sql.Identifier(name) for name in given]
    called = sql.SQL("select {}.{}({})::text").format(
        sql.Identifier(schema),
        sql.Identifier(function.name),
        sql.SQL(", ").join(sql.SQL("{} => a.{}").format(name, name) for name in named),
    )
    if not given:
        return sql.Composed([called, sql.SQL(" where %s::text is not null")])
    columns = sql.SQL(", ").join(
        sql.SQL("{} {}").format(sql.Identifier(name), sql.SQL(kinds[name])) for name in given
    )
    return sql.Composed([called, sql.SQL(" from json_to_record(%s::json) a({})").format(columns)])


async def _arguments(request: web.Request) -> dict[str, Any]:
    if request.method == "GET":
        return {name: _unquoted(value) for name, value in request.query.items()}
    if not (text := await request.text()):
        return {}
    try:
        given = json.loads(text)
    except ValueError:
        raise Problem(400, "PGRST102", "Empty or invalid json") from None
    if not isinstance(given, dict):
        raise Problem(400, "PGRST102", "All object keys must match")
    return given


def _unquoted(value: str) -> Any:
    """In a query string JSON stands as it is, and everything else as text."""
    return json.loads(value) if value[:1] in {"{", "["} else value


def _cut(request: web.Request) -> web.StreamResponse:
    if request.transport:
        request.transport.abort()
    return web.Response()


UNCHECKED: Any = {f"verify_{claim}": False for claim in ("exp", "nbf", "iat", "aud")}


def decode(token: str, secret: str) -> dict[str, Any]:
    """The claims of a token whose signature is right."""
    if not secret.startswith("{"):
        return jwt.decode(token, secret, algorithms=["HS256"], options=UNCHECKED)
    told = json.loads(secret)
    wanted = jwt.get_unverified_header(token).get("kid")
    for key in (jwt.PyJWK(key) for key in told.get("keys", [told])):
        if wanted in {None, key.key_id}:
            return jwt.decode(token, key.key, algorithms=["RS256"], options=UNCHECKED)
    raise jwt.InvalidKeyError("No suitable key was found to decode the JWT")


def check_times(claims: dict[str, Any], audience: str | None) -> None:
    """Times with 30 s of grace, and the audience where one is set and one is claimed."""
    now = time.time()
    if "exp" in claims and claims["exp"] < now - 30:
        raise jwt.ExpiredSignatureError
    if any(claims.get(name, 0) > now + 30 for name in ("nbf", "iat")):
        raise jwt.ImmatureSignatureError
    claimed = claims.get("aud") or []
    if (
        audience
        and claimed
        and audience not in ([claimed] if isinstance(claimed, str) else claimed)
    ):
        raise jwt.InvalidAudienceError


STEP = re.compile(r'\.(?:"([^"]*)"|([\w$@]+))|\[(\d+)\]')


def role_of(claims: Any, path: str) -> str | None:
    """What `jwt-role-claim-key` points at: `.role`, `.realm.roles[0]`, `."https://x/role"`."""
    at = claims
    for quoted, plain, index in STEP.findall(path):
        try:
            at = at[int(index)] if index else at[quoted or plain]
        except (KeyError, IndexError, TypeError):
            return None
    return at if isinstance(at, str) else None


def token(role: str, expires: int = 4_102_444_800, secret: str = SECRET, **claims: Any) -> str:
    """A signed token that names a role; it expires in 2100 unless told."""
    return jwt.encode({"role": role, "exp": expires, **claims}, secret, algorithm="HS256")


@pytest.fixture
def rest(shared: SharedDatabase) -> Iterator[RestServer]:
    """The second door of the test's shared database."""
    settings = RestSettings(db_uri=shared.authenticator(), db_anon_role=f"{shared.prefix}_anon")
    server = RestServer(settings).start()
    yield server
    server.stop()
