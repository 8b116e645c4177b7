"""Search on the server: any piece, any branch, the best first, by index."""

import pytest

from tests.services.shared_talk import Talk, talk

PEOPLE = (
    # id, number, given, family, phone, email, postcode, city, branch
    ("c1", "C-1001", "Claire", "Moreau", "+33639980001", "claire@moreau.example", "69003", "Lyon"),
    ("c2", "C-1002", "Clément", "Moreau", "+33199000002", "", "59000", "Lille"),
    ("c3", "C-1003", "Hélène", "Le Goff", "+33639980003", "helene.legoff@mail.example", "29200", "Brest"),
    ("c4", "C-1004", "Anne-Marie", "Lefèvre", "", "", "35000", "Saint-Malo"),
    ("c5", "10010", "Zoé", "Cœurdoux", "+33639980005", "", "69001", "Lyon"),
    ("c6", "", "Moreau", "Petit", "+4915112345678", "", "", ""),
    ("c7", "C-1007", "Jean", "100%_sûr", "", "", "", ""),
)  # fmt: skip


@pytest.fixture
def desk(seeded) -> Talk:
    for number, person in enumerate(PEOPLE):
        seeded.run(
            "insert into vav.customers (id, number, given_name, family_name, phone, email, postcode,"
            " city, branch_id) values (%s, %s, %s, %s, %s, %s, %s, %s, %s)",
            *person, "branch-lille" if number % 2 else "branch-lyon",
        )  # fmt: skip
    seeded.run(
        "insert into vav.contracts (id, customer_id, number, product, status) values"
        " ('t1', 'c1', 'F-77001', 'Box Fibre', 'active'), ('t2', 'c1', 'M-88', 'Mobile', 'ended'),"
        " ('t3', 'c2', 'F-77002', 'Box', 'active')"
    )
    return talk(seeded)


def found(desk: Talk, words: str, most: int = 50) -> list[str]:
    return [
        one["customer_id"] for one in desk.call("zoe", "search", words=words, most=most)["matches"]
    ]


TABLE = {
    "moreau": ["c1", "c2", "c6"],
    "MORE": ["c1", "c2", "c6"],
    "claire moreau": ["c1"],
    "Moreau Clément": ["c2"],
    "clement": ["c2"],
    "mor cl": ["c1", "c2"],
    "le goff": ["c3"],
    "goff helene": ["c3"],
    "lefevre": ["c4"],
    "marie lefevre": ["c4"],
    "anne marie": ["c4"],
    "coeurdoux": ["c5"],
    "moraeu": ["c1", "c2", "c6"],
    "moreau lyon": ["c1"],
    "moreau 59": ["c2"],
    "lyon": ["c1", "c5"],
    "saint malo": ["c4"],
    "06 39 98 00 01": ["c1"],
    "0639980001": ["c1"],
    "+33 6 39 98 00 01": ["c1"],
    "0033639980001": ["c1"],
    "+33 (0)6 39 98 00 01": ["c1"],
    "06.39.98.00": ["c1", "c3", "c5"],
    "01 99": ["c2"],
    "+49 151": ["c6"],
    "claire@moreau.example": ["c1"],
    "HELENE.legoff@": ["c3"],
    "c-1003": ["c3"],
    "C-100": ["c1", "c2", "c3", "c4", "c7"],
    "f-77002": ["c2"],
    "M-88": ["c1"],
    "69003": ["c1"],
    "6900": ["c1", "c5"],
    "10010": ["c5"],
    "nobody": [],
    "": [],
    "   ": [],
    "%": [],
    "_": [],
    "100%_sûr": ["c7"],
    "'; drop table vav.customers; --": [],
    "\\": [],
    "@": [],
    "x" * 5000: [],
}


@pytest.mark.parametrize("words", TABLE, ids=lambda words: words[:30] or "empty")
def test_any_piece_finds_its_customers(desk, words):
    assert sorted(found(desk, words)) == TABLE[words]


@pytest.mark.parametrize(
    ("words", "first"),
    [("moreau", "c1"), ("10010", "c5"), ("c-1001", "c1"), ("f-77001", "c1"), ("claire", "c1")],
)
def test_the_best_comes_first(desk, words, first):
    assert found(desk, words)[0] == first


def test_only_what_the_list_shows_is_told(desk):
    (one,) = desk.call("zoe", "search", words="claire moreau")["matches"]
    assert one == {
        "customer_id": "c1", "name": "Claire Moreau", "number": "C-1001", "phone": "+33639980001",
        "email": "claire@moreau.example", "postcode": "69003", "city": "Lyon", "contract": "F-77001",
        "product": "Box Fibre", "branch_id": "branch-lyon",
    }  # fmt: skip
    (one,) = desk.call("zoe", "search", words="m-88")["matches"]
    assert one["contract"] == "M-88"


def test_no_more_than_asked_for(desk):
    assert len(found(desk, "moreau", most=2)) == 2
    assert len(found(desk, "moreau", most=0)) == 1
    assert desk.call("zoe", "search", words=None)["matches"] == []


def test_who_may_search(desk):
    assert desk.refused("ex", "search", words="moreau") == "PT401"


def test_a_name_that_nobody_bears_is_forgotten(desk):
    assert ("goff",) in desk.run("select word from vav.name_words")
    desk.run("update vav.customers set family_name = 'Martin' where id = 'c3'")
    desk.run("delete from vav.customers where id = 'c6'")
    words = {word for (word,) in desk.run("select word from vav.name_words")}
    assert "goff" not in words
    assert "petit" not in words
    assert {"moreau", "martin"} <= words


SCANS = """
select relname, seq_scan from pg_stat_user_tables
where relname in ('customers', 'contracts', 'name_words') order by 1
"""


def test_indexes_serve_every_search(desk):
    with desk.database.superuser() as watching:
        watching.execute("set stats_fetch_consistency = none")
        before = watching.execute(SCANS).fetchall()
        with desk.database.connect("zoe") as connection:
            connection.execute("set enable_seqscan = off")
            for words in TABLE:
                connection.execute("select api.search(%s)", [words])
            connection.execute("select pg_stat_force_next_flush()")
        assert watching.execute(SCANS).fetchall() == before
