"""The operating system's keyring, and whether this machine has one worth the name."""

from contextlib import suppress
from typing import Protocol

SERVICE = "vis-a-vis"
_PROBE = "probe"
_LOWEST = 1
"""Below this priority a backend keeps nothing, or keeps it in a plain file."""


class Ring(Protocol):
    """What is asked of a keyring; any error of its means that it cannot be used now."""

    def get_password(self, _service: str, _name: str, /) -> str | None:
        """The entry; None: there is none."""

    def set_password(self, _service: str, _name: str, _text: str, /) -> None:
        """Keep an entry in the place of the one before."""

    def delete_password(self, _service: str, _name: str, /) -> None:
        """Drop an entry; an error where there is none."""


def system_ring() -> Ring | None:
    """The keyring of this session; None: there is none, or a backend that keeps no secret."""
    with suppress(Exception):
        import keyring

        backend = keyring.get_keyring()
        if backend.priority >= _LOWEST:
            return backend
    return None


def works(ring: Ring | None, token: str) -> bool:
    """Whether a keyring gives back what it was given (`token` is any text)."""
    if ring is None:
        return False
    try:
        ring.set_password(SERVICE, _PROBE, token)
        found = ring.get_password(SERVICE, _PROBE)
        ring.delete_password(SERVICE, _PROBE)
    except Exception:
        return False
    return found == token
