"""The recovery envelope: a store's key wrapped for the organisation (X25519, HKDF, AES-256-GCM).

Only who holds the organisation's private key opens it; this machine can only write it.
"""

import json
from base64 import b32decode, b32encode, b64decode, b64encode
from hashlib import sha256
from typing import TYPE_CHECKING

from desktop.domain.errors import Refused, WrongSecret
from desktop.services.clock import Clock

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

_FORMAT = 1
_CHECK = 3
"""Bytes of a digest after a key that people copy."""


class BadRecoveryKey(Refused):
    """A PEM, an envelope or a recovery code is not what it should be."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part
        """`public`, `private`, `envelope` or `code`."""


def seal(key: bytes, public_pem: bytes, owner: str, clock: Clock) -> str:
    """An envelope with the key for the owner of a public key. Raises BadRecoveryKey."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    recipient = _public(public_pem)
    once = X25519PrivateKey.from_private_bytes(clock.random_bytes(32))
    ours, theirs, nonce = _raw(once.public_key()), _raw(recipient), clock.random_bytes(12)
    secret = _derived(once.exchange(recipient), ours, theirs)
    parts = {
        "from": ours,
        "nonce": nonce,
        "key": AESGCM(secret).encrypt(nonce, key, _bound(owner)),
    }
    told = {name: b64encode(part).decode() for name, part in parts.items()}
    return json.dumps({"format": _FORMAT, "store": owner, "for": fingerprint(public_pem), **told})


def unseal(envelope: str, private_pem: bytes, password: bytes | None = None) -> bytes:
    """The store's key. Raises WrongSecret for another's envelope, BadRecoveryKey otherwise."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    private = _private(private_pem, password)
    try:
        told = json.loads(envelope)
        ours, nonce, sealed = (b64decode(told[name]) for name in ("from", "nonce", "key"))
        owner = str(told["store"])
        shared = private.exchange(X25519PublicKey.from_public_bytes(ours))
    except (KeyError, TypeError, ValueError) as error:
        raise BadRecoveryKey("envelope") from error
    secret = _derived(shared, ours, _raw(private.public_key()))
    try:
        return AESGCM(secret).decrypt(nonce, sealed, _bound(owner))
    except InvalidTag:
        raise WrongSecret from None


def fingerprint(public_pem: bytes) -> str:
    """A short name of a public key, to see which one an envelope is for. Raises BadRecoveryKey."""
    return sha256(_raw(_public(public_pem))).hexdigest()[:16]


def addressee(envelope: str) -> str:
    """The fingerprint of the public key that an envelope is for; "" where it says none."""
    try:
        return str(json.loads(envelope)["for"])
    except (ValueError, KeyError, TypeError):
        return ""


def spelled(key: bytes) -> str:
    """A key as people copy it: fourteen groups of four letters and digits."""
    text = b32encode(key + sha256(key).digest()[:_CHECK]).decode()
    return "-".join(text[at : at + 4] for at in range(0, len(text), 4))


def spelled_back(code: str) -> bytes:
    """The key of a code that was copied, however it is spaced. Raises BadRecoveryKey."""
    text = "".join(sign for sign in code.upper() if sign.isalnum())
    try:
        read = b32decode(text.replace("0", "O").replace("1", "I"))
    except ValueError as error:
        raise BadRecoveryKey("code") from error
    key, check = read[:-_CHECK], read[-_CHECK:]
    if len(key) != 32 or sha256(key).digest()[:_CHECK] != check:
        raise BadRecoveryKey("code")
    return key


def _public(pem: bytes) -> "X25519PublicKey":
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    try:
        read = load_pem_public_key(pem)
    except ValueError as error:
        raise BadRecoveryKey("public") from error
    if not isinstance(read, X25519PublicKey):
        raise BadRecoveryKey("public")
    return read


def _private(pem: bytes, password: bytes | None) -> "X25519PrivateKey":
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        read = load_pem_private_key(pem, password)
    except (ValueError, TypeError) as error:
        raise BadRecoveryKey("private") from error
    if not isinstance(read, X25519PrivateKey):
        raise BadRecoveryKey("private")
    return read


def _raw(public: "X25519PublicKey") -> bytes:
    return public.public_bytes_raw()


def _derived(shared: bytes, ours: bytes, theirs: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    info = b"vis-a-vis recovery " + ours + theirs
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=info).derive(shared)


def _bound(owner: str) -> bytes:
    return f"vis-a-vis recovery {_FORMAT} {owner}".encode()
