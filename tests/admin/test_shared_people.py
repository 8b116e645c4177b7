"""Branches, teams and people: what is made in PostgreSQL, and what each command says."""

import os
import stat

import jwt
import psycopg
import pytest

from desktop.domain import sign_in_file
from tests.admin.shared import Admin, plain


@pytest.fixture
def admin(shared):
    return Admin(shared.dsn())


@pytest.fixture
def staffed(admin):
    """A branch, a team, and Ana."""
    admin.json("branch", "add", "Lyon")
    admin.json("team", "add", "Rhône", "--branch", "Lyon")
    told = admin.json("person", "add", "ana", "--role", "advisor", "--team", "Rhône")
    admin.password = told["password"]
    return admin


def signed_in(shared, name, password):
    return psycopg.connect(shared.dsn(f"{shared.name}_{name}", password), autocommit=True)


def hello(shared, name, password):
    with signed_in(shared, name, password) as connection:
        return connection.execute("select api.hello('{}')").fetchone()[0]


def test_branches_and_teams_are_made_once(admin, shared):
    first = admin.json("branch", "add", "Lyon")
    assert (first["name"], first["new"]) == ("Lyon", True)
    assert admin.json("branch", "add", "Lyon") == first | {"new": False}
    assert "déjà là" in admin.run("branch", "add", "Lyon").stdout
    team = admin.json("team", "add", "Rhône")
    assert admin.json("team", "add", "Rhône", "--branch", "Lyon")["id"] == team["id"]
    assert shared.run("select branch_id from vav.teams") == [(first["id"],)]
    assert (
        admin.json("team", "add", "Nord", "--branch", "Lille", code=1)["code"] == "unknown_branch"
    )
    assert shared.run("select count(*) from vav.teams") == [(1,)]


def test_two_branches_may_have_teams_of_one_name(admin, shared):
    for branch in ("Lyon", "Lille"):
        admin.json("branch", "add", branch)
    first = admin.json("team", "add", "Accueil", "--branch", "Lyon")
    second = admin.json("team", "add", "Accueil", "--branch", "Lille")
    assert first["id"] != second["id"]
    assert admin.json("team", "add", "Accueil", "--branch", "Lyon")["new"] is False
    words = ("person", "add", "zoe", "--role", "advisor", "--team")
    told = admin.json(*words, "Accueil", code=1)
    assert told["code"] == "several_teams"
    assert second["id"] in told["error"]
    admin.json(*words, second["id"])
    assert shared.run("select team_id from vav.people") == [(second["id"],)]


def test_a_person_signs_in_with_the_one_time_password(staffed, shared):
    told = hello(shared, "ana", staffed.password)
    assert told["person"]["sign_in"] == "ana"
    assert told["person"]["role"] == "advisor"
    assert told["person"]["must_change"] is True
    with pytest.raises(psycopg.OperationalError):
        signed_in(shared, "ana", "another")


def test_a_role_may_sign_in_and_call_the_functions_and_no_more(staffed, shared):
    (row,) = shared.run(
        """select rolcanlogin, rolinherit, rolconnlimit, rolsuper or rolcreatedb or rolcreaterole
            or rolreplication or rolbypassrls, has_database_privilege(rolname, current_database(), 'temp')
        from pg_roles where rolname = %s""",
        f"{shared.name}_ana",
    )
    assert row == (True, True, 4, False, False)
    (member,) = shared.run(
        "select pg_has_role(%s, %s, 'member'), pg_has_role(%s, %s, 'member')",
        f"{shared.prefix}_authenticator",
        f"{shared.name}_ana",
        f"{shared.name}_ana",
        f"{shared.prefix}_advisor",
    )
    assert member == (True, True)
    (verifier,) = shared.run(
        "select rolpassword from pg_authid where rolname = %s", f"{shared.name}_ana"
    )[0]
    assert verifier.startswith("SCRAM-SHA-256$")
    with signed_in(shared, "ana", staffed.password) as ana:
        limit = ana.execute("show idle_in_transaction_session_timeout").fetchone()
        assert limit == ("30s",)
        for words in ("create temp table t (a int)", "select * from vav.people"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                ana.execute(words)


@pytest.mark.parametrize("role", ["advisor", "lead", "admin"])
def test_each_role_has_its_group(staffed, shared, role):
    staffed.json("person", "add", "zoe", "--role", role, "--team", "Rhône")
    group = {"advisor": "advisor", "lead": "team_lead", "admin": "administrator"}[role]
    (found,) = shared.run(
        "select array_agg(roleid::regrole::text) from pg_auth_members where member = %s::regrole",
        f"{shared.name}_zoe",
    )[0]
    assert found == [f"{shared.prefix}_{group}"]


@pytest.mark.parametrize(
    ("words", "why", "code"),
    [
        (("ana", "--role", "advisor", "--team", "Rhône"), "person_there", 1),
        (("leo", "--role", "advisor", "--team", "Nord"), "unknown_team", 1),
        (("leo", "--role", "advisor"), "no_team", 1),
        (("Léo Martin", "--role", "advisor", "--team", "Rhône"), "bad_name", 2),
        (("keeper", "--role", "advisor", "--team", "Rhône"), "name_taken", 1),
        (("l" * 60, "--role", "advisor", "--team", "Rhône"), "name_taken", 1),
        (("postgres; drop", "--role", "admin"), "bad_name", 2),
    ],
)
def test_what_cannot_be_added_is_told_and_changes_nothing(staffed, shared, words, why, code):
    before = shared.run("select count(*), (select count(*) from pg_roles) from vav.people")
    told = staffed.json("person", "add", *words, code=code)
    assert told["code"] == why
    assert "password" not in told
    assert shared.run("select count(*), (select count(*) from pg_roles) from vav.people") == before


def test_a_name_is_suggested(staffed):
    result = staffed.run("person", "add", "Léo Martin", "--role", "advisor", "--team", "Rhône")
    assert "leo_martin" in result.stderr


def test_the_password_is_shown_once_and_kept_nowhere(staffed, shared):
    result = staffed.run("person", "add", "leo", "--role", "lead", "--team", "Rhône")
    password = result.stdout.splitlines()[1]
    assert hello(shared, "leo", password)["person"]["role"] == "lead"
    assert password not in staffed.run("person", "disable", "leo").stdout
    dump = shared.run("select string_agg(p::text, '') from vav.people p")[0][0]
    assert password not in dump


def test_a_disabled_person_is_out_at_once_and_may_come_back(staffed, shared):
    with signed_in(shared, "ana", staffed.password) as ana:
        told = staffed.json("person", "disable", "ana")
        assert (told["changed"], told["sessions_ended"]) == (True, 1)
        with pytest.raises(psycopg.OperationalError):
            ana.execute("select 1")
    with pytest.raises(psycopg.OperationalError):
        signed_in(shared, "ana", staffed.password)
    assert staffed.json("person", "disable", "ana")["changed"] is False
    assert staffed.json("person", "enable", "ana")["changed"] is True
    assert hello(shared, "ana", staffed.password)["person"]["sign_in"] == "ana"
    assert staffed.json("person", "enable", "bob", code=1)["code"] == "unknown_person"


def test_a_new_password_takes_the_place_of_the_old(staffed, shared):
    told = staffed.json("person", "password", "ana")
    assert told["password"] != staffed.password
    assert hello(shared, "ana", told["password"])["person"]["must_change"] is True
    with pytest.raises(psycopg.OperationalError):
        signed_in(shared, "ana", staffed.password)


@pytest.mark.parametrize("with_password", [False, True])
def test_the_sign_in_file_says_where_and_who(staffed, shared, tmp_path, with_password):
    place = tmp_path / "ana.toml"
    ca = tmp_path / "ca.pem"
    ca.write_text("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n")
    words = ["person", "password", "ana", "--file", place, "--certificate", ca]
    told = staffed.json(*words, *(["--with-password"] if with_password else []))
    file = sign_in_file.read(place.read_text())
    assert (file.database, file.name, file.sslmode) == (shared.name, "ana", "")
    assert file.certificate.startswith("-----BEGIN CERTIFICATE-----")
    assert file.password == (told["password"] if with_password else "")
    assert (told["password"] in place.read_text()) is with_password
    if with_password and os.name == "posix":
        assert stat.S_IMODE(place.stat().st_mode) == 0o600


def test_the_sign_in_file_says_where_machines_find_the_server(staffed, tmp_path):
    place = tmp_path / "ana.toml"
    result = staffed.run("person", "password", "ana", "--file", place)
    assert "--server" in result.stderr
    words = ["--file", place, "--server", "base.example:5433"]
    result = staffed.run("person", "password", "ana", *words)
    assert result.stderr == ""
    assert sign_in_file.read(place.read_text()).server == "base.example:5433"


def test_a_file_that_cannot_be_written_loses_no_password(staffed, tmp_path):
    told = staffed.json("person", "password", "ana", "--file", tmp_path / "none" / "ana.toml")
    assert told["password"]
    assert told["file_error"]


def test_a_token_names_the_persons_role(staffed, shared, tmp_path):
    key = tmp_path / "secret"
    key.write_text("a secret of thirty-two bytes, or more\n")
    told = staffed.json("person", "token", "ana", "--key", key, "--hours", "1")
    claims = jwt.decode(told["token"], key.read_text().strip(), algorithms=["HS256"])
    (ident,) = shared.run("select id from vav.people where sign_in = 'ana'")[0]
    assert claims["role"] == told["role"] == f"{shared.name}_ana"
    assert claims["sub"] == ident
    assert staffed.run("person", "token", "ana", "--key", key).stdout.count(".") == 2
    staffed.json("person", "disable", "ana")
    assert staffed.json("person", "token", "ana", "--key", key, code=1)["code"] == "disabled"
    key.write_text("short")
    staffed.json("person", "enable", "ana")
    assert staffed.json("person", "token", "ana", "--key", key, code=2)["code"] == "too_short"


def test_somebody_known_from_an_import_keeps_their_id(staffed, shared):
    shared.run(
        "insert into vav.people (id, name, sign_in, role) values ('p9', 'Léo', 'leo', 'advisor')"
    )
    told = staffed.json("person", "add", "leo", "--role", "lead", "--team", "Rhône")
    assert told["known"] is True
    assert shared.run("select id, name, role from vav.people where sign_in = 'leo'") == [
        ("p9", "Léo", "lead")
    ]


def test_a_store_is_refused_for_what_is_shared(tmp_path):
    from typer.testing import CliRunner

    from desktop.admin.command import app

    for words in (
        ["--store", "s.sqlite", "init"],
        ["--store", "s.sqlite", "person", "disable", "ana"],
        ["--database", "postgresql://localhost/vis", "add-customers", "3"],
        ["--database", "postgresql://localhost/vis", "--store", "s.sqlite", "check"],
        ["check"],
    ):
        result = CliRunner().invoke(app, [*words, "--json"])
        assert result.exit_code == 2
        assert '"ok": false' in result.stdout
        assert "donnez" in plain(result.stderr).lower()
