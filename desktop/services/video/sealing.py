"""Seals what only the application that asked for a call may open, and digests what nobody may know."""

import base64
import hashlib
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desktop.domain.errors import Invalid
from desktop.services.clock import Clock

KEY: Final = 32
NONCE: Final = 12


def digest(secret: str) -> str:
    """SHA-256 in hexadecimal: what is kept of a token, a secret or a key."""
    return hashlib.sha256(secret.encode()).hexdigest()


def key_of(text: str) -> bytes:
    """A call's key from base64. Raises Invalid."""
    try:
        found = base64.b64decode(text, validate=True)
    except ValueError:
        found = b""
    if len(found) != KEY:
        raise Invalid("seal", "key")
    return found


def sealed(key: bytes, call: str, content: bytes, clock: Clock) -> bytes:
    """A nonce and the content under AES-256-GCM, bound to the call."""
    nonce = clock.random_bytes(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, content, call.encode())


def opened(key: bytes, call: str, content: bytes) -> bytes | None:
    """What was sealed; None: it was changed, or is another call's."""
    try:
        return AESGCM(key).decrypt(content[:NONCE], content[NONCE:], call.encode())
    except (InvalidTag, ValueError):
        return None


def as_text(content: bytes) -> str:
    """Base64, as it stands in a happening."""
    return base64.b64encode(content).decode()
