"""Rules for rows that come from elsewhere: why one is refused, what was mended, which id it gets."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.errors import Refused


class RejectReason(StrEnum):
    """Why a row does not go in; a mapping may add reasons of its own for rows that it leaves out."""

    WRONG_COLUMNS = "wrong_columns"
    BAD_QUOTES = "bad_quotes"
    NO_KEY = "no_key"
    DUPLICATE_KEY = "duplicate_key"
    UNKNOWN_VALUE = "unknown_value"
    BAD_DATE = "bad_date"
    BAD_TIME = "bad_time"
    BAD_NUMBER = "bad_number"
    BAD_BOOLEAN = "bad_boolean"
    OUT_OF_RANGE = "out_of_range"
    NO_TIME = "no_time"
    TIMES_DISAGREE = "times_disagree"
    NO_SUCH_CONTACT = "no_such_contact"
    """No contact bears the token that the answer names."""
    NOTHING_SAID = "nothing_said"
    """An answer without any value or word."""


class Repair(StrEnum):
    """What was put right in a row, which went in all the same."""

    PAST_MIDNIGHT = "past_midnight"
    NEGATIVE_DURATION = "negative_duration"
    DURATION_RECOMPUTED = "duration_recomputed"
    END_RECOMPUTED = "end_recomputed"
    SERVICE_OF_ABANDONED = "service_of_abandoned"
    """Times of service on a contact that nobody answered: left aside."""
    POSTCODE_PADDED = "postcode_padded"
    """A spreadsheet had eaten the postcode's first zero."""


class Doubt(StrEnum):
    """What could not be used where it belongs, and is kept among the details."""

    UNREADABLE_PHONE = "unreadable_phone"
    UNREADABLE_EMAIL = "unreadable_email"


class Rejected(Refused):
    """A row that cannot go in: why, in which column, and what stood there."""

    def __init__(self, reason: str, field: str = "", value: str = "") -> None:
        super().__init__(f"{reason} {field} {value}".strip())
        self.reason = reason
        self.field = field
        self.value = value


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What was noticed in a row that goes in."""

    repairs: tuple[Repair, ...] = ()
    doubts: tuple[Doubt, ...] = ()


_SPACE = bytes.fromhex("5f5e7d0c3b6f4a0f9d4e6a4b1c2d8e71")
"""The namespace of ids derived from a source's keys; never to change."""


def derived_id(source: str, kind: str, *key: str) -> str:
    """The same id each time for a source's key (RFC 9562, section 5.5, over names of our own)."""
    named = "".join(f"{len(word)}:{word}" for word in (source, kind, *key)).encode()
    found = hashlib.sha1(_SPACE + named, usedforsecurity=False).hexdigest()
    variant = "89ab"[int(found[16], 16) & 0b11]
    return f"{found[:8]}-{found[8:12]}-5{found[13:16]}-{variant}{found[17:20]}-{found[20:32]}"


def digest(*rows: Mapping[str, object]) -> str:
    """A fingerprint of rows, 16 hexadecimal digits; an empty column counts for nothing.

    So a column that comes later and stands empty changes no fingerprint already kept.
    """
    told = [f"{name}={value}" for row in rows for name, value in row.items() if value]
    return hashlib.blake2b("\x1f".join(told).encode(), digest_size=8).hexdigest()
