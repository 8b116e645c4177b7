"""What happens in a video call, one numbered happening after the other, as the gateway keeps it.

docs/video-protocol.md says who tells what; the gateway and the application read the same log.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from desktop.domain.errors import Invalid
from desktop.domain.instants import from_millis, to_millis

MOST: Final = 1_000_000
"""No call has as many happenings."""


class Delivery(StrEnum):
    """How the customer gets to the page, in the order of their digits."""

    SMS = "sms"
    EMAIL = "email"
    QR = "qr"
    COPY = "copy"
    HERE = "here"
    """Opened in this machine's browser: the demonstration."""
    SOS = "sos"
    """The customer pressed a button of their own."""


class EndReason(StrEnum):
    """Why a call ended."""

    DONE = "done"
    NO_SHOW = "no_show"
    """Nobody came by the link."""
    REFUSED = "refused"
    """The customer said no before the first picture."""
    NETWORK = "network"
    ADVISOR_GONE = "advisor_gone"


class Via(StrEnum):
    """The way that pictures take."""

    UNKNOWN = "unknown"
    DIRECT = "direct"
    RELAY = "relay"
    """Through TURN."""
    SERVER = "server"
    """Through a media server."""


class Source(StrEnum):
    """What a customer can show."""

    CAMERA = "camera"
    SCREEN = "screen"


class What(StrEnum):
    """Kinds of happening; what each has in `detail` stands beside it."""

    CREATED = "created"
    """provider"""
    OFFERED = "offered"
    """by: a Delivery"""
    OPENED = "opened"
    """lang; the invitation is used up from here on"""
    REFUSED = "refused"
    CONSENTED = "consented"
    ADVISOR_HERE = "advisor_here"
    ADVISOR_AWAY = "advisor_away"
    """The advisor's page is gone, for the moment."""
    CUSTOMER_HERE = "customer_here"
    CUSTOMER_AWAY = "customer_away"
    FACE = "face"
    """First picture decoded at the customer's."""
    VIA = "via"
    """via: a Via"""
    LOST = "lost"
    """No picture goes through."""
    BACK = "back"
    SHARE = "share"
    """source: a Source; the customer consented, and shows it from now on"""
    UNSHARE = "unshare"
    """source"""
    PHOTO_ASKED = "photo_asked"
    """source"""
    PHOTO_REFUSED = "photo_refused"
    PHOTO_CONSENTED = "photo_consented"
    """id, source"""
    PHOTO = "photo"
    """id, source, width, height, size (bytes), sha256; the picture itself is fetched apart"""
    THIRD_HERE = "third_here"
    """person: id of the colleague"""
    THIRD_AWAY = "third_away"
    """person"""
    ENDED = "ended"
    """reason: an EndReason"""
    ANSWER = "answer"
    """sealed: effort and words, which only the application that asked can open"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One of them; `n` counts from 1 in each call, without gaps."""

    n: int
    at: datetime
    """By the gateway's clock."""
    what: What
    detail: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """As it stands in the journal and on the line: instants in milliseconds since 1970, UTC."""
        at = to_millis(self.at)
        return {**self.detail, "n": self.n, "at": at, "what": self.what.value}

    @classmethod
    def of_json(cls, told: Mapping[str, Any]) -> "Happening":
        """Read one. Raises Invalid for what is none, or of a kind that is not known here."""
        try:
            at = from_millis(told["at"])
            detail = {name: told[name] for name in told if name not in {"n", "at", "what"}}
            n = int(told["n"])
            if not 0 < n < MOST:
                raise Invalid("happening", "n")
            return cls(n=n, at=at, what=What(told["what"]), detail=detail)
        except (KeyError, TypeError, ValueError, OverflowError, OSError) as error:
            raise Invalid("happening", type(error).__name__) from error
