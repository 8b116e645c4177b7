"""Runs over real SQLite: what goes in, what does not, and the same command run again."""

from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import select, text, update

from desktop.domain.contacts import Contact
from desktop.domain.customers import Contract, Customer
from desktop.domain.errors import StoreUnavailable, Trouble
from desktop.services.importing import runner
from desktop.services.importing.compiling import compile_mapping
from desktop.services.importing.mapping import Into, load
from desktop.services.importing.opening import open_table
from desktop.services.importing.rejects import Rejects
from desktop.services.importing.runner import Options, Run
from desktop.services.store import opening, tables
from desktop.services.store.importing import LocalKeeper
from desktop.services.store.rows import from_row
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


async def run(store, source: Path, words: str, *, dry=False, rejects: Path | None = None):
    into: Into = "customers" if "into: customers" in words else "contacts"
    mapping, problems = load(mapping_file(source.parent, words), into)
    assert problems == ()
    assert mapping is not None
    table = open_table(source, encoding=None, separator=None, sheet=None)
    recipe = compile_mapping(mapping, table.header)
    kept = Rejects(rejects, table.header, table.separator)
    try:
        options = Options(dry=dry, team=getattr(mapping, "team", ""))
        keeper = LocalKeeper(store) if store else None
        tally = await Run(keeper, table, recipe, kept, options).go()
    finally:
        kept.close()
        table.close()
    assert tally.read == tally.imported + tally.unchanged + tally.rejected
    assert tally.rejected == sum(tally.reasons.values())
    return tally


async def rows(store, kind, table):
    def query(connection):
        found = connection.execute(select(table).order_by(table.c.id)).mappings()
        return [from_row(kind, row) for row in found]

    return await store.read(query)


async def count(store, table):
    return await store.read(
        lambda connection: connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()
    )


def customers(folder, *some, name="clients.csv"):
    return write(folder / name, CUSTOMER_HEADER, some)


def calls(folder, *some):
    return write(folder / "appels.csv", CONTACT_HEADER, some)


async def test_a_customer_goes_in_with_contract_and_details(store, tmp_path):
    tally = await run(store, customers(tmp_path, customer(1)), CUSTOMERS)
    assert (tally.read, tally.imported) == (1, 1)
    (one,) = await rows(store, Customer, tables.customers)
    assert (one.number, one.full_name, one.civility) == ("C1", "Chloé Lefèvre", "mme")
    assert (one.phone, one.email, one.postcode) == ("+33639980001", "c1@poste.example", "44000")
    assert (str(one.since), one.details) == ("2021-02-03", (("Points", "1"),))
    (contract,) = await rows(store, Contract, tables.contracts)
    assert (contract.customer_id, contract.number) == (one.id, "K1")
    assert (contract.product, contract.kind, contract.monthly_cents) == (
        "Box Fibre",
        "fibre",
        103_999,
    )


async def test_imports_leave_no_outbox_line(store, tmp_path):
    await run(store, customers(tmp_path, customer(1)), CUSTOMERS)
    await run(store, calls(tmp_path, call(1)), CONTACTS)
    assert await count(store, "outbox") == 0


async def test_what_cannot_be_read_is_kept_and_counted(store, tmp_path):
    row = customer(1, Téléphone="voir avec sa fille", Courriel="néant", CP="1000")
    tally = await run(store, customers(tmp_path, row), CUSTOMERS)
    assert tally.doubts == {"unreadable_phone": 1, "unreadable_email": 1}
    assert tally.repaired == {"postcode_padded": 1}
    (one,) = await rows(store, Customer, tables.customers)
    assert one.phone == one.email == ""
    assert one.postcode == "01000"
    assert one.details[1:] == (("Téléphone", "voir avec sa fille"), ("Courriel", "néant"))


async def test_bad_rows_are_set_aside_with_line_and_reason(store, tmp_path):
    source = customers(
        tmp_path,
        customer(1),
        customer(2, Depuis="hier"),
        customer(3, Client=""),
        customer(4, Mensuel="cher"),
        customer(5, Offre="X"),
        customer(6)[:-1],
        customer(7),
    )
    rejects = tmp_path / "out.csv"
    tally = await run(store, source, CUSTOMERS, rejects=rejects)
    assert tally.imported == 2
    assert tally.reasons == {
        "bad_date": 1, "no_key": 1, "bad_number": 1, "unknown_value": 1, "wrong_columns": 1,
    }  # fmt: skip
    lines = rejects.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("reject_line;reject_reason;reject_column;reject_value;Client;Civi")
    assert lines[1].startswith("3;bad_date;Depuis;hier;C2;Mme;Chloé;")
    assert [line.split(";")[0] for line in lines[1:]] == ["3", "4", "5", "6", "7"]


async def test_mended_rejects_go_in_by_the_same_mapping(store, tmp_path):
    rejects = tmp_path / "out.csv"
    source = customers(tmp_path, customer(1), customer(2, Depuis="hier"))
    await run(store, source, CUSTOMERS, rejects=rejects)
    words = rejects.read_text(encoding="utf-8-sig")
    mended = tmp_path / "mended.csv"
    mended.write_text(words.replace("hier", "01/01/2020"), encoding="utf-8-sig")
    tally = await run(store, mended, CUSTOMERS)
    assert (tally.imported, tally.rejected) == (1, 0)
    assert await count(store, "customers") == 2


async def test_running_again_doubles_nothing(store, tmp_path):
    source = customers(tmp_path, *(customer(rank) for rank in range(1200)))
    first = await run(store, source, CUSTOMERS)
    again = await run(store, source, CUSTOMERS)
    assert (first.imported, again.imported, again.unchanged) == (1200, 0, 1200)
    assert await count(store, "customers") == await count(store, "contracts") == 1200


async def test_a_changed_row_brings_its_customer_up_to_date(store, tmp_path):
    source = customers(tmp_path, customer(1), customer(2), customer(3))
    await run(store, source, CUSTOMERS)
    other = customer(2, Ville="Lyon", Contrat="K9")
    tally = await run(store, customers(tmp_path, customer(1), other, customer(3)), CUSTOMERS)
    assert (tally.imported, tally.unchanged) == (1, 2)
    cities = {one.number: one.city for one in await rows(store, Customer, tables.customers)}
    assert cities == {"C1": "Nantes", "C2": "Lyon", "C3": "Nantes"}
    status = {one.number: one.status for one in await rows(store, Contract, tables.contracts)}
    assert status == {"K1": "active", "K2": "ended", "K3": "active", "K9": "active"}


async def test_a_customer_edited_here_is_left_alone(store, tmp_path):
    await run(store, customers(tmp_path, customer(1)), CUSTOMERS)
    table = tables.customers
    await store.write(lambda connection: connection.execute(update(table).values(city="Brest")))
    for _ in range(2):
        tally = await run(store, customers(tmp_path, customer(1, Ville="Lyon")), CUSTOMERS)
        assert (tally.imported, tally.unchanged, tally.edited) == (0, 1, 1)
        (one,) = await rows(store, Customer, tables.customers)
        assert one.city == "Brest"


async def test_a_key_that_comes_again(store, tmp_path):
    """The same words again are nothing new; other words are refused, in each run alike."""
    far = [customer(rank) for rank in range(10, 700)]
    some = (customer(1), customer(1), *far, customer(1, Ville="Lyon"))
    for expected in ((691, 1, 1), (0, 692, 1)):
        tally = await run(store, customers(tmp_path, *some), CUSTOMERS)
        assert (tally.imported, tally.unchanged, tally.rejected) == expected
        assert tally.reasons == {"duplicate_key": 1}
    cities = {one.city for one in await rows(store, Customer, tables.customers)}
    assert cities == {"Nantes"}


async def test_a_dry_run_writes_nothing(store, tmp_path):
    source = customers(tmp_path, customer(1), customer(2, Depuis="hier"))
    tally = await run(store, source, CUSTOMERS, dry=True)
    assert (tally.imported, tally.rejected) == (1, 1)
    for table in tables.metadata.sorted_tables:
        assert await count(store, table.name) == (1 if table.name == "meta" else 0)
    without = await run(None, source, CUSTOMERS)
    assert (without.imported, without.rejected) == (1, 1)


async def test_contacts_make_known_whom_nobody_knew(store, tmp_path):
    source = calls(
        tmp_path,
        call(1),
        call(2, Client="0", Conseiller="AUCUN"),
        call(3, Client="C2", Conseiller="Bruno"),
        call(4, Client="C2", Conseiller="ana"),
    )
    tally = await run(store, source, CONTACTS)
    assert tally.imported == 4
    known = {one.id: one.number for one in await rows(store, Customer, tables.customers)}
    assert sorted(known.values()) == ["C1", "C2"]
    told = await store.read(
        lambda connection: connection.execute(
            text(
                "SELECT name, role, sign_in, (SELECT name FROM teams WHERE id = team_id) FROM people ORDER BY name"
            )
        ).all()
    )
    assert [tuple(row) for row in told] == [
        ("Ana", "advisor", "ana", "Importés"),
        ("Bruno", "advisor", "bruno", "Importés"),
    ]
    contacts = await rows(store, Contact, tables.contacts)
    assert sorted(known.get(one.customer_id, "") for one in contacts) == ["", "C1", "C2", "C2"]
    assert sum(one.person_id is None for one in contacts) == 1
    assert len({one.person_id for one in contacts}) == 3


async def test_a_call_keeps_its_times_and_its_wait(store, tmp_path):
    await run(store, calls(tmp_path, call(1)), CONTACTS)
    (one,) = await rows(store, Contact, tables.contacts)
    assert one.started_at == datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
    assert (one.ended_at - one.started_at).seconds == 200
    assert (one.waited_s, one.reason, one.abandoned) == (20, "billing.higher", False)


async def test_an_abandoned_call_is_kept_and_a_phantom_is_not(store, tmp_path):
    hung_up = {
        "Conseiller": "AUCUN", "Issue": "RACCROCHE", "Début": "0:00:00", "Fin": "0:00:00",
        "Durée": "0",
    }  # fmt: skip
    served = hung_up | {"Début": "9:00:30", "Fin": "9:05:00", "Durée": "270"}
    source = calls(tmp_path, call(1, **hung_up), call(2, Issue="FANTOME"), call(3, **served))
    tally = await run(store, source, CONTACTS)
    assert tally.reasons == {"phantom": 1}
    assert tally.repaired == {"service_of_abandoned": 1}
    for one in await rows(store, Contact, tables.contacts):
        assert (one.abandoned, one.person_id, one.waited_s, one.resolution) == (
            True, None, 20, None,
        )  # fmt: skip
        assert (one.ended_at - one.started_at).seconds == 20


async def test_times_are_mended_or_refused(store, tmp_path):
    source = calls(
        tmp_path,
        call(1, Attente="23:59:50", **{"Fin d'attente": "0:00:10"}, Début="0:00:10", Fin="0:01:10", Durée="60"),
        call(2, Début="9:03:20", Fin="9:03:00", Durée="-20"),
        call(3, Début="9:00:20", Fin="9:03:20", Durée="-180"),
        call(4, Début="14:00:00", Fin="9:03:20", Durée="-17800"),
        call(5, Début="9 heures"),
        call(6, Jour="31/02/2026"),
    )  # fmt: skip
    tally = await run(store, source, CONTACTS)
    assert tally.repaired == {"past_midnight": 1, "negative_duration": 2}
    assert tally.reasons == {"times_disagree": 1, "bad_time": 1, "bad_date": 1}
    contacts = await rows(store, Contact, tables.contacts)
    assert sorted((one.ended_at - one.started_at).seconds for one in contacts) == [80, 180, 200]


async def test_a_customer_known_by_key_is_completed_by_the_customers_table(store, tmp_path):
    await run(store, calls(tmp_path, call(1), call(2)), CONTACTS)
    tally = await run(store, customers(tmp_path, customer(1)), CUSTOMERS)
    assert (tally.imported, tally.edited) == (1, 0)
    (one,) = await rows(store, Customer, tables.customers)
    assert one.full_name == "Chloé Lefèvre"
    again = await run(store, calls(tmp_path, call(1), call(2)), CONTACTS)
    assert again.unchanged == 2
    assert (await rows(store, Customer, tables.customers)) == [one]


async def test_a_workbook_goes_in_like_text(store, tmp_path):
    book = openpyxl.Workbook()
    book.active.append(CUSTOMER_HEADER)
    typed: list[object] = list(customer(1, Téléphone="639980001", Points="7"))
    typed[8], typed[12] = datetime(2021, 2, 3), 1039.99
    book.active.append(typed)
    path = tmp_path / "clients.xlsx"
    book.save(path)
    assert (await run(store, path, CUSTOMERS)).imported == 1
    same = await run(store, customers(tmp_path, customer(1, Points="7")), CUSTOMERS)
    assert same.unchanged == 1


async def test_a_store_held_by_another_is_awaited(store, tmp_path):
    """The import asks again and again, and goes on when the other lets go."""
    await store.read(
        lambda connection: connection.exec_driver_sql("PRAGMA busy_timeout = 20").all()
    )
    other = opening.engine_for(store.path).connect()
    raw = other.connection.driver_connection
    raw.execute("BEGIN IMMEDIATE")
    waits = []

    def waiting():
        waits.append(1)
        if len(waits) == 3:
            raw.execute("ROLLBACK")

    source = customers(tmp_path, customer(1))
    mapping, _ = load(mapping_file(tmp_path, CUSTOMERS), "customers")
    assert mapping is not None
    table = open_table(source, encoding=None, separator=None, sheet=None)
    recipe = compile_mapping(mapping, table.header)
    try:
        rejects = Rejects(None, table.header, table.separator)
        tally = await Run(LocalKeeper(store), table, recipe, rejects, Options(waiting=waiting)).go()
    finally:
        table.close()
        other.close()
        other.engine.dispose()
    assert (tally.imported, len(waits)) == (1, 3)


async def test_patience_ends(store, tmp_path, monkeypatch):
    monkeypatch.setattr(runner, "PATIENCE", 2)
    await store.read(
        lambda connection: connection.exec_driver_sql("PRAGMA busy_timeout = 20").all()
    )
    other = opening.engine_for(store.path).connect()
    raw = other.connection.driver_connection
    raw.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(StoreUnavailable) as error:
            await run(store, customers(tmp_path, customer(1)), CUSTOMERS)
    finally:
        raw.execute("ROLLBACK")
        other.close()
        other.engine.dispose()
    assert error.value.trouble is Trouble.LOCKED


async def test_a_branch_changes_no_fingerprint_but_where_there_is_one(store, tmp_path):
    path = customers(tmp_path, customer(1))
    named = CUSTOMERS.replace("  city: Ville\n", "  city: Ville\n  branch: {constant: Nantes}\n")
    assert (await run(store, path, CUSTOMERS)).imported == 1
    assert (await run(store, path, named)).imported == 1
    assert (await run(store, path, named)).unchanged == 1
