"""Tokens for the second door: three ways to sign, and keys that are refused."""

from datetime import UTC, datetime

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

from desktop.admin.tokens import BadKey, signed
from desktop.services.clock import Clock

SECRET = b"a secret of thirty-two bytes, or more\n"


class FixedClock(Clock):
    def now(self):
        return datetime.now(UTC).replace(microsecond=0)


def pem(key, password=None):
    how = (
        serialization.BestAvailableEncryption(password)
        if password
        else serialization.NoEncryption()
    )
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, how
    )  # fmt: skip


RSA = rsa.generate_private_key(public_exponent=65537, key_size=2048)
EC = ec.generate_private_key(ec.SECP256R1())


@pytest.mark.parametrize(
    ("content", "check", "algorithm"),
    [
        (SECRET, SECRET.strip(), "HS256"),
        (pem(RSA), RSA.public_key(), "RS256"),
        (pem(EC), EC.public_key(), "ES256"),
    ],
)
def test_a_token_names_the_role_and_ends(tmp_path, content, check, algorithm):
    key = tmp_path / "key"
    key.write_bytes(content)
    clock = FixedClock()
    token, ends = signed("vis_ana", "p-1", key, 2, clock)
    claims = jwt.decode(token, check, algorithms=[algorithm])
    assert claims["role"] == "vis_ana"
    assert claims["sub"] == "p-1"
    assert claims["exp"] == ends
    assert claims["exp"] - claims["iat"] == 7200
    with pytest.raises(jwt.InvalidSignatureError):
        jwt.decode(token[:-8] + "AAAAAAAA", check, algorithms=[algorithm])


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (None, "unreadable"),
        (b"short\n", "too_short"),
        (b"", "too_short"),
        (pem(rsa.generate_private_key(public_exponent=65537, key_size=1024)), "too_short"),
        (b"-----BEGIN PRIVATE KEY-----\nnothing\n-----END PRIVATE KEY-----\n", "not_a_key"),
        (pem(EC, b"words"), "protected"),
        (pem(ed25519.Ed25519PrivateKey.generate()), "wrong_kind"),
        (pem(ec.generate_private_key(ec.SECP384R1())), "wrong_kind"),
    ],
)
def test_a_key_that_cannot_sign_is_refused(tmp_path, content, why):
    key = tmp_path / "key"
    if content is not None:
        key.write_bytes(content)
    with pytest.raises(BadKey) as caught:
        signed("vis_ana", "p-1", key, 1, Clock())
    assert caught.value.why == why
