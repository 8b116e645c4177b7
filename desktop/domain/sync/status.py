"""What the badge and its panel tell of sync."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

CLOCK_LIMIT: Final = timedelta(minutes=2)
"""How far this machine's clock may be from the server's before people are told."""


class Phase(StrEnum):
    """What sync is about, in one word."""

    ALONE = "alone"
    """This store is connected to no shared database."""
    UP_TO_DATE = "up_to_date"
    WORKING = "working"
    WAITING = "waiting"
    """Something waits here, and will leave soon."""
    OFFLINE = "offline"
    PAUSED = "paused"
    """Nothing goes on until somebody, or something, mends what `pause` says."""


class PauseReason(StrEnum):
    """What keeps sync from going on; nothing that waits is touched meanwhile."""

    WRONG_PASSWORD = "wrong_password"  # noqa: S105 - a reason, no password
    EXPIRED_TOKEN = "expired_token"  # noqa: S105 - a reason, no token
    DISABLED = "disabled"
    CERTIFICATE_EXPIRED = "certificate_expired"
    CERTIFICATE_UNTRUSTED = "certificate_untrusted"
    NOT_A_SERVER = "not_a_server"
    TOO_OLD = "too_old"
    """The server no longer speaks this application's protocol: update the application."""
    SERVER_TOO_OLD = "server_too_old"
    """The server does not speak this application's protocol yet."""
    ANOTHER_PERSON = "another_person"
    """Who signed in is not whose store this is."""
    REFUSED = "refused"
    """The server refuses what sync asks as such (not one fact)."""
    STORE = "store"
    """This machine's store cannot be written: the disk is full, for instance."""
    DELETIONS = "deletions"
    """A pull would delete so much here that somebody must say yes first."""
    BUG = "bug"
    """The application failed; it tries again later."""


SIGN_IN_AGAIN: Final = frozenset(
    (
        PauseReason.WRONG_PASSWORD,
        PauseReason.EXPIRED_TOKEN,
        PauseReason.DISABLED,
        PauseReason.ANOTHER_PERSON,
    )
)
"""Pauses that end when somebody signs in, and never by themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncStatus:
    """What is known of sync now."""

    phase: Phase = Phase.ALONE
    waiting: int = 0
    """Facts that wait here for the shared database."""
    waiting_since: datetime | None = None
    """When the oldest of them was written."""
    last_success: datetime | None = None
    """The end of the last round that the server answered to its end."""
    pause: PauseReason | None = None
    rejected: int = 0
    conflicts: int = 0
    held: int = 0
    """Facts that the server does not know how to take yet."""
    clock_offset_ms: int = 0
    """The server's clock less this machine's."""
    next_try: datetime | None = None
    """While offline, and in a pause that is looked into again by itself."""
    progress: tuple[int, None] | None = None
    """During the first pull: rows that came, and how many there are in all (not known)."""
    deletions: int = 0
    """How many rows the pull would delete that waits for a yes (`PauseReason.DELETIONS`)."""
    mismatch: bool = False
    """This machine and the server count differently, even after a second pull."""

    @property
    def sign_in_again(self) -> bool:
        """Whether somebody has to sign in before anything goes on."""
        return self.pause in SIGN_IN_AGAIN

    @property
    def clock_wrong(self) -> bool:
        """Whether this machine's clock is further from the server's than `CLOCK_LIMIT`."""
        return abs(self.clock_offset_ms) > CLOCK_LIMIT / timedelta(milliseconds=1)
