"""The indexes follow the tables, whoever writes and however."""

import pytest
import sqlcipher3.dbapi2
from sqlalchemy import delete, insert, update

from desktop.domain.customers import Contract, Customer
from desktop.domain.ids import ContractId, CustomerId
from desktop.domain.vocabulary import Vocabulary
from desktop.services.store import bulk, search, tables
from desktop.services.store.rows import to_row
from desktop.services.store.search_schema import loading
from desktop.services.synthetic import customers

ANNE = Customer(
    id=CustomerId("a"),
    given_name="Anne",
    family_name="Le Bœuf",
    phone="+33639981234",
    email="anne@poste.example",
    postcode="49000",
    city="Angers",
    number="N-12345",
)
HELD = Contract(id=ContractId("k"), customer_id=ANNE.id, number="77-20418", product="Box")
PIECES = ("anne", "leboeuf", "9812", "anne@", "490", "angers", "n12345", "20418")


def found(connection, text: str) -> list[str]:
    results = search.find(connection, text, 50, Vocabulary())
    return [match.customer_id for match in results.matches]


def check(connection) -> None:
    """SQLite's own check of each index; raises where one is broken."""
    for table in ("search_words", "search_numbers", "search_contract_numbers"):
        connection.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")


def rows_in(connection, table: str) -> int:
    query = f"SELECT count(*) FROM {table}_probe"
    connection.exec_driver_sql(
        f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{table}_probe USING fts5vocab('main', '{table}', 'row')"
    )
    return int(connection.exec_driver_sql(query).scalar_one())


@pytest.fixture
async def anne(store):
    await store.write(lambda connection: put(connection, ANNE, HELD))


def put(connection, customer: Customer, *contracts: Contract) -> None:
    connection.execute(insert(tables.customers), to_row(customer))
    for contract in contracts:
        connection.execute(insert(tables.contracts), to_row(contract))


@pytest.mark.parametrize("piece", PIECES)
async def test_every_piece_is_found(store, anne, piece):
    assert await store.read(found, piece) == ["a"]


async def test_what_is_taken_out_is_found_no_more_and_leaves_nothing(store, anne):
    def out(connection):
        connection.execute(delete(tables.contracts))
        connection.execute(delete(tables.customers))
        check(connection)
        return [rows_in(connection, table) for table in ("search_words", "search_numbers")]

    assert await store.write(out) == [0, 0]
    assert [await store.read(found, piece) for piece in PIECES] == [[]] * len(PIECES)


async def test_a_change_is_followed(store, anne):
    def change(connection):
        table = tables.customers
        connection.execute(
            update(table).values(family_name="Moreau", phone="+33199001122", city="Brest")
        )
        connection.execute(update(tables.contracts).values(number="88-99999"))
        check(connection)

    await store.write(change)
    for piece in ("moreau", "0199", "brest", "99999", "anne", "490"):
        assert await store.read(found, piece) == ["a"], piece
    for piece in ("leboeuf", "9812", "angers", "20418"):
        assert await store.read(found, piece) == [], piece


async def test_a_change_of_something_else_leaves_the_indexes_alone(store, anne):
    def change(connection):
        before = connection.exec_driver_sql("SELECT total_changes()").scalar_one()
        connection.execute(update(tables.customers).values(street="2 rue Haute", details="[]"))
        connection.execute(update(tables.customers).values(family_name="Le Bœuf"))
        return connection.exec_driver_sql("SELECT total_changes()").scalar_one() - before

    assert await store.write(change) == 2


async def test_another_process_keeps_them_true(store, anne):
    other = sqlcipher3.dbapi2.connect(str(store.path))
    with other:
        other.execute("INSERT INTO customers (id, family_name) VALUES ('b', 'Kerbrat')")
        other.execute("UPDATE customers SET given_name = 'Josiane' WHERE id = 'a'")
    other.close()
    assert await store.read(found, "kerb") == ["b"]
    assert await store.read(found, "josiane") == ["a"]


async def test_vacuum_changes_nothing(store, anne):
    await store.write(lambda c: put(c, Customer(id=CustomerId("0"), family_name="Zink")))
    await store.write(
        lambda c: c.execute(delete(tables.customers).where(tables.customers.c.id == "0"))
    )
    other = sqlcipher3.dbapi2.connect(str(store.path), isolation_level=None)
    other.execute("VACUUM")
    other.close()
    for piece in PIECES:
        assert await store.read(found, piece) == ["a"]


async def test_bulk_rows_are_found_and_written_again_without_doubling(store):
    some = list(customers(700))
    people = [to_row(one.customer) for one in some]
    held = [to_row(contract) for one in some for contract in one.contracts]

    def load(connection):
        before = connection.exec_driver_sql("SELECT total_changes()").scalar_one()
        bulk.put(connection, tables.customers, people)
        bulk.put(connection, tables.contracts, held)
        check(connection)
        return connection.exec_driver_sql("SELECT total_changes()").scalar_one() - before

    assert await store.write(load) >= 700
    assert await store.write(load) == 3, "the three checks alone"
    people[5]["family_name"] = "Tout-Autre"
    await store.write(load)
    assert await store.read(found, "toutautre") == [people[5]["id"]]


async def test_a_load_without_triggers_finds_all_and_brings_the_triggers_back(store, anne):
    some = list(customers(300))

    def load(connection):
        with loading(connection):
            bulk.put(connection, tables.customers, [to_row(one.customer) for one in some])
            held = [to_row(contract) for one in some for contract in one.contracts]
            bulk.put(connection, tables.contracts, held)
        check(connection)

    before = await store.read(_schema)
    await store.write(load)
    assert await store.read(_schema) == before
    last = some[-1]
    assert await store.read(found, last.contracts[0].number) == [last.customer.id]
    assert last.customer.id in await store.read(found, last.customer.number)
    for piece in ("leboeuf", "n12345", "20418"):
        assert "a" in await store.read(found, piece)
    await store.write(lambda c: put(c, Customer(id=CustomerId("z"), family_name="Zythum")))
    assert await store.read(found, "zyth") == ["z"]


def _schema(connection) -> set[tuple[str, str]]:
    query = "SELECT name, sql FROM sqlite_master WHERE name LIKE 'search%'"
    return {tuple(row) for row in connection.exec_driver_sql(query)}
