"""What a code of the shared database, or a status of its second door, means for sync."""

from typing import Final

from desktop.domain.errors import (
    Gone,
    RefusedByServer,
    SignInNeeded,
    Silence,
    StoreUnavailable,
    Unreachable,
    VisAVisError,
    WrongSignIn,
)
from desktop.domain.sync.events import Failed
from desktop.domain.sync.status import PauseReason

_PASSING: Final = ("08", "40", "53", "55", "57", "58", "XX")
"""Classes of SQLSTATE that a later try may not meet: the line, locks, resources, shutdown, disk."""

_READ_ONLY: Final = frozenset(("25006", "0A000"))
"""A write was asked of a replica, as happens while a primary is being replaced: PostgreSQL's code,
and what PostgREST meets there where it begins a transaction that may write.
"""

_NOT_OURS: Final = frozenset(("3F000", "42883", "PGRST106", "PGRST202"))
"""No schema of ours, no such function: a database that is not, or not yet, a shared one."""

TOO_LARGE: Final = "PT413"

_OF_ONE_FACT: Final = ("21", "22", "54")
"""Classes that a batch can only get from what one of its facts says: a NUL in a note, depth."""

_SIGN_IN: Final = {
    "28P01": WrongSignIn.WRONG_PASSWORD,
    "PT401": WrongSignIn.DISABLED,
    "PT426": WrongSignIn.TOO_OLD,
    "3D000": WrongSignIn.NOT_A_SERVER,
    "PGRST301": WrongSignIn.EXPIRED_TOKEN,
    "PGRST302": WrongSignIn.EXPIRED_TOKEN,
    "PGRST303": WrongSignIn.EXPIRED_TOKEN,
}

_PAUSES: Final = {
    WrongSignIn.WRONG_PASSWORD: PauseReason.WRONG_PASSWORD,
    WrongSignIn.DISABLED: PauseReason.DISABLED,
    WrongSignIn.EXPIRED_TOKEN: PauseReason.EXPIRED_TOKEN,
    WrongSignIn.DENIED: PauseReason.EXPIRED_TOKEN,
    WrongSignIn.CERTIFICATE_EXPIRED: PauseReason.CERTIFICATE_EXPIRED,
    WrongSignIn.CERTIFICATE_UNTRUSTED: PauseReason.CERTIFICATE_UNTRUSTED,
    WrongSignIn.TOO_OLD: PauseReason.TOO_OLD,
    WrongSignIn.NOT_A_SERVER: PauseReason.NOT_A_SERVER,
}


class SyncPaused(VisAVisError):
    """Sync cannot go on, for a reason that no door knows of."""

    def __init__(self, reason: PauseReason) -> None:
        super().__init__(reason)
        self.reason = reason


def for_code(code: str, function: str = "", said: str = "") -> VisAVisError:
    """The error that a SQLSTATE (or a code of PostgREST) of a function's call stands for.

    `said` is kept for our own codes alone. Table in docs/protocol.md, under Errors.
    """
    if code in _SIGN_IN:
        return SignInNeeded(_SIGN_IN[code])
    if code.startswith("28") or (code == "42501" and function in {"", "hello"}):
        return SignInNeeded(WrongSignIn.DISABLED)
    if code in _NOT_OURS and function in {"", "hello"}:
        return SignInNeeded(WrongSignIn.NOT_A_SERVER)
    if code[:2] in _PASSING or code in _READ_ONLY or not code:
        return Unreachable(Silence.BUSY)
    if code == "PT410":
        return Gone()
    return RefusedByServer(code, said if code.startswith("PT") else "")


def for_status(
    status: int, code: str = "", function: str = "", said: str = "", wait: float | None = None
) -> VisAVisError:
    """The error of an HTTPS answer; `wait` is its Retry-After in seconds."""
    if status in {408, 425, 429} or (status >= 500 and (not code or code.startswith("PGRST"))):
        return Unreachable(Silence.BUSY, wait)
    if code:
        return for_code(code, function, said)
    if status == 413:
        return RefusedByServer(TOO_LARGE)
    if status == 401:
        return SignInNeeded(WrongSignIn.EXPIRED_TOKEN)
    if status == 410:
        return Gone()
    if status == 426:
        return SignInNeeded(WrongSignIn.TOO_OLD)
    # Not an answer of PostgREST: a portal that wants a click, a proxy, another site.
    return SignInNeeded(WrongSignIn.NOT_A_SERVER)


def failure(error: BaseException) -> Failed:
    """What an error of a round means for the engine's next step."""
    match error:
        case Unreachable():
            return Failed(busy=error.silence is Silence.BUSY, retry_after=error.retry_after)
        case SignInNeeded() if error.why in _PAUSES:
            return Failed(pause=_PAUSES[error.why])
        case SignInNeeded():
            return Failed()
        case SyncPaused():
            return Failed(pause=error.reason)
        case StoreUnavailable():
            return Failed(pause=PauseReason.STORE)
        case RefusedByServer() | Gone():
            return Failed(pause=PauseReason.REFUSED)
        case _:
            return Failed(pause=PauseReason.BUG)


def of_one_fact(error: RefusedByServer) -> bool:
    """Whether a batch was refused for one of its facts, so that the others may go without it."""
    return error.code == TOO_LARGE or error.code[:2] in _OF_ONE_FACT
