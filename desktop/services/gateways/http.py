"""The one module that speaks HTTP: bounded in time, over TLS, never led elsewhere."""

import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from json import dumps
from typing import Any

import httpx

from desktop.domain.errors import SignInNeeded, Silence, Unreachable, VisAVisError
from desktop.services.transport import (
    CALL_LIMIT,
    CONNECT_LIMIT,
    cut,
    patience,
    watched,
    why_distrusted,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered."""

    status: int
    json: Any = None
    """The body read as JSON; None where it is none."""
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def retry_after(self) -> float | None:
        """Seconds that the server asks to wait."""
        said = self.headers.get("retry-after", "")
        return float(said) if said.isdigit() else None


class Http:
    """Asks servers, from one thread; `interrupt` may come from another.

    Redirects are not followed: an answer from elsewhere is not the one that was asked for.
    A proxy of the system's settings (HTTPS_PROXY, NO_PROXY) is used.
    """

    def __init__(
        self,
        *,
        certificate: str | None = None,
        limit: float = CALL_LIMIT,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._limit = limit
        self._lock = threading.Lock()
        self._line: socket.socket | None = None
        self._trust = ssl.create_default_context(cafile=certificate) if certificate else None
        self._transport = transport
        self._client: httpx.Client | None = None

    def _ready(self) -> httpx.Client:
        if self._client is None:
            # Here, in the thread that asks: reading the system's authorities takes longer than a frame.
            self._trust = self._trust or system_trust()
            self._client = httpx.Client(
                verify=self._trust,
                timeout=httpx.Timeout(self._limit, connect=CONNECT_LIMIT),
                limits=httpx.Limits(max_connections=1, max_keepalive_connections=1),
                follow_redirects=False,
                transport=self._transport,
                headers={"User-Agent": "vis-a-vis", "Accept": "application/json"},
            )
        return self._client

    def get(self, url: str) -> Answer:
        """Fetch. Raises Unreachable, SignInNeeded (certificates)."""
        return self._ask("GET", url)

    def post(
        self,
        url: str,
        *,
        json: Any = None,
        form: Mapping[str, str] | None = None,
        token: str = "",
    ) -> Answer:
        """Send JSON, or a form. Raises as `get` does."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        if form is not None:
            return self._ask("POST", url, data=form, headers=headers)
        body = dumps(json, ensure_ascii=False, separators=(",", ":")).encode()
        headers["Content-Type"] = "application/json"
        return self._ask("POST", url, content=body, headers=headers)

    def send(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str],
        json: Any = None,
        form: Mapping[str, str] | None = None,
    ) -> Answer:
        """Send JSON, or a form, by a method and with headers of one's own. Raises as `get` does."""
        if form is not None:
            return self._ask(method, url, data=form, headers=headers)
        return self._ask(method, url, json=json, headers=headers)

    def close(self) -> None:
        """End the connections; the next question makes another."""
        with self._lock:
            self._line = None
        if self._client is not None:
            self._client.close()
            self._client = None

    def interrupt(self) -> None:
        """Cut what is under way, which then raises Unreachable."""
        with self._lock:
            if self._line is not None and self._line.fileno() >= 0:
                cut(self._line.fileno())

    def _ask(self, method: str, url: str, **content: Any) -> Answer:
        limit = patience(self._limit, len(content.get("content", b"")))
        with _translated(), watched(limit, self.interrupt):
            answer = self._ready().request(
                method, url, extensions={"trace": self._traced}, **content
            )
        try:
            body = answer.json()
        except ValueError:
            body = None
        return Answer(status=answer.status_code, json=body, headers=answer.headers)

    def _traced(self, event: str, info: dict[str, Any]) -> None:
        # httpx shows its socket here alone, and a watchdog needs it.
        if event.endswith(("connect_tcp.complete", "start_tls.complete")):
            with self._lock:
                self._line = info["return_value"].get_extra_info("socket")


def system_trust() -> ssl.SSLContext:
    """The system's authorities, else those that come with httpx."""
    context = ssl.create_default_context()
    if not context.cert_store_stats()["x509_ca"] and not ssl.get_default_verify_paths().capath:
        context = httpx.create_ssl_context()
    return context


@contextmanager
def _translated() -> Iterator[None]:
    """Errors of httpx become ours, without its words."""
    try:
        yield
    except httpx.HTTPError as error:
        raise _error(error) from None


def _error(error: httpx.HTTPError) -> VisAVisError:
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return SignInNeeded(why_distrusted(cause))
        if isinstance(cause, socket.gaierror):
            return Unreachable(Silence.UNKNOWN_NAME)
    if isinstance(error, httpx.TimeoutException):
        return Unreachable(Silence.TIMEOUT)
    if isinstance(error, httpx.ConnectError | httpx.ProxyError):
        return Unreachable(Silence.NO_LINE)
    return Unreachable(Silence.CUT)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
