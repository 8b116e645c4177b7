"""Exports and erasures: all of somebody is handed over, or gone here and on every machine."""

import json
import stat

import pytest

from desktop.services.store.shared.checking import AUDIT_FAULTS
from tests.admin.shared import Admin, plain
from tests.admin.world import NOW, contact, fact, pulled, pushed


@pytest.fixture
def admin(seeded, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return Admin(seeded.dsn())


def text_of(database, *, without=()):
    """Every word of every table, to look for what must not be there."""
    tables = [
        row[0] for row in database.run("select tablename from pg_tables where schemaname = 'vav'")
    ]
    return "\n".join(
        f"{table} {row[0]}"
        for table in tables
        if table not in without
        for row in database.run(f"select t::text from vav.{table} t")
    )


def broken_chains(database):
    return database.run(AUDIT_FAULTS)


@pytest.mark.parametrize("whom", ["c1", "N1", "06 39 98 00 77", "+33639980077", "C1@poste.example"])
def test_a_customer_is_found_by_what_they_say(admin, world, whom):
    told = admin.json("erase", whom)
    assert (told["kind"], told["id"], told["dry_run"]) == ("customer", "c1", True)


@pytest.mark.parametrize("command", ["export", "erase"])
@pytest.mark.parametrize("whom", ["06 39 98 00 02", "commun@poste.example"])
def test_several_are_listed_and_none_is_guessed(admin, world, command, whom):
    told = admin.json(command, whom, code=2)
    assert told["code"] == "several"
    assert [one["id"] for one in told["matches"]] == ["c2", "c3"]
    assert "Petit" not in json.dumps(told["matches"])
    assert admin.json(command, "nobody@poste.example", code=2)["code"] == "nobody"


def test_a_dry_run_counts_and_changes_nothing(admin, world):
    before = text_of(world)
    told = admin.json("erase", "c1")
    assert told["counts"] == {
        "promise_outcomes": 1, "promises": 1, "answers": 1, "pinned_notes": 1,
        "customer_edits": 1, "contracts": 1, "contacts": 1, "customers": 1,
    }  # fmt: skip
    assert "--yes" in admin.run("erase", "c1").stdout
    assert text_of(world) == before


def test_an_erased_customer_is_gone_everywhere(admin, world):
    cursor = pulled(world, "karim")["cursor"]
    counts = admin.json("erase", "c1")["counts"]
    told = admin.json("erase", "N1", "--yes")
    assert (told["counts"], told["dry_run"]) == (counts, False)
    left = text_of(world)
    for words in (
        "Lefèvre",
        "c1@poste",
        "39980001",
        "lefevre",
        "chloe",
        "39980077",
        "39980078",
        "secret words",
        "note k-1",
    ):
        assert words not in left, words
    assert "Petit" in left
    gone = {(row["kind"], row["id"]): row["body"] for row in pulled(world, "karim", cursor)["rows"]}
    assert gone[("customer", "c1")] is None
    assert gone[("contact", "k-1")] is None
    assert gone[("contract", "k1")] is None
    assert ("contact", "k-2") not in gone
    fresh = {(row["kind"], row["id"]) for row in pulled(world, "karim")["rows"] if row["body"]}
    assert ("customer", "c2") in fresh
    assert ("customer", "c1") not in fresh


def test_facts_on_an_erased_customer_answer_gone(admin, world):
    admin.json("erase", "c1", "--yes")
    lea = {"person_id": "person-lea", "at": NOW}
    assert pushed(
        world,
        "lea",
        fact(20, "contact", **contact("k-9")),
        fact(21, "step_off", id="s-9", contact_id="k-1", reason="other", **lea),
        fact(22, "pinned_note", id="n-9", customer_id="c1", words="w", **lea),
        fact(23, "contact", **contact("k-10", customer="c2")),
    ) == ["gone", "gone", "gone", "applied"]
    # What was taken before gets its first answer again, without the value that it once quoted.
    assert pushed(world, "lea", fact(1, "contact", **contact("k-1"))) == ["applied"]


def test_the_trail_keeps_ids_and_holds_after_an_erasure(admin, world):
    before = world.run("select chain, n, id, hash, chained from vav.audit order by 1, 2")
    admin.json("erase", "c1", "--yes")
    after = world.run("select chain, n, id, hash, chained from vav.audit order by 1, 2")
    assert set(before) < set(after)
    assert broken_chains(world) == []
    ((action, kind, ident),) = world.run(
        "select action, kind, id from vav.audit where chain = 'administration'"
    )
    assert (action, kind, ident) == ("erased", "customer", "c1")
    assert admin.json("erase", "c1", code=2)["code"] == "nobody"
    world.run("alter role {} nologin".format(world.people["ex"].role))
    assert admin.json("check")["ok"] is True


def test_an_erased_advisor_is_nobody(admin, world):
    lead_cursor = pulled(world, "camille")["cursor"]
    dry = admin.json("erase", "lea")
    assert dry["counts"] == {"check_in_readings": 1, "check_ins": 1, "thanks": 1}
    assert dry["left"]["contacts"] == 2
    told = admin.json("erase", "lea", "--yes")
    assert told["counts"] == dry["counts"]
    (row,) = world.run(
        "select name, enabled, db_role, sign_in from vav.people where id = 'person-lea'"
    )
    assert row[:3] == ("", False, None)
    assert row[3].startswith("erased_")
    left = text_of(world)
    assert "tired" not in left
    assert "Lea" not in left
    assert world.run("select count(*) from pg_roles where rolname = %s", f"{world.name}_lea") == [
        (0,)
    ]
    gone = {
        (row["kind"], row["id"]): row["body"]
        for row in pulled(world, "camille", lead_cursor)["rows"]
    }
    assert gone[("check_in_waiting", "ci-1")] is None
    assert gone[("person", "person-lea")]["name"] == ""
    assert world.run("select count(*) from vav.contacts where person_id = 'person-lea'") == [(2,)]
    assert broken_chains(world) == []
    # The name is free again, for somebody else.
    assert admin.json("person", "add", "lea", "--role", "advisor", "--team", "Rhone")["role"]
    assert admin.json("erase", "lea")["id"] != "person-lea"


def test_a_role_that_cannot_be_dropped_is_told(admin, world):
    role = f"{world.name}_lea"
    world.run(f"grant connect on database {world.name} to {role}")
    assert admin.json("erase", "lea", "--yes")["role_left"] == role
    assert world.run("select rolcanlogin from pg_roles where rolname = %s", role) == [(False,)]


def test_an_export_holds_everything_of_a_customer(admin, world, tmp_path):
    told = admin.json("export", "N1")
    place = tmp_path / "export-c1.json"
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    file = json.loads(place.read_text(encoding="utf-8"))
    assert (file["kind"], file["id"]) == ("customer", "c1")
    held = file["held"]
    assert {table: len(rows) for table, rows in held.items()} == told["counts"]
    assert held["customers"][0]["family_name"] == "Lefèvre"
    assert held["answers"][0]["words"] == "secret words"
    assert [row["id"] for row in held["contacts"]] == ["k-1"]
    assert [row["id"] for row in held["promise_outcomes"]] == ["o-1"]
    assert {row["op_id"] for row in held["ops"]} == {"op-1", "op-3", "op-5", "op-7", "op-8"}
    assert {row["id"] for row in held["audit"]} >= {"k-1", "p-1", "n-1", "e-1"}
    assert "k-2" not in place.read_text(encoding="utf-8")
    assert admin.json("export", "N1", code=2)["code"] == "file"
    assert "customers" in plain(admin.run("export", "N1", "--force").stdout)
    assert world.run("select count(*) from vav.audit where action = 'exported'") == [(2,)]


def test_an_export_holds_everything_of_an_advisor(admin, world, tmp_path):
    admin.json("export", "lea", "--file", tmp_path / "lea.json")
    held = json.loads((tmp_path / "lea.json").read_text(encoding="utf-8"))["held"]
    assert held["people"][0]["sign_in"] == "lea"
    assert held["check_ins"][0]["words"] == "tired"
    assert {row["id"] for row in held["contacts"]} == {"k-1", "k-2"}
    assert [row["lead_id"] for row in held["check_in_readings"]] == ["person-camille"]
    assert [row["id"] for row in held["thanks"]] == ["t1"]
    admin.json("export", "camille", "--file", tmp_path / "camille.json")
    held = json.loads((tmp_path / "camille.json").read_text(encoding="utf-8"))["held"]
    assert "check_ins" not in held
    assert len(held["check_in_readings"]) == 1


def test_the_erasure_is_all_or_nothing(admin, world):
    before = text_of(world)
    world.run(
        """create function vav.refuse() returns trigger language plpgsql as
            $$ begin raise exception 'no'; end $$;
        create trigger refuse before delete on vav.customers execute function vav.refuse()"""
    )
    assert admin.json("erase", "c1", "--yes", code=1)["code"] == "other"
    assert text_of(world) == before
