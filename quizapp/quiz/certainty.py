"""Certainty-based marks of a whole quiz, and the grade that may be made of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizapp.quiz.schemes import THREE, Graded

SHARE = Fraction(1, 10)


@dataclass(frozen=True, slots=True)
class Certainty:
    """The marks of ``n`` questions, blanks among them, on the scheme of three levels.

    ``total`` is the sum of the marks, ``most`` what it could have been: 3 a question. ``accuracy``
    is the share of right answers, 0 to 1. ``bonus`` is in marks a question, ``grade`` is on the
    scale of ``accuracy``.
    """

    n: int
    total: int
    most: int
    accuracy: float
    bonus: float
    grade: float


def certainty(answers: Sequence[Graded], blanks: int = 0) -> Certainty | None:
    """The certainty-based marks of a quiz and its headline grade.

    Args:
        answers: for each answer its level, 1 to 3, and whether it was right, that is whether its
            credit was full.
        blanks: how many questions were left blank. Each is a mark of 0, and not right.

    Returns:
        ``None`` where there is no question at all.

    The bonus is the mean mark, minus the mean mark that the same accuracy a would bring with one
    level for every question, the best one for it: max(a, 4a − 2, 9a − 6). It is above 0 for a
    reader who knows which answers are sound, below 0 for one who is sure of the wrong ones. The
    grade is accuracy + 0.1 × bonus. It lies between −0.6 and 1 and is a convention: the factor was
    chosen because it made grades most reliable in medical examinations.

    Source: Gardner-Medwin (2013), Optimisation of certainty-based assessment scores, 37th Congress
    of the International Union of Physiological Sciences, Birmingham.
    """
    n = len(answers) + blanks
    if n == 0:
        return None
    total = int(THREE.total(answers))
    accuracy = Fraction(sum(right for _level, right in answers), n)
    bonus = Fraction(total, n) - max(level.expected(accuracy) for level in THREE.levels)
    return Certainty(
        n=n,
        total=total,
        most=3 * n,
        accuracy=float(accuracy),
        bonus=float(bonus),
        grade=float(accuracy + SHARE * bonus),
    )
