"""What video calls are set up with."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from desktop.config.video import VideoSettings
from desktop.domain.video.happenings import Delivery


def _none(_name: str) -> str:
    return ""


def _link_alone(_delivery: Delivery, link: str) -> str:
    return link


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How this application makes its calls."""

    settings: VideoSettings = field(default_factory=VideoSettings)
    data: Path
    """Folder where the gateway inside keeps its journal."""
    here: bool = False
    """The demonstration: a gateway on loopback, for this machine alone."""
    lang: str = "fr"
    """fr or en: what the customer's page begins in."""
    secret: Callable[[str], str] = _none
    """A secret by its name, "" where there is none; it may take its time."""
    text: Callable[[Delivery, str], str] = _link_alone
    """The words of a message that holds this link."""
    authority: str | None = None
    """File of a certificate authority in the place of the system's."""
