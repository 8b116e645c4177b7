"""The company's secrets that this machine was given: in the keyring, or in the environment."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from desktop.domain.errors import NoPlaceForKey, Refused
from desktop.services.vault.ring import SERVICE, Ring

PREFIX: Final = "VISAVIS_SECRET_"
_PLAIN: Final = re.compile(r"sms|email|turn|janus|surveys|[a-z0-9][a-z0-9._-]{0,62}")
_INDEX: Final = "secrets"
"""Entry that holds the names: a keyring cannot be asked what it has."""
GATEWAY: Final = "video-gateway:"
"""A gateway's key is named by this and the gateway's address."""


class BadSecretName(Refused):
    """No secret of this application has such a name."""


class BadSecret(Refused):
    """A secret is one line of printable signs: headers hold no other."""


def is_name(name: str) -> bool:
    """Whether a secret may have this name: a word, or a gateway's address after its prefix."""
    address = name.removeprefix(GATEWAY)
    if address != name:
        return re.fullmatch(r"https?://[^\s\x00-\x1f]+", address) is not None
    return _PLAIN.fullmatch(name) is not None and name != _INDEX


def variable(name: str) -> str:
    """The variable that may hold a secret where there is no keyring: letters, digits and _."""
    return PREFIX + re.sub(r"[^A-Z0-9]", "_", name.upper())


@dataclass(frozen=True, slots=True)
class Secrets:
    """Reads and keeps them. Synchronous: a keyring may ask its person something first."""

    ring: Ring | None
    environment: Mapping[str, str] = field(default_factory=dict)

    def get(self, name: str) -> str:
        """The secret; "" where this machine has none, or its keyring cannot be used now."""
        given = self.environment.get(variable(name), "")
        if given or self.ring is None:
            return given.strip()
        try:
            return self.ring.get_password(SERVICE, name) or ""
        except Exception:
            return ""

    def put(self, name: str, secret: str) -> None:
        """Keep a secret. Raises BadSecretName, BadSecret, NoPlaceForKey."""
        self._checked(name)
        if not secret or not secret.isascii() or not secret.isprintable():
            raise BadSecret(name)
        ring = self._ready()
        try:
            ring.set_password(SERVICE, name, secret)
            kept = ring.get_password(SERVICE, name)
            self._list({*self.names(), name})
        except Exception:
            raise NoPlaceForKey(0) from None
        if kept != secret:
            raise NoPlaceForKey(0)

    def forget(self, name: str) -> bool:
        """Drop a secret; whether there was one. Raises BadSecretName, NoPlaceForKey."""
        self._checked(name)
        ring = self._ready()
        try:
            was = ring.get_password(SERVICE, name) is not None
            if was:
                ring.delete_password(SERVICE, name)
            self._list(set(self.names()) - {name})
        except Exception:
            raise NoPlaceForKey(0) from None
        return was

    def names(self) -> tuple[str, ...]:
        """Names of what the keyring was given here; never a secret."""
        if self.ring is None:
            return ()
        try:
            told = json.loads(self.ring.get_password(SERVICE, _INDEX) or "[]")
        except Exception:
            return ()
        return tuple(sorted(str(one) for one in told)) if isinstance(told, list) else ()

    def _list(self, names: set[str]) -> None:
        self._ready().set_password(SERVICE, _INDEX, json.dumps(sorted(names)))

    def _checked(self, name: str) -> None:
        if not is_name(name):
            raise BadSecretName(name)

    def _ready(self) -> Ring:
        if self.ring is None:
            raise NoPlaceForKey(0)
        return self.ring
