"""Classical item and test statistics of one class.

T is a reader’s total, x the mark on an item, m its maximum, R = T − x. Variances and covariances
are taken with n − 1. Undefined is ``None``, never 0: where nothing varies there is no correlation.
"""

from dataclasses import dataclass
from math import atanh, exp, isfinite, log, sqrt, tanh

import numpy as np

from quizapp.analysis.groups import thirds
from quizapp.analysis.scores import Floats, Scores, covariance, totals
from quizapp.quiz.intervals import Interval, deviate

TINY = 1e-12  # a share of the variance that is due to rounding alone


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemStatistics:
    """One item. ``n`` readers were presented with it, ``full`` earned all of its marks.

    Shares lie in ``[0, 1]``.

    ``effective_weight`` is ``None`` with ``negative_covariance`` set where the item pulls against
    the total, and such an item is not in the sum that the others are shares of.
    """

    id: str
    n: int
    full: int
    facility: float | None
    facility_interval: Interval | None
    sd: float | None
    random_guess_score: float | None
    intended_weight: float | None
    effective_weight: float | None
    negative_covariance: bool
    discrimination: float | None
    discrimination_interval: Interval | None
    discriminative_efficiency: float | None
    upper_lower_d: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TestStatistics:
    """The whole test, in marks. ``alpha`` is the coefficient of internal consistency."""

    __test__ = False  # pytest takes the name for a test

    n: int
    items: int
    maximum: float
    mean: float | None
    median: float | None
    sd: float | None
    skewness: float | None
    kurtosis: float | None
    alpha: float | None
    alpha_interval: Interval | None
    error_ratio: float | None
    standard_error: float | None


def item_statistics(of: Scores) -> tuple[ItemStatistics, ...]:
    """The statistics of each item, in the order of the columns."""
    weights = _effective_weights(covariance(of))
    intended = (
        of.maxima / of.maxima.sum() if of.maxima.sum() > 0 else np.full(len(of.items), np.nan)
    )
    total = totals(of)
    groups = thirds(total.whole) if of.whole else None
    found = []
    for k, id_ in enumerate(of.items):
        seen = ~np.isnan(of.marks[:, k])
        x, top = of.marks[seen, k], float(of.maxima[k])
        rest = total.without(k)[seen]
        n = len(x)
        facility = float(x.mean()) / top if n and top > 0 else None
        r = correlation(x, rest)
        split = groups or thirds(total.whole[seen])
        found.append(
            ItemStatistics(
                id=id_,
                n=n,
                full=int((x >= top).sum()) if top > 0 else 0,
                facility=facility,
                facility_interval=share_interval(facility, n),
                sd=float(x.std(ddof=1)) / top if n > 1 and top > 0 else None,
                random_guess_score=known(of.guesses[k]),
                intended_weight=known(intended[k]),
                effective_weight=None if weights[k] < 0 else known(weights[k]),
                negative_covariance=bool(weights[k] < 0),
                discrimination=r,
                discrimination_interval=correlation_interval(r, n),
                discriminative_efficiency=efficiency(x, rest),
                upper_lower_d=split.difference(x / top) if split and top > 0 else None,
            )
        )
    return tuple(found)


def whole_test(of: Scores, units: Scores | None = None) -> TestStatistics:
    """The statistics of the test as a whole.

    Alpha is that of ``units``, if there are any: what is independent where the items are not.
    """
    parts = of if units is None else units
    total = totals(of).whole
    total = total[~np.isnan(total)]
    n = len(total)
    alpha = internal_consistency(covariance(parts), n)
    sd = float(total.std(ddof=1)) if n > 1 else None
    ratio = sqrt(max(1 - alpha, 0.0)) if alpha is not None else None
    return TestStatistics(
        n=n,
        items=len(of.items),
        maximum=float(of.maxima.sum()),
        mean=float(total.mean()) if n else None,
        median=float(np.median(total)) if n else None,
        sd=sd,
        skewness=skewness(total),
        kurtosis=kurtosis(total),
        alpha=alpha,
        alpha_interval=alpha_interval(alpha, n, len(parts.items)),
        error_ratio=ratio,
        standard_error=ratio * sd if ratio is not None and sd is not None else None,
    )


def quick(marks: Floats) -> tuple[Floats, Floats, float | None]:
    """Facilities, discriminations and alpha alone, for marks from 0 to 1 without gaps.

    NaN where a discrimination is undefined. No array as large as ``marks`` is made on the way.
    """
    n, p = marks.shape
    of = Scores(
        marks=marks, maxima=np.ones(p), items=("",) * p, readers=(), guesses=np.full(p, np.nan)
    )
    c = covariance(of)
    with_total, own, whole = c.sum(axis=0), np.diag(c), c.sum()
    rest = whole - 2 * with_total + own
    fine = (own > TINY) & (rest > TINY * max(float(whole), 1e-300))
    below = np.sqrt(np.where(fine, own * rest, 1.0))
    found = np.where(fine, (with_total - own) / below, np.nan)
    return marks.mean(axis=0), found, internal_consistency(c, n)


def correlation(x: Floats, y: Floats) -> float | None:
    """Pearson’s correlation of the pairs that are whole; ``None`` where either does not vary."""
    both = ~(np.isnan(x) | np.isnan(y))
    x, y = x[both], y[both]
    if len(x) < 2 or _still(x) or _still(y):
        return None
    a, b = x - x.mean(), y - y.mean()
    r = float(a @ b) / sqrt(float(a @ a) * float(b @ b))
    return max(-1.0, min(1.0, r))


def efficiency(x: Floats, rest: Floats) -> float | None:
    """C(x, R) as a share of the most that it could be with these marks, both sorted apart.

    ``None`` where either does not vary. Not above 1; negative where the better readers miss it.
    """
    both = ~(np.isnan(x) | np.isnan(rest))
    x, rest = x[both], rest[both]
    if len(x) < 2 or _still(x) or _still(rest):
        return None
    a, b = x - x.mean(), rest - rest.mean()
    return float(a @ b) / float(np.sort(a) @ np.sort(b))


def internal_consistency(c: Floats, n: int) -> float | None:
    """Alpha, from the covariances of the items: P/(P − 1) · (1 − ΣV(x)/V(T)).

    P counts the items. ``None`` with one item, fewer than three readers, or totals that do not
    vary. May be negative.

    Source: Cronbach (1951), Coefficient alpha and the internal structure of tests, Psychometrika
    16.
    """
    p, whole, own = len(c), float(c.sum()), float(np.trace(c))
    if p < 2 or n < 3 or not isfinite(whole) or whole <= TINY * max(own, 1e-300):
        return None
    return p / (p - 1) * (1 - own / whole)


def skewness(total: Floats) -> float | None:
    """k₃ / k₂^(3/2), with Fisher’s k-statistics; ``None`` below three readers or without spread."""
    n = len(total)
    if n < 3 or _still(total):
        return None
    d = total - total.mean()
    k2 = float(d @ d) / (n - 1)
    k3 = n * float((d**3).sum()) / ((n - 1) * (n - 2))
    return float(k3 / k2**1.5)


def kurtosis(total: Floats) -> float | None:
    """k₄ / k₂², with Fisher’s k-statistics; 0 for a normal distribution, ``None`` below four."""
    n = len(total)
    if n < 4 or _still(total):
        return None
    d = total - total.mean()
    m2, m4 = float((d**2).mean()), float((d**4).mean())
    k2 = n * m2 / (n - 1)
    k4 = n * n * ((n + 1) * m4 - 3 * (n - 1) * m2 * m2) / ((n - 1) * (n - 2) * (n - 3))
    return float(k4 / k2**2)


def share_interval(share: float | None, n: int, level: float = 0.95) -> Interval | None:
    """Wilson’s interval of a mean credit; too wide rather than too narrow for partial credit.

    A credit between 0 and 1 varies at most as much as one that is either. ``None`` without readers,
    or for marks below 0.
    """
    if share is None or n == 0 or not 0 <= share <= 1:
        return None
    z = deviate(level)
    middle = share + z * z / (2 * n)
    half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    whole = 1 + z * z / n
    return Interval(max((middle - half) / whole, 0.0), min((middle + half) / whole, 1.0), level)


def correlation_interval(r: float | None, n: int, level: float = 0.95) -> Interval | None:
    """Fisher’s interval of a correlation: tanh(artanh r ± z/√(n − 3)); ``None`` below 4 readers."""
    if r is None or n < 4:
        return None
    if abs(r) >= 1:
        return Interval(r, r, level)
    half = deviate(level) / sqrt(n - 3)
    return Interval(tanh(atanh(r) - half), tanh(atanh(r) + half), level)


def alpha_interval(alpha: float | None, n: int, p: int, level: float = 0.95) -> Interval | None:
    """An interval of alpha: ln(1 − α) is nearly normal with variance 2P/((P − 1)(n − 2)).

    Source: Bonett (2002), Sample size requirements for testing and estimating coefficient alpha,
    Journal of Educational and Behavioral Statistics 27, 335–340.
    """
    if alpha is None or alpha >= 1 or n < 3:
        return None
    half = deviate(level) * sqrt(2 * p / ((p - 1) * (n - 2)))
    middle = log(1 - alpha)
    return Interval(1 - exp(middle + half), 1 - exp(middle - half), level)


def known(value: float) -> float | None:
    """The number, or ``None`` for one that is not defined."""
    return float(value) if isfinite(value) else None


def _effective_weights(c: Floats) -> Floats:
    """√C(x, T) as shares of their sum; −1 for a negative covariance, NaN where undefined."""
    with_total = c.sum(axis=1)
    scale = float(np.sqrt(np.nanmax(np.diag(c)) * abs(c.sum()))) if np.isfinite(c).any() else 0.0
    noise = TINY * scale if isfinite(scale) else 0.0
    with_total = np.where(np.abs(with_total) <= noise, 0.0, with_total)
    roots = np.sqrt(np.where(with_total >= 0, with_total, 0.0))
    whole = float(np.nansum(roots))
    shares = roots / whole if whole > 0 else np.full(len(c), np.nan)
    return np.where(np.isnan(with_total), np.nan, np.where(with_total < 0, -1.0, shares))


def _still(x: Floats) -> bool:
    """Whether the numbers do not vary by more than rounding."""
    spread = float(np.ptp(x))
    return spread <= TINY * max(float(np.abs(x).max()), 1e-300)
