"""Addresses of what is reached over HTTPS."""

from urllib.parse import urlsplit

from desktop.domain.errors import Invalid

LOOPBACK = frozenset(("127.0.0.1", "localhost", "::1"))


def checked_url(url: str, *, query: bool = False) -> str:
    """An address without a last slash. Raises Invalid: https alone, but on this machine."""
    parts = urlsplit(url)
    extra = parts.fragment or (parts.query and not query)
    if not parts.hostname or parts.scheme not in {"https", "http"} or extra:
        raise Invalid("server", "not_a_url")
    if parts.scheme == "http" and parts.hostname not in LOOPBACK:
        raise Invalid("server", "not_https")
    return url.rstrip("/")
