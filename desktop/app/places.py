"""Where the store and the log of a profile are."""

import contextlib
import hashlib
from dataclasses import replace
from pathlib import Path

from desktop.config import CHOICES, NAME, Settings

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


def folder_of(settings: Settings) -> Path:
    """The profile's folder; it may not exist yet."""
    if settings.folder is not None:
        return settings.folder / settings.profile
    import platformdirs

    return platformdirs.user_data_path(NAME, appauthor=False) / settings.profile


def store_of(settings: Settings) -> Path:
    """The store's file: the one that was named, else the profile's demonstration."""
    return settings.store or folder_of(settings) / "demonstration.sqlite"


def connected(settings: Settings) -> bool:
    """Whether a shared database was named; the store is then an encrypted one a person."""
    return bool(settings.server or settings.sign_in)


def lock_of(settings: Settings) -> Path:
    """What one window holds: a plain store, or a server of this profile."""
    if not connected(settings):
        return store_of(settings)
    named = settings.server or str(settings.sign_in)
    return folder_of(settings) / f"shared-{hashlib.sha256(named.encode()).hexdigest()[:16]}"


def make_folder(settings: Settings) -> None:
    """Make the profile's folder; where that cannot be done, opening the store will say why."""
    with contextlib.suppress(OSError):
        folder_of(settings).mkdir(parents=True, exist_ok=True)


def keep_language(settings: Settings, lang: str) -> None:
    """Have the next start in this language. Raises OSError.

    It is no row of the store: words are on the screen before the store is open.
    """
    make_folder(settings)
    _language_of(settings).write_text(lang, encoding="utf-8")


def kept_language(settings: Settings) -> str:
    """The language picked in the application; "" where none was."""
    try:
        kept = _language_of(settings).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""
    return kept if kept in CHOICES["lang"] else ""


def in_language(settings: Settings) -> Settings:
    """The settings with a language: the one that was said, else picked, else French."""
    return replace(settings, lang=settings.lang or kept_language(settings) or "fr")


def _language_of(settings: Settings) -> Path:
    return folder_of(settings) / "language"


def demonstration(settings: Settings) -> bool:
    """Whether the store is the demonstration's."""
    return settings.store is None and not connected(settings)


def shown(path: Path) -> str:
    """A path as people read it: the home as `~`."""
    try:
        return f"~/{path.resolve().relative_to(Path.home()).as_posix()}"
    except (ValueError, RuntimeError):
        return str(path)
