"""A vault in a folder of its own, with a keyring in memory."""

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from desktop.services.vault import Vault
from tests.services.vault.rings import FakeRing

CHEAP = 16
"""scrypt's cost in tests; what it protects is measured in the bench."""


@pytest.fixture
def ring() -> FakeRing:
    return FakeRing()


@pytest.fixture
def vault(tmp_path, clock, ring) -> Vault:
    return vault_in(tmp_path / "vault", clock, ring)


def vault_in(folder, clock, ring) -> Vault:
    return Vault(folder, clock, lambda: ring, CHEAP, 0)


@pytest.fixture(scope="session")
def organisation() -> tuple[bytes, bytes]:
    """The organisation's recovery key: private PEM, public PEM."""
    return pems()


def pems() -> tuple[bytes, bytes]:
    private = X25519PrivateKey.generate()
    return (
        private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
        private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
    )
