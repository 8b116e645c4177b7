"""Where a shared database is, and when its line must be encrypted."""

import pytest

from desktop.services.store.shared.addresses import (
    BadAddress,
    WrongAddress,
    connection_params,
    masked,
    url_of,
)


@pytest.mark.parametrize(
    ("url", "mode"),
    [
        ("postgresql://localhost/vis", None),
        ("postgres://LOCALHOST/vis", None),
        ("postgresql://ana@127.0.0.1:5433/vis", None),
        ("postgresql://127.8.9.10/vis", None),
        ("postgresql://[::1]/vis", None),
        ("postgresql://%2Fvar%2Frun%2Fpostgresql/vis", None),
        ("postgresql:///vis?host=/tmp", None),
        ("postgresql://localhost,127.0.0.1/vis", None),
        ("postgresql://base.example/vis", "verify-full"),
        ("postgresql://10.0.0.5/vis", "verify-full"),
        ("postgresql://localhost.example/vis", "verify-full"),
        ("postgresql://127.0.0.1.example/vis", "verify-full"),
        ("postgresql://localhost,base.example/vis", "verify-full"),
        ("postgresql://localhost/vis?hostaddr=10.0.0.5", "verify-full"),
        ("postgresql:///vis", "verify-full"),
        ("postgresql://base.example/vis?sslmode=require", "require"),
        ("postgresql://base.example/vis?sslmode=disable", "disable"),
        ("postgresql://localhost/vis?sslmode=verify-full", "verify-full"),
    ],
)
def test_the_line_is_encrypted_unless_it_stays_on_this_machine(url, mode, tmp_path):
    params = connection_params(url, home=tmp_path)
    assert params.get("sslmode") == mode
    assert params.get("sslrootcert") == ("system" if mode == "verify-full" else None)


def test_the_authorities_are_those_given_else_libpqs_own_else_the_systems(tmp_path):
    url = "postgresql://base.example/vis"
    assert connection_params(url, certificate="ca.pem", home=tmp_path)["sslrootcert"] == "ca.pem"
    (tmp_path / ".postgresql").mkdir()
    (tmp_path / ".postgresql" / "root.crt").write_text("")
    assert "sslrootcert" not in connection_params(url, home=tmp_path)
    told = connection_params(f"{url}?sslrootcert=own.pem", certificate="ca.pem", home=tmp_path)
    assert told["sslrootcert"] == "own.pem"


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("base.example", WrongAddress.NOT_A_URL),
        ("https://base.example/vis", WrongAddress.NOT_A_URL),
        ("postgresql://[::1/vis", WrongAddress.UNREADABLE),
        ("postgresql://ana:se%cret@base.example/vis", WrongAddress.UNREADABLE),
        ("postgresql://base.example/vis?nothing=1", WrongAddress.UNREADABLE),
        ("postgresql://base.example", WrongAddress.NO_DATABASE),
    ],
)
def test_an_address_that_cannot_be_used_is_refused_without_being_repeated(url, why):
    with pytest.raises(BadAddress) as caught:
        connection_params(url)
    assert caught.value.why is why
    assert str(caught.value) == str(why)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("postgresql://ana:secret@base.example/vis", "postgresql://ana:***@base.example/vis"),
        ("postgresql://ana:s:e/c@base.example/vis", "postgresql://ana:***@base.example/vis"),
        ("postgresql://ana@base.example/vis", "postgresql://ana@base.example/vis"),
        (
            "postgresql://base.example/vis?password=secret&sslmode=require",
            "postgresql://base.example/vis?password=***&sslmode=require",
        ),
        ("at postgresql://a:b@c/d and e", "at postgresql://a:***@c/d and e"),
    ],
)
def test_a_password_is_masked(text, shown):
    assert masked(text) == shown


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://base.example/vis",
        "postgresql://base.example:5433/vis",
        "postgresql://a.example:1,b.example:2/vis",
        "postgresql://[::1]:5433/vis",
        "postgresql://%2Ftmp%2Fpg:5433/vis",
    ],
)
def test_an_address_is_written_again_without_its_password(url):
    params = connection_params(url.replace("//", "//ana:secret@"))
    assert url_of(params) == url
    told = connection_params(url_of(params))
    assert {name: told.get(name) for name in ("host", "port", "dbname")} == {
        name: params.get(name) for name in ("host", "port", "dbname")
    }
