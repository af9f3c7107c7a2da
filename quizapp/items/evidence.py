"""Mark the words that show how a claim stands (QTI hottextInteraction)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from quizapp.claims import Article, ClaimMap, SentenceSet
from quizapp.errors import Problem
from quizapp.fields import Field, Text
from quizapp.i18n import N_, _
from quizapp.items.base import Item, Response
from quizapp.items.claimed import exactly_one, one_claim
from quizapp.items.marking import (
    NOTHING,
    NOTHING_SHOWS_IT,
    alternatives,
    best,
    characters,
    describe_marks,
    in_order,
    typed_sentences,
)


@dataclass(frozen=True, kw_only=True)
class EvidenceItem(Item):
    """Credit is F1 of what was marked against the best set that shows the claim.

    With ``select`` "words" the characters of the marked words are compared instead of sentences;
    a marked sentence then counts with all its words.
    """

    kind: ClassVar[str] = "evidence"
    title: ClassVar[str] = N_("Show the words")
    prompt: ClassVar[str] = N_("Mark the words of the article that show how this claim stands.")
    skills_by_default: ClassVar[tuple[str, ...]] = ("evidence",)
    FIELDS = (Field("select", Text(("sentences", "words")), default="sentences"),)

    select: str = "sentences"
    claim: str = ""
    shown: tuple[SentenceSet, ...] = ()
    article: Article | None = None

    @classmethod
    def bind(
        cls, common: Mapping[str, Any], own: Mapping[str, Any], claims: ClaimMap
    ) -> dict[str, Any]:
        claim = one_claim(common, claims)
        if claim is None:
            return {}
        shown = alternatives(claims, claim.id, own["select"] == "words")
        return {"claim": claim.text, "shown": shown, "article": claims.article}

    def own(self) -> dict[str, Any]:
        return {} if self.select == "sentences" else {"select": self.select}

    @property
    def subject(self) -> str:
        return self.claim

    @property
    def quotes_a_claim(self) -> bool:
        return True

    def key(self) -> Response:
        if self.article is None:
            return ()
        return in_order(self.article, self.shown[0])

    def credit(self, response: Response) -> float:
        if self.article is None:
            return 0.0
        if self.select == "words" and self.shown != (NOTHING_SHOWS_IT,):
            shown = (characters(self.article, ids) for ids in self.shown)
            return best(characters(self.article, response), shown)
        return best(response, self.shown)

    def guess(self) -> float:
        """The mean credit of marking one sentence, or "nothing shows it", at random."""
        if self.article is None:
            return 0.0
        tries = [*self.article.sentences, NOTHING]
        return sum(self.credit((id_,)) for id_ in tries) / len(tries)

    def plain(self, order: tuple[str, ...]) -> str:
        return f"{_(self.prompt)}\n“{self.claim}”"

    def parse(self, typed: str, order: tuple[str, ...]) -> Response:
        return typed_sentences(typed, self.article.sentences if self.article else ())

    def describe(self, response: Response) -> str:
        return describe_marks(response, self.article)

    def problems(self) -> Iterator[Problem]:
        yield from exactly_one(self)
