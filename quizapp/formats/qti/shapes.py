"""What a question of QTI holds, whichever version it comes from, before it is an item of ours."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from quizapp.formats.base import Note


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to pick, to pair or to put in order, with the file's own identifier."""

    id: str
    text: str
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class Pick:
    """Options to pick from.

    ``credits`` are shares of the full score; ``strict``: all or nothing.
    """

    choices: tuple[Choice, ...]
    key: tuple[str, ...]
    multiple: bool = False
    credits: Mapping[str, float] = field(default_factory=dict)
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer that may be typed, what it earns, and what is said to it."""

    text: str
    credit: float = 1.0
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class Typed:
    """Words to type; ``exact`` where capitals count."""

    answers: tuple[Answer, ...]
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """A number to type, right from ``low`` to ``high``, both included, or in another range."""

    low: float
    high: float
    answer: float
    others: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Blank:
    """A gap: what fills it, the list that it is filled from, if it is not typed, and its worth.

    ``partial`` are answers that earn a part of that.
    """

    id: str
    accepted: tuple[str, ...]
    options: tuple[str, ...] = ()
    weight: float = 1.0
    partial: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Gaps:
    """A text with gaps, each as ``[[its id]]``."""

    text: str
    blanks: tuple[Blank, ...]
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Pairs:
    """Rows that each take one of the columns."""

    rows: tuple[Choice, ...]
    columns: tuple[Choice, ...]
    right: tuple[tuple[str, str], ...]
    strict: bool = False
    weights: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Sequence:
    """Things in their right order."""

    choices: tuple[Choice, ...]
    strict: bool = False


Shape = Pick | Typed | Amount | Gaps | Pairs | Sequence


@dataclass(kw_only=True)
class Part:
    """One question as it is gathered. Without a ``shape`` it is kept whole, as something to read.

    ``source`` is the original, for what is kept whole; ``pictures`` are ``(address, alternative)``.
    """

    id: str
    native: str
    line: int = 0
    name: str = ""
    stem: str = ""
    shape: Shape | None = None
    feedback: str = ""
    weight: float = 1.0
    pictures: tuple[tuple[str, str], ...] = ()
    tags: tuple[str, ...] = ()
    category: tuple[str, ...] = ()
    source: str = ""
    notes: list[Note] = field(default_factory=list)

    def changed(self, code: str, what: str) -> None:
        """Note that something was kept in another form."""
        self.notes.append(Note(self.line, 0, "changed", code, what))

    def lost(self, code: str, what: str) -> None:
        """Note that something was left out."""
        self.notes.append(Note(self.line, 0, "lost", code, what))

    def info(self, code: str, what: str) -> None:
        """Note something that changed nothing."""
        self.notes.append(Note(self.line, 0, "info", code, what))
