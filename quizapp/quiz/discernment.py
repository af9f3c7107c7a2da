"""Telling apart: how a reader's standings compare with the article's."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from quizapp.bank import STANDING_KINDS, Bank
from quizapp.items import split
from quizapp.quiz.attempt import Attempt
from quizapp.quiz.mark import counted

FLOOR = 20


@dataclass(frozen=True, slots=True)
class Discernment:
    """Counts of key standing × answered standing, over answered standing items, first sights only.

    A claim that is asked about twice counts once, with its first answer; practice-only claims stay
    out. ``balanced`` says whether the set can carry a verdict on leaning at all.
    """

    matrix: Mapping[tuple[str, str], int]
    balanced: bool

    @property
    def n(self) -> int:
        """The number of answers counted."""
        return sum(self.matrix.values())

    @property
    def confirmed(self) -> int:
        """How many of them were about confirmed claims."""
        return sum(n for (key, _said), n in self.matrix.items() if key == "confirmed")

    @property
    def others(self) -> int:
        """How many of them were about other claims."""
        return self.n - self.confirmed

    @property
    def found(self) -> int:
        """Confirmed claims that the reader called confirmed."""
        return self.matrix.get(("confirmed", "confirmed"), 0)

    @property
    def false_alarms(self) -> int:
        """Other claims that the reader called confirmed."""
        said = sum(n for (_key, said), n in self.matrix.items() if said == "confirmed")
        return said - self.found

    @property
    def as_keyed(self) -> int:
        """Claims to which the reader gave the article's own standing."""
        return sum(n for (key, said), n in self.matrix.items() if key == said)

    @property
    def enough(self) -> bool:
        """Whether there are enough answers of both sorts for a verdict: 20 and 20."""
        return self.confirmed >= FLOOR and self.others >= FLOOR


def answered_standing(kind: str, response: tuple[str, ...]) -> str:
    """The standing that a response to a standing item names; empty where it names none."""
    if kind == "standing_with_evidence":
        return split(response)[0]
    return response[0] if kind == "standing" and response else ""


def discern(bank: Bank, attempt: Attempt) -> Discernment:
    """The counts of one attempt."""
    matrix: Counter[tuple[str, str]] = Counter()
    seen: set[str] = set()
    for item in counted(bank, attempt):
        answer = attempt.answers.get(item.id)
        if item.kind not in STANDING_KINDS or answer is None or item.claims[0] in seen:
            continue
        claim = bank.map.claim[item.claims[0]]
        said = answered_standing(item.kind, answer.response)
        seen.add(claim.id)
        if said and not claim.practice_only:
            matrix[answered_standing(item.kind, item.key()), said] += 1
    return Discernment(matrix, bank.balance.balanced)
