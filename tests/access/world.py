"""A small company in a shared database, and its two doors as a test calls them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

import httpx
import psycopg
import pytest
from psycopg.types.json import Jsonb

from tests.rest_server import RestServer, RestSettings, token
from tests.shared_database import SharedDatabase, cloned

NOW = 1_795_000_000_000
"""Milliseconds: a Tuesday of November 2026."""
DAY = 86_400_000

OPS = count(1)


class Refusal(Exception):
    """A door said no: its SQLSTATE, or PostgREST's own code."""

    def __init__(self, code: str | None, status: int = 0) -> None:
        super().__init__(code, status)
        self.code, self.status = code, status


@dataclass(frozen=True, slots=True)
class SqlDoor:
    """A person's own session."""

    database: SharedDatabase

    def call(self, who: str, function: str, **params: Any) -> Any:
        """What a function answers to somebody."""
        role = self.database.people[who].dsn if who in self.database.people else who
        with psycopg.connect(role, autocommit=True) as connection:
            return call(connection, function, **params)


@dataclass(frozen=True, slots=True)
class HttpsDoor:
    """A request with somebody's token."""

    database: SharedDatabase
    server: RestServer

    def call(self, who: str, function: str, **params: Any) -> Any:
        """What a function answers to somebody, asked again where it says so."""
        return once_kept(lambda: self._call(who, function, **params))

    def _call(self, who: str, function: str, **params: Any) -> Any:
        role = self.database.people[who].role if who in self.database.people else who
        answer = httpx.post(
            f"{self.server.url}/rpc/{function}",
            json=params,
            headers={"Authorization": f"Bearer {token(role)}"} if role else {},
        )
        if answer.status_code != 200:
            raise Refusal(answer.json()["code"], answer.status_code)
        return answer.json()


Door = SqlDoor | HttpsDoor


def once_kept(ask: Callable[[], Any]) -> Any:
    """What a function answers; asked again where what it published had to be kept first."""
    told = ask()
    return ask() if isinstance(told, dict) and told.get("again") else told


def call(connection: psycopg.Connection, function: str, **params: Any) -> Any:
    """A function of `api` by an open session, asked again where it says so."""
    return once_kept(lambda: call_once(connection, function, **params))


def call_once(connection: psycopg.Connection, function: str, **params: Any) -> Any:
    """The same, asked once; structures go as jsonb."""
    values = {
        name: Jsonb(value) if isinstance(value, dict | list) else value
        for name, value in params.items()
    }
    named = ", ".join(f"{name} => %({name})s" for name in params)
    try:
        row = connection.execute(f"select api.{function}({named})", values).fetchone()
    except psycopg.Error as error:
        raise Refusal(error.sqlstate) from None
    return row[0] if row else None


def fact(kind: str, *, at: int = NOW, op_id: str | None = None, **body: Any) -> dict[str, Any]:
    """A fact as an outbox sends it."""
    n = next(OPS)
    body.setdefault("id", f"{kind}-{n}")
    return {
        "op_id": op_id or f"op-{n}", "dseq": n, "kind": kind, "version": 1, "body": body, "at": at,
        "clock_offset": 0,
    }  # fmt: skip


def batch(*facts: dict[str, Any], device: str) -> dict[str, Any]:
    """What `push` takes."""
    return {"protocol": 1, "device": device, "now": NOW, "facts": list(facts)}


def contact(person: str, customer: str | None, **more: Any) -> dict[str, Any]:
    """A contact of a person."""
    return fact(
        "contact", customer_id=customer, person_id=f"person-{person}", channel="phone",
        started_at=NOW, ended_at=NOW + 1000, **more,
    )  # fmt: skip


def check_in(
    person: str, audience: str, to: str | None = None, *, at: int = NOW, **more: Any
) -> dict[str, Any]:
    """A check-in of a person, for their lead by name, the totals, or nobody."""
    scales = {"mood": 3, "energy": 3, "load": 3} | more
    made = fact(
        "check_in", at=at, person_id=f"person-{person}", moment="start", audience=audience,
        addressed_to=f"person-{to}" if to else None, **scales,
    )  # fmt: skip
    made["body"]["at"] = at
    return made


@dataclass(slots=True)
class World:
    """The database and its doors."""

    database: SharedDatabase
    sql: SqlDoor
    https: HttpsDoor

    def push(self, who: str, *facts: dict[str, Any], door: Door | None = None) -> list[str]:
        """Push as somebody, at their own desk; each fact's answer, with why."""
        said = (door or self.sql).call(who, "push", facts=batch(*facts, device=f"desk-{who}"))
        return [" ".join(filter(None, (a["answer"], a.get("why")))) for a in said["answers"]]

    def pull(self, who: str, door: Door | None = None) -> dict[str, dict[str, Any]]:
        """All that a first pull brings: bodies by id, by kind."""
        since, held = None, {}
        while True:
            page = (door or self.sql).call(who, "pull", since=since, most=100)
            for row in page["rows"]:
                held[row["kind"], row["id"]] = row["body"]
            since = page["cursor"]
            if not page["more"]:
                break
        kinds: dict[str, dict[str, Any]] = {}
        for (kind, row), body in held.items():
            if body is not None:
                kinds.setdefault(kind, {})[row] = body
        return kinds


def populate(database: SharedDatabase) -> None:
    """At Lyon Camille leads Léa and Karim, and Noor came later; at Lille Zoé; Ex is disabled."""
    lyon, lille = database.add_branch("Lyon"), database.add_branch("Lille")
    team, other = database.add_team("Rhone", lyon), database.add_team("Nord", lille)
    for name, role, of in (
        ("camille", "lead", team), ("lea", "advisor", team), ("karim", "advisor", team),
        ("zoe", "advisor", other), ("noor", "lead", team), ("admin", "admin", None),
    ):  # fmt: skip
        database.add_person(name, role, of)
    database.add_person("ex", "advisor", team, enabled=False)
    for number, (family, branch) in enumerate(
        (("Durand", lyon), ("Petit", lyon), ("Secret", lille))
    ):
        database.run(
            "insert into vav.customers (id, family_name, phone, branch_id) values (%s, %s, %s, %s)",
            f"customer-{family.lower()}", family, f"+3363998000{number}", branch,
        )  # fmt: skip


def open_doors(
    database: SharedDatabase, at: SharedDatabase | None = None, **options: Any
) -> tuple[SqlDoor, HttpsDoor]:
    """Both doors of a database, or of its copy; the second is a server to stop."""
    at = at or database
    database.authenticator()
    role = f"{database.prefix}_authenticator"
    settings = RestSettings(db_uri=at.dsn(role), db_anon_role=f"{database.prefix}_anon", **options)
    return SqlDoor(at), HttpsDoor(at, RestServer(settings).start())


def furnish(world: World) -> None:
    """What the matrix asks for: facts of Léa, Karim and Zoé, check-ins of each audience."""
    assert world.push(
        "lea", contact("lea", "customer-durand", id="contact-lea", note="words of lea"),
        check_in("lea", "lead", "camille", id="ci-named", words="to camille alone"),
        check_in("lea", "team_total", id="ci-total", words="for the total"),
        check_in("lea", "nobody", id="ci-own", words="for nobody"),
    ) == ["applied"] * 4  # fmt: skip
    assert world.push(
        "karim", contact("karim", "customer-durand", id="contact-karim"),
        check_in("karim", "lead", "camille", id="ci-karim", words="karim to camille"),
    ) == ["applied"] * 2  # fmt: skip
    assert world.push(
        "zoe", contact("zoe", "customer-secret", id="contact-zoe", note="words of zoe")
    ) == ["applied"]


@pytest.fixture(scope="module")
def world(template: SharedDatabase) -> Iterator[World]:
    """One a module: what is asked of it is rolled back, or of no other test's concern."""
    with cloned(template) as database:
        populate(database)
        sql, https = open_doors(database)
        made = World(database, sql, https)
        furnish(made)
        yield made
        https.server.stop()


@pytest.fixture
def fresh(shared: SharedDatabase) -> SharedDatabase:
    """The same people in a database of the test's own."""
    populate(shared)
    return shared
