"""What an answer earns, and what an attempt earns."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from quizapp.bank import Bank
from quizapp.items import Item
from quizapp.quiz.attempt import Answer, Attempt
from quizapp.quiz.schemes import Graded, scheme_of

Outcome = Literal["right", "partly", "wrong", "blank"]


@dataclass(frozen=True, slots=True)
class Mark:
    """What one answer earned.

    ``credit`` lies in ``[0, 1]``, ``parts`` holds the parts of a joint credit, ``guess`` is the
    expected credit of a blind answer, ``certainty`` the certainty-based mark: −6 to
    3 with three levels, −90 to 100 with five.
    """

    item: str
    answered: bool
    credit: float
    weight: Decimal
    guess: float
    certainty: int
    parts: Mapping[str, float] = field(default_factory=dict)

    @property
    def outcome(self) -> Outcome:
        """The mark as one of four; partly also where one part of a joint credit is whole."""
        if not self.answered:
            return "blank"
        if self.right:
            return "right"
        return "partly" if self.credit > 0 or 1.0 in self.parts.values() else "wrong"

    @property
    def right(self) -> bool:
        """Whether the credit is full."""
        return self.credit >= 1.0


@dataclass(frozen=True, slots=True)
class Score:
    """All marks of an attempt, in the order posed; items without a score are left out."""

    marks: tuple[Mark, ...]

    @property
    def earned(self) -> float:
        """The sum of credit × weight."""
        return sum(mark.credit * float(mark.weight) for mark in self.marks)

    @property
    def possible(self) -> float:
        """The sum of the weights."""
        return sum(float(mark.weight) for mark in self.marks)

    @property
    def right(self) -> int:
        """How many items earned full credit."""
        return sum(mark.right for mark in self.marks)


def mark(item: Item, answer: Answer | None, levels: int = 3) -> Mark:
    """The mark of one answer; an unanswered item earns 0.

    ``levels`` says of how many levels that of the answer is one, 3 or 5.
    """
    level = answer.confidence if answer else None
    credit = item.credit(answer.response) if answer else 0.0
    return Mark(
        item=item.id,
        answered=answer is not None,
        credit=credit,
        weight=item.weight,
        guess=item.guess(),
        certainty=int(scheme_of(levels).mark(level, credit >= 1.0)) if level else 0,
        parts=item.parts(answer.response) if answer else {},
    )


def counted(bank: Bank, attempt: Attempt) -> tuple[Item, ...]:
    """The items that are marked, in the order posed; those that ``bank`` withholds are left out."""
    items = (bank.item[posed.item] for posed in attempt.posed)
    return tuple(i for i in items if i.scored and not bank.stale.intersection(bank.asks(i)))


def score(bank: Bank, attempt: Attempt) -> Score:
    """The score of an attempt against the version of the bank that it is marked by."""
    given, levels = attempt.answers, attempt.rules.levels
    items = counted(bank, attempt)
    return Score(tuple(mark(item, given.get(item.id), levels) for item in items))


def graded(attempt: Attempt, scored: Score) -> tuple[Graded, ...]:
    """The answers that say how sure the reader was: the level, and whether the credit was full.

    The levels are those of the attempt’s own scheme.
    """
    levels = ((attempt.answers.get(mark.item), mark.right) for mark in scored.marks)
    return tuple(
        (answer.confidence, right) for answer, right in levels if answer and answer.confidence
    )


def blanks(bank: Bank, attempt: Attempt) -> tuple[str, ...]:
    """The ids of the items that want an answer and have none, in the order posed."""
    items = (bank.item[posed.item] for posed in attempt.posed)
    return tuple(i.id for i in items if i.scored and i.id not in attempt.answers)
