"""Imports into the shared database: nothing doubled, branches made, edits and erasures respected."""

import time

import pytest

from tests.admin.shared import Admin, plain
from tests.services.importing.making import (
    CONTACT_HEADER,
    CONTACTS,
    CUSTOMER_HEADER,
    CUSTOMERS,
    call,
    customer,
    mapping_file,
    write,
)

BRANCHED = CUSTOMERS.replace("  city: Ville\n", "  city: Ville\n  branch: Ville\n")


@pytest.fixture
def admin(shared, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return Admin(shared.dsn())


def imported(admin, tmp_path, rows, *words, mapping=CUSTOMERS, code=0, header=CUSTOMER_HEADER):
    write(tmp_path / "table.csv", header, rows)
    mapping_file(tmp_path, mapping)
    what = mapping.split("into: ")[1].split()[0]
    command = ("import", what, "table.csv", "--mapping", "mapping.yaml", *words, "--json")
    result = admin.run(*command)
    assert result.exit_code == code, (result.stdout, result.stderr)
    import json

    told = json.loads(result.stdout.splitlines()[-1])
    assert told["read"] == told["imported"] + told["unchanged"] + told["rejected"]
    return told


def count(shared, table):
    return shared.run(f"select count(*) from vav.{table}")[0][0]


def test_customers_go_in_once(admin, shared, tmp_path):
    rows = [customer(rank) for rank in range(1200)]
    rows += [customer(2000, Depuis="hier"), customer(5)]
    told = imported(admin, tmp_path, rows)
    assert (told["imported"], told["unchanged"], told["rejected"]) == (1200, 1, 1)
    assert (count(shared, "customers"), count(shared, "contracts")) == (1200, 1200)
    lines = shared.run("select kind, id, topic, seq from vav.feed order by 1, 2, 3")
    assert len(lines) == 2400
    again = imported(admin, tmp_path, rows)
    assert (again["imported"], again["unchanged"], again["rejected"]) == (0, 1201, 1)
    assert (count(shared, "customers"), count(shared, "contracts")) == (1200, 1200)
    assert shared.run("select kind, id, topic, seq from vav.feed order by 1, 2, 3") == lines


def test_a_dry_run_writes_nothing(admin, shared, tmp_path):
    told = imported(admin, tmp_path, [customer(1)], "--dry-run")
    assert (told["imported"], count(shared, "customers")) == (1, 0)


def test_a_customers_branch_comes_from_the_mapping_else_from_the_option(admin, shared, tmp_path):
    rows = [customer(1, Ville="Lyon"), customer(2, Ville="Lille"), customer(3, Ville="")]
    imported(admin, tmp_path, rows, "--branch", "Siège", mapping=BRANCHED)
    held = shared.run(
        "select c.number, b.name from vav.customers c join vav.branches b on b.id = branch_id order by 1"
    )
    assert held == [("C1", "Lyon"), ("C2", "Lille"), ("C3", "Siège")]
    assert count(shared, "branches") == 3
    assert shared.run("select count(*) from vav.contracts where branch_id is null") == [(0,)]
    # A row that names none leaves its customer where it is; one that names another moves it.
    imported(admin, tmp_path, [customer(1, Prénom="Zoé", Ville="Lyon")])
    assert shared.run(
        "select b.name from vav.customers c join vav.branches b on b.id = branch_id where number = 'C1'"
    ) == [("Lyon",)]
    told = imported(admin, tmp_path, rows, "--branch", "Autre", mapping=BRANCHED)
    assert (told["imported"], told["unchanged"]) == (2, 1)


def test_a_known_branch_is_taken_by_its_name(admin, shared, tmp_path):
    ident = admin.json("branch", "add", "Lyon")["id"]
    imported(admin, tmp_path, [customer(1)], "--branch", "Lyon")
    assert shared.run("select branch_id from vav.customers") == [(ident,)]
    assert count(shared, "branches") == 1


def test_what_was_edited_here_stays(admin, shared, tmp_path):
    imported(admin, tmp_path, [customer(1), customer(2)])
    shared.run("update vav.customers set phone = '+33639980099' where number = 'C1'")
    told = imported(admin, tmp_path, [customer(1, Prénom="Zoé"), customer(2, Prénom="Zoé")])
    assert (told["imported"], told["unchanged"], told["edited"]) == (1, 1, 1)
    assert shared.run("select given_name from vav.customers order by number") == [
        ("Chloé",), ("Zoé",),
    ]  # fmt: skip


def test_a_contract_that_is_no_longer_told_is_over(admin, shared, tmp_path):
    imported(admin, tmp_path, [customer(1)])
    imported(admin, tmp_path, [customer(1, Contrat="K99")])
    assert shared.run("select number, status from vav.contracts order by 1") == [
        ("K1", "ended"), ("K99", "active"),
    ]  # fmt: skip


def test_contacts_bring_their_advisors_and_customers(admin, shared, tmp_path):
    imported(admin, tmp_path, [customer(1)], "--branch", "Lyon")
    rows = [call(1), call(2, Client="C7", Conseiller="Léo Martin"), call(3, Issue="FANTOME")]
    told = imported(admin, tmp_path, rows, mapping=CONTACTS, header=CONTACT_HEADER)
    assert (told["imported"], told["reasons"]) == (2, {"phantom": 1})
    people = shared.run("select name, sign_in, role, db_role from vav.people order by 1")
    assert people == [
        ("Ana", "ana", "advisor", None),
        ("Léo Martin", "leo_martin", "advisor", None),
    ]
    assert count(shared, "customers") == 2
    assert shared.run("select count(*) from vav.contacts where branch_id is not null") == [(1,)]
    again = imported(admin, tmp_path, rows, mapping=CONTACTS, header=CONTACT_HEADER)
    assert (again["imported"], again["unchanged"]) == (0, 2)
    assert (count(shared, "contacts"), count(shared, "people")) == (2, 2)


def test_what_was_erased_is_left_out(admin, shared, tmp_path):
    imported(admin, tmp_path, [customer(1), customer(2)])
    calls = [call(1, Client="C1"), call(2, Client="C2")]
    imported(admin, tmp_path, calls, mapping=CONTACTS, header=CONTACT_HEADER)
    admin.json("erase", "C1", "--yes")
    admin.json("erase", "ana", "--yes")
    told = imported(admin, tmp_path, [customer(1), customer(2)])
    assert (told["imported"], told["unchanged"], told["erased"]) == (0, 2, 1)
    calls.append(call(3, Client="C1"))
    calls.append(call(4, Client="C2"))
    told = imported(admin, tmp_path, calls, mapping=CONTACTS, header=CONTACT_HEADER)
    assert (told["imported"], told["unchanged"], told["erased"]) == (1, 3, 2)
    assert shared.run("select number from vav.customers") == [("C2",)]
    assert shared.run("select name, enabled from vav.people") == [("", False)]
    shown = admin.run("import", "contacts", "table.csv", "--mapping", "mapping.yaml").stdout
    assert "2 lignes laissées de côté, car effacées" in plain(shown)


def test_every_row_refused_is_a_failure(admin, shared, tmp_path):
    imported(admin, tmp_path, [customer(1, Depuis="hier")], code=1)
    assert count(shared, "customers") == 0
    assert (tmp_path / "table.csv.rejects.csv").exists()


def test_an_unprepared_database_or_a_wrong_address_is_told(empty_database, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    told = imported(Admin(empty_database.dsn()), tmp_path, [customer(1)], code=1)
    assert "init" in told["error"]
    assert (told["ok"], told["code"]) == (False, "not_initialised")
    imported(Admin("nothing"), tmp_path, [customer(1)], code=2)


def test_another_writer_is_waited_for(admin, shared, tmp_path):
    """A deadlock, or a lock that is not given, ends one transaction; the rows go in all the same."""
    imported(admin, tmp_path, [customer(1)])
    with shared.superuser() as other:
        other.autocommit = False
        other.execute("select * from vav.customers for update")
        shared.run(f"alter database {shared.name} set lock_timeout = '200ms'")
        import threading

        threading.Timer(0.7, other.rollback).start()
        told = imported(admin, tmp_path, [customer(1, Prénom="Zoé")])
        time.sleep(0)
    assert told["imported"] == 1


ANSWERS = """
into: answers
source: enquete
key: [Id]
fields: {token: Jeton, at: {column: Le, format: iso}, satisfaction: Note}
"""
ANSWER_HEADER = ("Id", "Jeton", "Le", "Note")


def test_answers_reach_the_advisor_of_their_contact_and_stay_erased(admin, shared, tmp_path):
    imported(admin, tmp_path, [customer(1)])
    imported(admin, tmp_path, [call(1)], mapping=CONTACTS, header=CONTACT_HEADER)
    ((contact, customer_id, person),) = shared.run(
        "select id, customer_id, person_id from vav.contacts"
    )
    rows = [("r1", contact, "2026-03-02 10:00", "4"), ("r2", "personne", "2026-03-02 10:00", "4")]
    told = imported(admin, tmp_path, rows, mapping=ANSWERS, header=ANSWER_HEADER)
    assert told["reasons"] == {"no_such_contact": 1}
    assert shared.run("select contact_id, customer_id, person_id, waits from vav.answers") == [
        (contact, customer_id, person, False)
    ]
    topics = shared.run("select topic from vav.feed where kind = 'answer'")
    assert (f"p:{person}",) in topics
    again = imported(admin, tmp_path, rows, mapping=ANSWERS, header=ANSWER_HEADER)
    assert (again["imported"], again["unchanged"]) == (0, 1)
    admin.json("erase", "C1", "--yes")
    after = imported(admin, tmp_path, rows, code=1, mapping=ANSWERS, header=ANSWER_HEADER)
    assert (after["imported"], after["rejected"]) == (0, 2)  # the contact went with its customer
    assert count(shared, "answers") == 0
