"""Say whether a statement about the article is true of the article."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from quizapp.claims import ClaimMap
from quizapp.errors import Problem
from quizapp.fields import Field, Text
from quizapp.i18n import N_, _
from quizapp.items.base import Item, Response, flaw
from quizapp.items.choice import numbered, pick

ANSWERS = {"true": N_("True of the article"), "false": N_("Not true of the article")}


@dataclass(frozen=True, kw_only=True)
class TrueFalse(Item):
    """The two answers always stand in the same order."""

    kind: ClassVar[str] = "true_false"
    title: ClassVar[str] = N_("True or not")
    prompt: ClassVar[str] = N_("Is this true of the article?")
    FIELDS = (Field("key", Text(tuple(ANSWERS)), required=True),)

    right: str

    @classmethod
    def build(cls, common: Mapping[str, Any], own: Mapping[str, Any], claims: ClaimMap) -> Self:
        return cls(**common, right=own["key"])

    def own(self) -> dict[str, Any]:
        return {"key": self.right}

    def key(self) -> Response:
        return (self.right,)

    def credit(self, response: Response) -> float:
        return float(response == (self.right,) and self.right in ANSWERS)

    def guess(self) -> float:
        return 0.5

    def plain(self, order: tuple[str, ...]) -> str:
        return numbered(self.stem, [_(text) for text in ANSWERS.values()])

    def parse(self, typed: str, order: tuple[str, ...]) -> Response:
        return (pick(typed, tuple(ANSWERS)),)

    def describe(self, response: Response) -> str:
        return "; ".join(_(ANSWERS[id_]) for id_ in response if id_ in ANSWERS)

    def problems(self) -> Iterator[Problem]:
        if not self.stem.strip():
            yield flaw((), "no-stem", "There is no statement.", "Write it as stem.")
