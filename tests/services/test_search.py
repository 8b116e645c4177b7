"""Searching a real store: by any piece, in any writing, newest question first."""

import asyncio
import threading
import traceback

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import SQLAlchemyError

from desktop.domain.customers import Contract, Customer
from desktop.domain.ids import ContractId, CustomerId
from desktop.domain.search import Field, joined
from desktop.services.search import Search
from desktop.services.store import bulk, tables
from desktop.services.store.rows import to_row
from desktop.services.synthetic import customers

CLAIRE = Customer(
    id=CustomerId("claire"),
    number="4018277",
    given_name="Claire",
    family_name="Moreau",
    phone="+33639981234",
    phone2="+33199001122",
    email="Claire.Moreau@courriel.example",
    postcode="49000",
    city="Angers",
)
PEOPLE = (
    CLAIRE,
    Customer(id=CustomerId("helene"), given_name="Hélène", family_name="Lebœuf", city="Saint-Malo"),
    Customer(
        id=CustomerId("yann"), given_name="Jean-Yann", family_name="Le Goff", phone="+33639980001"
    ),
    Customer(id=CustomerId("luc"), given_name="Łukasz", family_name="Đinh", phone="+32470123456"),
    Customer(id=CustomerId("key"), number="7590-VHVEG"),
    Customer(id=CustomerId("double"), given_name="Anne", family_name="Petit", phone="+33639981234"),
)
CONTRACTS = (
    Contract(id=ContractId("k1"), customer_id=CLAIRE.id, number="77-20418", product="Box"),
    Contract(id=ContractId("k2"), customer_id=CLAIRE.id, number="FR 31/902", product="Mobile"),
)


def put(connection, people, contracts=()):
    bulk.put(connection, tables.customers, [to_row(one) for one in people])
    bulk.put(connection, tables.contracts, [to_row(one) for one in contracts])


@pytest.fixture
async def search(store) -> Search:
    await store.write(put, PEOPLE, CONTRACTS)
    return Search(store)


async def ids(search: Search, text: str) -> list[str]:
    return [match.customer_id for match in (await search.find(text)).matches]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("m", "claire"),
        ("mor", "claire"),
        ("Moreau Claire", "claire"),
        ("clai more", "claire"),
        ("MME MOREAU", "claire"),
        ("moreau angers", "claire"),
        ("angers claire", "claire"),
        ("lebœuf", "helene"),
        ("leboeuf", "helene"),
        ("hélene LEBOEUF", "helene"),
        ("st malo", "helene"),
        ("le goff", "yann"),
        ("legoff", "yann"),
        ("jeanyann", "yann"),
        ("lukasz dinh", "luc"),
        ("0470 12 34 56", "luc"),
        ("+32 470", "luc"),
        ("7590-vhveg", "key"),
        ("7590", "key"),
        ("vhveg 7590", None),
        ("49000", "claire"),
        ("490", "claire"),
        ("moreau 49", "claire"),
        ("4018277", "claire"),
        ("4 018 277", "claire"),
        ("1827", "claire"),
        ("77-20418", "claire"),
        ("7720418", "claire"),
        ("2041", "claire"),
        ("fr31902", "claire"),
        ("FR 31 902", "claire"),
        ("01 99 00", "claire"),
        ("9811 22", None),
        ("moreau 1234", "claire"),
        ("moreau 204", None),
        ("moreau 2041", "claire"),
        ("claire.moreau@courriel.example", "claire"),
        ("CLAIRE.MOREAU@", "claire"),
        ("claire.moreau@other.example", "claire"),
        ("zzz", None),
        ("moreau zzz", None),
        ("1999", None),
    ],
)
async def test_any_piece_finds_the_customer(search, text, first):
    assert next(iter(await ids(search, text)), None) == first


@pytest.mark.parametrize(
    ("text", "first", "corrected"),
    [
        ("moreua", "claire", ("Moreau",)),
        ("moro", "claire", ("Moreau",)),
        ("claire moraud", "claire", ("Moreau",)),
        ("clere moreau", "claire", ("Claire",)),
        ("elene lebeuf", "helene", ("Hélène", "Lebœuf")),
    ],
)
async def test_words_are_corrected_by_names_known_here(search, text, first, corrected):
    results = await search.find(text)
    assert results.matches[0].customer_id == first
    assert set(results.corrected) == set(corrected)


async def test_with_five_answers_nothing_is_corrected(store, search):
    crowd = [
        Customer(id=CustomerId(f"m{n}"), given_name="Paul", family_name="Morea") for n in range(5)
    ]
    await store.write(put, crowd)
    results = await search.find("morea paul")
    assert len(results.matches) == 5
    assert results.corrected == ()


async def test_a_name_that_comes_later_corrects_too(store, search):
    assert (await search.find("kowalsky")).matches == ()
    await store.write(put, [Customer(id=CustomerId("k"), family_name="Kowalski")])
    assert await ids(search, "kowalsky") == ["k"]


PHONE_GAPS = st.sampled_from(["", " ", ".", "-", "\u202f", "/"])


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
async def test_a_phone_in_any_writing_finds_the_same_customers(search, data):
    start = data.draw(st.sampled_from(["0", "+33", "0033", "+33 (0)", "+33 "]))
    figures = "639981234"
    shown = start + "".join(figure + data.draw(PHONE_GAPS) for figure in figures)
    assert set(await ids(search, shown)) == {"claire", "double"}


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
async def test_accents_case_and_order_do_not_matter(search, data):
    someone = data.draw(st.sampled_from([one for one in PEOPLE if one.family_name]))
    accents = str.maketrans({"é": "e", "è": "e", "œ": "oe", "Ł": "L", "Đ": "D"})
    parts = [someone.given_name, someone.family_name]
    parts = [part.translate(accents) if data.draw(st.booleans()) else part for part in parts]
    parts = [data.draw(st.sampled_from([str.upper, str.lower, str.title]))(part) for part in parts]
    text = data.draw(st.sampled_from([" ", "  ", "-", ", "])).join(
        data.draw(st.permutations(parts))
    )
    assert (await ids(search, text))[0] == someone.id


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(max_size=40))
async def test_no_text_is_a_mistake(search, text):
    assert (await search.find(text)).text == text


@pytest.mark.parametrize(
    "text",
    ['"', 'a"b', "a*", "a OR b", "name: a", "NEAR(a b)", "^a", "a AND", "-a", "(a", "'", "%"],
)
async def test_the_index_s_own_signs_mean_nothing(search, text):
    await search.find(text)


async def test_pieces_are_marked(search):
    (match,) = (await search.find("claire 2041")).matches
    assert match.marked(Field.NAME) == ((0, 6),)
    assert (match.contract, match.marked(Field.CONTRACT)) == ("77-20418", ((3, 4),))


async def test_several_with_one_number_are_several(search):
    assert {match.customer_id for match in await search.by_phone("+33639981234")} == {
        "claire",
        "double",
    }
    (match,) = await search.by_phone("+33199001122")
    assert (match.customer_id, match.phone) == ("claire", "01 99 00 11 22")
    assert await search.by_phone("+33639981235") == ()
    assert await search.by_phone("") == ()


async def test_fifty_at_most(store, search):
    await store.write(put, [one.customer for one in customers(400)])
    assert len((await search.find("m")).matches) == 50
    assert len((await search.find("06 39 98")).matches) == 50
    assert len((await search.find("m", limit=7)).matches) == 7


async def test_the_newest_question_wins(store, search):
    await store.write(put, [one.customer for one in customers(3_000)])
    go = threading.Event()
    held = asyncio.ensure_future(store.read(lambda _connection: go.wait(60)))
    await asyncio.sleep(0)
    asked = [asyncio.ensure_future(search.find("moreau"[:n])) for n in range(1, 7)]
    await asyncio.sleep(0)
    go.set()
    assert await held
    done = await asyncio.gather(*asked, return_exceptions=True)
    assert done[-1].text == "moreau"
    assert done[-1].matches[0].name.endswith("Moreau")
    assert all(isinstance(one, asyncio.CancelledError) for one in done[:-1])
    assert (await search.find("claire")).matches


LETTERS = [
    letter
    for letter in map(chr, (*range(0x61, 0x180), *range(0x218, 0x21C), *range(0x1EA0, 0x1EFA)))
    if letter.isalpha() and letter not in "ªºĳĲŀĿŉ"
]


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    given_name=st.text(alphabet=LETTERS, min_size=2, max_size=9),
    family_name=st.text(alphabet=[*LETTERS, "-", " ", "’", "'"], min_size=2, max_size=12),
    upper=st.booleans(),
)
async def test_the_index_folds_letters_as_questions_are_folded(
    store, search, given_name, family_name, upper
):
    someone = Customer(id=CustomerId("any"), given_name=given_name, family_name=family_name)
    await store.write(put, [someone])
    asked = [given_name.upper() if upper else given_name, joined(family_name) or given_name]
    assert "any" in await ids(search, " ".join(asked))


async def test_a_failing_search_tells_no_name_and_no_number(store, search):
    await store.write(lambda connection: connection.exec_driver_sql("DROP TABLE search_words"))
    await store.write(lambda connection: connection.exec_driver_sql("DROP TABLE search_numbers"))
    for text in ("moreau", "98123"):
        with pytest.raises(SQLAlchemyError) as caught:
            await search.find(text)
        assert text not in "".join(traceback.format_exception(caught.value))
