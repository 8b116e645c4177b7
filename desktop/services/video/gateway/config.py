"""What a gateway is told before it starts: where it listens, who may use it, how pictures go."""

import re
from dataclasses import dataclass, field
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from desktop.config import BadSettings
from desktop.config.tables import Table
from desktop.config.video import LOOPBACK, SEGMENT
from desktop.services.video.gateway.providers.relays import Address

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
    top = Table.read(path)
    host, port = _listen(top)
    config = GatewayConfig(
        host=host,
        port=port,
        public=_public(top),
        certificate=_beside(path, top.text("certificate")),
        key=_beside(path, top.text("key")),
        behind_proxy=top.yes("behind_proxy", default=False),
        trusted_proxies=_networks(top),
        keys=_keys(top.table("keys")),
        data=_beside(path, top.text("data")) or path.parent / "video-calls",
        company=top.text("company"),
        provider=top.choice("provider", "p2p", "janus"),
        relay=_relay(top.table("relay")),
        janus=_janus(top.table("janus")),
        places=tuple(_place(one) for one in top.tables("places")),
        retention_ms=top.whole("retention_days", 7, 1, 90) * DAY_MS,
    )
    top.done()
    _fits(top, config)
    return config


def _beside(file: Path, text: str) -> Path | None:
    """A file or folder, beside the configuration where it is relative."""
    return file.parent / Path(text).expanduser() if text else None


def _listen(top: Table) -> tuple[str, int]:
    text = top.text("listen", "127.0.0.1:8765")
    host, _, port = text.rpartition(":")
    host = host.strip("[]")
    if not host or not port.isdecimal() or not 0 < int(port) < 65536:
        raise top.wrong("listen", "address", text)
    return host, int(port)


def _public(top: Table) -> str:
    text = top.text("public").rstrip("/")
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise top.wrong("public", "address", text) from None
    plain = parts.scheme == "http" and host in LOOPBACK
    whole = host and not (parts.path or parts.query or parts.fragment or "@" in parts.netloc)
    if text and not (whole and (parts.scheme == "https" or plain)):
        raise top.wrong("public", "address", text)
    return text


def _networks(top: Table) -> tuple[Network, ...]:
    found = []
    for text in top.list("trusted_proxies"):
        try:
            found.append(ip_network(text))
        except ValueError:
            raise top.wrong("trusted_proxies", "address", text) from None
    return tuple(found)


def _keys(table: Table | None) -> tuple[Key, ...]:
    if table is None:
        return ()
    keys = table.items()
    for name, sha256 in keys.items():
        # Who pasted the key itself is not to read it in a log.
        if not isinstance(sha256, str) or not re.fullmatch(r"[0-9a-f]{64}", sha256.lower()):
            raise table.wrong(name, "sha256", name)
    return tuple(Key(name=name, sha256=sha256.lower()) for name, sha256 in keys.items())


def _relay(table: Table | None) -> Relay:
    if table is None:
        return Relay()
    relay = Relay(
        stun=table.list("stun"),
        turn=table.list("turn"),
        secret=_secret(table, "secret"),
        only=table.yes("only", default=False),
    )
    table.done()
    if relay.turn and not relay.secret:
        raise table.wrong("turn", "secret", "turn")
    for name, schemes in (("stun", ("stun",)), ("turn", ("turn", "turns"))):
        for url in getattr(relay, name):
            if not Address.fits(url, schemes):
                raise table.wrong(name, "address", url)
    return relay


def _janus(table: Table | None) -> Janus:
    if table is None:
        return Janus()
    janus = Janus(
        urls=table.list("urls"),
        secret=_secret(table, "secret"),
        token_secret=_secret(table, "token_secret"),
        room_secret=_secret(table, "room_secret"),
    )
    table.done()
    for url in janus.urls:
        if urlsplit(url).scheme not in {"ws", "wss"} or not urlsplit(url).hostname:
            raise table.wrong("urls", "address", url)
    return janus


def _secret(table: Table, name: str) -> str:
    """A text that no complaint repeats."""
    value = table.any(name)
    if not isinstance(value, str | None):
        raise table.wrong(name, "text", name)
    return value or ""


def _place(table: Table) -> Place:
    place = Place(
        id=table.text("id"),
        team=table.text("team"),
        title=table.text("title"),
        key=table.text("key"),
    )
    table.done()
    if not SEGMENT.fullmatch(place.id):
        raise table.wrong("id", "name", place.id)
    if not place.team:
        raise table.wrong("team", "missing", "team")
    return place


def _fits(top: Table, config: GatewayConfig) -> None:
    """What only shows when all of it is known."""
    if (config.certificate is None) != (config.key is None):
        lone = "certificate" if config.certificate else "key"
        raise top.wrong(lone, "pair", lone)
    if not config.safe:
        raise top.wrong("listen", "plain", config.host)
    if not config.public and not config.loopback:
        raise top.wrong("public", "missing", "public")
    if not config.keys:
        raise top.wrong("keys", "missing", "keys")
    if config.provider == "janus" and not config.janus.urls:
        raise top.wrong("janus", "missing", "janus")
    _places_fit(top, config)


def _places_fit(top: Table, config: GatewayConfig) -> None:
    names = {key.name for key in config.keys}
    seen: set[str] = set()
    for number, place in enumerate(config.places):
        if place.key not in names and (place.key or len(names) > 1):
            raise top.wrong(f"places.{number}", "key", place.id)
        if place.id in seen:
            raise top.wrong(f"places.{number}", "twice", place.id)
        seen.add(place.id)


__all__ = ["BadSettings", "GatewayConfig", "Janus", "Key", "Network", "Place", "Relay", "read"]
