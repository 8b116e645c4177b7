"""Signed tokens for the second door: who says it is whom, for pilots and tests."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from desktop.domain.errors import Refused
from desktop.services.clock import Clock

SHORTEST_SECRET = 32
"""Bytes: what HS256, and the engine at the second door, ask for."""


class BadKey(Refused):
    """A key that cannot sign: `why` is unreadable, too_short, protected, not_a_key or wrong_kind."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def signed(role: str, person_id: str, key: Path, hours: float, clock: Clock) -> tuple[str, int]:
    """A token that names a person's database role, and when it ends (seconds since 1970).

    A PEM private key signs RS256 or ES256; the bytes of any other file are a secret for HS256,
    line ends at its end left aside. Raises BadKey.
    """
    import jwt

    try:
        content = key.read_bytes()
    except OSError:
        raise BadKey("unreadable") from None
    now = clock.now()
    ends = int((now + timedelta(hours=hours)).timestamp())
    claims = {"role": role, "sub": person_id, "iat": int(now.timestamp()), "exp": ends}
    private, algorithm = _key(content)
    return jwt.encode(claims, private, algorithm=algorithm), ends


def _key(content: bytes) -> tuple[Any, str]:
    if not content.lstrip().startswith(b"-----BEGIN"):
        secret = content.rstrip(b"\r\n")
        if len(secret) < SHORTEST_SECRET:
            raise BadKey("too_short")
        return secret, "HS256"
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric import ec, rsa
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        private = load_pem_private_key(content, password=None)
    except TypeError:
        raise BadKey("protected") from None
    except (ValueError, UnsupportedAlgorithm):
        raise BadKey("not_a_key") from None
    if isinstance(private, rsa.RSAPrivateKey):
        if private.key_size < 2048:
            raise BadKey("too_short")
        return private, "RS256"
    if isinstance(private, ec.EllipticCurvePrivateKey) and private.curve.name == "secp256r1":
        return private, "ES256"
    raise BadKey("wrong_kind")
