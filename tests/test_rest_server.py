"""The tests' own second door: that it does what PostgREST documents."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.rest_errors import status
from tests.rest_server import SECRET, Fault, RestServer, RestSettings, role_of, token
from tests.shared_database import PASSWORD, SharedDatabase

FUNCTIONS = """
create schema api;
create function api.who(a int, b jsonb default null) returns jsonb stable language sql as
$$ select jsonb_build_object('role', current_setting('role'), 'session', session_user,
   'a', a, 'b', b, 'claims', current_setting('request.jwt.claims')::jsonb,
   'read_only', current_setting('transaction_read_only')) $$;
create function api.write() returns jsonb language plpgsql as
$$ begin insert into kept values (1); return '{}'; end $$;
create function api.fail(code text) returns jsonb language plpgsql as
$$ begin raise using errcode = code, message = 'm', detail = 'd', hint = 'h'; end $$;
create function api.slow() returns jsonb language sql as $$ select pg_sleep(5)::text::jsonb $$;
create table kept (id int);
"""


@pytest.fixture
def door(empty_database: SharedDatabase) -> Iterator[RestServer]:
    p = empty_database.name
    empty_database.run(FUNCTIONS)
    empty_database.run(
        f"create role {p}_authenticator login noinherit password '{PASSWORD}';"
        f"create role {p}_anon; create role {p}_lea; create role {p}_other;"
        f"grant {p}_anon, {p}_lea to {p}_authenticator;"
        f"grant usage on schema api to {p}_lea; grant insert on kept to {p}_lea;"
        f"alter role {p}_authenticator set statement_timeout to '1500ms'"
    )
    settings = RestSettings(
        db_uri=empty_database.dsn(f"{p}_authenticator"), db_anon_role=f"{p}_anon", db_pool=3,
        db_pool_acquisition_timeout=5, largest_body=1000,
    )  # fmt: skip
    server = RestServer(settings).start()
    yield server
    server.stop()


def post(door: RestServer, name: str, body=None, bearer: str | None = None, **options):
    headers = {"Authorization": f"Bearer {bearer}"} if bearer else {}
    return httpx.post(f"{door.url}/rpc/{name}", json=body or {}, headers=headers, **options)


def test_a_role_is_switched_to(door: RestServer, empty_database: SharedDatabase):
    lea = f"{empty_database.name}_lea"
    said = post(door, "who", {"a": 3, "b": {"x": [1]}}, token(lea)).json()
    assert (said["role"], said["session"]) == (lea, f"{empty_database.name}_authenticator")
    assert (said["a"], said["b"], said["read_only"]) == (3, {"x": [1]}, "on")
    assert said["claims"]["role"] == lea
    asked = httpx.get(
        f"{door.url}/rpc/who", params={"a": "4", "b": '{"x": 1}'},
        headers={"Authorization": f"bearer {token(lea)}"},
    )  # fmt: skip
    assert (asked.json()["a"], asked.json()["b"]) == (4, {"x": 1})


def test_writing_needs_a_post(door: RestServer, empty_database: SharedDatabase):
    lea = {"Authorization": f"Bearer {token(f'{empty_database.name}_lea')}"}
    refused = httpx.get(f"{door.url}/rpc/write", headers=lea)
    assert (refused.status_code, refused.json()["code"]) == (405, "25006")
    assert httpx.post(f"{door.url}/rpc/write", headers=lea).status_code == 200
    assert httpx.put(f"{door.url}/rpc/write", headers=lea).json()["code"] == "PGRST101"
    assert empty_database.run("select count(*) from kept") == [(1,)]


@pytest.mark.parametrize(
    ("name", "body", "role", "expected"),
    [
        ("who", {"a": 1}, None, (401, "42501")),  # anonymous: no rights on the schema
        ("who", {"a": 1}, "other", (403, "42501")),  # a role that the authenticator may not take
        ("who", {"a": 1}, "ghost", (400, "22023")),
        ("who", {}, "lea", (404, "PGRST202")),
        ("who", {"a": 1, "c": 2}, "lea", (404, "PGRST202")),
        ("pg_sleep", {}, "lea", (404, "PGRST202")),
        ("who", {"a": "x"}, "lea", (400, "22P02")),
        ("fail", {"code": "PT410"}, "lea", (410, "PT410")),
        ("fail", {"code": "23505"}, "lea", (409, "23505")),
        ("fail", {"code": "40001"}, "lea", (500, "40001")),
        ("slow", {}, "lea", (500, "57014")),
    ],
)
def test_errors_have_their_status(
    door: RestServer, empty_database: SharedDatabase, name, body, role, expected
):
    bearer = token(f"{empty_database.name}_{role}") if role else None
    answer = post(door, name, body, bearer)
    assert (answer.status_code, answer.json()["code"]) == expected
    assert set(answer.json()) == {"code", "message", "details", "hint"}


@pytest.mark.parametrize(
    ("bearer", "code"),
    [
        (token("x", expires=1_000_000_000), "PGRST303"),
        (token("x", nbf=4_000_000_000), "PGRST303"),
        (token("x", secret="another secret of thirty-two bytes"), "PGRST301"),
        ("rubbish", "PGRST301"),
        (jwt.encode({"role": "x"}, "", algorithm="none"), "PGRST301"),
    ],
)
def test_a_bad_token_is_refused(door: RestServer, bearer: str, code: str):
    answer = post(door, "who", {"a": 1}, bearer)
    assert (answer.status_code, answer.json()["code"]) == (401, code)
    assert "invalid_token" in answer.headers["WWW-Authenticate"]


def test_keys_of_a_provider(door: RestServer, empty_database: SharedDatabase):
    private = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    public = jwt.algorithms.RSAAlgorithm.to_jwk(private.public_key(), as_dict=True)
    settings = RestSettings(
        db_uri=door.settings.db_uri, jwt_role_claim_key='."https://vav.example/role"[0]',
        jwt_secret=json.dumps({"keys": [{**public, "kid": "one", "alg": "RS256"}]}), jwt_aud="vav",
    )  # fmt: skip
    server = RestServer(settings).start()
    lea = f"{empty_database.name}_lea"
    claims = {"https://vav.example/role": [lea], "aud": ["vav", "x"]}

    def asked(claims, **headers) -> tuple:
        signed = jwt.encode(claims, private, algorithm="RS256", headers=headers)
        answer = post(server, "who", {"a": 1}, signed).json()
        return answer.get("code"), answer.get("role")

    assert asked(claims, kid="one") == (None, lea)
    assert asked(claims) == (None, lea)
    assert asked(claims, kid="two") == ("PGRST301", None)
    assert asked({**claims, "aud": "other"}, kid="one") == ("PGRST303", None)
    assert asked({}, kid="one") == ("PGRST302", None)  # no role, and nobody for those without
    hs = token(lea, secret=SECRET)
    assert post(server, "who", {"a": 1}, hs).json()["code"] == "PGRST301"
    server.stop()


def test_limits_and_faults(door: RestServer, empty_database: SharedDatabase):
    lea = token(f"{empty_database.name}_lea")
    assert post(door, "who", {"a": 1, "b": "x" * 2000}, lea).status_code == 413
    bad = {"Authorization": f"Bearer {lea}"}
    assert httpx.post(f"{door.url}/rpc/who", content="{", headers=bad).json()["code"] == "PGRST102"
    door.faults.extend([503, Fault.LOST_REQUEST, Fault.LOST_REPLY])
    assert post(door, "write", None, lea).status_code == 503
    for kept in (0, 1):
        with pytest.raises(httpx.TransportError):
            post(door, "write", None, lea)
        assert empty_database.run("select count(*) from kept") == [(kept,)]


def test_many_share_a_small_pool(door: RestServer, empty_database: SharedDatabase):
    lea = token(f"{empty_database.name}_lea")
    with ThreadPoolExecutor(20) as crowd:
        answers = list(crowd.map(lambda n: post(door, "who", {"a": n}, lea).json()["a"], range(60)))
    assert answers == list(range(60))
    busy = "select count(*) from pg_stat_activity where usename = %s"
    assert empty_database.run(busy, f"{empty_database.name}_authenticator")[0][0] <= 3


def test_a_session_ended_by_the_server_is_replaced(
    door: RestServer, empty_database: SharedDatabase
):
    lea = token(f"{empty_database.name}_lea")
    assert post(door, "who", {"a": 1}, lea).status_code == 200
    ended = "select pg_terminate_backend(pid) from pg_stat_activity where usename = %s"
    empty_database.run(ended, f"{empty_database.name}_authenticator")
    assert post(door, "who", {"a": 1}, lea).status_code == 503
    assert post(door, "who", {"a": 1}, lea).status_code == 200


@pytest.mark.parametrize(
    ("code", "expected"),
    [("08006", 503), ("25006", 405), ("25001", 500), ("53400", 500), ("53300", 503),
     ("57P01", 503), ("57014", 500), ("0A000", 400), ("28000", 403), ("PT426", 426)],
)  # fmt: skip
def test_statuses(code: str, expected: int):
    assert status(code, signed_in=True) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [(".role", "a"), (".x.y[1]", "c"), ('."https://z"', "d"), (".none", None), (".x", None)],
)
def test_the_role_is_found_by_its_path(path: str, expected: str | None):
    assert role_of({"role": "a", "x": {"y": ["b", "c"]}, "https://z": "d"}, path) == expected
