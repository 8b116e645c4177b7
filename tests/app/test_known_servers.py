"""What this machine was told of servers: kept without a secret, and no failure where unreadable."""

import pytest

from desktop.app.known_servers import KnownServers, Told
from desktop.domain.sign_in_file import SignInFile

FILE = SignInFile(
    server="base.example:5432",
    database="vav",
    name="lea",
    password="once-only",
    certificate="PEM",
    recovery_key="PUBLIC",
)
SERVER = "postgresql://base.example:5432/vav"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "profile" / "servers.json"


def test_what_a_file_says_is_known_at_the_next_start(path):
    servers = KnownServers(path)
    servers.learn(FILE)
    servers.keep()
    again = KnownServers(path)
    assert again.about(SERVER) == Told(certificate="PEM", recovery_key="PUBLIC")
    assert again.about(SERVER).recovery_pem == b"PUBLIC"
    account = again.account(SERVER, " Lea ")
    assert (account.name, account.certificate, account.in_browser) == ("lea", "PEM", False)


def test_no_secret_is_written(path):
    servers = KnownServers(path)
    servers.learn(FILE)
    servers.keep()
    text = path.read_text(encoding="utf-8")
    assert "once-only" not in text
    assert "lea" not in text


def test_a_password_in_an_address_makes_no_other_server(path):
    servers = KnownServers(path)
    servers.learn(FILE)
    assert servers.about("postgresql://lea:secret@base.example:5432/vav").certificate == "PEM"


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a": 3}', '{"a": {"colour": "red"}}'])
def test_a_damaged_file_knows_nothing(path, text):
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    assert KnownServers(path).about(SERVER) == Told()
