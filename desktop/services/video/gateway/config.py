"""What a gateway is told before it starts: where it listens, who may use it, how pictures go."""

import re
from dataclasses import dataclass, field
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from desktop.config import HERE, BadSettings
from desktop.services.video.gateway.providers.relays import Address
from desktop.services.video.gateway.toml_file import TomlFile, TomlTable

LOOPBACK: Final = HERE
DAY_MS: Final = 24 * 3600 * 1000
Network = IPv4Network | IPv6Network


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """Who may ask for calls; the key itself is with whoever has it."""

    name: str
    sha256: str
    """Of the key, in hexadecimal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where customers find a button of their own."""

    id: str
    team: str
    title: str
    key: str = ""
    """Name of the key whose people it rings; empty: the only one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relay:
    """STUN and TURN servers."""

    stun: tuple[str, ...] = ()
    turn: tuple[str, ...] = ()
    secret: str = field(default="", repr=False)
    """Shared with the TURN servers (`static-auth-secret`)."""
    only: bool = False
    """Pictures go through TURN alone: neither side learns the other's address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Janus:
    """Media servers, and what they let the gateway in by."""

    urls: tuple[str, ...] = ()
    secret: str = field(default="", repr=False)
    """`api_secret` of Janus."""
    token_secret: str = field(default="", repr=False)
    """`token_auth_secret` of Janus."""
    room_secret: str = field(default="", repr=False)
    """`admin_key` of its video room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GatewayConfig:
    """All of it; `read` makes one of a file."""

    host: str = "127.0.0.1"
    port: int = 0
    """0: any that is free, which only the gateway inside the application can do with."""
    public: str = ""
    """Address that links begin with, no slash at its end; empty: where it listens."""
    certificate: Path | None = None
    key: Path | None = None
    behind_proxy: bool = False
    """Another program speaks TLS in front of it."""
    trusted_proxies: tuple[Network, ...] = ()
    """Whose `X-Forwarded-For` is believed."""
    keys: tuple[Key, ...] = ()
    data: Path = Path("video-calls")
    company: str = ""
    provider: str = "p2p"
    relay: Relay = Relay()
    janus: Janus = Janus()
    places: tuple[Place, ...] = ()
    retention_ms: int = 7 * DAY_MS
    """How long an ended call waits for the application to keep it."""

    @property
    def loopback(self) -> bool:
        """Whether nobody but this machine reaches it."""
        return self.host in LOOPBACK

    @property
    def safe(self) -> bool:
        """Whether it may listen there: a plain address is for loopback, or for a proxy in front."""
        return self.loopback or self.behind_proxy or self.certificate is not None


def read(path: Path) -> GatewayConfig:
    """The configuration in a TOML file. Raises BadSettings, which names the file and the line."""
    file = TomlFile.read(path)
    top = file.top
    listen = top.text("listen", "127.0.0.1:8765")
    host, port = _listen(top, listen)
    config = GatewayConfig(
        host=host,
        port=port,
        public=_public(top),
        certificate=top.path("certificate"),
        key=top.path("key"),
        behind_proxy=top.flag("behind_proxy"),
        trusted_proxies=_networks(top),
        keys=_keys(top.table("keys")),
        data=top.path("data") or path.parent / "video-calls",
        company=top.text("company"),
        provider=top.choice("provider", ("p2p", "janus")),
        relay=_relay(top.table("relay")),
        janus=_janus(top.table("janus")),
        places=tuple(_place(one) for one in top.tables("places")),
        retention_ms=top.number("retention_days", 7, least=1, most=90) * DAY_MS,
    )
    top.done()
    _fits(top, config)
    return config


def _listen(top: TomlTable, text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    host = host.strip("[]")
    if not host or not port.isdecimal() or not 0 < int(port) < 65536:
        raise top.bad("listen", "address", text)
    return host, int(port)


def _public(top: TomlTable) -> str:
    text = top.text("public").rstrip("/")
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise top.bad("public", "address", text) from None
    plain = parts.scheme == "http" and host in LOOPBACK
    whole = host and not (parts.path or parts.query or parts.fragment or "@" in parts.netloc)
    if text and not (whole and (parts.scheme == "https" or plain)):
        raise top.bad("public", "address", text)
    return text


def _networks(top: TomlTable) -> tuple[Network, ...]:
    found = []
    for text in top.texts("trusted_proxies"):
        try:
            found.append(ip_network(text))
        except ValueError:
            raise top.bad("trusted_proxies", "address", text) from None
    return tuple(found)


def _keys(table: TomlTable) -> tuple[Key, ...]:
    keys = tuple(Key(name=name, sha256=table.text(name).lower()) for name in table.names())
    for key in keys:
        if not re.fullmatch(r"[0-9a-f]{64}", key.sha256):
            raise table.bad(key.name, "sha256")
    return keys


def _relay(table: TomlTable) -> Relay:
    relay = Relay(
        stun=table.texts("stun"),
        turn=table.texts("turn"),
        secret=table.text("secret"),
        only=table.flag("only"),
    )
    table.done()
    if relay.turn and not relay.secret:
        raise table.bad("turn", "secret")
    for name, schemes in (("stun", ("stun",)), ("turn", ("turn", "turns"))):
        for url in getattr(relay, name):
            if not Address.fits(url, schemes):
                raise table.bad(name, "address", url)
    return relay


def _janus(table: TomlTable) -> Janus:
    janus = Janus(
        urls=table.texts("urls"),
        secret=table.text("secret"),
        token_secret=table.text("token_secret"),
        room_secret=table.text("room_secret"),
    )
    table.done()
    for url in janus.urls:
        if urlsplit(url).scheme not in {"ws", "wss"} or not urlsplit(url).hostname:
            raise table.bad("urls", "address", url)
    return janus


def _place(table: TomlTable) -> Place:
    place = Place(
        id=table.text("id"),
        team=table.text("team"),
        title=table.text("title"),
        key=table.text("key"),
    )
    table.done()
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,63}", place.id):
        raise table.bad("id", "name", place.id)
    if not place.team:
        raise table.bad("team", "missing")
    return place


def _fits(top: TomlTable, config: GatewayConfig) -> None:
    """What only shows when all of it is known."""
    if (config.certificate is None) != (config.key is None):
        raise top.bad("certificate" if config.certificate else "key", "pair")
    if not config.safe:
        raise top.bad("listen", "plain", config.host)
    if not config.public and not config.loopback:
        raise top.bad("public", "missing")
    if not config.keys:
        raise top.bad("keys", "missing")
    if config.provider == "janus" and not config.janus.urls:
        raise top.bad("janus", "missing")
    names = {key.name for key in config.keys}
    for place in config.places:
        if place.key not in names and (place.key or len(names) > 1):
            raise top.bad("places", "key", place.id)
    if len({place.id for place in config.places}) < len(config.places):
        raise top.bad("places", "twice")


__all__ = ["BadSettings", "GatewayConfig", "Janus", "Key", "Network", "Place", "Relay", "read"]
