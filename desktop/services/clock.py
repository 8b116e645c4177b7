"""The only source of time and of randomness."""

import asyncio
import secrets
import time
from datetime import UTC, datetime, tzinfo


class Clock:
    """Time, sleep and new ids; tests put a fake in its place."""

    def __init__(self, zone: tzinfo | None = None) -> None:
        self._zone = zone

    def now(self) -> datetime:
        """Now, aware, in UTC."""
        return datetime.now(UTC)

    def zone(self) -> tzinfo:
        """The zone of this workstation, in which days are cut.

        Where none was given it is today's offset, which is an hour off across a clock change.
        """
        return self._zone or datetime.now().astimezone().tzinfo or UTC

    def monotonic(self) -> float:
        """Seconds since some moment: never set back, for waits and time limits."""
        return time.monotonic()

    def chance(self) -> float:
        """A figure in [0, 1), so that machines do not all ask at the same moment."""
        return secrets.randbelow(1 << 30) / (1 << 30)

    def secret(self) -> str:
        """256 bits that nobody can guess, in URL-safe letters (43 of them)."""
        return secrets.token_urlsafe(32)

    def random_bytes(self, size: int) -> bytes:
        """Bytes that nobody can guess: keys, salts, nonces."""
        return secrets.token_bytes(size)

    async def sleep(self, seconds: float) -> None:
        """Wait without blocking the loop."""
        await asyncio.sleep(seconds)

    def new_id(self) -> str:
        """A UUIDv7 (RFC 9562, section 5.7): 48 bits of milliseconds, then 74 random bits."""
        millis = int(self.now().timestamp() * 1000)
        value = millis << 80 | 0x7 << 76 | secrets.randbits(12) << 64
        value |= 0b10 << 62 | secrets.randbits(62)
        text = f"{value:032x}"
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
