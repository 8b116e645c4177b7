"""The administrator over TLS: certificates that are refused, passwords from the environment."""

import pytest

from desktop.services.store.shared import certificates
from tests.admin.shared import Admin
from tests.postgres_tls import TlsServer
from tests.shared_database import create, drop, drop_roles, new_name, roles

SECRET = "a password of the administrator"


@pytest.fixture
def admin(tls_postgres: TlsServer, monkeypatch):
    """On a database that speaks TLS only, its authority given, the password in PGPASSWORD."""
    server, name = tls_postgres.server, new_name("vav_tls")
    create(server, name)
    with server.connect() as connection:
        connection.execute(f"alter role postgres password '{SECRET}'")
    monkeypatch.setenv("PGPASSWORD", SECRET)
    port = server.superuser["port"]
    authority = f"sslmode=verify-full&sslrootcert={tls_postgres.authority_file}"
    try:
        yield Admin(f"postgresql://postgres@127.0.0.1:{port}/{name}?{authority}")
    finally:
        tls_postgres.show("good")
        drop(server, name)
        drop_roles(server, roles(server, name))


@pytest.mark.parametrize("certificate", ["expired", "untrusted", "another_host"])
def test_a_certificate_that_is_not_right_is_told(admin, tls_postgres, certificate):
    tls_postgres.show(certificate)
    told = admin.json("check", code=1)
    assert told["code"] == "certificate"
    assert SECRET not in str(told)


def test_the_systems_authorities_are_found(admin, tls_postgres, monkeypatch):
    """The wheel's libpq looks for them in a folder that no system has."""
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    monkeypatch.setattr(certificates, "system_file", lambda: str(tls_postgres.authority_file))
    system = Admin(admin.url.replace(f"={tls_postgres.authority_file}", "=system"))
    assert "sslrootcert=system" in system.url
    system.json("init")
    monkeypatch.setattr(certificates, "system_file", lambda: "")
    assert system.json("init", code=1)["code"] == "certificate"


def test_the_tools_take_the_same_way(admin, tls_postgres, tmp_path):
    admin.json("init")
    place = tmp_path / "vis.backup"
    told = admin.json("backup", place, "--tools", tls_postgres.server.binaries)
    assert told["bytes"] == place.stat().st_size


def test_a_wrong_password_from_the_environment(admin, monkeypatch):
    monkeypatch.setenv("PGPASSWORD", "wrong words")
    assert admin.json("init", code=1)["code"] == "wrong_password"
    monkeypatch.delenv("PGPASSWORD")
    monkeypatch.setenv("PGPASSFILE", "/nothing/there")
    assert admin.json("init", code=1)["code"] == "wrong_password"


def test_the_sign_in_file_takes_the_authority_along(admin, tmp_path):
    admin.json("init")
    place = tmp_path / "ana.toml"
    admin.json("person", "add", "ana", "--role", "admin", "--file", place)
    text = place.read_text()
    assert "BEGIN CERTIFICATE" in text
    assert 'sslmode = "verify-full"' in text
    assert SECRET not in text
