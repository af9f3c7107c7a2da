"""Certainty-based marks of a whole quiz, and the grade that may be made of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizapp.quiz.schemes import THREE, Graded, Scheme

SHARE = Fraction(1, 10)


@dataclass(frozen=True, slots=True)
class Certainty:
    """The marks of ``n`` questions, blanks among them, on one scheme.

    ``total`` is the sum of the marks, ``most`` what it could have been: the best mark for each.
    ``accuracy`` is the share of right answers, 0 to 1. ``bonus`` is in marks a question, ``grade``
    is on the scale of ``accuracy``.
    """

    n: int
    total: int
    most: int
    accuracy: float
    bonus: float
    grade: float


def certainty(
    answers: Sequence[Graded], blanks: int = 0, scheme: Scheme = THREE
) -> Certainty | None:
    """The certainty-based marks of a quiz and its headline grade.

    Args:
        answers: for each answer its level in the scheme, and whether it was right, that is whether
            its credit was full.
        blanks: how many questions were left blank. Each is a mark of 0, and not right.
        scheme: what the levels pay.

    Returns:
        ``None`` where there is no question at all.

    The bonus is the mean mark, minus the mean mark that the same accuracy a would bring with one
    level for every question, the best one for it: of three max(a, 4a − 2, 9a − 6). It is above 0
    for a reader who knows which answers are sound, below 0 for one who is sure of the wrong ones.
    The grade is accuracy + 0.1 × bonus, the bonus taken as if the best mark of the scheme were 3.
    With three levels it lies between −0.6 and 1. It is a convention: the factor was chosen
    because it made grades most reliable in medical examinations.

    Source: Gardner-Medwin (2013), Optimisation of certainty-based assessment scores, 37th Congress
    of the International Union of Physiological Sciences, Birmingham.
    """
    n = len(answers) + blanks
    if n == 0:
        return None
    total, most = int(scheme.total(answers)), int(max(level.right for level in scheme.levels))
    accuracy = Fraction(sum(right for _level, right in answers), n)
    bonus = Fraction(total, n) - max(level.expected(accuracy) for level in scheme.levels)
    return Certainty(
        n=n,
        total=total,
        most=most * n,
        accuracy=float(accuracy),
        bonus=float(bonus),
        grade=float(accuracy + SHARE * bonus * Fraction(3, most)),
    )
