"""Authorities for TLS to the shared database, and why a certificate was not taken."""

import atexit
import os
import socket
import ssl
import struct
import tempfile
from functools import cache
from pathlib import Path

from desktop.domain.errors import WrongSignIn
from desktop.services.transport import why_distrusted

_SSL_REQUEST = struct.pack("!ii", 8, 80877103)
"""What a client says before TLS (PostgreSQL's protocol, SSLRequest)."""

_BUNDLES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)


def with_authorities(params: dict[str, str]) -> dict[str, str]:
    """Parameters of libpq in which "system" names a file of the system's authorities.

    The libpq of psycopg's wheels looks for them in a folder that no system has.
    """
    if params.get("sslrootcert") != "system" or os.environ.get("SSL_CERT_FILE"):
        return params
    found = system_file()
    return params | {"sslrootcert": found} if found else params


@cache
def system_file() -> str:
    """A file of the system's authorities; empty where there is none."""
    for bundle in (ssl.get_default_verify_paths().cafile, *_BUNDLES):
        if bundle and Path(bundle).is_file():
            return bundle
    known = ssl.create_default_context().get_ca_certs(binary_form=True)
    if not known:
        return ""
    # Windows keeps them in a store of its own, which libpq does not read.
    return as_file("".join(ssl.DER_cert_to_PEM_cert(one) for one in known))


def why_untrusted(params: dict[str, str], seconds: float = 5.0) -> WrongSignIn:
    """Whether a certificate is out of date or not trusted: libpq says the same of both."""
    host = params.get("host", "")
    try:
        context = ssl.create_default_context(cafile=params.get("sslrootcert"))
        at = (params.get("hostaddr") or host, int(params.get("port") or 5432))
        with socket.create_connection(at, seconds) as raw:
            raw.sendall(_SSL_REQUEST)
            if raw.recv(1) == b"S":
                context.wrap_socket(raw, server_hostname=host).close()
    except ssl.SSLCertVerificationError as error:
        return why_distrusted(error)
    except (OSError, ValueError):
        pass
    return WrongSignIn.CERTIFICATE_UNTRUSTED


@cache
def as_file(pem: str) -> str:
    """A file with these authorities, as long as this process runs: libpq reads files alone."""
    with tempfile.NamedTemporaryFile("w", suffix=".pem", delete=False) as file:
        file.write(pem)
    atexit.register(Path(file.name).unlink, missing_ok=True)
    return file.name
