"""What both doors to the shared database look like from within, and how both take a line that fails."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final, Protocol

from desktop.domain.errors import WrongSignIn

CONNECT_LIMIT: Final = 5
"""Seconds to reach a server."""

CALL_LIMIT: Final = 30.0
"""Seconds until a call is cut: what was asked is then unknown."""

SLOWEST: Final = 50_000
"""Characters a second that a line must carry at least: a photo takes longer than other calls."""

_OUT_OF_DATE: Final = frozenset((9, 10))
"""X509_V_ERR_CERT_NOT_YET_VALID and X509_V_ERR_CERT_HAS_EXPIRED: a wrong clock, or a lapse."""


class SyncTransport(Protocol):
    """A door: calls the functions of docs/protocol.md. Synchronous, for the sync thread.

    It connects at the first call and after `close` connects again at the next one.
    """

    def call(self, function: str, params: dict[str, Any]) -> dict[str, Any]:
        """The function's answer; parameters by name.

        Raises Unreachable (what was asked may have happened), SignInNeeded, Gone, RefusedByServer.
        """

    def close(self) -> None:
        """End the connection; asking again does nothing."""

    def interrupt(self) -> None:
        """Cut a call that is under way, which then raises Unreachable. From any thread."""

    def probe(self) -> bool:
        """Whether the server's port can be reached: much cheaper than a call."""


def patience(limit: float, size: int) -> float:
    """Seconds until a call that sends so many characters is cut."""
    return limit + size / SLOWEST


def cut(line: int) -> None:
    """Shut a socket down, given by its descriptor, so that whoever waits on it is told at once."""
    with contextlib.suppress(OSError):
        borrowed = socket.socket(fileno=line)
        try:
            borrowed.shutdown(socket.SHUT_RDWR)
        finally:
            borrowed.detach()


@contextmanager
def watched(seconds: float, interrupt: Callable[[], None]) -> Iterator[None]:
    """Call `interrupt` from another thread where the block takes longer than this."""
    dog = threading.Timer(seconds, interrupt)
    dog.daemon = True
    dog.start()
    try:
        yield
    finally:
        dog.cancel()


def why_distrusted(error: ssl.SSLCertVerificationError) -> WrongSignIn:
    """Whether a certificate is out of date, or not to be trusted."""
    expired = error.verify_code in _OUT_OF_DATE
    return WrongSignIn.CERTIFICATE_EXPIRED if expired else WrongSignIn.CERTIFICATE_UNTRUSTED


def port_answers(host: str, port: int) -> bool:
    """Whether a TCP connection can be made: no word is said."""
    try:
        socket.create_connection((host, port), CONNECT_LIMIT).close()
    except (OSError, ValueError):
        return False
    return True
