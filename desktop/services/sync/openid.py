"""Sign-in at an OpenID provider: authorization code with PKCE (RFC 7636), in the system's browser.

The answer comes back to a port of this machine that listens for it alone (RFC 8252, section 7.3).
"""

import asyncio
import base64
import hashlib
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from desktop.domain.errors import Invalid, SignInNeeded, Unreachable, WrongSignIn
from desktop.domain.sync.verdicts import for_status
from desktop.services.clock import Clock
from desktop.services.gateways.http import Answer, Http
from desktop.services.sync.addresses import checked_url
from desktop.services.sync.loopback import Loopback, Pages
from desktop.services.sync.token_check import checked
from desktop.services.transport.thread import NetThread

TIME_LIMIT: Final = 300.0
"""Seconds that a person may take in the browser."""

EARLY: Final = 30.0
"""Seconds before its end from which a token is no longer sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """Where a provider's endpoints are (OpenID Connect Discovery 1.0)."""

    issuer: str
    client_id: str
    authorization: str
    token: str
    keys: str


def discover(http: Http, issuer: str, client_id: str) -> Provider:
    """Ask a provider what it is. Raises SignInNeeded, Unreachable."""
    issuer = checked_url(issuer)
    answer = http.get(f"{issuer}/.well-known/openid-configuration")
    told = _told(answer)
    try:
        if str(told["issuer"]).rstrip("/") != issuer:
            raise SignInNeeded(WrongSignIn.BAD_ANSWER)
        return Provider(
            issuer=str(told["issuer"]),
            client_id=client_id,
            authorization=checked_url(told["authorization_endpoint"], query=True),
            token=checked_url(told["token_endpoint"]),
            keys=checked_url(told["jwks_uri"]),
        )
    except (KeyError, Invalid):
        raise SignInNeeded(WrongSignIn.NOT_A_SERVER) from None


class OpenIdTokens:
    """The tokens of a person, renewed before they end. See https_door.Tokens."""

    def __init__(self, http: Http, provider: Provider, clock: Clock) -> None:
        self._http = http
        self._provider = provider
        self._clock = clock
        self._access = ""
        self._until = 0.0
        self._lock = threading.Lock()
        self.refresh_token = ""
        """What renews the access token; it is kept nowhere, and good for once."""

    def __repr__(self) -> str:
        """Without the tokens."""
        return "OpenIdTokens()"

    def current(self) -> str:
        """A token that holds. Raises SignInNeeded, Unreachable."""
        with self._lock:
            if self._access and self._clock.monotonic() < self._until:
                return self._access
            return self._renew()

    def renew(self, refused: str) -> str:
        """Another token, by the refresh token. Raises SignInNeeded, Unreachable."""
        with self._lock:
            # A refresh token is good for once: whoever comes second takes what the first got.
            return self._renew() if self._access == refused else self._access

    def _renew(self) -> str:
        if not self.refresh_token:
            raise SignInNeeded(WrongSignIn.EXPIRED_TOKEN)
        form = {"grant_type": "refresh_token", "refresh_token": self.refresh_token}
        return self.ask(form, nonce=None, refused=WrongSignIn.EXPIRED_TOKEN)

    def ask(self, form: dict[str, str], *, nonce: str | None, refused: WrongSignIn) -> str:
        """Ask the token endpoint, and keep what it gives once it is checked."""
        form = form | {"client_id": self._provider.client_id}
        answer = self._http.post(self._provider.token, form=form)
        if answer.status in {400, 401}:
            raise SignInNeeded(refused)
        told = _told(answer)
        keys = _told(self._http.get(self._provider.keys))
        access = str(told.get("access_token") or "")
        checked(access, keys, issuer=self._provider.issuer)
        if nonce is not None or told.get("id_token"):
            checked(
                str(told.get("id_token") or ""),
                keys,
                issuer=self._provider.issuer,
                audience=self._provider.client_id,
                nonce=nonce,
            )
        self._access = access
        self._until = self._clock.monotonic() + float(told.get("expires_in") or 60) - EARLY
        self.refresh_token = str(told.get("refresh_token") or self.refresh_token)
        return access


def by_browser(
    http: Http,
    provider: Provider,
    clock: Clock,
    open_browser: Callable[[str], object],
    loopback: Loopback,
) -> OpenIdTokens:
    """Sign in: opens the browser and waits. Blocking. Raises SignInNeeded, Unreachable."""
    verifier, state, nonce = clock.secret(), clock.secret(), clock.secret()
    asked = {
        "response_type": "code",
        "client_id": provider.client_id,
        "redirect_uri": loopback.url,
        "scope": "openid offline_access",
        "state": state,
        "nonce": nonce,
        "code_challenge": _challenge(verifier),
        "code_challenge_method": "S256",
    }
    joint = "&" if "?" in provider.authorization else "?"
    open_browser(f"{provider.authorization}{joint}{urlencode(asked)}")
    code = loopback.wait(state, provider.issuer)
    tokens = OpenIdTokens(http, provider, clock)
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": loopback.url,
        "code_verifier": verifier,
    }
    tokens.ask(form, nonce=nonce, refused=WrongSignIn.BAD_ANSWER)
    return tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Browser:
    """What a sign-in in the browser needs from the screens."""

    open: Callable[[str], object]
    """Opens an address in the person's browser; called on the loop's thread."""
    pages: Pages
    """What the browser shows afterwards."""
    limit: float = TIME_LIMIT


async def sign_in(
    issuer: str, client_id: str, browser: Browser, clock: Clock, certificate: str | None = None
) -> OpenIdTokens:
    """The tokens of whoever signs in in the browser; cancelling gives up.

    Raises SignInNeeded, each failure with its own reason; Invalid for an address that is none.
    """
    cancelled = threading.Event()
    http = Http(certificate=certificate)
    loop = asyncio.get_running_loop()

    def open_browser(url: str) -> None:
        # Screens open addresses, and are of the loop's thread.
        loop.call_soon_threadsafe(browser.open, url)

    def run() -> OpenIdTokens:
        provider = discover(http, issuer, client_id)
        with Loopback(browser.pages, clock, browser.limit, cancelled) as loopback:
            return by_browser(http, provider, clock, open_browser, loopback)

    thread = NetThread("openid")
    try:
        return await thread.run(run)
    except Unreachable:
        raise SignInNeeded(WrongSignIn.NO_ANSWER) from None
    finally:
        cancelled.set()
        http.interrupt()
        await thread.end(1.0)
        http.close()


def _challenge(verifier: str) -> str:
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def _told(answer: Answer) -> dict[str, Any]:
    if answer.status == 200 and isinstance(answer.json, dict):
        return answer.json
    raise for_status(answer.status if answer.status != 200 else 404)
