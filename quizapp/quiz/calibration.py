"""Calibration of claimed chances: the Brier score, and what it is made of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import exp, lgamma, log

from quizapp.quiz.intervals import Interval, wilson
from quizapp.quiz.schemes import Graded, Scheme


@dataclass(frozen=True, slots=True)
class ClaimedLevel:
    """One level that was used: ``right`` of ``n`` answers, where it claims the share ``claimed``.

    ``interval`` is the Wilson interval of the share right.
    """

    level: int
    claimed: float
    right: int
    n: int
    interval: Interval

    @property
    def share(self) -> float:
        """The share right, 0 to 1."""
        return self.right / self.n


@dataclass(frozen=True, slots=True)
class Calibration:
    """How the chances that a reader claimed compare with what came of them, over ``n`` answers.

    - ``brier``: the mean of (p − x)², p the chance claimed, x 1 if right, else 0. From 0, the best,
      to 1.
    - ``reliability``: how far the levels miss their claims, 0 the best.
    - ``resolution``: how far the levels differ in what came of them, the larger the better.
    - ``uncertainty``: a (1 − a), with a the share right of all answers.
    - Brier = reliability − resolution + uncertainty, exactly.
    - ``ece``: the mean distance of a level's claim from its share right, weighted by answers.
    - ``ece_by_chance``: what ``ece`` would be on average if every claim were exactly true, with as
      many answers of each level. Compare ``ece`` with this and never with 0.
    - ``overconfidence``: the mean claim minus the share right, above 0 for who claims too much.
    """

    n: int
    brier: float
    reliability: float
    resolution: float
    uncertainty: float
    ece: float
    ece_by_chance: float
    overconfidence: float
    levels: tuple[ClaimedLevel, ...]


def calibrate(scheme: Scheme, answers: Sequence[Graded]) -> Calibration | None:
    """The calibration of answers, each a level and whether it was right (full credit).

    Returns:
        ``None`` where there are no answers.

    Raises:
        ValueError: the scheme has a level that claims no single chance, as that of three levels
            does, or an answer has a level that the scheme has not.

    Sources: Brier (1950), Verification of forecasts expressed in terms of probability, Monthly
    Weather Review 78, 1–3; Murphy (1973), A new vector partition of the probability score, Journal
    of Applied Meteorology 12, 595–600; Naeini, Cooper & Hauskrecht (2015), Obtaining well
    calibrated probabilities using Bayesian binning, Proceedings of the 29th AAAI Conference, for
    the expected calibration error; Lichtenstein, Fischhoff & Phillips (1982), Calibration of
    probabilities: the state of the art to 1980, for over-confidence.
    """
    claims = [level.claimed for level in scheme.levels if level.claimed is not None]
    if len(claims) < len(scheme.levels):
        raise ValueError("a level that claims no single chance has no calibration; see bands")
    counts = _counts(len(claims), answers)
    n = len(answers)
    if n == 0:
        return None
    base = Fraction(sum(right for right, _n in counts), n)
    used = [(p, Fraction(right, k), k) for p, (right, k) in zip(claims, counts, strict=True) if k]
    return Calibration(
        n=n,
        brier=_mean((a * (1 - p) ** 2 + (1 - a) * p**2, k) for p, a, k in used),
        reliability=_mean(((p - a) ** 2, k) for p, a, k in used),
        resolution=_mean(((a - base) ** 2, k) for _p, a, k in used),
        uncertainty=float(base * (1 - base)),
        ece=_mean((abs(p - a), k) for p, a, k in used),
        ece_by_chance=sum(mean_distance(k, float(p)) for p, _a, k in used) / n,
        overconfidence=_mean((p - a, k) for p, a, k in used),
        levels=tuple(_levels(claims, counts)),
    )


def mean_distance(n: int, p: float) -> float:
    """The mean of |k − np| for k right answers of n, each right with chance p (0 < p < 1).

    Source: De Moivre's formula, as in Diaconis & Zabell (1991), Closed form summation for
    classical distributions, Statistical Science 6, 284–302.
    """
    v = int(n * p) + 1
    whole = lgamma(n + 1) - lgamma(v + 1) - lgamma(n - v + 1)
    return 2 * v * exp(whole + v * log(p) + (n - v + 1) * log(1 - p))


def _counts(levels: int, answers: Iterable[Graded]) -> list[tuple[int, int]]:
    """How many were right and how many there are, level by level."""
    right, given = [0] * levels, [0] * levels
    for level, was_right in answers:
        if not 1 <= level <= levels:
            raise ValueError(f"levels are 1 to {levels}, not {level}")
        right[level - 1] += was_right
        given[level - 1] += 1
    return list(zip(right, given, strict=True))


def _mean(values: Iterable[tuple[Fraction, int]]) -> float:
    """The mean of values, each with how many answers it stands for."""
    pairs = list(values)
    return float(sum(value * n for value, n in pairs) / sum(n for _value, n in pairs))


def _levels(claims: list[Fraction], counts: list[tuple[int, int]]) -> Iterable[ClaimedLevel]:
    for level, (claimed, (right, n)) in enumerate(zip(claims, counts, strict=True), start=1):
        if (interval := wilson(right, n)) is not None:
            yield ClaimedLevel(level, float(claimed), right, n, interval)
