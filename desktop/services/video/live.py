"""A call as whoever shows it gets it."""

from dataclasses import dataclass
from datetime import datetime

from desktop.domain.video.calls import Asked, VideoPhoto
from desktop.domain.video.progress import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """A call under way, or that has just ended."""

    asked: Asked
    link: str
    """The customer's; empty once it was used, or where they pressed a button."""
    page: str
    """The advisor's, good once and for a minute."""
    progress: Progress
    """Where it stands, by the gateway's clock."""
    ahead_ms: int
    """This machine's clock less the gateway's."""
    expires_at: datetime
    """Until when the invitation can be opened, by this machine's clock."""
    third: bool
    """Whether a colleague can join."""
    photos: tuple[VideoPhoto, ...] = ()
    """Those kept so far, whole."""
