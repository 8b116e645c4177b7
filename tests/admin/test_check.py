"""`check` finds what is wrong, and `add-customers` what it added before."""

import json
import sqlite3

import pytest
from typer.testing import CliRunner

from desktop.admin.command import app
from desktop.services.store.tables import SCHEMA_VERSION


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "s.sqlite"
    assert run(path, "add-customers", 250).exit_code == 0
    return path


def run(path, *words):
    return CliRunner().invoke(app, ["--store", str(path), *map(str, words)])


def checked(path):
    result = run(path, "check", "--json")
    told = json.loads(result.stdout.splitlines()[-1])
    assert (result.exit_code == 0) is told["ok"]
    return {finding["name"]: finding for finding in told["findings"]}, told["ok"]


def changed(path, *statements):
    store = sqlite3.connect(path)
    for words in statements:
        store.execute(words)
    store.commit()
    store.close()


def test_a_sound_store(path):
    findings, ok = checked(path)
    assert ok
    assert {finding["level"] for finding in findings.values()} == {"ok"}
    assert findings["count.customers"]["detail"] == "250"
    assert int(findings["count.contracts"]["detail"]) >= 250
    assert findings["versions"]["detail"].startswith(f"schema {SCHEMA_VERSION}/{SCHEMA_VERSION},")
    assert "La base est saine." in run(path, "check").stdout


def test_a_contract_of_nobody_is_a_failure(path):
    changed(path, "PRAGMA foreign_keys = OFF", "UPDATE contracts SET customer_id = 'none'")
    findings, ok = checked(path)
    assert not ok
    assert findings["foreign_keys"]["level"] == "fail"
    assert findings["integrity"]["level"] == "ok"


def test_a_fact_about_somebody_unknown_is_a_warning(path):
    changed(
        path,
        "INSERT INTO contacts (id, customer_id, channel, started_at, ended_at) "
        "VALUES ('c', 'none', 'chat', 0, 0)",
    )
    findings, ok = checked(path)
    assert ok
    assert findings["contacts.customer_id"] == {
        "name": "contacts.customer_id", "level": "warn", "detail": "1",
    }  # fmt: skip


def test_a_photo_that_is_not_what_was_taken_is_a_failure(path):
    picture = "71563ad80061407ede9c6f316836284bd3710a520c5a792b5eda1cb703690815"
    row = "('f1', 'v1', 'k1', 'p1', 0, 0, 'camera', 4, 3, 2, '{}', '/9g=')"
    names = (
        "id, call_id, contact_id, person_id, at, consented_at, source, width, height, size,"
        " sha256, data"
    )
    changed(path, f"INSERT INTO video_photos ({names}) VALUES {row.format(picture)}")
    findings, ok = checked(path)
    assert ok
    assert findings["photos"]["level"] == "ok"
    changed(path, "UPDATE video_photos SET data = '/9k='")
    findings, ok = checked(path)
    assert not ok
    assert findings["photos"] == {"name": "photos", "level": "fail", "detail": "f1"}


def test_an_index_that_disagrees_with_its_table_is_a_failure(path):
    store = sqlite3.connect(path)
    (name,) = store.execute(
        "SELECT name FROM sqlite_master WHERE sql LIKE '%USING fts5%' LIMIT 1"
    ).fetchone()
    store.execute(f"DELETE FROM {name}_data WHERE id > 10")
    store.commit()
    store.close()
    findings, ok = checked(path)
    assert not ok
    assert "fail" in {
        finding["level"] for key, finding in findings.items() if key.startswith("index.")
    }


def test_a_damaged_file_is_told_and_left_alone(path):
    store = sqlite3.connect(path)
    store.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()
    content = bytearray(path.read_bytes())
    content[4096 * 4 : 4096 * 40] = b"\xff" * 4096 * 36
    path.write_bytes(content)
    _, ok = checked(path)
    assert not ok
    assert path.read_bytes()[: len(content)] == content


def test_a_store_that_is_not_there_is_not_made(tmp_path):
    result = run(tmp_path / "none.sqlite", "check", "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["ok"] is False
    assert list(tmp_path.iterdir()) == []


def test_added_customers_are_not_added_twice(path):
    told = json.loads(run(path, "add-customers", 300, "--json").stdout)
    assert told == {"asked": 300, "added": 50, "unchanged": 250}
    other = json.loads(run(path, "add-customers", 10, "--seed", 2, "--json").stdout)
    assert other["added"] == 10
    assert run(path, "add-customers", 0).exit_code == 2
