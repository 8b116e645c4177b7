"""Plain sessions of every role, statement by statement: what a person could type into psql."""

import contextlib
from collections.abc import Iterator

import psycopg
import pytest

from tests.access.lint import broken
from tests.access.statements import (
    A_TABLE,
    ALONE,
    DENIED,
    FORBIDDEN,
    HARMLESS,
    OTHER,
    WITHOUT_EFFECT,
)
from tests.access.world import World, batch, call, contact

PEOPLE = ("lea", "zoe", "camille", "noor", "admin", "ex")
WHO = (*PEOPLE, "authenticator")


@pytest.fixture(scope="module")
def sessions(world: World) -> Iterator[dict[str, psycopg.Connection]]:
    """A session of everybody's, the disabled person's and the authenticator's too."""
    urls = {name: world.database.people[name].dsn for name in PEOPLE}
    urls["authenticator"] = world.database.authenticator()
    opened = {name: psycopg.connect(url) for name, url in urls.items()}
    yield opened
    for session in opened.values():
        session.close()


@pytest.fixture(scope="module")
def words(world: World) -> Iterator[dict[str, object]]:
    with world.database.superuser() as superuser:
        yield {
            "p": world.database.prefix, "d": world.database.name, "pid": superuser.info.backend_pid
        }  # fmt: skip


def tried(session: psycopg.Connection, statement: str) -> tuple[str | None, list[tuple]]:
    """The SQLSTATE that a statement meets (None: it was done), and rows; always taken back."""
    usual = session.autocommit
    session.autocommit = usual or statement.startswith(ALONE)
    try:
        cursor = session.execute(statement.encode())  # as it is: no placeholders
        rows = cursor.fetchall() if cursor.description else []
        return None, rows
    except psycopg.Error as error:
        return error.sqlstate or "done", []
    finally:
        session.rollback()
        session.autocommit = usual


def expected(statement: str) -> str:
    return OTHER.get(statement, DENIED)


def named(world: World, who: str, words: dict[str, object]) -> dict[str, object]:
    own = f"{world.database.prefix}_authenticator"
    me = world.database.people[who].role if who in world.database.people else own
    other = world.database.people["karim"].role
    return {**words, "me": me, "other": other}


@pytest.mark.parametrize("kind", FORBIDDEN)
@pytest.mark.parametrize("who", WHO)
def test_nothing_but_functions(world: World, sessions, words, who: str, kind: str):
    filled = named(world, who, words)
    wrong = []
    for statement in FORBIDDEN[kind]:
        if who == "authenticator" and statement in ITS_TRADE:
            continue
        code, rows = tried(sessions[who], statement.format(**filled))
        if code != expected(statement):
            wrong.append((statement, code, rows))
    assert wrong == []


@pytest.mark.parametrize("who", WHO)
def test_what_one_may_not_give_is_not_given(world: World, sessions, words, who: str):
    filled = named(world, who, words)
    for statement in WITHOUT_EFFECT:
        sessions[who].autocommit = True
        with contextlib.suppress(psycopg.errors.InsufficientPrivilege):
            sessions[who].execute(statement.format(**filled))
        sessions[who].autocommit = False
    with world.database.superuser() as superuser:
        assert broken(superuser, world.database.prefix) == []


ITS_TRADE = {
    "set role {other}",
    "select set_config('role', '{other}', true), api.hello()",
    "set role {p}_authenticator",
    "alter role {p}_authenticator password 'x'",
}
"""The authenticator becomes people, and has a password of its own."""


@pytest.mark.parametrize("who", WHO)
def test_no_table_can_be_touched(world: World, sessions, words, who: str):
    tables = world.database.run(
        "select format('vav.%I', c.relname), (select attname from pg_attribute a"
        " where a.attrelid = c.oid and attnum = 1) from pg_class c"
        " where relnamespace = 'vav'::regnamespace and relkind in ('r', 'p')"
    )
    assert len(tables) > 20
    filled = named(world, who, words)
    wrong = []
    for table, column in tables:
        for statement in A_TABLE:
            text = statement.format(t=table, c=column, **filled)
            code, _ = tried(sessions[who], text)
            if code != DENIED:
                wrong.append((text, code))
    assert wrong == []


@pytest.mark.parametrize("who", WHO)
def test_no_inner_function_can_be_called(world: World, sessions, who: str):
    functions = world.database.run(
        "select format('vav.%I(%s)', proname, (select string_agg('null::' || format_type(t, null),"
        " ', ') from unnest(proargtypes) t)) from pg_proc where pronamespace = 'vav'::regnamespace"
    )
    assert len(functions) > 20
    called = {text: tried(sessions[who], f"select {text}")[0] for (text,) in functions}
    assert {text: code for text, code in called.items() if code != DENIED} == {}


@pytest.mark.parametrize("who", PEOPLE)
def test_what_is_allowed_shows_nothing(world: World, sessions, words, who: str):
    filled = named(world, who, words)
    wrong = []
    for statement, rows in HARMLESS.items():
        text = statement.replace("{me}", str(filled["me"]))
        code, found = tried(sessions[who], text)
        if code is not None or (rows is not None and found != rows):
            wrong.append((text, code, found))
    assert wrong == []


@pytest.fixture
def lea(world: World) -> Iterator[psycopg.Connection]:
    """A session of an advisor's, each statement its own transaction."""
    with world.database.connect("lea") as session:
        yield session


def test_claims_are_not_read(world: World, lea: psycopg.Connection):
    """A session may say of itself what it likes: it stays who signed in."""
    forged = f'{{"role": "{world.database.people["camille"].role}", "sub": "person-camille"}}'
    for name in ("request.jwt.claims", "request.jwt.claim.role", "request.headers", "vav.person"):
        lea.execute("select set_config(%s, %s, false)", (name, forged))
    assert call(lea, "hello", client={})["person"]["id"] == "person-lea"


def test_a_group_is_nobody(world: World, lea: psycopg.Connection):
    """Taking the group's role on, which a member may, leaves nobody to answer for."""
    lea.execute(f"set role {world.database.prefix}_advisor")
    for statement in (
        "select api.hello()",
        "select api.pull()",
        """select api.push('{"facts": []}')""",
    ):
        assert tried(lea, statement)[0] == "PT401"
    lea.execute("reset role")
    assert tried(lea, "select api.hello()")[0] is None


def test_row_security_off_shows_nothing(lea: psycopg.Connection):
    """The functions' owner is under the policies too: without them there is an error, not rows."""
    lea.execute("set row_security = off")
    assert tried(lea, "select api.pull()")[0] == DENIED


@pytest.mark.parametrize(
    "path", ["pg_temp, public", "vav, ext, api", "''", "public, pg_catalog", "pg_temp, pg_catalog"]
)
def test_the_search_path_changes_nothing(lea: psycopg.Connection, path: str):
    usual = call(lea, "pull", most=100)["rows"]
    assert usual
    lea.execute(f"set search_path = {path}")
    assert call(lea, "pull", most=100)["rows"] == usual


def test_a_lock_that_anybody_may_hold_stops_nobody(world: World, lea: psycopg.Connection):
    """Advisory locks are for everybody: no function of the protocol waits for one."""
    with world.database.connect("zoe") as holder:
        for key in (0x5641_5641, 0, 1):
            holder.execute("select pg_advisory_lock(%s)", (key,))
        holder.execute("select pg_advisory_lock(hashtextextended('totals team-rhone', 0))")
        lea.execute("set statement_timeout = '5s'")
        call(lea, "hello", client={})
        call(lea, "pull")
        call(lea, "push", facts=batch(contact("lea", "customer-durand"), device="desk-lea"))
        with world.database.connect("camille") as lead:
            lead.execute("set statement_timeout = '5s'")
            call(lead, "team_totals")


def test_a_plan_tells_nothing_of_the_inside(lea: psycopg.Connection):
    plan = str(lea.execute("explain (analyze, verbose) select api.pull()").fetchall())
    assert "vav." not in plan
    assert "Durand" not in plan


def test_all_that_one_sees_as_xml_is_nothing_of_the_inside(lea: psycopg.Connection):
    code, rows = tried(lea, "select database_to_xml(true, false, '')::text")
    assert code in {None, "0A000"}  # built without XML
    assert "Durand" not in str(rows)


def test_one_s_password_is_one_s_own(world: World):
    """A person changes their own, and nobody else's: the new one signs in."""
    database = world.database
    karim = database.people["karim"]
    with psycopg.connect(karim.dsn) as session:
        session.execute("alter role current_user password 'a-new-battery-horse'")
    with psycopg.connect(database.dsn(karim.role, "a-new-battery-horse")):
        pass
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(karim.dsn)
    database.run(f"alter role {karim.role} password 'correct-horse-battery'")


def test_five_sessions_are_one_too_many(world: World):
    karim = world.database.people["karim"].dsn
    opened = [psycopg.connect(karim) for _ in range(4)]
    with pytest.raises(psycopg.OperationalError, match="too many connections"):
        psycopg.connect(karim)
    for session in opened:
        session.close()


def test_other_databases_are_closed_to_people(world: World):
    """A role of one company's database does not open another's."""
    lea = world.database.people["lea"]
    url = world.database.server.url(world.database.prefix, lea.role, "correct-horse-battery")
    with psycopg.connect(url) as session:  # the template's own groups: theirs is this one too
        assert tried(session, "select api.hello()")[0] == "PT401"
