"""Where a shared database is, read from a URL, and the encryption that its place asks for."""

import ipaddress
import re
from enum import StrEnum
from pathlib import Path
from urllib.parse import quote

from desktop.domain.errors import Refused

SCHEMES = ("postgresql://", "postgres://")
_SECRET = re.compile(r"(//[^/@:?#\s]*):([^@\s]*)@|((?:ssl)?password=)([^&\s]+)")


class WrongAddress(StrEnum):
    """Why an address cannot be used."""

    NOT_A_URL = "not_a_url"
    UNREADABLE = "unreadable"
    NO_DATABASE = "no_database"


class BadAddress(Refused):
    """The address of the shared database cannot be used; the address itself is not repeated."""

    def __init__(self, why: WrongAddress) -> None:
        super().__init__(str(why))
        self.why = why


def connection_params(
    url: str, *, certificate: Path | str | None = None, home: Path | None = None
) -> dict[str, str]:
    """The parameters of libpq for a URL, with the encryption that its place asks for.

    Loopback and Unix sockets need no TLS, an explicit `sslmode` wins, all else is verify-full,
    against `certificate` (a file of authorities) where one is given, else libpq's own file
    under `home`, else the system's authorities. Raises BadAddress.
    """
    import psycopg

    if not url.startswith(SCHEMES):
        raise BadAddress(WrongAddress.NOT_A_URL)
    try:
        read = psycopg.conninfo.conninfo_to_dict(url)
    except psycopg.Error:
        raise BadAddress(WrongAddress.UNREADABLE) from None
    params = {name: str(value) for name, value in read.items() if value is not None}
    if not params.get("dbname"):
        raise BadAddress(WrongAddress.NO_DATABASE)
    if "sslmode" not in params and not is_local(params):
        params["sslmode"] = "verify-full"
    if params.get("sslmode", "").startswith("verify") and "sslrootcert" not in params:
        root = _authorities(certificate, home or Path.home())
        if root:
            params["sslrootcert"] = root
    return params


def is_local(params: dict[str, str]) -> bool:
    """Whether every server named is this machine: a loopback address or a Unix socket."""
    places = params.get("hostaddr") or params.get("host") or ""
    return bool(places) and all(_is_local(place) for place in places.split(","))


def _is_local(place: str) -> bool:
    if place.startswith(("/", "@")) or place.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(place).is_loopback
    except ValueError:
        return False


def _authorities(certificate: Path | str | None, home: Path) -> str:
    if certificate:
        return str(certificate)
    return "" if (home / ".postgresql" / "root.crt").exists() else "system"


def masked(text: str) -> str:
    """An address, or a message that may hold one, without its password."""

    def hidden(found: re.Match[str]) -> str:
        return f"{found[1]}:***@" if found[1] is not None else f"{found[3]}***"

    return _SECRET.sub(hidden, text)


def url_of(params: dict[str, str]) -> str:
    """An address without password, to be shown or handed over, of host, port and database."""
    hosts = params.get("host") or params.get("hostaddr") or ""
    ports = (params.get("port") or "").split(",")
    places = []
    for rank, host in enumerate(hosts.split(",")):
        port = ports[min(rank, len(ports) - 1)]
        shown = f"[{host}]" if ":" in host else quote(host, safe="")
        places.append(f"{shown}:{port}" if port else shown)
    return f"postgresql://{','.join(places)}/{quote(params['dbname'], safe='')}"
