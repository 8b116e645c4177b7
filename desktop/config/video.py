"""The table `[video]` of the settings: which gateway, and how messages to customers leave."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from desktop.config.errors import BadSettings
from desktop.config.tables import Table

LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})
"""Hosts that need no encryption on the way."""
FIELDS: Final = frozenset({"to", "text", "link", "key", "secret"})
"""What a message's template may name in braces; headers may name `key` and `secret`."""
PLACEHOLDER: Final = re.compile(r"\{(\w*)\}")
_HEADER_NAME: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_HEADER_VALUE: Final = re.compile(r"[\x20-\x7e]*")
_HOST: Final = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?")
SEGMENT: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
"""Id of a place: a part of its address."""
SETTABLE: Final = ("gateway", "company", "name", "certificate", "certificate_key", "listen", "port")
"""What the environment (`VISAVIS_VIDEO_…`) may say as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageService:
    """The company's HTTP gateway for one kind of message."""

    url: str
    method: str = "POST"
    headers: tuple[tuple[str, str], ...] = ()
    """Values may name `{secret}` and `{key}`."""
    body: str = "json"
    """json or form."""
    template: Mapping[str, Any] = field(default_factory=dict)
    """The body as a structure; its texts may name `{to}`, `{text}`, `{link}`, `{key}`, `{secret}`."""
    success: tuple[int, ...] = (200, 201, 202)
    """Statuses that say yes."""
    success_path: str = ""
    """Where the answer says yes as well: `messages.0.status`; empty: the status is enough."""
    success_values: tuple[str | int | bool, ...] = ()
    """What stands there then; none: anything but nothing."""
    secret: str = ""
    """Name of the secret in the keyring."""

    @property
    def wants_secret(self) -> bool:
        """Whether anything names `{secret}`."""
        texts = (*(value for _, value in self.headers), *_texts(self.template))
        return any("{secret}" in text for text in texts)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceSettings:
    """Where a customer's own button hangs."""

    id: str
    team: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoSettings:
    """What video calls need; without any of it only the demonstration has them."""

    gateway: str = ""
    """The company's gateway, `https://…`."""
    company: str = ""
    """Name that customers read."""
    listen: str = "0.0.0.0"  # noqa: S104 - used with a certificate and its name alone
    """Address of the gateway inside, where it has a certificate and a name."""
    port: int = 8443
    name: str = ""
    """Name of the company's that leads customers on this network to this machine."""
    certificate: Path | None = None
    certificate_key: Path | None = None
    provider: str = "p2p"
    """p2p or janus, of the gateway inside."""
    stun: tuple[str, ...] = ()
    turn: tuple[str, ...] = ()
    janus: tuple[str, ...] = ()
    places: tuple[PlaceSettings, ...] = ()
    ready: bool = True
    """Have the page made ready before the key is pressed; it takes memory."""
    sms: MessageService | None = None
    email: MessageService | None = None


def read(table: Table | None, environment: Mapping[str, str], prefix: str) -> VideoSettings:
    """The settings of the file's table, with those of the environment over them."""
    settings = VideoSettings() if table is None else _read(table)
    for name in SETTABLE:
        variable = f"{prefix}VIDEO_{name.upper()}"
        if variable in environment:
            settings = with_one(settings, name, environment[variable], variable)
    return settings


def with_one(settings: VideoSettings, name: str, value: str, where: str) -> VideoSettings:
    """The settings with one of SETTABLE, given as text at `where`."""
    checks = {"gateway": _not_an_address, "name": _not_a_host}
    why = checks[name](value) if name in checks and value else ""
    if why:
        raise BadSettings(where, why, value)
    if name == "port":
        if not value.isdecimal() or int(value) > 65535:
            raise BadSettings(where, "number", value)
        return replace(settings, port=int(value))
    if name in {"certificate", "certificate_key"}:
        return replace(settings, **{name: _path(value)})  # type: ignore[arg-type] # these are paths
    trimmed = value.rstrip("/") if name == "gateway" else value
    return replace(settings, **{name: trimmed})  # type: ignore[arg-type] # these are texts


def _read(table: Table) -> VideoSettings:
    settings = VideoSettings(
        gateway=table.text("gateway", check=_not_an_address).rstrip("/"),
        company=table.text("company"),
        listen=table.text("listen", VideoSettings().listen),
        port=table.whole("port", 8443, 0, 65535),
        name=table.text("name", check=_not_a_host),
        certificate=_path(table.text("certificate")),
        certificate_key=_path(table.text("certificate_key")),
        provider=table.choice("provider", "p2p", "janus"),
        stun=_addresses(table, "stun", ("stun:", "stuns:")),
        turn=_addresses(table, "turn", ("turn:", "turns:")),
        janus=_addresses(table, "janus", ("ws://", "wss://", "http://", "https://")),
        places=tuple(_place(one) for one in table.tables("places")),
        ready=table.yes("ready", default=True),
        sms=_service(table.table("sms"), "sms"),
        email=_service(table.table("email"), "email"),
    )
    table.done()
    return settings


def _place(table: Table) -> PlaceSettings:
    place = PlaceSettings(
        id=table.text("id", check=lambda text: "" if SEGMENT.fullmatch(text) else "name"),
        team=table.text("team"),
        title=table.text("title"),
    )
    for name in ("id", "team", "title"):
        if not getattr(place, name):
            raise table.wrong(name, "missing", name)
    table.done()
    return place


def _service(table: Table | None, name: str) -> MessageService | None:
    if table is None:
        return None
    service = MessageService(
        url=table.text("url", check=_not_an_address),
        method=table.choice("method", "POST", "PUT"),
        headers=_headers(table.table("headers")),
        body=table.choice("body", "json", "form"),
        template=_template(table),
        success=table.list("success", (int,)) or MessageService(url="").success,
        success_path=table.text("success_path"),
        success_values=table.list("success_values", (str, int, bool)),
        secret=table.text("secret", name),
    )
    if not service.url:
        raise table.wrong("url", "missing", "url")
    if not any("{to}" in text for text in _texts(service.template)):
        raise table.wrong("template", "no_addressee", "{to}")
    nested = any(not isinstance(value, str) for value in service.template.values())
    if service.body == "form" and nested:
        raise table.wrong("template", "flat", "form")
    table.done()
    return service


def _headers(table: Table | None) -> tuple[tuple[str, str], ...]:
    if table is None:
        return ()
    given = table.items()
    for name, value in given.items():
        if not _HEADER_NAME.fullmatch(name):
            raise table.wrong(name, "header", name)
        if not isinstance(value, str) or not _HEADER_VALUE.fullmatch(value):
            raise table.wrong(name, "header", name)
        if set(PLACEHOLDER.findall(value)) - {"key", "secret"}:
            raise table.wrong(name, "placeholder", name)
    return tuple(given.items())


def _template(table: Table) -> dict[str, Any]:
    template = table.table("template")
    if template is None:
        raise table.wrong("template", "missing", "template")
    found = template.items()
    for text in _texts(found):
        unknown = set(PLACEHOLDER.findall(text)) - FIELDS
        if unknown:
            raise table.wrong("template", "placeholder", ", ".join(sorted(unknown)))
    return found


def _texts(value: Any) -> Iterator[str]:
    """All texts within a structure."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)


def _addresses(table: Table, name: str, schemes: tuple[str, ...]) -> tuple[str, ...]:
    found: tuple[str, ...] = table.list(name)
    for one in found:
        if not one.startswith(schemes):
            raise table.wrong(name, "address", one)
    return found


def _path(text: str) -> Path | None:
    return Path(text).expanduser() if text else None


def _not_an_address(text: str) -> str:
    """Why a text is no address to send secrets to: https anywhere, http to this machine alone."""
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        return "web_address"
    safe = parts.scheme == "https" or (parts.scheme == "http" and host in LOOPBACK)
    return "" if host and safe and not parts.username and not parts.fragment else "web_address"


def _not_a_host(text: str) -> str:
    return "" if _HOST.fullmatch(text) else "host"
