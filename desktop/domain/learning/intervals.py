"""How sure a share is: 95 % intervals of one share, and of the difference of two."""

from dataclasses import dataclass
from math import sqrt
from typing import Final

Z: Final = 1.959963984540054
"""Of the normal distribution, for 95 % on both sides together."""


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`: 0 to 1 for a share, -1 to 1 for a difference."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Share:
    """`favourable` out of `n`; `n` is at least 1."""

    favourable: int
    n: int

    @property
    def rate(self) -> float:
        """0 to 1."""
        return self.favourable / self.n

    @property
    def interval(self) -> Interval:
        """Its 95 % interval (see `wilson`)."""
        return wilson(self.favourable, self.n)


def wilson(favourable: int, n: int) -> Interval:
    """The 95 % Wilson score interval of a share, without continuity correction.

    E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of
    the American Statistical Association 22 (1927), 209-212: the shares p that satisfy
    |p - f/n| <= z sqrt(p (1 - p) / n). It stays within 0 and 1, and holds for few contacts and for
    shares near 0 and 1, where the usual p ± z sqrt(p (1 - p) / n) says too much.
    """
    share, square = favourable / n, Z * Z
    middle = (share + square / (2 * n)) / (1 + square / n)
    half = Z / (1 + square / n) * sqrt(share * (1 - share) / n + square / (4 * n * n))
    # At 0 and n the bound is the share itself; floats fall a hair beside it.
    low = 0.0 if favourable == 0 else max(middle - half, 0.0)
    high = 1.0 if favourable == n else min(middle + half, 1.0)
    return Interval(low, high)


def newcombe(one: Share, other: Share) -> Interval:
    """The 95 % interval of `one` less `other`, by Newcombe's hybrid score method.

    R. G. Newcombe, "Interval estimation for the difference between independent proportions:
    comparison of eleven methods", Statistics in Medicine 17 (1998), 873-890, method 10: the Wilson
    bounds of both shares, put together by squares.
    """
    first, second = one.interval, other.interval
    difference = one.rate - other.rate
    below = sqrt((one.rate - first.low) ** 2 + (second.high - other.rate) ** 2)
    above = sqrt((first.high - one.rate) ** 2 + (other.rate - second.low) ** 2)
    return Interval(max(difference - below, -1.0), min(difference + above, 1.0))
