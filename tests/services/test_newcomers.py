"""New customers: the fact, its outbox line, what is told, and likely doubles."""

import json

import pytest
from sqlalchemy import select

from desktop.domain.changes import Changed, Kind
from desktop.domain.errors import Incomplete, Invalid
from desktop.domain.newcomers import Newcomer
from desktop.services.changes import Changes
from desktop.services.newcomers import Newcomers
from desktop.services.search import Search
from desktop.services.store import tables
from tests.services.test_search import CONTRACTS, PEOPLE, put


@pytest.fixture
def told() -> list[Changed]:
    return []


@pytest.fixture
async def newcomers(store, clock, told) -> Newcomers:
    await store.write(put, PEOPLE, CONTRACTS)
    changes = Changes()
    changes.listen(told.append)
    return Newcomers(store, clock, changes)


async def lines(store):
    query = select(tables.outbox.c.kind, tables.outbox.c.fact_id, tables.outbox.c.body)
    return await store.read(lambda connection: connection.execute(query).all())


async def test_a_new_customer_is_a_fact_found_at_once(store, newcomers, told):
    made = await newcomers.create(
        Newcomer(given_name="Zoé", family_name="Kerbrat", phone="06 39 98 77 77")
    )
    (line,) = await lines(store)
    assert (line.kind, line.fact_id) == ("customer", made.id)
    assert json.loads(line.body)["phone"] == "+33639987777"
    assert told == [Changed(kind=Kind.CUSTOMER, customer_id=made.id)]
    search = Search(store)
    assert [match.customer_id for match in (await search.find("kerbrat")).matches] == [made.id]
    assert [match.name for match in await search.by_phone("+33639987777")] == ["Zoé Kerbrat"]
    assert str(made.since) == "2026-11-23"


@pytest.mark.parametrize(
    ("newcomer", "error"), [(Newcomer(), Incomplete), (Newcomer(email="x"), Invalid)]
)
async def test_what_is_refused_leaves_nothing(store, newcomers, told, newcomer, error):
    with pytest.raises(error):
        await newcomers.create(newcomer)
    assert (await lines(store), told) == ([], [])


@pytest.mark.parametrize(
    ("newcomer", "found"),
    [
        (Newcomer(phone="06.39.98.12.34"), ["claire", "double"]),
        (Newcomer(phone="06 39"), []),
        (Newcomer(email="claire.moreau@COURRIEL.example"), ["claire"]),
        (Newcomer(given_name="helene", family_name="Leboeuf"), ["helene"]),
        (Newcomer(given_name="Claire", family_name="More"), []),
        (Newcomer(given_name="Moreau", family_name="Claire"), []),
        (Newcomer(family_name="Moreau"), []),
        (
            Newcomer(phone="+32 470 12 34 56", given_name="Claire", family_name="Moreau"),
            ["luc", "claire"],
        ),
        (Newcomer(), []),
    ],
)
async def test_likely_doubles(newcomers, newcomer, found):
    assert [match.customer_id for match in await newcomers.similar(newcomer)] == found
