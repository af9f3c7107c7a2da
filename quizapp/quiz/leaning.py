"""Leaning: whether a reader says "confirmed" more often, or less often, than claims are."""

from dataclasses import dataclass
from math import hypot

from quizapp.quiz.discernment import Discernment
from quizapp.quiz.intervals import Interval, wilson

LEVEL = 0.99


@dataclass(frozen=True, slots=True)
class Leaning:
    """``said`` of ``n`` answers were "confirmed", and ``keyed`` of them should have been.

    ``value`` is the difference of the two shares, −1 to 1: above 0 the reader leans to trust,
    below 0 to doubt, if the interval leaves 0 out. It means something for a balanced set alone.
    """

    said: int
    keyed: int
    n: int
    value: float
    interval: Interval


def lean(seen: Discernment, level: float = LEVEL) -> Leaning | None:
    """The leaning of a reader's counts, and its interval; ``None`` where nothing was answered.

    What a reader wrongly calls confirmed pulls it up, what they miss pulls it down: it is
    (false alarms − misses) / n. The interval joins the Wilson intervals of those two shares, the
    numbers of claims of each sort being fixed, so it has a width at shares of 0 and 1 as well. A
    sort without answers adds nothing to the value, and no width.

    The level is 99 % where nothing else is asked for, since a verdict rests on this interval and
    on that of d′; ``quizapp.quiz.verdict`` says more.

    Source: Newcombe (1998), Interval estimation for the difference between independent
    proportions, Statistics in Medicine 17, 873–890, method 10; with weights, Zou, Huang & Zhang
    (2009), A note on confidence interval estimation for a linear function of binomial
    proportions, Computational Statistics & Data Analysis 53, 1080–1085.
    """
    if not seen.n:
        return None
    missed = seen.confirmed - seen.found
    alarm_down, alarm_up = _reach(seen.false_alarms, seen.others, level)
    miss_down, miss_up = _reach(missed, seen.confirmed, level)
    value = (seen.false_alarms - missed) / seen.n
    return Leaning(
        said=seen.found + seen.false_alarms,
        keyed=seen.confirmed,
        n=seen.n,
        value=value,
        interval=Interval(
            value - hypot(alarm_down, miss_up) / seen.n,
            value + hypot(alarm_up, miss_down) / seen.n,
            level,
        ),
    )


def _reach(count: int, n: int, level: float) -> tuple[float, float]:
    """How far the interval of a count, Wilson's times ``n``, reaches down and up from it."""
    share = wilson(count, n, level)
    return (count - n * share.low, n * share.high - count) if share else (0.0, 0.0)
