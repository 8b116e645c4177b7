"""A new customer's file: what was typed in its place, what is wrong named."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.customers import Civility
from desktop.domain.errors import Incomplete, Invalid
from desktop.domain.ids import CustomerId
from desktop.domain.newcomers import Newcomer, make, prefill, problems, swapped

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("claire moreau", {"given_name": "Claire", "family_name": "Moreau"}),
        ("MOREAU Claire", {"given_name": "Claire", "family_name": "Moreau"}),
        ("Claire LE GOFF", {"given_name": "Claire", "family_name": "Le Goff"}),
        ("moreau", {"family_name": "Moreau"}),
        ("jean-pierre d’angelo", {"given_name": "Jean-Pierre", "family_name": "D’Angelo"}),
        ("Anne McAdam", {"given_name": "Anne", "family_name": "McAdam"}),
        ("06 39 98 12 34", {"phone": "06 39 98 12 34"}),
        ("+33639981234", {"phone": "06 39 98 12 34"}),
        ("06 39", {"phone": "06 39"}),
        ("moreau 0639981234", {"family_name": "Moreau", "phone": "06 39 98 12 34"}),
        ("c.moreau@poste.example", {"email": "c.moreau@poste.example"}),
        ("49000", {"postcode": "49000"}),
        ("", {}),
    ],
)
def test_what_was_typed_goes_to_its_field(text, fields):
    assert prefill(text) == Newcomer(**fields)


@given(st.text(max_size=80))
def test_any_text_can_be_put_into_a_form(text):
    problems(prefill(text))


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, {"family_name": "missing"}),
        ({"city": "Angers"}, {"family_name": "missing"}),
        ({"family_name": "  "}, {"family_name": "missing"}),
        ({"phone": "06 39"}, {"phone": "not_a_phone"}),
        ({"email": "claire@"}, {"email": "not_an_address"}),
        ({"email": "claire@poste"}, {"email": "not_an_address"}),
        ({"family_name": "M", "postcode": "99999"}, {"postcode": "not_a_postcode"}),
        ({"family_name": "M", "postcode": "4900"}, {"postcode": "not_a_postcode"}),
        ({"family_name": "m" * 121}, {"family_name": "too_long"}),
        ({"family_name": "Moreau"}, {}),
        ({"phone": "06 39 98 12 34"}, {}),
        ({"email": "Claire@Poste.example"}, {}),
        ({"family_name": "M", "postcode": "B-1000"}, {}),
    ],
)
def test_problems_name_the_field(fields, found):
    assert problems(Newcomer(**fields)) == found


def test_the_file_is_put_right():
    made = make(
        Newcomer(
            civility=Civility.MADAM,
            given_name=" Claire ",
            family_name="Le  Goff",
            phone="06.39.98.12.34",
            email="Claire.LeGoff@Poste.example",
            postcode="49 000",
            city="Angers ",
        ),
        id=CustomerId("c"),
        today=TODAY,
    )
    assert (made.given_name, made.family_name, made.phone) == ("Claire", "Le Goff", "+33639981234")
    assert (made.email, made.postcode) == ("claire.legoff@poste.example", "49000")
    assert (made.city, made.since) == ("Angers", TODAY)


def test_a_file_with_a_problem_is_not_made():
    with pytest.raises(Incomplete):
        make(Newcomer(), id=CustomerId("c"), today=TODAY)
    with pytest.raises(Invalid) as caught:
        make(Newcomer(phone="12"), id=CustomerId("c"), today=TODAY)
    assert caught.value.field == "phone"


def test_names_are_swapped():
    assert swapped(Newcomer(given_name="Moreau", family_name="Claire")) == Newcomer(
        given_name="Claire", family_name="Moreau"
    )
