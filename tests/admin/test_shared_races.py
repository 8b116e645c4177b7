"""The administrator's commands while a machine is in the middle of telling something."""

import asyncio
import json
import threading

import psycopg
import pytest
from psycopg.rows import dict_row

from desktop.services.store.shared import install
from desktop.services.store.shared.importing import SharedKeeper
from tests.admin.shared import Admin
from tests.admin.world import NOW, contact, fact
from tests.services.importing.making import (
    CUSTOMER_HEADER,
    CUSTOMERS,
    customer,
    mapping_file,
    write,
)

AT_A_LOCK = """select count(*) from pg_stat_activity
    where application_name = 'vis-a-vis-admin' and datname = %s and wait_event_type = 'Lock'"""


class Command:
    """A command in a thread of its own."""

    def __init__(self, database, *words):
        self.database = database
        self.told = None
        self.thread = threading.Thread(target=self._run, args=words)
        self.thread.start()

    def _run(self, *words):
        self.told = Admin(self.database.dsn()).json(*words)

    def waits(self):
        while self.thread.is_alive():
            if self.database.run(AT_A_LOCK, self.database.name) != [(0,)]:
                return
        raise AssertionError("it did not wait")

    def ends(self):
        self.thread.join(60)
        assert not self.thread.is_alive()
        return self.told


def push(session, *facts):
    given = {"protocol": 1, "device": "d1", "now": NOW, "facts": list(facts)}
    (told,) = session.execute("select api.push(%s)", [json.dumps(given)]).fetchone()
    return [one["answer"] for one in told["answers"]]


LATE_CHECK_IN = {"at": NOW, "moment": "end", "mood": 1, "words": "late words", "audience": "nobody"}


@pytest.mark.parametrize(
    ("whom", "late", "table"),
    [
        ("c1", fact(20, "contact", **contact("k-9", note="late words")), "contacts"),
        (
            "lea",
            fact(20, "check_in", id="ci-9", person_id="person-lea", **LATE_CHECK_IN),
            "check_ins",
        ),
    ],
)
def test_what_was_under_way_is_erased_as_well(world, whom, late, table):
    with psycopg.connect(world.people["lea"].dsn) as lea:
        assert push(lea, late) == ["applied"]
        erasing = Command(world, "erase", whom, "--yes")
        erasing.waits()
        lea.commit()
        assert erasing.ends()["ok"]
    rows = world.run(f"select t::text from vav.{table} t")
    assert not any("late words" in row for (row,) in rows)


@pytest.fixture
def table(world, tmp_path, monkeypatch):
    """A customer who was imported, and a table that says something else of their city."""
    monkeypatch.chdir(tmp_path)
    mapping_file(tmp_path, CUSTOMERS)
    write(tmp_path / "table.csv", CUSTOMER_HEADER, [customer(1, Ville="Lyon")])
    words = ("import", "customers", "table.csv", "--mapping", "mapping.yaml", "--branch", "Lyon")
    Admin(world.dsn()).json(*words)
    write(tmp_path / "table.csv", CUSTOMER_HEADER, [customer(1, Ville="Lille")])
    return words


def test_an_edit_under_way_is_not_written_over_by_an_import(world, table):
    ((ident, phone),) = world.run("select id, phone from vav.customers where number = 'C1'")
    edit = fact(
        20, "customer_edit", id="e-9", customer_id=ident, person_id="person-lea", at=NOW,
        field="phone", value="+33639980099", former=phone, based_on=0,
    )  # fmt: skip
    with psycopg.connect(world.people["lea"].dsn) as lea:
        assert push(lea, edit) == ["applied"]
        importing = Command(world, *table)
        importing.waits()
        lea.commit()
        assert importing.ends()["edited"] == 1
    held = world.run("select phone, city from vav.customers where id = %s", ident)
    assert held == [("+33639980099", "Lyon")]


def test_an_erasure_waits_for_an_import(world, table):
    """Else the rows of a batch that had looked for tombstones before would bring them back."""
    ((ident,),) = world.run("select id from vav.customers where number = 'C1'")
    with psycopg.connect(world.dsn(), row_factory=dict_row) as session:
        asyncio.run(SharedKeeper(session).keep("shop", [], {}, 1))
        erasing = Command(world, "erase", ident, "--yes")
        erasing.waits()
        session.commit()
        assert erasing.ends()["ok"]
    assert Admin(world.dsn()).json(*table)["erased"] == 1
    assert world.run("select count(*) from vav.customers where number = 'C1'") == [(0,)]


@pytest.mark.parametrize(
    "held", ["select api.hello()", f"select pg_advisory_lock({0x5641_5641})"], ids=["table", "key"]
)
def test_whoever_holds_what_an_upgrade_needs_holds_it_up_for_a_moment(world, monkeypatch, held):
    monkeypatch.setattr(install, "QUEUE", "100ms")
    monkeypatch.setattr(install, "PATIENCE", "100ms")
    with psycopg.connect(world.people["lea"].dsn) as lea:
        lea.execute(held)
        assert Admin(world.dsn()).json("upgrade", code=1)["code"] == "busy"
    assert Admin(world.dsn()).json("upgrade")["ok"]
