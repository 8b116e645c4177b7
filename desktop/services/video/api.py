"""Asks a video gateway, in the video thread; every failure is a code, nothing waits for long."""

import asyncio
import json
import ssl
from typing import Any, Final
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp

from desktop.domain.errors import VideoFailed
from desktop.domain.video.readiness import Unready

PROTOCOL: Final = 1
LIMIT: Final = 3.0
"""Seconds for one question."""
TRIES: Final = 2
AGAIN: Final = 0.3
"""Seconds before the second try of what is the same asked twice."""
PHOTO_LIMIT: Final = 20.0
LARGEST_PHOTO: Final = 6 * 1024 * 1024
_LARGEST: Final = 4 * 1024 * 1024
_MESSAGE: Final = 64 * 1024
_PING: Final = 5.0
_GOODBYE: Final = 0.5
"""Seconds for a gateway to answer our goodbye."""
_OUT_OF_DATE: Final = frozenset((9, 10))
_HOSTNAME: Final = frozenset((62, 64))
"""X509_V_ERR_HOSTNAME_MISMATCH and X509_V_ERR_IP_ADDRESS_MISMATCH."""
_CODES: Final = {
    400: "bad_request",
    401: "key",
    404: "unknown",
    409: "taken",
    413: "too_large",
    429: "slow_down",
    503: "provider",
}


class GatewayApi:
    """One gateway and one key. All of it raises VideoFailed, whose code docs/video-protocol.md names."""

    def __init__(self, trusted: ssl.SSLContext | None) -> None:
        self._base = self._key = ""
        self._trusted: ssl.SSLContext | bool = trusted or True
        self._proxy: str | None = None
        self._session: aiohttp.ClientSession | None = None
        self._closed = False

    def use(self, base: str, key: str) -> None:
        """Ask there, with this key, from now on."""
        self._base, self._key, self._proxy = base, key, _proxy(base)

    @property
    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._key}"}

    async def ask(
        self, method: str, path: str, body: dict[str, Any] | None = None, *, tries: int = TRIES
    ) -> dict[str, Any]:
        """The object that it answers; asked again where none came, so only what may be repeated."""
        for _ in range(tries - 1):
            try:
                return await self._object(method, path, body)
            except VideoFailed as error:
                if error.code != Unready.NO_ANSWER:
                    raise
            await asyncio.sleep(AGAIN)
        return await self._object(method, path, body)

    async def photo(self, call_id: str, photo_id: str) -> bytes:
        """A photo as the customer's page sent it."""
        path = f"/api/calls/{call_id}/photos/{photo_id}"
        return await self._whole("GET", path, None, (LARGEST_PHOTO, PHOTO_LIMIT))

    async def link(self) -> aiohttp.ClientWebSocketResponse:
        """A line that stays; a dead one is found by its pings."""
        try:
            async with asyncio.timeout(LIMIT):
                return await self._ready().ws_connect(
                    f"{self._base}/api/link",
                    headers=self._headers,
                    heartbeat=_PING,
                    timeout=aiohttp.ClientWSTimeout(ws_close=_GOODBYE),
                    max_msg_size=_MESSAGE,
                    proxy=self._proxy,
                    ssl=self._trusted,
                )
        except aiohttp.WSServerHandshakeError as error:
            raise VideoFailed(_CODES.get(error.status, Unready.NO_ANSWER)) from None
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            raise VideoFailed(_why(error)) from None

    async def close(self) -> None:
        """End what is open; nothing is asked any more."""
        self._closed = True
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _object(self, method: str, path: str, body: dict[str, Any] | None) -> dict[str, Any]:
        whole = await self._whole(method, path, body, (_LARGEST, LIMIT))
        told = _json(whole)
        if told is None:
            raise VideoFailed(Unready.NOT_A_GATEWAY)
        return told

    async def _whole(
        self, method: str, path: str, body: dict[str, Any] | None, most: tuple[int, float]
    ) -> bytes:
        try:
            async with (
                asyncio.timeout(most[1]),
                self._ready().request(
                    method,
                    self._base + path,
                    json=body,
                    headers=self._headers,
                    allow_redirects=False,
                    proxy=self._proxy,
                    ssl=self._trusted,
                ) as answer,
            ):
                content = await _read(answer, most[0])
                status = answer.status
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            raise VideoFailed(_why(error)) from None
        if status == 200:
            return content
        raise VideoFailed(_code(status, _json(content)))

    def _ready(self) -> aiohttp.ClientSession:
        if self._closed:
            raise VideoFailed(Unready.NO_ANSWER)
        if self._session is None:
            timeout = aiohttp.ClientTimeout(total=PHOTO_LIMIT, connect=LIMIT)
            self._session = aiohttp.ClientSession(
                timeout=timeout, cookie_jar=aiohttp.DummyCookieJar()
            )
        return self._session


async def _read(answer: aiohttp.ClientResponse, most: int) -> bytes:
    content = bytearray()
    async for part in answer.content.iter_chunked(64 * 1024):
        content += part
        if len(content) > most:
            raise VideoFailed("too_large")
    return bytes(content)


def _json(content: bytes) -> dict[str, Any] | None:
    try:
        told = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) else None


def _code(status: int, told: dict[str, Any] | None) -> str:
    """What a gateway says; who answers otherwise is none."""
    said = None if told is None else told.get("error")
    if isinstance(said, str) and said.replace("_", "").isalpha() and len(said) <= 40:
        return said
    if status in _CODES and told is not None:
        return _CODES[status]
    return Unready.NO_ANSWER if status >= 500 else Unready.NOT_A_GATEWAY


def _why(error: BaseException) -> str:
    """Why no answer came: what the certificate lacks, or nothing more."""
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        found = error.certificate_error
        code = found.verify_code if isinstance(found, ssl.SSLCertVerificationError) else 0
        if code in _OUT_OF_DATE:
            return Unready.CERTIFICATE_EXPIRED
        named = code in _HOSTNAME
        return Unready.CERTIFICATE_NAME if named else Unready.CERTIFICATE_UNTRUSTED
    if isinstance(error, aiohttp.ClientConnectorSSLError | aiohttp.ClientPayloadError):
        return Unready.NO_ANSWER
    if isinstance(error, aiohttp.ClientResponseError):
        return Unready.NOT_A_GATEWAY
    return Unready.NO_ANSWER


def _proxy(base: str) -> str | None:
    """The system's proxy for this address; None: none."""
    parts = urlsplit(base)
    proxies = getproxies()
    if not parts.hostname or not proxies or proxy_bypass(parts.hostname):
        return None
    return proxies.get(parts.scheme)
