"""Paths as people are shown them: from their own folder on, and without their name in it."""

from pathlib import Path


def home_relative(path: Path | str) -> str:
    """Return `path` with the person's own folder as "~"; unchanged when it is elsewhere."""
    whole = Path(path)
    try:
        return str("~" / whole.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(whole)
