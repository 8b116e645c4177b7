"""The tests' own server with TLS: each kind of certificate is taken or refused as libpq says."""

import psycopg
import pytest

from tests.postgres_tls import TlsServer
from tests.shared_database import PASSWORD


@pytest.mark.parametrize(
    ("certificate", "refused"),
    [
        ("good", None),
        ("expired", "certificate has expired|certificate verify failed"),
        ("untrusted", "certificate verify failed"),
        ("another_host", "does not match host name"),
    ],
)
def test_certificates(tls_postgres: TlsServer, certificate: str, refused: str | None):
    with tls_postgres.server.connect() as connection:
        connection.execute(f"create role lea login password '{PASSWORD}'")
    tls_postgres.show(certificate)
    trusted = str(tls_postgres.authority_file)
    url = tls_postgres.server.url(
        "postgres", "lea", PASSWORD, sslmode="verify-full", sslrootcert=trusted
    )
    try:
        if refused:
            with pytest.raises(psycopg.OperationalError, match=refused):
                psycopg.connect(url)
        else:
            with psycopg.connect(url) as connection:
                assert connection.pgconn.ssl_in_use
            plain = tls_postgres.server.url("postgres", "lea", PASSWORD, sslmode="disable")
            with pytest.raises(psycopg.OperationalError, match=r"no pg_hba\.conf entry"):
                psycopg.connect(plain)
    finally:
        tls_postgres.show("good")
        with tls_postgres.server.connect() as connection:
            connection.execute("drop role lea")
