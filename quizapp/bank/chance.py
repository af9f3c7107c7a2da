"""How likely counts are by chance alone: sums of unequal coins, and even spreads."""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import erfc, exp, factorial, lgamma, log, log1p, prod, sqrt

ALPHA = 0.01
POWER = 0.8
_MOST_SPREADS = 5_000


def sums(rates: Sequence[float]) -> list[float]:
    """The chance of each number of successes from 0 to ``len(rates)`` (Poisson-binomial).

    Exact: the tries are taken in one after the other, those of one rate together.

    Source: Chen & Liu (1997), Statistical applications of the Poisson-binomial and conditional
    Bernoulli distributions, *Statistica Sinica* 7, 875–892.
    """
    chances = [1.0]
    for rate, n in sorted(Counter(rates).items()):
        group = _binomial(n, rate)
        joined = [0.0] * (len(chances) + n)
        for a, one in enumerate(chances):
            for b, other in enumerate(group, start=a):
                joined[b] += one * other
        chances = joined
    return chances


def tail(rates: Sequence[float], found: int) -> float:
    """The chance of ``found`` successes or more, one-sided; 1 where ``found`` is 0."""
    return min(1.0, sum(sums(rates)[found:])) if found > 0 else 1.0


def least_advantage(
    rates: Sequence[float], alpha: float = ALPHA, power: float = POWER
) -> float | None:
    """The smallest share of answers known, beyond guessing, that would have been noticed.

    Who knows a share d and guesses the rest is right with ``rate + d (1 − rate)``. Noticed means a
    tail below ``alpha`` with a chance of at least ``power``. ``None``: not even knowing them all.
    """
    by_chance = sums(rates)
    above, critical = 0.0, len(rates) + 1
    while critical > 0 and above + by_chance[critical - 1] < alpha:
        critical -= 1
        above += by_chance[critical]
    if critical > len(rates):
        return None
    low, high = 0.0, 1.0
    for _ in range(12):
        share = (low + high) / 2
        noticed = sum(sums([rate + share * (1 - rate) for rate in rates])[critical:]) >= power
        low, high = (low, share) if noticed else (share, high)
    return high


def uneven(counts: Sequence[int]) -> float:
    """The chance of a spread at least as unlikely as ``counts``, were every place as likely.

    The exact multinomial test where there are few enough spreads, Pearson's chi-square elsewhere.

    Source: Read & Cressie (1988), *Goodness-of-Fit Statistics for Discrete Multivariate Data*.
    """
    n, places = sum(counts), len(counts)
    if places < 2 or not n:
        return 1.0
    if prod(n + i for i in range(1, places)) // factorial(places - 1) <= _MOST_SPREADS:
        mine = _log_chance(counts)
        chances = (_log_chance(spread) for spread in _spreads(n, places))
        return min(1.0, sum(exp(chance) for chance in chances if chance <= mine + 1e-9))
    mean = n / places
    return _chi_square(sum((count - mean) ** 2 / mean for count in counts), places - 1)


def _binomial(n: int, rate: float) -> list[float]:
    if rate <= 0 or rate >= 1:
        certain = n if rate >= 1 else 0
        return [float(k == certain) for k in range(n + 1)]
    yes, no = log(rate), log1p(-rate)
    return [
        exp(lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1) + k * yes + (n - k) * no)
        for k in range(n + 1)
    ]


def _log_chance(counts: Sequence[int]) -> float:
    n = sum(counts)
    return lgamma(n + 1) - sum(lgamma(count + 1) for count in counts) - n * log(len(counts))


def _spreads(n: int, places: int) -> Iterator[tuple[int, ...]]:
    """Every way to spread ``n`` over the places."""
    if places == 1:
        yield (n,)
        return
    for first in range(n + 1):
        for rest in _spreads(n - first, places - 1):
            yield (first, *rest)


def _chi_square(x: float, freedom: int) -> float:
    """The upper tail of chi-square, by its recurrence over the degrees of freedom."""
    half = x / 2
    if half <= 0:
        return 1.0
    a, above = (0.5, erfc(sqrt(half))) if freedom % 2 else (1.0, exp(-half))
    while a < freedom / 2:
        above += exp(a * log(half) - half - lgamma(a + 1))
        a += 1
    return above
