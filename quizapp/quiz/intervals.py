"""Intervals: how far a figure can be trusted."""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist


@dataclass(frozen=True, slots=True)
class Interval:
    """From ``low`` to ``high``, both included, at a confidence ``level`` such as 0.95."""

    low: float
    high: float
    level: float

    def __contains__(self, value: float) -> bool:
        return self.low <= value <= self.high


def deviate(level: float) -> float:
    """How many standard deviations to each side hold ``level`` of a normal distribution."""
    return NormalDist().inv_cdf((1 + level) / 2)


def wilson(count: int, n: int, level: float = 0.95) -> Interval | None:
    """The Wilson score interval of a share, within ``[0, 1]``.

    Args:
        count: how many of them, 0 to ``n``.
        n: of how many.
        level: the confidence, between 0 and 1.

    Returns:
        ``None`` where ``n`` is 0, for there is no share then. Unlike the textbook interval it has
        a width at shares of 0 and 1, and it never leaves ``[0, 1]``.

    Raises:
        ValueError: ``count`` is not between 0 and ``n``.

    Source: Wilson (1927), Probable inference, the law of succession, and statistical inference,
    Journal of the American Statistical Association 22, 209–212.
    """
    if not 0 <= count <= n:
        raise ValueError(f"{count} of {n} is no share")
    if n == 0:
        return None
    z, share = deviate(level), count / n
    middle = share + z * z / (2 * n)
    half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    whole = 1 + z * z / n
    low = 0.0 if count == 0 else (middle - half) / whole
    high = 1.0 if count == n else (middle + half) / whole
    return Interval(low, high, level)
