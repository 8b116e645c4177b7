"""Sums as people type them: « 5 », « 5,50 € », « 5.5 »; whole cents only."""

import re

MOST = 10_000_000
"""Cents of the largest sum that is understood: beyond it a finger stayed on a key."""

_SUM = re.compile(r"(?P<whole>\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d{1,9})(?:[.,](?P<rest>\d{1,2}))?")
_CURRENCY = re.compile(r"^(?:€|eur(?:os?)?)\s*|\s*(?:€|eur(?:os?)?)$", re.IGNORECASE)


def cents_of(typed: str) -> int | None:
    """The sum in cents, above zero; None where it is no sum. Nothing is rounded: « 5,555 » is none."""
    found = _SUM.fullmatch(_CURRENCY.sub("", typed.strip()).strip())
    if found is None:
        return None
    whole = "".join(sign for sign in found["whole"] if sign.isascii() and sign.isdigit())
    rest = (found["rest"] or "").ljust(2, "0")
    if not whole or not rest.isascii():
        return None
    cents = int(whole) * 100 + int(rest)
    return cents if 0 < cents <= MOST else None
