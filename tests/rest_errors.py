"""PostgREST's documented errors: which status and which body each has."""

from typing import Any

import jwt
import psycopg

STATUSES = (
    ("08", 503), ("09", 500), ("0L", 403), ("0P", 403), ("23503", 409), ("23505", 409),
    ("25006", 405), ("25", 500), ("28", 403), ("2D", 500), ("38", 500), ("39", 500), ("3B", 500),
    ("40", 500), ("53400", 500), ("53", 503), ("54", 500), ("55", 500), ("57P01", 503),
    ("57", 500), ("58", 500), ("F0", 500), ("HV", 500), ("P0001", 400), ("P0", 500), ("XX", 500),
    ("42883", 404), ("42P01", 404), ("42P17", 500),
)  # fmt: skip
"""Status of an SQLSTATE, by its beginning; the first that fits counts, and 400 is for the rest."""


class Problem(Exception):
    """An answer that is not 200."""

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        details: str | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message
        self.details, self.hint = details, hint
        self.headers: dict[str, str] = {}

    def body(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "code": self.code, "details": self.details, "hint": self.hint, "message": self.message,
        }  # fmt: skip


def from_database(error: psycopg.Error, *, signed_in: bool) -> Problem:
    """What PostgreSQL said, with PostgREST's status for it."""
    code = error.sqlstate
    if code is None:  # the session is gone, and nothing said why
        return Problem(503, "PGRST001", "Database client error. Retrying the connection.")
    diag = error.diag
    return Problem(
        status(code, signed_in=signed_in), code, diag.message_primary or "",
        diag.message_detail, diag.message_hint,
    )  # fmt: skip


def status(code: str, *, signed_in: bool) -> int:
    """HTTP status of an SQLSTATE."""
    if code == "42501":
        return 403 if signed_in else 401
    if code.startswith("PT"):
        return int(code[2:]) if code[2:].isdigit() else 500
    return next((found for start, found in STATUSES if code.startswith(start)), 400)


def from_token(error: jwt.PyJWTError) -> Problem:
    """A token that does not hold: 303 where its claims are wrong, 301 where it itself is."""
    claims = (
        jwt.ExpiredSignatureError, jwt.ImmatureSignatureError, jwt.InvalidAudienceError,
        jwt.InvalidIssuedAtError,
    )  # fmt: skip
    if isinstance(error, claims):
        expired = isinstance(error, jwt.ExpiredSignatureError)
        problem = Problem(401, "PGRST303", "JWT expired" if expired else "JWT claims invalid")
    else:
        problem = Problem(401, "PGRST301", "JWT could not be decoded")
    told = f'Bearer error="invalid_token", error_description="{problem.message}"'
    problem.headers["WWW-Authenticate"] = told
    return problem


def anonymous_refused() -> Problem:
    """No token, and no role for those who have none."""
    problem = Problem(401, "PGRST302", "Anonymous access is disabled")
    problem.headers["WWW-Authenticate"] = "Bearer"
    return problem


def not_found(schema: str, name: str, given: list[str]) -> Problem:
    """No such function, or not with these arguments."""
    called = f"{schema}.{name}({', '.join(given)})" if given else f"{schema}.{name}"
    told = f"Could not find the function {called} in the schema cache"
    searched = f"Searched for the function {called}, but no matches were found in the schema cache."
    return Problem(404, "PGRST202", told, searched)
