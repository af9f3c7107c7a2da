"""How a quiz is taken: one value, stored with the attempt."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Literal, Self

from quizapp.quiz.confidence import LEVELS

Feedback = Literal["at_once", "after", "never"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The rules of one sitting.

    ``count`` is how many items are drawn, 0 for all of them in the bank's order. ``time_limit`` is
    in seconds of work, 0 for none. ``confidence`` asks with each answer how sure the reader is,
    in ``levels``: 3 or 5. What was stored before there were five has three.
    ``closed`` keeps the article away until the attempt is handed in, to learn which questions can
    be answered without reading; those that ask for words of the article are then left out.
    """

    feedback: Feedback = "at_once"
    confidence: bool = True
    levels: int = 3
    shuffle_options: bool = True
    shuffle_items: bool = False
    count: int = 0
    time_limit: int = 0
    closed: bool = False

    def __post_init__(self) -> None:
        if self.feedback not in ("at_once", "after", "never"):
            raise ValueError(f"feedback is at_once, after or never, not {self.feedback!r}")
        if self.levels not in LEVELS:
            raise ValueError(f"levels of confidence are 3 or 5, not {self.levels!r}")
        if self.count < 0 or self.time_limit < 0:
            raise ValueError("count and time_limit are 0 or more")
        if self.closed and self.feedback == "at_once":
            raise ValueError("feedback shows the article, so there is none at once without it")

    @classmethod
    def practice(cls, count: int = 0) -> Self:
        """Feedback at once, with confidence, no clock."""
        return cls(count=count)

    @classmethod
    def test(cls, time_limit: int = 0, levels: int = 3) -> Self:
        """Feedback after handing in; confidence is not asked, but would be in so many levels."""
        return cls(feedback="after", confidence=False, levels=levels, time_limit=time_limit)

    @classmethod
    def pilot(cls, count: int = 0) -> Self:
        """The article stays closed, to learn what can be answered without it."""
        return cls(feedback="after", confidence=False, count=count, closed=True)

    def stored(self) -> dict[str, Any]:
        """The rules as strings, integers and truth values."""
        return asdict(self)

    @classmethod
    def restored(cls, given: Mapping[str, Any]) -> Self:
        """The rules from what ``stored`` gave; fields of a newer program are left out."""
        known = {f.name for f in fields(cls)}
        return cls(**{name: value for name, value in given.items() if name in known})
