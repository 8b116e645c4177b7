"""Invented customers: the same for the same seed, believable, and only with fiction's numbers."""

import re
from collections import Counter
from itertools import islice

import phonenumbers
import pytest

from desktop.services.synthetic import LAST_DAY, customers

FICTION = re.compile(r"\+33(639 98|1 99 00|2 61 91|3 53 01|4 65 71|5 36 49)".replace(" ", ""))


def test_same_seed_same_customers_and_a_run_can_go_on_where_another_stopped():
    whole = list(customers(60, seed=7))
    assert list(customers(60, seed=7)) == whole
    assert list(customers(20, seed=7, start=40)) == whole[40:]
    assert list(customers(60, seed=8)) != whole


@pytest.fixture(scope="module")
def many():
    return list(customers(20_000))


def test_keys_never_repeat_and_ids_rise(many):
    ids = [each.customer.id for each in many]
    contracts = [contract for each in many for contract in each.contracts]
    assert len(set(ids)) == len(ids)
    assert ids == sorted(ids)
    assert len({each.customer.number for each in many}) == len(many)
    assert len({contract.id for contract in contracts}) == len(contracts)
    assert len({contract.number for contract in contracts}) == len(contracts)
    assert all(c.customer_id == each.customer.id for each in many for c in each.contracts)


def test_phones_are_fiction_s_and_mail_is_example_s(many):
    for each in many:
        for phone in filter(None, (each.customer.phone, each.customer.phone2)):
            assert FICTION.match(phone), phone
            assert phonenumbers.is_possible_number(phonenumbers.parse(phone))
        assert not each.customer.email or each.customer.email.endswith(".example")
        assert each.customer.email.isascii()


def test_names_are_many_and_some_are_common(many):
    families = Counter(each.customer.family_name for each in many)
    assert len(families) > 1_800
    assert 150 < families.most_common(1)[0][1] < 400
    assert len({each.customer.given_name for each in many}) > 390
    assert len({each.customer.city for each in many}) == 200


def test_dates_are_past_and_postcodes_have_five_digits(many):
    for each in islice(many, 3_000):
        assert re.fullmatch(r"\d{5}", each.customer.postcode)
        assert all(contract.starts <= LAST_DAY for contract in each.contracts)


def test_streams_of_neighbours_are_not_alike(many):
    tails = Counter(contract.id[-12:] for each in many for contract in each.contracts)
    assert tails.most_common(1)[0][1] == 1
