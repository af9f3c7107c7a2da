"""Telling apart, as in signal detection: confirmed claims are the signal, all others the noise."""

from dataclasses import dataclass
from math import exp, lgamma, log, sqrt
from random import Random
from statistics import NormalDist

from quizapp.quiz.discernment import Discernment
from quizapp.quiz.intervals import Interval

DRAWS = 2000
LEVEL = 0.92
_z = NormalDist().inv_cdf


@dataclass(frozen=True, slots=True)
class Detection:
    """How far a reader tells confirmed claims from others, with intervals.

    ``d_prime`` and ``c`` are in standard deviations of a normal distribution. ``d_prime`` is 0
    where confirmed claims and others are called confirmed equally often, and grows as they are
    told apart. ``c`` is above 0 where "confirmed" is said rarely and below 0 where it is said
    often. ``c`` is for the table and never a verdict: with seven standings to pick from, 0 is not
    neutral. Somebody who picks blindly has a ``c`` of about 1.07.
    """

    hit_rate: float
    false_alarm_rate: float
    d_prime: float
    d_prime_interval: Interval
    c: float
    c_interval: Interval


def corrected(said: int, n: int) -> float:
    """The share of ``n`` claims that were called confirmed, log-linear: (said + 0.5) / (n + 1).

    It lies strictly between 0 and 1, so that its z score is finite; with ``n`` = 0 it is 0.5.

    Source: Hautus (1995), Corrections for extreme proportions and their biasing effects on
    estimated values of d′, Behavior Research Methods, Instruments, & Computers 27, 46–51.
    """
    return (said + 0.5) / (n + 1)


def sensitivity(hit_rate: float, false_alarm_rate: float) -> float:
    """d′ = z(H) − z(F), for rates strictly between 0 and 1.

    Source: Macmillan & Creelman (2005), Detection Theory: A User's Guide, second edition,
    chapter 1.
    """
    return _z(hit_rate) - _z(false_alarm_rate)


def criterion(hit_rate: float, false_alarm_rate: float) -> float:
    """Criterion c = −(z(H) + z(F)) / 2, for rates strictly between 0 and 1.

    Source: Macmillan & Creelman (2005), Detection Theory: A User's Guide, second edition,
    chapter 2.
    """
    return (-_z(hit_rate) - _z(false_alarm_rate)) / 2


def detect(seen: Discernment, level: float = LEVEL, seed: int = 1) -> Detection | None:
    """d′ and c of a reader's counts, log-linear, with percentile intervals of a bootstrap.

    Args:
        seen: the counts, of first sights.
        level: the confidence of both intervals. That of d′ carries a verdict, and its lower end is
            above what is true in 4 % of cases; ``quizapp.quiz.verdict`` says why 4 %.
        seed: fixes the draws, so that the same counts give the same intervals.

    Returns:
        ``None`` where there is no answer about a confirmed claim, or none about another one: then
        nothing can be told apart.

    The bootstrap is parametric. It draws 2,000 readers whose chances of saying "confirmed" are the
    two corrected rates, and who answer as many claims of each sort; an interval holds the middle
    share ``level`` of what they show. The answers are taken to be independent.

    Source: Efron & Tibshirani (1993), An Introduction to the Bootstrap, chapters 6 and 13.
    """
    if not seen.confirmed or not seen.others:
        return None
    random = Random(f"{seed}/detection")  # noqa: S311  (no secret)
    hits = _drawn(random, seen.found, seen.confirmed)
    alarms = _drawn(random, seen.false_alarms, seen.others)
    hit_rate = corrected(seen.found, seen.confirmed)
    alarm_rate = corrected(seen.false_alarms, seen.others)
    return Detection(
        hit_rate=hit_rate,
        false_alarm_rate=alarm_rate,
        d_prime=sensitivity(hit_rate, alarm_rate),
        d_prime_interval=_middle([h - f for h, f in zip(hits, alarms, strict=True)], level),
        c=criterion(hit_rate, alarm_rate),
        c_interval=_middle([(-h - f) / 2 for h, f in zip(hits, alarms, strict=True)], level),
    )


def _drawn(random: Random, said: int, n: int) -> list[float]:
    """The z scores of the corrected rates of drawn readers, each with the chance ``said`` shows.

    Counts further than nine standard deviations from the mean are left out: fewer than one reader
    in 10¹⁵ would have one, and with many answers most counts are such.
    """
    p = corrected(said, n)
    reach = 9 * sqrt(n * p * (1 - p)) + 9
    counts = range(max(0, int(n * p - reach)), min(n, int(n * p + reach)) + 1)
    whole = lgamma(n + 1)
    weights = [
        exp(whole - lgamma(k + 1) - lgamma(n - k + 1) + k * log(p) + (n - k) * log(1 - p))
        for k in counts
    ]
    return random.choices([_z(corrected(k, n)) for k in counts], weights, k=DRAWS)


def _middle(values: list[float], level: float) -> Interval:
    """The interval that leaves out the same share of the values at both ends."""
    values.sort()
    out = int(len(values) * (1 - level) / 2)
    return Interval(values[out], values[-1 - out], level)
