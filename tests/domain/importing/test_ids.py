"""Ids and fingerprints: the same for the same, another for another."""

import re
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.customers import Customer
from desktop.domain.ids import CustomerId
from desktop.domain.importing import derived_id, digest
from desktop.domain.importing.keeping import digest_of, edited_since, sign_in_of

KEYS = st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1)


@given(KEYS, KEYS)
def test_an_id_is_that_of_its_key_alone(one, other):
    assert (derived_id("s", "contact", *one) == derived_id("s", "contact", *other)) is (
        one == other
    )


def test_an_id_never_changes():
    """A store filled by an earlier version must be found again by a later one."""
    assert derived_id("telco", "customer", "7590-VHVEG") == "4b781ae4-73fd-5fb6-9d3f-a7d3e271c713"


def test_an_id_depends_on_source_and_kind():
    ids = {derived_id(*words) for words in (("a", "b", "c"), ("b", "b", "c"), ("a", "c", "c"))}
    assert len(ids) == 3
    for ident in ids:
        assert re.fullmatch(
            r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", ident
        )


def test_an_empty_column_that_comes_later_changes_no_fingerprint():
    row = {"a": "x", "b": 3}
    assert digest(row) == digest(row | {"c": "", "d": None})
    assert digest(row) != digest(row | {"c": "y"})
    assert digest({"a": "x"}) != digest({"b": "x"})


def test_an_edit_shows_in_the_fingerprint():
    customer = Customer(id=CustomerId("c"), number="1", city="Lyon", since=date(2020, 1, 2))
    known = digest_of(customer) + digest_of()
    assert not edited_since(customer, known)
    assert edited_since(replace(customer, city="Nantes"), known)


def test_names_to_sign_in_under():
    assert sign_in_of("Anne-Laure O’Brien") == "anne_laure_o_brien"
    assert sign_in_of("Élise") == "elise"
    assert sign_in_of("7up") == "a_7up"
    assert sign_in_of("…") == "a"
