"""What was begun in the form of a gesture: kept for its contact until it is given or asked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """As typed so far."""

    kind: str = ""
    amount: str = ""
    words: str = ""
