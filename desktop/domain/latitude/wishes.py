"""What an advisor wishes to give, before anybody knows whether it is within the policy."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A kind, an amount in cents (0: none), and words if one likes."""

    kind: str
    cents: int = 0
    words: str = ""
