"""A store's key wrapped by what a person types: scrypt (RFC 7914), then AES-256-GCM.

The tag proves the secret: nothing else on this machine tells a right one from a wrong one.
"""

import hashlib
import json
import unicodedata
from base64 import b64decode, b64encode

from desktop.domain.errors import WrongSecret
from desktop.services.clock import Clock

COST = 2**17
"""scrypt's N with r = 8: 128 MiB and about half a second for each secret that is tried."""

_DEAREST = 2**20
_FORMAT = 1


def wrap(key: bytes, secret: str, owner: str, clock: Clock, cost: int = COST) -> str:
    """The key under a secret, as a text that says all but the secret; `owner` is bound in."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = clock.random_bytes(16), clock.random_bytes(12)
    sealed = AESGCM(_derived(secret, salt, cost)).encrypt(nonce, key, _bound(owner))
    parts = {"salt": salt, "nonce": nonce, "key": sealed}
    told = {name: b64encode(part).decode() for name, part in parts.items()}
    return json.dumps({"format": _FORMAT, "scrypt": cost, **told})


def unwrap(wrapped: str, secret: str, owner: str) -> bytes:
    """The key again. Raises WrongSecret, or ValueError for what is no wrapped key."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        told = json.loads(wrapped)
        if told["format"] != _FORMAT or not 2 <= told["scrypt"] <= _DEAREST:
            raise ValueError("a wrapped key of another format")
        salt, nonce, sealed = (b64decode(told[name]) for name in ("salt", "nonce", "key"))
        cost = int(told["scrypt"])
    except (KeyError, TypeError) as error:
        raise ValueError("not a wrapped key") from error
    try:
        return AESGCM(_derived(secret, salt, cost)).decrypt(nonce, sealed, _bound(owner))
    except InvalidTag:
        raise WrongSecret from None


def _derived(secret: str, salt: bytes, cost: int) -> bytes:
    typed = unicodedata.normalize("NFKC", secret).encode()
    room = 2 * 128 * 8 * cost
    return hashlib.scrypt(typed, salt=salt, n=cost, r=8, p=1, maxmem=room, dklen=32)


def _bound(owner: str) -> bytes:
    return f"vis-a-vis key {_FORMAT} {owner}".encode()
