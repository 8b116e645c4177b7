"""The second door: the same functions in PostgREST's convention, with a bearer token."""

from typing import Any, Protocol
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from desktop.domain.errors import SignInNeeded, WrongSignIn
from desktop.domain.sync.verdicts import for_status
from desktop.services.gateways.http import Answer, Http
from desktop.services.sync.addresses import checked_url
from desktop.services.transport import port_answers


class Tokens(Protocol):
    """Where the bearer token comes from."""

    def current(self) -> str:
        """The token to send. Raises SignInNeeded."""

    def renew(self, refused: str) -> str:
        """Another token than the one that was refused. Raises SignInNeeded, Unreachable.

        From any thread: the engine and the live search share what one person signed in with.
        """


class GivenToken:
    """A token that was handed over, which nothing renews."""

    def __init__(self, token: str) -> None:
        self._token = token

    def current(self) -> str:
        """The token."""
        return self._token

    def renew(self, refused: str) -> str:  # noqa: ARG002 - there is nothing to compare it with
        """There is no other."""
        raise SignInNeeded(WrongSignIn.EXPIRED_TOKEN)


class HttpsDoor:
    """Calls functions over HTTPS. See SyncTransport."""

    def __init__(self, url: str, tokens: Tokens, http: Http) -> None:
        self._url = checked_url(url)
        self._tokens = tokens
        self._http = http

    def __repr__(self) -> str:
        """Without the token."""
        return "HttpsDoor()"

    def call(self, function: str, params: dict[str, Any]) -> dict[str, Any]:
        """The answer of a function, called with named parameters. See SyncTransport."""
        if not function.isidentifier():
            raise KeyError(function)
        token = self._tokens.current()
        answer = self._post(function, params, token)
        if answer.status == 401 and _code(answer) != "PT401":
            answer = self._post(function, params, self._tokens.renew(token))
        if answer.status == 200 and isinstance(answer.json, dict):
            return answer.json
        raise for_status(
            answer.status if answer.status != 200 else 404,
            _code(answer),
            function,
            _said(answer),
            answer.retry_after,
        )

    def _post(self, function: str, params: dict[str, Any], token: str) -> Answer:
        return self._http.post(f"{self._url}/rpc/{function}", json=params, token=token)

    def close(self) -> None:
        """End the connection; asking again does nothing."""
        self._http.close()

    def interrupt(self) -> None:
        """Cut a call that is under way, from any thread."""
        self._http.interrupt()

    def probe(self) -> bool:
        """Whether the server's port takes a connection; behind a proxy only a call can tell."""
        parts = urlsplit(self._url)
        host = parts.hostname or ""
        if parts.scheme in getproxies() and not proxy_bypass(host):
            return True
        return port_answers(host, parts.port or (443 if parts.scheme == "https" else 80))


def _code(answer: Answer) -> str:
    return str(answer.json.get("code") or "") if isinstance(answer.json, dict) else ""


def _said(answer: Answer) -> str:
    return str(answer.json.get("message") or "") if isinstance(answer.json, dict) else ""
