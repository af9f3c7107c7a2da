"""What every item kind has in common."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Any, ClassVar, Self

from quizapp.claims import ClaimMap
from quizapp.errors import Problem, QuizappError, Severity
from quizapp.fields import ID, TEXT, YES_NO, Field, ListOf, Number, Path, Record
from quizapp.i18n import _

Response = tuple[str, ...]
SKILLS = ("attribution", "standing", "evidence", "trade_offs")


class ResponseError(QuizappError):
    """What was typed is no answer to this item; the message says what would be."""


@dataclass(frozen=True, slots=True)
class Option:
    """One option to pick. ``credit`` is given where the key alone does not say it (imports do)."""

    id: str
    text: str
    credit: Decimal | None = None
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture beside a stem, and the words that stand for it."""

    file: str
    alternative: str


@dataclass(frozen=True, slots=True)
class Derived:
    """From which template and seed an item was derived, and whether it was edited since."""

    template: str
    seed: str
    edited: bool = False


@dataclass(frozen=True, kw_only=True)
class Item(ABC):
    """One question, or a text to read.

    ``id`` is unique in its bank. ``claims`` are the claims it asks about. A kind's own fields are
    named in ``FIELDS``; what a kind takes from the claim map is bound when it is built, so that
    ``key`` and ``credit`` need nothing else.
    """

    kind: ClassVar[str]
    title: ClassVar[str]
    prompt: ClassVar[str] = ""
    scored: ClassVar[bool] = True
    skills_by_default: ClassVar[tuple[str, ...]] = ()
    FIELDS: ClassVar[tuple[Field, ...]] = ()

    id: str
    stem: str = ""
    claims: tuple[str, ...] = ()
    trade_off: str = ""
    feedback: str = ""
    weight: Decimal = Decimal(1)
    skills: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    picture: Picture | None = None
    derived: Derived | None = None

    @classmethod
    def build(cls, common: Mapping[str, Any], own: Mapping[str, Any], claims: ClaimMap) -> Self:
        """An item from its common fields and the kind's own, as the bank's reader read them."""
        return cls(**common, **own, **cls.bind(common, own, claims))

    @classmethod
    def bind(
        cls, common: Mapping[str, Any], own: Mapping[str, Any], claims: ClaimMap
    ) -> dict[str, Any]:
        """What this kind takes from the claim map; nothing, unless a kind says otherwise."""
        return {}

    def own(self) -> dict[str, Any]:
        """The kind's own fields as a file has them: strings, lists, mappings; no absent ones."""
        return {}

    @abstractmethod
    def key(self) -> Response:
        """A response that earns full credit; empty for an item without a score."""

    @abstractmethod
    def credit(self, response: Response) -> float:
        """What ``response`` earns, in ``[0, 1]``; 0 for an empty or a nonsensical one."""

    @abstractmethod
    def guess(self) -> float:
        """The expected credit of an answer given without reading, in ``[0, 1]``."""

    @abstractmethod
    def plain(self, order: tuple[str, ...]) -> str:
        """What is asked, as plain text for a terminal, paper or a screen reader."""

    @abstractmethod
    def parse(self, typed: str, order: tuple[str, ...]) -> Response:
        """The response that ``typed`` stands for; ``ResponseError`` says what would be one."""

    @abstractmethod
    def describe(self, response: Response) -> str:
        """``response`` in words, for feedback and reports."""

    def near(self, response: Response) -> str:
        """What to say about a response that just misses; it earns nothing for that."""
        return ""

    @abstractmethod
    def problems(self) -> Iterator[Problem]:
        """What is wrong with the item in itself, each with its ``path`` in the item's fields."""

    def parts(self, response: Response) -> Mapping[str, float]:
        """The parts of a joint credit, by name; empty where the credit has no parts."""
        return {}

    def drawn(self, random: Random) -> tuple[str, ...]:
        """The ids of what is shown, in an order drawn for one attempt; empty where none is."""
        return ()

    @property
    def subject(self) -> str:
        """The words that the reader judges: the claim, if the kind asks about one, or the stem."""
        return self.stem

    @property
    def quotes_a_claim(self) -> bool:
        """Whether ``subject`` is a claim's words, to be set in quotation marks."""
        return False

    def told(self, order: tuple[str, ...]) -> str:
        """What is asked as plain text, and before it the words of its picture, if it has one."""
        if self.picture is None:
            return self.plain(order)
        words = _("[Picture: {words}]").format(words=self.picture.alternative)
        return f"{words}\n\n{self.plain(order)}"

    @property
    def trained(self) -> tuple[str, ...]:
        """The skills that the item trains."""
        return self.skills or self.skills_by_default


def flaw(path: Path, code: str, what: str, remedy: str, severity: Severity = "error") -> Problem:
    """A problem at ``path`` in an item's own fields; the bank's reader places it in the file."""
    return Problem(0, 0, code, what, remedy, severity, path=path)


OPTION = Record(
    "option",
    (
        Field("id", ID, required=True),
        Field("text", TEXT, required=True),
        Field("credit", Number(Decimal(-1), Decimal(1)), default=None),
        Field("feedback", TEXT, doc="what to say to a reader who picked it"),
    ),
)
PICTURE = Record(
    "picture",
    (
        Field("file", TEXT, required=True),
        Field("alternative", TEXT, required=True, doc="the words that stand for the picture"),
    ),
)
DERIVED = Record(
    "derivation",
    (
        Field("template", TEXT, required=True),
        Field("seed", TEXT, required=True),
        Field("edited", YES_NO, default=False),
    ),
)
COMMON = (
    Field("id", ID, required=True),
    Field("kind", ID, required=True),
    Field("claims", ListOf(ID), doc="ids of the claims it asks about", default=()),
    Field("trade_off", ID, doc="id of the trade-off it asks about"),
    Field("stem", TEXT, doc="the question"),
    Field("feedback", TEXT, doc="why the key is the key, in a sentence or two"),
    Field("weight", Number(Decimal(0), Decimal(100)), default=Decimal(1)),
    Field("skills", ListOf(TEXT), default=()),
    Field("tags", ListOf(TEXT), default=()),
    Field("picture", PICTURE, default=None),
    Field("derived", DERIVED, default=None),
)
