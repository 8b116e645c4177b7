"""What an error of psycopg means, without its words: they may quote a customer, or a password."""

from typing import TYPE_CHECKING, Final

from desktop.domain.errors import SignInNeeded, Silence, Unreachable, VisAVisError, WrongSignIn
from desktop.domain.sync.verdicts import for_code
from desktop.services.store.shared.certificates import why_untrusted

if TYPE_CHECKING:
    import psycopg

PASSWORD: Final = (
    "password authentication failed",
    "authentification par mot de passe",
    "no password supplied",
    "aucun mot de passe",
)
FULL: Final = ("too many", "remaining connection slots", "trop de")
NAME: Final = (
    *("failed to resolve host", "could not translate host name"),
    *("name or service not known", "name resolution"),
)
SLOW: Final = ("timeout expired", "timed out")
"""Words of a connection that did not come about, each tuple with one meaning."""

_SIGNS: Final = (
    *((sign, "28P01") for sign in PASSWORD),
    *((sign, "53300") for sign in FULL),
    ("starting up", "57P03"),
    ("shutting down", "57P03"),
    ("recovery mode", "57P03"),
    ("accepting connections", "57P03"),
    ("permission denied for database", "42501"),
    ("no pg_hba.conf entry", "3D000"),
    ("is not permitted to log in", "28000"),
    ('role "', "28000"),
    ('database "', "3D000"),
)
"""Words of a refused connection and their SQLSTATE, which libpq does not hand over.

A server that speaks another language than English or French is taken to be busy.
"""

_UNTRUSTED: Final = ("certificate", "does not support ssl", "sslmode")


def connect_error(said: str, params: dict[str, str]) -> VisAVisError:
    """The error for a connection that did not come about."""
    words = said.lower()
    if any(sign in words for sign in NAME):
        return Unreachable(Silence.UNKNOWN_NAME)
    if "certificate verify failed" in words:
        return SignInNeeded(why_untrusted(params))
    if "fatal" not in words and any(sign in words for sign in _UNTRUSTED):
        return SignInNeeded(WrongSignIn.CERTIFICATE_UNTRUSTED)
    for sign, code in _SIGNS:
        if sign in words:
            return for_code(code)
    if any(sign in words for sign in SLOW):
        return Unreachable(Silence.TIMEOUT)
    if "fatal" in words:
        return Unreachable(Silence.BUSY)
    if "received invalid response" in words:
        return SignInNeeded(WrongSignIn.NOT_A_SERVER)
    return Unreachable(Silence.NO_LINE)


def query_error(
    error: "psycopg.Error", function: str = "", *, broken: bool = False
) -> VisAVisError:
    """The error for a call that failed; `broken`: its connection is gone."""
    if error.sqlstate is None:
        return Unreachable(Silence.CUT)
    wrong = for_code(error.sqlstate, function or "?", error.diag.message_primary or "")
    return Unreachable(Silence.CUT) if broken and isinstance(wrong, Unreachable) else wrong
