"""Laws of keys: what is wrapped comes back under its secret alone, a code is read or refused."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.errors import WrongSecret
from desktop.services.clock import Clock
from desktop.services.vault import envelopes, wrapping
from desktop.services.vault.envelopes import BadRecoveryKey
from tests.services.vault.conftest import CHEAP

KEYS = st.binary(min_size=32, max_size=32)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


@settings(max_examples=50, deadline=None)
@given(KEYS, st.text(min_size=1), st.text(min_size=1), st.sampled_from(["n1", "n2"]))
def test_a_wrapped_key_comes_back_under_its_secret_and_owner_alone(key, secret, other, owner):
    wrapped = wrapping.wrap(key, secret, "n1", Clock(), CHEAP)
    same = unicodedata.normalize("NFKC", secret) == unicodedata.normalize("NFKC", other)
    if same and owner == "n1":
        assert wrapping.unwrap(wrapped, other, owner) == key
    else:
        with pytest.raises(WrongSecret):
            wrapping.unwrap(wrapped, other, owner)
    assert wrapping.unwrap(wrapped, secret, "n1") == key


@given(KEYS, st.integers(0, 55), st.sampled_from(LETTERS))
def test_a_code_with_one_wrong_sign_is_never_taken_for_another_key(key, at, sign):
    code = envelopes.spelled(key).replace("-", "")
    assert envelopes.spelled_back(code.lower()) == key
    wrong = code[:at] + sign + code[at + 1 :]
    if wrong != code:
        with pytest.raises(BadRecoveryKey):
            envelopes.spelled_back(wrong)


@given(st.text(max_size=80))
def test_no_text_but_a_code_is_a_key(text):
    with pytest.raises(BadRecoveryKey):
        envelopes.spelled_back(text)


@given(st.text(max_size=200))
def test_any_text_that_is_no_wrapped_key_is_a_value_error(text):
    with pytest.raises(ValueError):
        wrapping.unwrap(text, "secret", "n")
