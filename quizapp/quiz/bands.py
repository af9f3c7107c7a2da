"""Does a reader know when they know: each level of confidence against what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from quizapp.quiz.intervals import Interval, wilson
from quizapp.quiz.schemes import Graded, Scheme

FLOOR = 20


class Fit(StrEnum):
    """How the share right compares with the range that a level claims."""

    FITS = "fits"
    ABOVE = "above"
    BELOW = "below"
    TOO_FEW = "too_few"


@dataclass(frozen=True, slots=True)
class BandFit:
    """One level: it claims a chance of being right from ``low`` to ``high``; what was right.

    ``interval`` is that of the share right of ``n`` answers, ``None`` where there are none. ``of``
    is how many levels the scheme has. ``claimed`` is the one chance that a level of five claims.
    """

    level: int
    low: float
    high: float
    right: int
    n: int
    interval: Interval | None
    of: int = 3
    claimed: float | None = None

    @property
    def share(self) -> float | None:
        """The share right, 0 to 1; ``None`` where no answer has this level."""
        return self.right / self.n if self.n else None

    @property
    def fit(self) -> Fit:
        """Whether the level was right as often as it claims.

        *Above*: the whole interval lies above the range, so the reader knows more than they claim.
        *Below*: it lies below, so they claim more than they know. *Fits*: it reaches the range.
        *Too few*: fewer than 20 answers of this very level, however many others there are.
        """
        if self.interval is None or self.n < FLOOR:
            return Fit.TOO_FEW
        if self.interval.low > self.high:
            return Fit.ABOVE
        return Fit.BELOW if self.interval.high < self.low else Fit.FITS


def bands(scheme: Scheme, answers: Sequence[Graded], level: float = 0.95) -> tuple[BandFit, ...]:
    """Every level of a scheme, with the range it claims, the share right and its interval.

    The range of a level is where it pays best, between the switch points of the marks; so this
    works for levels that claim no single chance. A level that never pays best has no range and is
    left out. Answers are each a level and whether it was right.

    Source: Wilson (1927), as in ``quizapp.quiz.intervals``.
    """
    made, of = [], len(scheme.levels)
    for stretch in scheme.stretches():
        rights = [right for given, right in answers if given == stretch.level]
        right, n = sum(rights), len(rights)
        low, high = float(stretch.low), float(stretch.high)
        point = scheme.levels[stretch.level - 1].claimed
        claimed = None if point is None else float(point)
        interval = wilson(right, n, level)
        made.append(BandFit(stretch.level, low, high, right, n, interval, of, claimed))
    return tuple(made)
