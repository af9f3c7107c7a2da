"""Marks for being right and for being sure: what each level pays, and whether honesty pays best."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, pairwise

from quizapp.quiz.confidence import RIGHT, WRONG, labels

Graded = tuple[int, bool]


@dataclass(frozen=True, slots=True)
class Level:
    """What one level of confidence pays, and the chance of being right that it claims, if one."""

    right: int | Fraction
    wrong: int | Fraction
    claimed: Fraction | None = None

    def expected(self, p: Fraction) -> Fraction:
        """The mean mark of somebody who is right with chance ``p``: w + p (r − w)."""
        return self.wrong + p * (self.right - self.wrong)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The chances of being right, from ``low`` to ``high``, on which ``level`` pays best."""

    level: int
    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class Scheme:
    """Levels of confidence, the least sure first; level 1 is the first of them."""

    levels: tuple[Level, ...]

    def __post_init__(self) -> None:
        if not self.levels:
            raise ValueError("a scheme has at least one level")

    def mark(self, level: int, right: bool) -> int | Fraction:
        """The mark for an answer of this level.

        Raises:
            ValueError: the scheme has no such level.
        """
        if not 1 <= level <= len(self.levels):
            raise ValueError(f"levels are 1 to {len(self.levels)}, not {level}")
        paid = self.levels[level - 1]
        return paid.right if right else paid.wrong

    def total(self, graded: Iterable[Graded]) -> int | Fraction:
        """The sum of the marks of answers, each a level and whether it was right; 0 for none."""
        return sum((self.mark(level, right) for level, right in graded), start=0)

    def stretches(self) -> tuple[Stretch, ...]:
        """The upper envelope: which level pays best at which chance of being right, from 0 to 1.

        Each level pays along a line over that chance. Between two neighbouring places where lines
        cross, one of them is the highest throughout. Where lines are the same the least sure level
        counts. Exact, in fractions.
        """
        found: list[Stretch] = []
        for low, high in pairwise(sorted({Fraction(0), Fraction(1), *self._crossings()})):
            pays = [level.expected((low + high) / 2) for level in self.levels]
            best = pays.index(max(pays)) + 1
            if found and found[-1].level == best:
                low = found.pop().low  # noqa: PLW2901  (the stretch goes on)
            found.append(Stretch(best, low, high))
        return tuple(found)

    def _crossings(self) -> Iterable[Fraction]:
        """Where two levels pay the same, strictly between 0 and 1: Δw / (Δw + Δr)."""
        for one, other in combinations(self.levels, 2):
            slope = (one.right - one.wrong) - (other.right - other.wrong)
            if slope and 0 < (p := Fraction(other.wrong - one.wrong) / slope) < 1:
                yield p

    @property
    def switch_points(self) -> tuple[Fraction, ...]:
        """The chances of being right at which another level starts to pay best, rising."""
        return tuple(stretch.low for stretch in self.stretches()[1:])

    @property
    def proper(self) -> bool:
        """Whether honesty pays best.

        Every level pays best on a range of its own, surer levels on higher ranges, and a level
        that claims a chance claims one in its range. What is judged is the marks as they are,
        rounded: a rounded scheme need not be proper because the exact one is.

        Source: Gneiting & Raftery (2007), Strictly proper scoring rules, prediction, and
        estimation, Journal of the American Statistical Association 102, 359–378.
        """
        stretches = self.stretches()
        if [stretch.level for stretch in stretches] != [*range(1, len(self.levels) + 1)]:
            return False
        return all(
            level.claimed is None or stretch.low <= level.claimed <= stretch.high
            for level, stretch in zip(self.levels, stretches, strict=True)
        )


def quadratic(claimed: Iterable[Fraction]) -> Scheme:
    """Levels that pay 100 · (x − (p − x)²), rounded, p what a level claims, x 1 if right, else 0.

    Source: Brier (1950), Verification of forecasts expressed in terms of probability, Monthly
    Weather Review 78, 1–3, for (p − x)². Adding x makes a right answer worth more than a wrong one
    and moves no switch point, since it does not depend on the level.
    """
    return Scheme(
        tuple(Level(round(100 * (1 - (p - 1) ** 2)), round(-100 * p**2), p) for p in claimed)
    )


THREE = Scheme(tuple(Level(RIGHT[level], WRONG[level]) for level in RIGHT))
FIVE = quadratic(Fraction(percent, 100) for percent in (25, 40, 60, 80, 95))


def scheme_of(levels: int) -> Scheme:
    """The scheme of three levels, or of five.

    Raises:
        ValueError: there is no scheme of so many levels.
    """
    return THREE if len(labels(levels)) == 3 else FIVE


def range_of(level: int | None, levels: int) -> int | None:
    """The level of three whose range holds what a level claims; ``None`` where there is none.

    Of five, 25, 40 and 60 % lie below 2/3, 80 % at the upper end of the middle range, 95 % above.
    """
    if level is None or levels == 3:
        return level
    claimed = scheme_of(levels).levels[level - 1].claimed or Fraction(0)
    return next(one.level for one in THREE.stretches() if claimed <= one.high)
