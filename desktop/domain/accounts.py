"""Where somebody signs in, and under which name."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An account at a shared database; no secret is in it."""

    server: str
    """`postgresql://base.example:5432/vav`, or `https://desk.example/api` for the second door."""
    name: str = ""
    """The sign-in name; at the second door the token says it."""
    certificate: str = ""
    """The authority's certificate in PEM; empty: the system's authorities."""
    issuer: str = ""
    """Address of the OpenID provider of the second door."""
    client_id: str = ""

    @property
    def in_browser(self) -> bool:
        """Whether one signs in in the browser: no password is asked here."""
        return self.server.startswith(("https://", "http://"))
