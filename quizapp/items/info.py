"""A text to read, without a score."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any, ClassVar, Self

from quizapp.claims import ClaimMap
from quizapp.errors import Problem
from quizapp.fields import TEXT, Field, Record
from quizapp.i18n import N_, _
from quizapp.items.base import Item, Response, ResponseError, flaw

ORIGINAL = Record(
    "original",
    (
        Field("format", TEXT, required=True, doc="the format that it came in"),
        Field("type", TEXT, required=True, doc="its type in that format’s words"),
        Field("source", TEXT, required=True, doc="the whole of it"),
    ),
)


@dataclass(frozen=True, slots=True)
class Original:
    """A question as another program wrote it."""

    format: str
    type: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Info(Item):
    """Has no key and takes no response.

    ``original`` is a question of another program that no kind can hold, kept whole, so that the
    writer of its format gives it back unchanged.
    """

    kind: ClassVar[str] = "info"
    title: ClassVar[str] = N_("To read")
    scored: ClassVar[bool] = False
    FIELDS = (Field("original", ORIGINAL, doc="a question of another program", default=None),)

    original: Original | None = None

    @classmethod
    def build(cls, common: Mapping[str, Any], own: Mapping[str, Any], claims: ClaimMap) -> Self:
        given = own["original"]
        return cls(**common, original=Original(**given) if given else None)

    def own(self) -> dict[str, Any]:
        return {"original": asdict(self.original)} if self.original else {}

    def key(self) -> Response:
        return ()

    def credit(self, response: Response) -> float:
        return 0.0

    def guess(self) -> float:
        return 0.0

    def plain(self, order: tuple[str, ...]) -> str:
        return self.stem

    def parse(self, typed: str, order: tuple[str, ...]) -> Response:
        raise ResponseError(_("There is nothing to answer here. Press Enter to go on."))

    def describe(self, response: Response) -> str:
        return ""

    def problems(self) -> Iterator[Problem]:
        if not self.stem.strip():
            yield flaw((), "no-stem", "There is nothing to read.", "Write it as stem.")
