"""Who comes to lead a team sees what its people reported before."""

import psycopg
import pytest

from tests.admin.shared import Admin
from tests.admin.world import NOW, fact, pulled, pushed
from tests.shared_database import Person

JOINS = "update vav.people set team_id = 'team-nord' where id = 'person-lea'"
LEADS = "update vav.people set role = 'lead' where id = 'person-zoe'"


def report(number, **other):
    return fact(
        number, "incivility", id=f"i-{number}", contact_id="k-1", person_id="person-lea", at=NOW,
        type="insult", gravity=1, **other,
    )  # fmt: skip


@pytest.fixture
def reported(world):
    """Incivilities of no customer, and of a customer of another branch."""
    world.run("insert into vav.customers (id, branch_id) values ('z1', 'branch-lille')")
    told = pushed(world, "lea", report(30, customer_id=None), report(31, customer_id="z1"))
    assert told == ["applied", "applied"]
    return world


def incivilities(database, name, since=None):
    told = pulled(database, name, since)
    found = {row["id"] for row in told["rows"] if row["kind"] == "incivility" and row["body"]}
    return found, told


def test_a_new_lead_is_told_what_was_reported_before(reported):
    told = Admin(reported.dsn()).json("person", "add", "nina", "--role", "lead", "--team", "Rhone")
    dsn = reported.dsn(told["role"], told["password"])
    reported.people["nina"] = Person(id="", name="nina", role=told["role"], dsn=dsn)
    found, page = incivilities(reported, "nina")
    assert found == {"i-30", "i-31"}
    assert page["counts"]["incivility"] == 2


@pytest.mark.parametrize(
    "change",
    [JOINS, f"{LEADS};{JOINS}", f"{JOINS};{LEADS}"],
)
def test_whoever_leads_now_counts_what_comes(reported, change):
    cursor = pulled(reported, "zoe")["cursor"]
    reported.run(change)
    found, _ = incivilities(reported, "zoe", cursor)
    whole, page = incivilities(reported, "zoe")
    assert len(whole) == page["counts"]["incivility"]
    assert found == ({"i-30", "i-31"} if LEADS in change else set())


def test_nobody_else_is_told(reported):
    cursor = pulled(reported, "karim")["cursor"]
    reported.run("update vav.people set name = 'Nobody' where id = 'person-camille'")
    assert incivilities(reported, "karim", cursor)[0] == set()
    with pytest.raises(psycopg.errors.InsufficientPrivilege), reported.connect("zoe") as zoe:
        zoe.execute("select vav.tell_lead()")
