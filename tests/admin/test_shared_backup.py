"""A backup goes back into an empty database: same rows, same people, another epoch."""

import json
import stat
import zipfile

import psycopg
import pytest

from desktop.services.store.shared import backups, install, people, restoring
from tests.admin.shared import Admin, plain
from tests.admin.world import contact, fact, pulled, pushed
from tests.shared_database import PASSWORD, Person, empty

TABLES = ("customers", "contacts", "promises", "check_ins", "ops", "audit", "devices", "people")


@pytest.fixture
def backed_up(world, tmp_path):
    """A world and its backup, made by the server's own tools."""
    place = tmp_path / "vis.backup"
    told = Admin(world.dsn()).json("backup", place, *tools(world))
    return world, place, told


def tools(database):
    folder = database.server.binaries
    return ("--tools", folder) if folder else ()


def counts(database):
    return {one: database.run(f"select count(*) from vav.{one}")[0][0] for one in TABLES}


def asked(database, name, since=None):
    """A first page, by the role that bears the database's own name."""
    role = f"{database.name}_{name}"
    database.people[name] = Person(
        id=f"person-{name}", name=name, role=role, dsn=database.dsn(role, PASSWORD)
    )
    return pulled(database, name, since)


def restored(database, place, code=0, admin=None):
    return (admin or Admin(database.dsn())).json("restore", place, *tools(database), code=code)


def test_a_backup_is_one_private_file(backed_up):
    world, place, told = backed_up
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert told["bytes"] == place.stat().st_size
    assert (told["roles"], told["without_password"]) == (6, [])
    with zipfile.ZipFile(place) as archive:
        assert archive.testzip() is None
        about = json.loads(archive.read("about.json"))
        assert about["prefix"] == world.prefix
        assert PASSWORD not in archive.read("roles.json").decode()
    assert [one.name for one in place.parent.iterdir() if one.name.endswith(".part")] == []
    assert Admin(world.dsn()).json("backup", place, *tools(world), code=2)["code"] == "file"
    again = Admin(world.dsn()).run("backup", place, *tools(world), "--force")
    assert "Sauvegarde" in again.stdout


def test_a_restored_database_is_pulled_again_under_a_new_epoch(backed_up, postgres):
    world, place, made = backed_up
    before = pulled(world, "karim")
    with empty(postgres) as other:
        told = restored(other, place)
        assert told["former_epoch"] == made["epoch"] != told["epoch"]
        assert told["without_password"] == []
        assert counts(other) == counts(world)
        # The roles bear the name of the database where they are, with the passwords that they had.
        reset = asked(other, "karim", before["cursor"])
        assert (reset["reset"], reset["rows"]) == (True, [])
        after = asked(other, "karim")
        told_before = {(row["kind"], row["id"]): row["body"] for row in before["rows"]}
        assert {(row["kind"], row["id"]): row["body"] for row in after["rows"]} == told_before
        assert after["counts"] == before["counts"]
        other.run(f"alter role {other.name}_ex nologin")
        assert Admin(other.dsn()).json("check")["ok"] is True


def test_a_restored_database_takes_facts_once(backed_up, postgres):
    _, place, _ = backed_up
    with empty(postgres) as other:
        restored(other, place)
        asked(other, "lea")
        assert pushed(
            other, "lea", fact(1, "contact", **contact("k-1")), fact(9, "contact", **contact("k-9"))
        ) == ["applied", "applied"]
        assert other.run("select count(*) from vav.contacts") == [(3,)]
        seen = {row["id"] for row in pulled(other, "lea")["rows"] if row["kind"] == "contact"}
        assert seen == {"k-1", "k-2", "k-9"}


def test_without_the_new_transaction_ids_nothing_could_be_pulled(backed_up, postgres):
    """The trap itself: where lines keep the old server's ids, and those are higher, all is hidden."""
    world, place, _ = backed_up
    place = place.with_name("high.backup")
    far = "update vav.feed set xid = '4000000000'::xid8"
    world.run(far)
    Admin(world.dsn()).json("backup", place, *tools(world))
    with empty(postgres) as other:
        restored(other, place)
        assert "c1" in {row["id"] for row in asked(other, "karim")["rows"]}
        other.run(far)
        assert asked(other, "karim")["rows"] == []


def test_a_restore_wants_an_empty_database_and_a_whole_backup(backed_up, postgres, tmp_path):
    world, place, _ = backed_up
    assert restored(world, place, code=1)["code"] == "not_ours"
    with empty(postgres) as other:
        short = tmp_path / "short.backup"
        short.write_bytes(place.read_bytes()[: place.stat().st_size // 2])
        assert restored(other, short, code=1)["code"] == "not_a_backup"
        assert restored(other, tmp_path / "none", code=1)["code"] == "file"
        damaged = tmp_path / "damaged.backup"
        with zipfile.ZipFile(place) as old, zipfile.ZipFile(damaged, "w") as new:
            for name in old.namelist():
                data = old.read(name)
                new.writestr(name, data[: len(data) * 2 // 3] if name.endswith(".dump") else data)
        assert restored(other, damaged, code=1)["code"] == "failed"
        assert other.run("select to_regnamespace('vav')") == [(None,)]
        restored(other, place)


@pytest.mark.parametrize("place", ["lent", "begin_epoch", "init", "restore_roles"])
def test_a_restore_that_is_cut_lets_nobody_in_under_the_old_epoch(
    backed_up, postgres, monkeypatch, place
):
    """A machine would believe known there what the backup does not have."""
    _, file, made = backed_up

    def cut(*_words):
        raise KeyboardInterrupt

    owner = {"init": install, "restore_roles": people}.get(place, restoring)
    with empty(postgres) as other:
        other.run(
            f"create role {other.name}_early login password '{PASSWORD}';"
            f"grant {backed_up[0].prefix}_advisor to {other.name}_early"
        )
        admin = Admin(other.dsn())
        with monkeypatch.context() as patched:
            patched.setattr(owner, place, cut)
            assert restored(other, file, code=1)["code"] == "stopped"
        early = other.dsn(f"{other.name}_early", PASSWORD)
        if place != "restore_roles":
            with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
                psycopg.connect(early)
        for command in ("init", "upgrade", "check"):
            assert admin.json(command, code=1)["code"] == "half_restored"
        told = restored(other, file)
        assert told["epoch"] != made["epoch"]
        psycopg.connect(early).close()
        other.run(f"alter role {other.name}_ex nologin")
        assert admin.json("check")["ok"] is True
        assert admin.json("init")["schema"] == told["schema"]


def test_whoever_was_disabled_since_the_backup_stays_out(backed_up, postgres):
    _, file, _ = backed_up
    with empty(postgres) as other:
        other.run(f"create role {other.name}_lea nologin; create role {other.name}_karim login")
        restored(other, file)
        asked = "select sign_in from vav.people where not enabled order by 1"
        assert other.run(asked) == [("ex",), ("lea",)]


def test_a_login_that_may_not_is_told_before_anything_begins(backed_up, seeded, tmp_path):
    lea = Admin(seeded.people["lea"].dsn)
    told = lea.json("backup", tmp_path / "x", *tools(seeded), code=1)
    assert told["code"] == "missing_right"
    assert "BYPASSRLS" in told["error"]
    assert lea.json("restore", backed_up[1], code=1)["code"] == "missing_right"
    assert not (tmp_path / "x").exists()


def test_verifiers_that_cannot_be_read_are_listed(world, postgres, tmp_path):
    role = f"{world.name}_dba"
    world.run(
        f"create role {role} login bypassrls password 'own-words';"
        f"grant {world.prefix}_keeper, {world.prefix}_owner to {role}"
    )
    place = tmp_path / "vis.backup"
    admin = Admin(world.dsn(role, "own-words"))
    told = admin.json("backup", place, *tools(world))
    assert len(told["without_password"]) == 6
    with empty(postgres) as other:
        told = restored(other, place)
        assert f"{other.name}_lea" in told["without_password"]
        assert Admin(other.dsn()).json("person", "password", "lea")["password"]


def test_the_tools_must_be_there_and_as_new_as_the_server(tmp_path):
    with pytest.raises(backups.ToolFailed) as caught:
        backups.tool("pg_dump", 15, tmp_path)
    assert caught.value.why == "missing"
    for folder, version in (("old", 14), ("same", 15), ("new", 18)):
        (tmp_path / folder).mkdir()
        program = tmp_path / folder / "pg_dump"
        program.write_text(f"#!/bin/sh\necho 'pg_dump (PostgreSQL) {version}.3'\n")
        program.chmod(0o755)
    with pytest.raises(backups.ToolFailed) as caught:
        backups.tool("pg_dump", 15, tmp_path / "old")
    assert caught.value.why == "too_old"
    assert backups.tool("pg_dump", 15, tmp_path / "new").major == 18


def test_a_missing_tool_is_told_in_words(world, tmp_path):
    result = Admin(world.dsn()).run("backup", tmp_path / "x", "--tools", tmp_path)
    assert result.exit_code == 1
    assert "pg_dump est introuvable" in plain(result.stderr)


def test_passwords_go_to_the_tools_by_their_environment_only():
    params = {"host": "h", "password": "hidden", "dbname": "d", "sslrootcert": "system"}
    told = backups.environment(params, 15)
    assert told["PGPASSWORD"] == "hidden"
    assert told["PGSSLROOTCERT"] != "system"
    assert backups.environment(params, 16)["PGSSLROOTCERT"] == "system"
