"""The SQL door against a real server: what is called, what each failure is, and no secret told."""

import threading
from collections.abc import Iterator

import pytest

from desktop.domain.errors import (
    Gone,
    RefusedByServer,
    SignInNeeded,
    Silence,
    Unreachable,
    WrongSignIn,
)
from desktop.services.store.shared.addresses import connection_params
from desktop.services.store.shared.connecting import connect_error
from desktop.services.store.shared.sql_door import FUNCTIONS, SqlDoor, role_of, sql_door
from tests.services.sync.lines import Line

SECRET = "azertyuiop"
API = f"""
CREATE SCHEMA api;
CREATE FUNCTION api.hello(client jsonb) RETURNS jsonb LANGUAGE sql AS
  $$ SELECT jsonb_build_object('role', session_user, 'client', client) $$;
CREATE FUNCTION api.pull(since jsonb, most int = 500) RETURNS jsonb LANGUAGE sql AS
  $$ SELECT jsonb_build_object('since', since, 'most', most) $$;
CREATE FUNCTION api.customer(id text) RETURNS jsonb LANGUAGE plpgsql AS
  $$ BEGIN
    IF id = 'slow' THEN PERFORM pg_sleep(600); END IF;
    IF id = 'bad' THEN PERFORM 'secret of a customer'::int; END IF;
    IF id = 'end' THEN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(9); END IF;
    RAISE EXCEPTION USING ERRCODE = id, MESSAGE = 'said';
  END $$;
CREATE FUNCTION api.password_changed() RETURNS jsonb LANGUAGE sql AS $$ SELECT '{{}}'::jsonb $$;
CREATE ROLE door_anna LOGIN PASSWORD '{SECRET}' CONNECTION LIMIT 4;
CREATE ROLE door_left NOLOGIN PASSWORD '{SECRET}';
CREATE ROLE door_full LOGIN PASSWORD '{SECRET}' CONNECTION LIMIT 0;
GRANT USAGE ON SCHEMA api TO PUBLIC;
"""


@pytest.fixture(scope="module")
def url(postgres) -> Iterator[str]:
    with postgres.connect() as connection:
        connection.execute("CREATE DATABASE door")
        with postgres.connect("door") as inside:
            inside.execute(API)
        yield f"postgresql://127.0.0.1:{postgres.superuser['port']}/door"
        connection.execute("DROP DATABASE door WITH (FORCE)")
        connection.execute("DROP ROLE door_anna, door_left, door_full")


@pytest.fixture
def door(url) -> Iterator[SqlDoor]:
    made = sql_door(url, "anna", SECRET)
    yield made
    made.close()


def test_a_call_names_its_parameters_and_connects_as_the_person(door):
    assert door.call("hello", {"client": {"a": "é\x00"[:1]}}) == {
        "role": "door_anna",
        "client": {"a": "é"},
    }
    assert door.call("pull", {"since": None}) == {"since": None, "most": 500}
    assert door.call("pull", {"since": {"seq": "1"}, "most": 5}) == {
        "since": {"seq": "1"},
        "most": 5,
    }


def test_it_connects_again_after_it_was_closed(door):
    door.close()
    door.close()
    assert door.call("pull", {"since": None})
    door.close()
    assert door.call("pull", {"since": None})


def test_nothing_else_can_be_called(door):
    for function, params in (("pg_sleep", {}), ("pull", {"since) --": None})):
        with pytest.raises(KeyError):
            door.call(function, params)


@pytest.mark.parametrize(
    ("name", "password", "database", "why"),
    [
        ("anna", "wrong", "door", WrongSignIn.WRONG_PASSWORD),
        ("nobody", SECRET, "door", WrongSignIn.WRONG_PASSWORD),
        ("anna", "", "door", WrongSignIn.WRONG_PASSWORD),
        ("left", SECRET, "door", WrongSignIn.DISABLED),
    ],
)
def test_each_wrong_sign_in_has_its_reason(url, name, password, database, why):
    with pytest.raises(SignInNeeded) as caught:
        sql_door(url, name, password).call("hello", {"client": {}})
    assert caught.value.why is why


def test_a_database_that_is_not_there_or_not_ours(url, postgres):
    with pytest.raises(SignInNeeded) as caught:
        SqlDoor(connection_params(postgres.url("none"))).call("my_readings", {})
    assert caught.value.why is WrongSignIn.NOT_A_SERVER
    foreign = SqlDoor(connection_params(postgres.url("postgres")))
    with pytest.raises(SignInNeeded) as caught:
        foreign.call("hello", {"client": {}})
    assert caught.value.why is WrongSignIn.NOT_A_SERVER
    foreign.close()


def test_a_full_server_is_asked_again_later(url):
    with pytest.raises(Unreachable) as caught:
        sql_door(url, "full", SECRET).call("hello", {"client": {}})
    assert caught.value.silence is Silence.BUSY


@pytest.mark.parametrize(
    ("url", "silence"),
    [
        ("postgresql://nowhere.invalid/door", Silence.UNKNOWN_NAME),
        ("postgresql://127.0.0.1:1/door", Silence.NO_LINE),
    ],
)
def test_no_server(url, silence):
    door = sql_door(url, "anna", SECRET)
    with pytest.raises(Unreachable) as caught:
        door.call("hello", {"client": {}})
    assert caught.value.silence is silence
    assert not door.probe()


def test_the_port_of_a_server_that_is_there_can_be_reached(door):
    assert door.probe()


@pytest.mark.parametrize(
    ("code", "error"),
    [
        ("PT410", Gone),
        ("PT409", RefusedByServer),
        ("23505", RefusedByServer),
        ("42501", RefusedByServer),
        ("40001", Unreachable),
        ("53200", Unreachable),
        ("57014", Unreachable),
        ("PT401", SignInNeeded),
        ("PT426", SignInNeeded),
    ],
)
def test_codes_become_errors(door, code, error):
    with pytest.raises(error):
        door.call("customer", {"id": code})


def test_the_words_of_a_refusal_stay_where_they_are(door):
    with pytest.raises(RefusedByServer) as caught:
        door.call("customer", {"id": "bad"})
    assert (caught.value.code, caught.value.detail) == ("22P02", "")
    assert "secret" not in f"{caught.value} {caught.value.__cause__}"
    with pytest.raises(RefusedByServer) as caught:
        door.call("customer", {"id": "PT409"})
    assert caught.value.detail == "said"


def test_a_session_that_is_ended_is_unknown_and_the_next_call_connects(door):
    with pytest.raises(Unreachable):
        door.call("customer", {"id": "end"})
    assert door.call("pull", {"since": None})


def test_no_password_is_told(url):
    door = sql_door(url, "anna", SECRET + "no")
    with pytest.raises(SignInNeeded) as caught:
        door.call("hello", {"client": {}})
    chain = [caught.value, caught.value.__cause__]
    assert caught.value.__suppress_context__
    assert SECRET not in "".join(map(repr, [door, *chain]))


def test_a_dead_line_is_cut_by_the_watchdog(url, postgres):
    with Line("127.0.0.1", int(postgres.superuser["port"])) as line:
        door = sql_door(f"postgresql://127.0.0.1:{line.port}/door", "anna", SECRET)
        assert door.call("pull", {"since": None})
        line.dead.set()
        door._limit = 1.0
        with pytest.raises(Unreachable) as caught:
            door.call("pull", {"since": None})
        assert caught.value.silence is Silence.CUT
        door._limit = 30.0  # a line that lives is slow as well where the machine is
        line.dead.clear()
        assert door.call("pull", {"since": None})
        door.close()
        assert line.accepted == 2


@pytest.mark.parametrize(
    ("certificate", "why"),
    [
        ("good", None),
        ("expired", WrongSignIn.CERTIFICATE_EXPIRED),
        ("untrusted", WrongSignIn.CERTIFICATE_UNTRUSTED),
        ("another_host", WrongSignIn.CERTIFICATE_UNTRUSTED),
    ],
)
def test_certificates(tls_postgres, certificate, why):
    tls_postgres.show(certificate)
    with tls_postgres.server.connect() as connection:
        connection.execute(f"CREATE ROLE postgres_tess LOGIN PASSWORD '{SECRET}'")
    url = tls_postgres.server.url("postgres", "x", "x", sslmode="verify-full")
    door = sql_door(url, "tess", SECRET, certificate=str(tls_postgres.authority_file))
    try:
        with pytest.raises(SignInNeeded) as caught:
            door.call("hello", {"client": {}})
        assert caught.value.why is (why or WrongSignIn.NOT_A_SERVER)
    finally:
        door.close()
        tls_postgres.show("good")
        with tls_postgres.server.connect() as connection:
            connection.execute("DROP ROLE postgres_tess")


def test_a_call_under_way_is_cut_from_another_thread(door):
    assert door.call("pull", {"since": None})
    threading.Timer(0.1, door.interrupt).start()
    with pytest.raises(Unreachable):
        door.call("customer", {"id": "slow"})


def test_a_password_is_changed_without_being_sent(door, url, postgres):
    door.change_password("qsdfghjklm")
    door.close()
    assert door.call("pull", {"since": None}), "the door goes on with the new one"
    with pytest.raises(SignInNeeded):
        sql_door(url, "anna", SECRET).call("pull", {"since": None})
    with postgres.connect() as connection:
        connection.execute(f"ALTER ROLE door_anna PASSWORD '{SECRET}'")


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ("server certificate for \"a\" does not match host name \"b\"", "certificate_untrusted"),
        ("server does not support SSL, but SSL was required", "certificate_untrusted"),
        ("FATAL:  the database system is starting up", "busy"),
        ("FATAL:  database \"x\" is not currently accepting connections", "busy"),
        ("FATAL:  sorry, too many clients already", "busy"),
        ("FATAL:  Passwort-Authentifizierung fehlgeschlagen", "busy"),
        ("connection timeout expired", "timeout"),
        ("received invalid response to SSL negotiation: H", "not_a_server"),
        ("could not receive data from server: Network is unreachable", "no_line"),
    ],
)  # fmt: skip
def test_words_of_libpq(said, error):
    wrong = connect_error(f'connection to server at "a", port 1 failed: {said}', {})
    assert getattr(wrong, "why", None) == error or getattr(wrong, "silence", None) == error


def test_a_role_is_named_for_its_database():
    assert role_of("Base-Lyon 2", "anna") == "base_lyon_2_anna"


def test_what_may_be_called_is_what_the_server_has(shared):
    """Every function of the schema, and each parameter's type."""
    found = shared.run(
        "select p.proname, coalesce(p.proargnames, '{}'),"
        " array(select format_type(t, null) from unnest(p.proargtypes) t)"
        " from pg_proc p where p.pronamespace = 'api'::regnamespace"
    )
    plain = {"integer": "int"}
    assert {
        name: dict(zip(names, (plain.get(kind, kind) for kind in kinds), strict=True))
        for name, names, kinds in found
    } == FUNCTIONS
