"""STUN and TURN servers: what pages get of them, and whether they really relay."""

import asyncio
import base64
import contextlib
import hmac
import logging
import re
import ssl
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Final

from desktop.domain.errors import Invalid
from desktop.domain.instants import to_millis
from desktop.services.clock import Clock
from desktop.services.video.gateway.providers import Media, stun

LIFETIME: Final = 10 * 60
"""Seconds that TURN credentials are good for."""
PATIENCE: Final = 2.0
"""Seconds that one server has to answer."""

_URL = re.compile(r"(stun|turn|turns):(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9.-]+)(?::(\d{1,5}))?(\?.*)?")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a `turn:` or `turns:` URL (RFC 7065) leads."""

    host: str
    port: int
    transport: str
    """`udp`, `tcp` or `tls`."""

    @classmethod
    def of(cls, url: str) -> "Address":
        """Read one. Raises Invalid for what is none."""
        found = _URL.fullmatch(url)
        if found is None or found[4] not in (None, "?transport=udp", "?transport=tcp"):
            raise Invalid("url", "no STUN or TURN address")
        scheme, host, port, query = found.groups()
        secure = scheme == "turns"
        transport = "tcp" if query == "?transport=tcp" else "udp"
        if secure and query == "?transport=udp":
            raise Invalid("url", "TURN over DTLS is not supported")
        number = int(port) if port else (5349 if secure else 3478)
        if not 0 < number < 65536:
            raise Invalid("url", "no port")
        return cls(host=host.strip("[]"), port=number, transport="tls" if secure else transport)

    @classmethod
    def fits(cls, url: str, schemes: tuple[str, ...]) -> bool:
        """Whether a text is such an address, of one of these schemes."""
        try:
            cls.of(url)
        except Invalid:
            return False
        return url.partition(":")[0] in schemes


@dataclass(frozen=True, slots=True, kw_only=True)
class Relays:
    """The servers of one gateway.

    `turn` are all offered from the start, those over TLS too: a browser that first has to see the
    others fail says so after 15 s only.
    """

    stun: tuple[str, ...] = ()
    turn: tuple[str, ...] = ()
    secret: str = field(default="", repr=False)
    """What coturn has as `static-auth-secret`."""
    only: bool = False
    """No direct way: neither side learns the other's address."""
    authorities: str = ""
    """File with the certificates that `turns:` is trusted by; empty: the system's."""

    def __post_init__(self) -> None:
        for url in (*self.stun, *self.turn):
            Address.of(url)
        if self.turn and not self.secret:
            raise Invalid("secret", "TURN wants one")

    def media(self, provider: str, call: str, now: int) -> Media:
        """What every provider's `media` holds; `now` in ms since 1970."""
        media: Media = {"provider": provider, "ice": self.ice(call, now)}
        return {**media, "policy": "relay"} if self.only else media

    def ice(self, call: str, now: int) -> list[dict[str, Any]]:
        """`RTCPeerConnection`'s `iceServers` for one page; `now` in ms since 1970."""
        servers: list[dict[str, Any]] = []
        if self.stun:
            servers.append({"urls": list(self.stun)})
        if self.turn:
            username, credential = self.login(call, now)
            servers.append(
                {"urls": list(self.turn), "username": username, "credential": credential}
            )
        return servers

    def login(self, call: str, now: int) -> tuple[str, str]:
        """User and password of TURN's REST convention, good for ten minutes."""
        username = f"{now // 1000 + LIFETIME}:{call}"
        made = hmac.digest(self.secret.encode(), username.encode(), "sha1")
        return username, base64.b64encode(made).decode()

    async def down(self, clock: Clock) -> tuple[str, ...]:
        """Which TURN servers do not relay: dead, unreachable, or with another secret."""
        answers = await asyncio.gather(*(self._relays(url, clock) for url in self.turn))
        return tuple(url for url, well in zip(self.turn, answers, strict=True) if not well)

    async def _relays(self, url: str, clock: Clock) -> bool:
        address = Address.of(url)
        login = self.login("check", to_millis(clock.now()))
        try:
            async with asyncio.timeout(PATIENCE):
                if address.transport == "udp":
                    await _over_udp(address, login, clock)
                else:
                    await self._over_stream(address, login, clock)
        except (OSError, TimeoutError, ValueError, asyncio.IncompleteReadError) as error:
            _log.info("relay %s: %s", url, type(error).__name__)
            return False
        return True

    async def _over_stream(self, address: Address, login: tuple[str, str], clock: Clock) -> None:
        secure: ssl.SSLContext | None = None
        if address.transport == "tls":
            secure = ssl.create_default_context(cafile=self.authorities or None)
        reader, writer = await asyncio.open_connection(address.host, address.port, ssl=secure)

        async def ask(message: bytes) -> bytes:
            writer.write(message)
            await writer.drain()
            head = await reader.readexactly(stun.HEADER)
            return head + await reader.readexactly(stun.size_of(head))

        try:
            await _allocate(ask, login, clock)
        finally:
            writer.transport.abort()  # a word of parting may never be answered
            with contextlib.suppress(OSError):
                await writer.wait_closed()


class _Datagrams(asyncio.DatagramProtocol):
    """The newest datagram that came, or the error."""

    def __init__(self) -> None:
        self.came: asyncio.Queue[bytes | Exception] = asyncio.Queue()

    def datagram_received(self, data: bytes, _addr: Any) -> None:
        self.came.put_nowait(data)

    def error_received(self, exc: Exception) -> None:
        self.came.put_nowait(exc)


async def _over_udp(address: Address, login: tuple[str, str], clock: Clock) -> None:
    loop = asyncio.get_running_loop()
    transport, inbox = await loop.create_datagram_endpoint(
        _Datagrams, remote_addr=(address.host, address.port)
    )

    async def ask(message: bytes) -> bytes:
        while True:  # until the caller's patience ends: datagrams get lost
            transport.sendto(message)
            try:
                async with asyncio.timeout(PATIENCE / 4):
                    while True:
                        came = await inbox.came.get()
                        if isinstance(came, Exception):
                            raise came
                        if came[8 : stun.HEADER] == message[8 : stun.HEADER]:
                            return came
            except TimeoutError:
                continue

    try:
        await _allocate(ask, login, clock)
    finally:
        transport.close()


async def _allocate(
    ask: Callable[[bytes], Awaitable[bytes]], login: tuple[str, str], clock: Clock
) -> None:
    """Get a relayed address as a browser does, and give it back.

    Raises ValueError where the server refuses. One that has no room left (486, 508) does answer.
    """
    username, password = login

    async def asked(method: int, *attributes: tuple[int, bytes], key: bytes | None = None) -> Any:
        transaction = clock.random_bytes(12)
        message = stun.request(method, transaction, attributes, key=key)
        return stun.reply(await ask(message), transaction)

    first = await asked(stun.ALLOCATE, stun.UDP_RELAY)
    realm, nonce = first.attributes.get(stun.REALM), first.attributes.get(stun.NONCE)
    if first.code != 401 or realm is None or nonce is None:
        raise ValueError("no challenge")
    key = stun.long_term_key(username, realm.decode(), password)
    who = ((stun.USERNAME, username.encode()), (stun.REALM, realm), (stun.NONCE, nonce))
    second = await asked(stun.ALLOCATE, stun.UDP_RELAY, *who, key=key)
    if second.success:
        await asked(stun.REFRESH, (stun.LIFETIME, bytes(4)), *who, key=key)
    elif second.code not in (486, 508):
        raise ValueError("refused")
