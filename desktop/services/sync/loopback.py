"""A port of this machine where the browser brings the provider's answer, once."""

import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from desktop.domain.errors import SignInNeeded, WrongSignIn
from desktop.services.clock import Clock

TICK = 0.1
"""Seconds between two looks at whether the person gave up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """HTML that the browser shows once it was here."""

    done: str
    refused: str


class _Visit(BaseHTTPRequestHandler):
    """Takes what comes to the root; anything else (an icon) is not for us."""

    server: "_Server"
    timeout = 1.0
    """Seconds: browsers open connections ahead, and say nothing on them."""

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if parts.path != "/" or not asked:
            self.send_error(404)
            return
        self.server.told = self.server.told or asked
        page = self.server.pages.refused if "error" in asked else self.server.pages.done
        body = page.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words: Any) -> None:
        """Nothing: the address holds the code."""


class _Server(HTTPServer):
    # On Windows a port that may be taken again may be taken by another program meanwhile.
    allow_reuse_address = False
    told: dict[str, str] | None = None
    pages: Pages


class Loopback:
    """Listens from the beginning of its block to the end."""

    def __init__(
        self, pages: Pages, clock: Clock, limit: float, cancelled: threading.Event
    ) -> None:
        self._clock = clock
        self._limit = limit
        self._cancelled = cancelled
        # The address, not the name: a name may lead elsewhere (RFC 8252, section 8.3).
        self._server = _Server(("127.0.0.1", 0), _Visit)
        self._server.pages = pages
        self._server.timeout = TICK
        self.url = f"http://127.0.0.1:{self._server.server_port}/"

    def __enter__(self) -> "Loopback":
        """Listening."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Not any more."""
        self._server.server_close()

    def wait(self, state: str, issuer: str) -> str:
        """The code that the browser brought. Raises SignInNeeded."""
        until = self._clock.monotonic() + self._limit
        while self._server.told is None:
            if self._cancelled.is_set():
                raise SignInNeeded(WrongSignIn.CANCELLED)
            if self._clock.monotonic() > until:
                raise SignInNeeded(WrongSignIn.NO_ANSWER)
            self._server.handle_request()
        return _code(self._server.told, state, issuer)


def _code(told: dict[str, str], state: str, issuer: str) -> str:
    # RFC 9207: a provider that names itself must be the one that was asked.
    if told.get("state") != state or told.get("iss", issuer) != issuer:
        raise SignInNeeded(WrongSignIn.BAD_ANSWER)
    if told.get("error") == "access_denied":
        raise SignInNeeded(WrongSignIn.DENIED)
    if "code" not in told:
        raise SignInNeeded(WrongSignIn.BAD_ANSWER)
    return told["code"]
