"""Looks at a certificate before anybody meets it: browsers refuse what is amiss, and say little why."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_pem_private_key,
)

from desktop.domain.errors import VideoFailed
from desktop.domain.video.readiness import Unready


def check(certificate: Path, key: Path, name: str, now: datetime) -> None:
    """Raises VideoFailed: `certificate_missing`, `_expired`, `_name`, or `_untrusted`.

    Missing: no such file, or not PEM. Expired: or not good yet. Untrusted: signed by itself, or the
    key is another's, which no browser gets past.
    """
    try:
        found = x509.load_pem_x509_certificates(certificate.read_bytes())[0]
        private = load_pem_private_key(key.read_bytes(), password=None)
    except (OSError, ValueError, TypeError, IndexError, UnsupportedAlgorithm) as error:
        raise VideoFailed(Unready.CERTIFICATE_MISSING.value) from error
    if not found.not_valid_before_utc <= now <= found.not_valid_after_utc:
        raise VideoFailed(Unready.CERTIFICATE_EXPIRED.value)
    if not any(fits(one, name) for one in _names(found)):
        raise VideoFailed(Unready.CERTIFICATE_NAME.value)
    form = (Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    own = private.public_key().public_bytes(*form) == found.public_key().public_bytes(*form)
    if not own or found.issuer == found.subject:
        raise VideoFailed(Unready.CERTIFICATE_UNTRUSTED.value)


def _names(found: x509.Certificate) -> Iterable[str]:
    """Names and addresses that it is for; the common name counts no more."""
    try:
        names = found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return ()
    addresses = (str(one) for one in names.get_values_for_type(x509.IPAddress))
    return (*names.get_values_for_type(x509.DNSName), *addresses)


def fits(pattern: str, name: str) -> bool:
    """Whether a name of a certificate stands for a host: a star is exactly one label, the first."""
    pattern, name = pattern.lower().rstrip("."), name.lower().rstrip(".")
    if pattern.startswith("*."):
        return name.partition(".")[2] == pattern[2:] and "." in pattern[2:]
    return pattern == name
