"""Counts of readers who were never there, for the measures of one reader."""

from collections import Counter
from random import Random

from quizapp.quiz.discernment import Discernment


def counts(
    found: int, confirmed: int, called: int, others: int, *, balanced: bool = True
) -> Discernment:
    """A reader who found so many of the confirmed claims and called so many others confirmed."""
    matrix = Counter({
        ("confirmed", "confirmed"): found, ("confirmed", "asserted"): confirmed - found,
        ("asserted", "confirmed"): called, ("unknown", "unknown"): others - called,
    })  # fmt: skip
    return Discernment(matrix, balanced)


def simulated(hit: float, alarm: float, random: Random, each: int = 40) -> tuple[int, int]:
    """How many of ``each`` confirmed claims, and of as many others, a reader calls confirmed."""
    return (
        sum(random.random() < hit for _ in range(each)),
        sum(random.random() < alarm for _ in range(each)),
    )
