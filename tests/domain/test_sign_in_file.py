"""The sign-in file: what is written is read again, and what is wrong is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import Invalid
from desktop.domain.sign_in_file import SignInFile, read, written

GOOD = SignInFile(server="base.example:5432", database="vis", name="ana")
words = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]), min_size=1
).map(str.strip).filter(bool)  # fmt: skip


@given(words, words, words, st.sampled_from(["", "require", "verify-full"]))
def test_what_is_written_is_read_again(database, name, password, mode):
    file = SignInFile(
        server="base.example", database=database, name=name, password=password, sslmode=mode,
        certificate="-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
    )  # fmt: skip
    assert read(written(file)) == file


def test_empty_fields_are_left_out():
    assert written(GOOD) == 'server = "base.example:5432"\ndatabase = "vis"\nname = "ana"\n'


@pytest.mark.parametrize(
    ("text", "field", "why"),
    [
        ("server = ", "file", "not_toml"),
        ("", "server", "missing"),
        ('server = "a"\ndatabase = " "', "database", "missing"),
        ('server = "a"\ndatabase = 3', "database", "not_text"),
        ('api = "https://a.example"\nissuer = "https://id.example"', "client_id", "missing"),
        (written(GOOD) + 'sslmode = "none"', "sslmode", "wrong_value"),
        (written(GOOD).replace("base.example", "a/b?c="), "server", "wrong_value"),
    ],
)
def test_what_is_wrong_is_named(text, field, why):
    with pytest.raises(Invalid) as caught:
        read(text)
    assert (caught.value.field, caught.value.why) == (field, why)


def test_the_address_has_no_password():
    told = read(written(GOOD) + 'password = "hidden"\nsslmode = "require"\nlater = 1')
    assert told.url == "postgresql://base.example:5432/vis?sslmode=require"
    assert told.password == "hidden"


def test_the_second_door_has_an_address_of_its_own():
    told = read('api = "https://a.example"\nissuer = "https://id.example"\nclient_id = "desk"')
    assert (told.url, told.issuer) == ("https://a.example", "https://id.example")
