"""Settings, frozen and read once: defaults < TOML file < environment < flags."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from desktop.config import video
from desktop.config.errors import BadSettings
from desktop.config.tables import Table
from desktop.config.video import VideoSettings

__all__ = ["CHOICES", "ENVIRONMENT", "NAME", "BadSettings", "Settings", "VideoSettings", "read"]

NAME = "vis-a-vis"
ENVIRONMENT = "VISAVIS_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the application was asked to be."""

    profile: str = "default"
    """Name of a set of stores of its own, `[a-z0-9-]+`."""
    store: Path | None = None
    """A store's file named by hand; it stays plain and is no demonstration."""
    theme: Literal["light", "dark", "system"] = "system"
    lang: str = ""
    """fr or en; "" where nobody says: the one picked in the application, else French."""
    server: str = ""
    """The shared database, `postgresql://…` or `https://…`; "" for a plain store on this machine."""
    sign_in: Path | None = None
    """The file that the administrator handed over; it names the server."""
    take_over: Path | None = None
    """A plain store whose facts become, encrypted, those of who signs in; it is wiped then."""
    sign_in_as: str = ""
    """Demonstration: who to be, by sign-in name or name."""
    phone: str = ""
    """A number handed over by the telephone, as it was given."""
    folder: Path | None = None
    """Where stores and logs are kept; None: the system's place for a user's data."""
    video: VideoSettings = field(default_factory=VideoSettings)


CHOICES: Mapping[str, tuple[str, ...]] = {
    "theme": ("light", "dark", "system"),
    "lang": ("fr", "en"),
}
FROM_FILE = ("profile", "store", "server", "sign_in", "theme", "lang", "folder")
PATHS = frozenset({"store", "folder", "sign_in", "take_over"})


def is_address(text: str) -> bool:
    """Whether a text is a server's address: `postgresql://`, `https://`, or `http://` to itself."""
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        return False
    if parts.scheme in {"postgresql", "postgres"}:
        return bool(host or parts.query or parts.path.strip("/"))
    return bool(host) and (
        parts.scheme == "https" or (parts.scheme == "http" and host in video.LOOPBACK)
    )


def read(
    *,
    file: Path | None = None,
    environment: Mapping[str, str] | None = None,
    flags: Mapping[str, str] | None = None,
) -> Settings:
    """The settings that these sources give, the later over the earlier.

    Raises BadSettings, which names the file and line, the variable or the flag.
    """
    settings, table = Settings(), None
    if file is not None and file.exists():
        found, where, table = _from_file(file)
        settings = _with(settings, found, where)
    settings = replace(settings, video=video.read(table, environment or {}, ENVIRONMENT))
    given = {
        name: (environment or {})[f"{ENVIRONMENT}{name.upper()}"]
        for name in FROM_FILE
        if f"{ENVIRONMENT}{name.upper()}" in (environment or {})
    }
    settings = _with(settings, given, {name: f"{ENVIRONMENT}{name.upper()}" for name in given})
    chosen = dict(flags or {})
    if "video_gateway" in chosen:
        gateway = chosen.pop("video_gateway")
        calls = video.with_one(settings.video, "gateway", gateway, "--video-gateway")
        settings = replace(settings, video=calls)
    settings = _with(settings, chosen, {name: f"--{name.replace('_', '-')}" for name in chosen})
    if settings.store is not None and (settings.server or settings.sign_in):
        # A plain store is never connected: its file can be read by whoever has the machine.
        raise BadSettings("--store", "plain", str(settings.store))
    if settings.take_over is not None and not (settings.server or settings.sign_in):
        raise BadSettings("--take-over", "nowhere", str(settings.take_over))
    return settings


def _from_file(file: Path) -> tuple[dict[str, str], dict[str, str], Table | None]:
    """Values, where each stands, and the table of video calls."""
    whole = Table.read(file)
    table = whole.table("video")
    values = whole.items()
    where = {name: whole.where(name) for name in values}
    for name in values:
        if name not in FROM_FILE:
            raise BadSettings(where[name], "unknown", name)
    return {name: str(value) for name, value in values.items()}, where, table


def _with(settings: Settings, given: Mapping[str, str], where: Mapping[str, str]) -> Settings:
    known = {one.name for one in fields(Settings)} - {"video"}
    values: dict[str, str | Path] = {}
    for name, value in given.items():
        if name not in known:
            raise BadSettings(where[name], "unknown", name)
        if value not in CHOICES.get(name, (value,)):
            raise BadSettings(where[name], "choice", value)
        if name == "profile" and not value.replace("-", "").isalnum():
            raise BadSettings(where[name], "name", value)
        if name == "server" and value and not is_address(value):
            raise BadSettings(where[name], "address", value)
        values[name] = Path(value).expanduser() if name in PATHS else value
    return replace(settings, **values)  # type: ignore[arg-type] # each was read by its name
