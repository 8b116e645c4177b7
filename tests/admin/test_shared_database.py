"""`init`, `upgrade`, `check` and `guides` on a real PostgreSQL; what hinders them, in words."""

import json
import socket
import subprocess
import sys

import psycopg
import pytest

from desktop.services.store.shared import install
from tests.admin.shared import Admin, plain
from tests.house.source import ROOT


@pytest.fixture
def admin(shared):
    return Admin(shared.dsn())


def found(told):
    return {finding["name"]: finding for finding in told["findings"]}


def test_init_prepares_an_empty_database_and_may_be_run_again(empty_database):
    admin = Admin(empty_database.dsn())
    first = admin.json("init")
    assert (first["before"], first["schema"]) == (0, install.VERSION)
    assert "bill-higher" in first["documents"]["new"]
    assert {"reasons", "standards", "latitude"} <= set(first["documents"]["new"])
    again = admin.json("init")
    assert again["before"] == install.VERSION
    assert (again["documents"]["new"], again["documents"]["changed"]) == ([], [])
    assert "déjà prête" in admin.run("init").stdout
    assert admin.json("check")["ok"] is True
    assert admin.json("upgrade")["schema"] == install.VERSION


def test_an_unprepared_database_is_told(empty_database):
    admin = Admin(empty_database.dsn())
    for words in (["check"], ["upgrade"], ["branch", "add", "Lyon"], ["reap"], ["erase", "x"]):
        told = admin.json(*words, code=1)
        assert told["code"] == "not_initialised"
        assert "init" in told["error"]
    assert admin.json("check", code=1)["findings"][0]["level"] == "fail"


def test_a_newer_database_is_told(admin, shared):
    shared.run("update vav.meta set value = '99' where name = 'schema'")
    for words in (["check"], ["init"], ["upgrade"]):
        told = admin.json(*words, code=1)
        assert told["code"] == "newer_version"
        assert "99" in told["error"]


def test_check_on_a_sound_database(admin, shared):
    told = admin.json("check")
    by_name = found(told)
    assert {one["level"] for one in told["findings"]} == {"ok"}
    assert set(told["findings"][0]) == {"name", "level", "detail"}
    names = {"version", "roles", "policies", "functions", "grants", "people", "horizon", "audit"}
    assert names | {"waiting", "count.customers"} <= set(by_name)
    assert by_name["version"]["detail"].startswith(f"schema {install.VERSION}/{install.VERSION}")
    assert int(by_name["policies"]["detail"]) > 20
    assert "La base est saine." in admin.run("check").stdout


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("alter table vav.contacts disable row level security", "policies.contacts"),
        ("alter table vav.contacts no force row level security", "policies.contacts"),
        ("drop policy kept on vav.meta; drop policy for_select on vav.meta", "policies.meta"),
        ("create table vav.extra (a int)", "policies.extra"),
        ("alter function api.hello(jsonb) reset all", "functions.api.hello(jsonb)"),
        ("alter function api.hello(jsonb) security invoker", "functions.api.hello(jsonb)"),
        ("alter function api.hello(jsonb) owner to postgres", "functions.api.hello(jsonb)"),
        ("grant execute on function vav.person() to public", "functions.vav.person()"),
        ("grant select on vav.customers to public", "grants"),
        ("grant select (name) on vav.people to {prefix}_advisor", "grants"),
        ("update vav.meta set value = '0' where name = 'schema'", "version"),
    ],
)
def test_check_finds_each_fault(admin, shared, statement, name):
    shared.run(statement.format(prefix=shared.prefix))
    told = admin.json("check", code=1)
    if "'schema'" in statement:
        assert told["code"] == "not_initialised"
        return
    assert found(told)[name]["level"] == "fail"
    assert "a des défauts" in admin.run("check").stdout


def test_check_finds_a_person_who_may_too_much(admin, seeded):
    assert found(admin.json("check", code=1))["people"]["level"] == "fail"  # ex may still sign in
    seeded.run(f"alter role {seeded.people['ex'].role} nologin")
    assert found(admin.json("check"))["people"]["detail"] == ("6 roles, 0 with a one-time password")
    seeded.run(f"grant {seeded.prefix}_keeper to {seeded.people['lea'].role}")
    assert found(admin.json("check", code=1))["people"]["detail"] == "person-lea"


def test_check_finds_a_broken_trail_silent_machines_and_gaps(admin, shared):
    shared.run(
        """insert into vav.devices (device, person_id, last_dseq, first_seen, last_seen, chained, links)
        values ('d1', 'p1', 3, 0, vav.now_ms() - 10 * 86400000::bigint, sha256('\\x01'), 1);
        insert into vav.audit values ('d1', 1, 0, 'p1', 'applied', 'contact', 'c', '\\x01', sha256('\\x01'))"""
    )
    by_name = found(admin.json("check"))
    assert by_name["audit"]["level"] == "ok"
    assert by_name["waiting"]["level"] == "warn"
    assert by_name["waiting"]["detail"] == "1 machines, longest silence 10 d, 3 gaps"
    assert by_name["waiting.d1"]["detail"] == "last seen 10 d ago, 3 gaps"
    shared.run("update vav.devices set links = 2")
    assert found(admin.json("check", code=1))["audit"]["detail"] == "d1"
    shared.run("update vav.devices set links = 1; delete from vav.devices")
    assert found(admin.json("check", code=1))["audit"]["detail"] == "d1"


def test_guides_changed_by_hand_stay(admin, shared, tmp_path):
    assert "bill-higher" in admin.json("guides", "push")["documents"]["new"]
    shared.run("update vav.documents set text = text || '# ici' where id = 'bill-higher'")
    assert admin.json("upgrade")["documents"]["kept"] == ["bill-higher"]
    assert "modifiés ici" in admin.run("guides", "push").stdout
    assert admin.json("guides", "push", "--force")["documents"]["changed"] == ["bill-higher"]
    own = tmp_path / "own.yaml"
    source = (ROOT / "resources" / "scripts" / "10_bill_higher.yaml").read_text("utf-8")
    own.write_text(source.replace("version: 12", "version: 13"), "utf-8")
    assert admin.json("guides", "push", own)["documents"]["changed"] == ["bill-higher"]
    assert shared.run("select version from vav.documents where id = 'bill-higher'") == [(13,)]
    assert admin.json("upgrade")["documents"]["kept"] == ["bill-higher"]
    for words in (
        "- 3",
        "id: bill-higher\nversion: 1\nsteps: []",
        source.replace("steps:", "stops:"),
    ):
        own.write_text(words, "utf-8")
        assert admin.json("guides", "push", own, code=2)["code"] == "guide"
    assert admin.json("guides", "push", tmp_path / "none.yaml", code=1)["code"] == "file"


def test_latitude_and_standards_are_pushed_like_guides(admin, shared, tmp_path):
    kept = {name: ROOT / "resources" / f"{name}.yaml" for name in ("latitude", "standards")}
    assert sorted(admin.json("guides", "push", *kept.values())["documents"]["new"]) == [*kept]
    rows = shared.run(
        "select id, type, name from vav.documents where id = any (array['latitude', 'standards'])"
    )
    assert sorted(rows) == [(name, name, name) for name in kept]
    own = tmp_path / "latitude.yaml"
    text = kept["latitude"].read_text("utf-8")
    own.write_text(text.replace("daily_cents: 5000", "daily_cents: 6000"), "utf-8")
    assert admin.json("guides", "push", own)["documents"]["changed"] == ["latitude"]
    for wrong in ("daily_cents: '5000'", "daily_cents: 50.0", "daily_cents: -1"):
        own.write_text(text.replace("daily_cents: 5000", wrong), "utf-8")
        assert admin.json("guides", "push", own, code=2)["code"] == "guide"


@pytest.mark.parametrize(
    ("kind", "now", "then"),
    [
        ("latitude", "daily_cents: 5000", "daily_cents: 4000"),
        ("standards", "within: 48 h", "within: 24 h"),
    ],
)
def test_the_organisations_own_rules_take_the_place_of_the_applications(
    admin, shared, tmp_path, kind, now, then
):
    admin.json("upgrade")
    text = (ROOT / "resources" / f"{kind}.yaml").read_text("utf-8")
    assert now in text
    own = tmp_path / "ours.yaml"
    own.write_text(text.replace(now, then), "utf-8")
    assert admin.json("guides", "push", own)["documents"]["changed"] == [kind]
    assert admin.json("upgrade")["documents"]["kept"] == [kind]
    ((type_, held),) = shared.run("select type, text from vav.documents where id = %s", kind)
    assert (type_, then in held) == (kind, True)
    own.write_text(text.replace(now, now.split(":")[0] + ": many"), "utf-8")
    assert admin.json("guides", "push", own, code=2)["code"] == "guide"


@pytest.mark.parametrize(
    ("url", "code", "exit_code"),
    [
        ("base.example", "not_a_url", 2),
        ("postgresql://ana:hidden%zz@base.example/vis", "unreadable", 2),
        ("postgresql://base.example", "no_database", 2),
        ("postgresql://ana:hidden@nothing.invalid/vis?sslmode=disable", "unknown_server", 1),
        ("postgresql://ana:hidden@127.0.0.1:{closed}/vis", "nobody_there", 1),
        ("postgresql://ana:hidden@127.0.0.1:{port}/{name}", "wrong_password", 1),
        ("postgresql://postgres@/nothing?host={host}&port={port}", "unknown_database", 1),
        ("postgresql://ana:hidden@127.0.0.1:{port}/{name}?sslmode=verify-full", "no_tls", 1),
    ],
)
def test_what_hinders_a_connection_is_told_without_the_password(shared, url, code, exit_code):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        at = shared.server.superuser
        full = url.format(closed=free.getsockname()[1], name=shared.name, **at)
        told = Admin(full).json("check", code=exit_code)
    assert told["code"] == code
    assert "hidden" not in json.dumps(told)
    assert "hidden" not in Admin(full).run("check").output


def test_a_missing_right_is_named(admin, seeded):
    told = Admin(seeded.people["lea"].dsn).json("branch", "add", "Lyon", code=1)
    assert (told["code"], told["detail"]) == ("missing_right", f"{seeded.prefix}_keeper")
    told = Admin(seeded.people["lea"].dsn).json("init", code=1)
    assert told["code"] == "missing_right"


def test_an_administrator_who_is_no_superuser_does_the_daily_work(shared):
    role = f"{shared.name}_dba"
    shared.run(
        f"create role {role} login createrole password 'own-words';"
        f"grant {shared.prefix}_keeper, {shared.prefix}_owner to {role};"
        f"grant pg_signal_backend to {role}"
    )
    if int(shared.server.version.split(".")[0]) >= 16:
        groups = ", ".join(f"{shared.prefix}_{one}" for one in ("advisor", "authenticator"))
        shared.run(f"grant {groups} to {role} with admin option")
    admin = Admin(shared.dsn(role, "own-words"))
    admin.json("branch", "add", "Lyon")
    admin.json("team", "add", "Rhône", "--branch", "Lyon")
    told = admin.json("person", "add", "ana", "--role", "advisor", "--team", "Rhône")
    dsn = shared.dsn(told["role"], told["password"])
    with psycopg.connect(dsn) as ana:
        assert ana.execute("select api.hello('{}')").fetchone()
    assert admin.json("person", "disable", "ana")["changed"] is True
    assert admin.json("check")["ok"] is True
    assert admin.json("backup", "x.backup", code=1)["code"] == "missing_right"


def test_reap_ends_what_holds_everybody_up(admin, seeded):
    with seeded.connect("lea") as lea, seeded.superuser() as other:
        lea.autocommit = other.autocommit = False
        lea.execute("select pg_current_xact_id()")
        other.execute("select pg_current_xact_id()")
        assert admin.json("reap")["found"] == []
        told = admin.json("reap", "--seconds", "0")
        mine = [one for one in told["found"] if one["ended"]]
        assert [one["role"] for one in mine] == [seeded.people["lea"].role]
        assert told["left"] >= 1
        with pytest.raises(psycopg.OperationalError):
            lea.execute("select 1")
        other.execute("select 1")
        other.rollback()
    assert "0 transaction" in plain(admin.run("reap").stdout)


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["check"], 0, True),
        (["check", "--nothing"], 2, False),
        (["person", "add", "ana", "--role", "king"], 2, False),
        (["nothing"], 2, False),
    ],
)
def test_the_command_as_a_process(shared, words, code, told):
    command = [sys.executable, "-m", "desktop.admin", "--database", shared.dsn(), *words, "--json"]
    ended = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL
    )
    assert ended.returncode == code, ended.stderr
    assert json.loads(ended.stdout.splitlines()[-1])["ok"] is told
