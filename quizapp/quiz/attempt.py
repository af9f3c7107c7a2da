"""One reader's attempt at one quiz: what was posed, what was answered, where they are."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from quizapp.items import Response
from quizapp.quiz.assemble import Posed
from quizapp.quiz.confidence import LEVELS
from quizapp.quiz.rules import Rules


@dataclass(frozen=True, slots=True)
class Answer:
    """A response, when it was given (aware UTC), and how sure the reader was.

    ``confidence`` is 1 to 3, or 1 to 5 where the rules ask in five levels; ``None`` for not said.
    """

    response: Response
    at: datetime
    confidence: int | None = None

    def __post_init__(self) -> None:
        if not self.response:
            raise ValueError("an answer has a response; an unanswered item has no answer")
        if self.confidence is not None and not 1 <= self.confidence <= max(LEVELS):
            raise ValueError(f"confidence is 1 to {max(LEVELS)}, not {self.confidence}")


@dataclass(frozen=True, slots=True)
class Attempt:
    """An attempt, pinned to one immutable bank version. Every change gives a new value.

    ``at`` is the id of the item on the screen. ``checked`` holds the items whose feedback was
    shown, so that their answers stand. ``submitted`` is ``None`` while the attempt is open.
    ``marked_by`` is the bank version whose keys count, empty where it is ``bank_version`` itself.
    """

    id: str
    reader: str
    bank_id: str
    bank_version: str
    rules: Rules
    seed: int
    posed: tuple[Posed, ...]
    started: datetime
    at: str
    answers: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))
    flags: frozenset[str] = frozenset()
    checked: frozenset[str] = frozenset()
    submitted: datetime | None = None
    marked_by: str = ""

    def answer(self, item: str, answer: Answer) -> "Attempt":
        """The attempt with this answer; an earlier one to the same item is replaced."""
        self._open(item)
        if (answer.confidence or 1) > self.rules.levels:
            raise ValueError(f"confidence is 1 to {self.rules.levels}, not {answer.confidence}")
        return replace(self, answers=MappingProxyType({**self.answers, item: answer}))

    def clear(self, item: str) -> "Attempt":
        """The attempt with no answer to this item."""
        self._open(item)
        kept = {id_: answer for id_, answer in self.answers.items() if id_ != item}
        return replace(self, answers=MappingProxyType(kept))

    def check(self, item: str) -> "Attempt":
        """The attempt after the feedback on this item was shown."""
        self._open(item)
        return replace(self, checked=self.checked | {item})

    def flag(self, item: str, on: bool) -> "Attempt":
        """The attempt with the item flagged, or not."""
        self._posed(item)
        flags = self.flags | {item} if on else self.flags - {item}
        return replace(self, flags=flags)

    def go(self, item: str) -> "Attempt":
        """The attempt with this item on the screen."""
        self._posed(item)
        return replace(self, at=item)

    def submit(self, now: datetime) -> "Attempt":
        """The attempt handed in."""
        if self.submitted is not None:
            raise ValueError(f"attempt {self.id} was handed in before")
        return replace(self, submitted=now)

    def regrade(self, bank_version: str) -> "Attempt":
        """The attempt marked by this version of its bank; by its own, every mark is as it was."""
        if self.submitted is None:
            raise ValueError(f"attempt {self.id} was not handed in")
        own = bank_version == self.bank_version
        return replace(self, marked_by="" if own else bank_version)

    @property
    def place(self) -> int:
        """The place of the item on the screen, from 0."""
        return [posed.item for posed in self.posed].index(self.at)

    def _posed(self, item: str) -> None:
        if all(posed.item != item for posed in self.posed):
            raise ValueError(f"attempt {self.id} has no item {item}")

    def _open(self, item: str) -> None:
        self._posed(item)
        if self.submitted is not None:
            raise ValueError(f"attempt {self.id} was handed in")
        if item in self.checked:
            raise ValueError(f"the feedback on {item} was shown, its answer stands")


def begin(
    attempt_id: str,
    reader: str,
    bank_id: str,
    bank_version: str,
    rules: Rules,
    seed: int,
    posed: tuple[Posed, ...],
    now: datetime,
) -> Attempt:
    """A fresh attempt with its first item on the screen.

    Raises:
        ValueError: nothing was posed.
    """
    if not posed:
        raise ValueError("a quiz without items cannot be taken")
    return Attempt(
        attempt_id, reader, bank_id, bank_version, rules, seed, posed, now, posed[0].item
    )
