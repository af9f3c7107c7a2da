"""Say how a claim stands, and mark the words that show it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from quizapp.claims import Article, ClaimMap, SentenceSet
from quizapp.errors import Problem
from quizapp.i18n import N_, _
from quizapp.items.base import Item, Response, ResponseError
from quizapp.items.choice import numbered, pick
from quizapp.items.claimed import IDS, bind_standing, exactly_one, listed, named, one_claim
from quizapp.items.marking import (
    NOTHING,
    alternatives,
    best,
    describe_marks,
    in_order,
    typed_sentences,
)

PREFIX = "standing:"
ENOUGH = 2 / 3


@dataclass(frozen=True, kw_only=True)
class StandingWithEvidence(Item):
    """Joint credit: 1 where the standing is right and F1 of the marks is above 2/3, else 0.

    A disputed claim also wants a mark on each side. A response is ``("standing:unknown", "p2s3")``.
    """

    kind: ClassVar[str] = "standing_with_evidence"
    title: ClassVar[str] = N_("How it stands, and where")
    prompt: ClassVar[str] = N_("How does this claim stand here? Mark the words that show it.")
    skills_by_default: ClassVar[tuple[str, ...]] = ("standing", "evidence")

    claim: str = ""
    accepted: tuple[str, ...] = ()
    shown: tuple[SentenceSet, ...] = ()
    sides: tuple[SentenceSet, ...] = ()
    article: Article | None = None

    @classmethod
    def bind(
        cls, common: Mapping[str, Any], own: Mapping[str, Any], claims: ClaimMap
    ) -> dict[str, Any]:
        claim = one_claim(common, claims)
        if claim is None:
            return {}
        return {
            **bind_standing(common, claims),
            "shown": alternatives(claims, claim.id),
            "sides": claims.sides_of(claim.id),
            "article": claims.article,
        }

    @property
    def subject(self) -> str:
        return self.claim

    @property
    def quotes_a_claim(self) -> bool:
        return True

    def key(self) -> Response:
        if self.article is None:
            return ()
        return (PREFIX + self.accepted[0], *in_order(self.article, self.shown[0]))

    def credit(self, response: Response) -> float:
        parts = self.parts(response)
        return float(parts["standing"] == 1.0 and parts["evidence"] > ENOUGH)

    def parts(self, response: Response) -> Mapping[str, float]:
        """The credit of the standing (0 or 1) and of the evidence (F1) apart."""
        standing, marks = split(response)
        f1 = best(marks, self.shown)
        both = all(side & set(marks) for side in self.sides)
        return {"standing": float(standing in self.accepted), "evidence": f1 if both else 0.0}

    def guess(self) -> float:
        """A standing at random, and one sentence, or "nothing shows it", at random."""
        if self.article is None:
            return 0.0
        tries = [*self.article.sentences, NOTHING]
        able = frozenset[str]().union(*self.shown).intersection(tries)
        hits = sum(self.parts((id_,))["evidence"] > ENOUGH for id_ in able)
        return len(self.accepted) / len(IDS) * hits / len(tries)

    def plain(self, order: tuple[str, ...]) -> str:
        return numbered(f"{_(self.prompt)}\n“{self.claim}”", listed())

    def parse(self, typed: str, order: tuple[str, ...]) -> Response:
        number, _space, rest = typed.strip().replace(",", " ").partition(" ")
        if not rest.strip():
            raise ResponseError(
                _(
                    "Type the number of the standing and then the sentences, such as 5 p2s3; "
                    "or a number and none."
                )
            )
        sentences = self.article.sentences if self.article else ()
        return (PREFIX + pick(number, IDS), *typed_sentences(rest, sentences))

    def describe(self, response: Response) -> str:
        standing, marks = split(response)
        words = named(standing) if standing in IDS else ""
        return ". ".join(part for part in (words, describe_marks(marks, self.article)) if part)

    def problems(self) -> Iterator[Problem]:
        yield from exactly_one(self)


def split(response: Response) -> tuple[str, Response]:
    """The standing (empty where there is none) and the marks of a response."""
    standing = next((r.removeprefix(PREFIX) for r in response if r.startswith(PREFIX)), "")
    return standing, tuple(r for r in response if not r.startswith(PREFIX))
