"""The few STUN and TURN messages (RFC 8489, 8656) with which a relay is tried."""

import hashlib
import hmac
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

COOKIE: Final = 0x2112A442
HEADER: Final = 20
"""Bytes before the attributes."""

ALLOCATE, REFRESH, BINDING = 0x003, 0x004, 0x001
SUCCESS, FAILURE = 0x0100, 0x0110
USERNAME, INTEGRITY, ERROR, LIFETIME = 0x0006, 0x0008, 0x0009, 0x000D
REALM, NONCE, TRANSPORT = 0x0014, 0x0015, 0x0019

UDP_RELAY: Final = (TRANSPORT, b"\x11\x00\x00\x00")
"""Asks for a relay that speaks UDP onwards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a server said: the request's method, whether it succeeded, its attributes."""

    method: int
    success: bool
    attributes: dict[int, bytes]

    @property
    def code(self) -> int:
        """The error's code, such as 401; 0: none."""
        value = self.attributes.get(ERROR, b"")
        return (value[2] & 7) * 100 + value[3] if len(value) >= 4 else 0


def request(
    method: int,
    transaction: bytes,
    attributes: Sequence[tuple[int, bytes]] = (),
    *,
    key: bytes | None = None,
) -> bytes:
    """One request with a transaction of 12 bytes; signed where there is a `key`."""
    body = b"".join(_attribute(kind, value) for kind, value in attributes)
    if key is None:
        return _header(method, len(body), transaction) + body
    # The length that is signed already counts the signature (24 bytes with its own header).
    signed = _header(method, len(body) + 24, transaction) + body
    return signed + _attribute(INTEGRITY, hmac.digest(key, signed, "sha1"))


def long_term_key(username: str, realm: str, password: str) -> bytes:
    """What requests are signed with (RFC 8489, 9.2.2)."""
    text = f"{username}:{realm}:{password}".encode()
    return hashlib.md5(text).digest()  # noqa: S324 - the protocol's own choice


def size_of(header: bytes) -> int:
    """Bytes after these first 20. Raises ValueError for what is no STUN message."""
    if len(header) < HEADER:
        raise ValueError("short")
    kind, length, cookie = struct.unpack_from("!HHI", header)
    if kind & 0xC000 or length % 4 or cookie != COOKIE:
        raise ValueError("not STUN")
    return int(length)


def reply(message: bytes, transaction: bytes) -> Reply:
    """Read an answer to `transaction`. Raises ValueError for anything else."""
    length = size_of(message)
    if len(message) != HEADER + length or message[8:HEADER] != transaction:
        raise ValueError("not the answer")
    kind = struct.unpack_from("!H", message)[0]
    if kind & FAILURE not in (SUCCESS, FAILURE):
        raise ValueError("not an answer")
    return Reply(
        method=kind & ~FAILURE,
        success=kind & FAILURE == SUCCESS,
        attributes=_attributes(message[HEADER:]),
    )


def _attributes(body: bytes) -> dict[int, bytes]:
    found: dict[int, bytes] = {}
    at = 0
    while at < len(body):
        if at + 4 > len(body):
            raise ValueError("cut")
        kind, length = struct.unpack_from("!HH", body, at)
        value = body[at + 4 : at + 4 + length]
        if len(value) != length:
            raise ValueError("cut")
        found.setdefault(kind, value)
        at += 4 + length + -length % 4
    return found


def _header(method: int, length: int, transaction: bytes) -> bytes:
    return struct.pack("!HHI", method, length, COOKIE) + transaction


def _attribute(kind: int, value: bytes) -> bytes:
    return struct.pack("!HH", kind, len(value)) + value + bytes(-len(value) % 4)
