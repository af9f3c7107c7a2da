"""Pair each claim with the source that the article gives it to (QTI matchInteraction)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any, ClassVar

from quizapp.claims import ClaimMap
from quizapp.errors import Problem
from quizapp.fields import IDS, Field
from quizapp.i18n import N_, _
from quizapp.items.base import Item, Pairs, Response, ResponseError, flaw
from quizapp.items.choice import pick


@dataclass(frozen=True, kw_only=True)
class Match(Item):
    """Credit is the share of claims with their source. A response holds ``"claim source"`` pairs.

    ``sources`` are further sources to choose from, which say none of the claims.
    """

    kind: ClassVar[str] = "match"
    title: ClassVar[str] = N_("Who says what")
    prompt: ClassVar[str] = N_("Give each claim to the source that the article gives it to.")
    skills_by_default: ClassVar[tuple[str, ...]] = ("attribution",)
    FIELDS = (Field("sources", IDS, doc="ids of sources that say none of it", default=()),)

    sources: tuple[str, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    unclear: tuple[str, ...] = ()

    @classmethod
    def bind(
        cls, common: Mapping[str, Any], own: Mapping[str, Any], claims: ClaimMap
    ) -> dict[str, Any]:
        known = [claims.claim[id_] for id_ in common["claims"] if id_ in claims.claim]
        said = [claim for claim in known if claim.attributions]
        pairs = tuple((claim.id, claim.attributions[0].source) for claim in said)
        ids = dict.fromkeys([*(source for _claim, source in pairs), *own["sources"]])
        return {
            "texts": tuple((claim.id, claim.text) for claim in said),
            "names": tuple((i, claims.source[i].name) for i in sorted(ids) if i in claims.source),
            "pairs": pairs,
            "unclear": tuple(c.id for c in known if not c.who_says_clear),
        }

    def own(self) -> dict[str, Any]:
        return {"sources": list(self.sources)} if self.sources else {}

    @property
    def subject(self) -> str:
        return self.stem or _(self.prompt)

    def key(self) -> Response:
        return tuple(f"{claim} {source}" for claim, source in self.pairs)

    def credit(self, response: Response) -> float:
        return Pairs(self.pairs).share(response)

    def guess(self) -> float:
        return 1 / max(len(self.names), 1)

    def drawn(self, random: Random) -> tuple[str, ...]:
        ids = [id_ for id_, _text in self.texts]
        random.shuffle(ids)
        return tuple(ids)

    def ordered(self, order: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        """``(claim id, text)`` as drawn, or as written where nothing was drawn."""
        places = {id_: n for n, id_ in enumerate(order)}
        return tuple(sorted(self.texts, key=lambda pair: places.get(pair[0], len(places))))

    def plain(self, order: tuple[str, ...]) -> str:
        rows = [f"  {n}  “{text}”" for n, (_id, text) in enumerate(self.ordered(order), start=1)]
        names = [f"  {n} = {name}" for n, (_id, name) in enumerate(self.names, start=1)]
        return "\n".join([self.subject, *rows, *names])

    def parse(self, typed: str, order: tuple[str, ...]) -> Response:
        numbers, rows = typed.replace(",", " ").split(), self.ordered(order)
        if len(numbers) != len(rows):
            raise ResponseError(f"Type {len(rows)} numbers, one for each line, in their order.")
        chosen = [pick(number, [id_ for id_, _name in self.names]) for number in numbers]
        return tuple(f"{row[0]} {source}" for row, source in zip(rows, chosen, strict=True))

    def describe(self, response: Response) -> str:
        return Pairs(self.pairs).describe(response, dict(self.texts), dict(self.names))

    def problems(self) -> Iterator[Problem]:
        if len(self.texts) < 2 and len(self.claims) < 2:
            remedy = "Name two or more under claims."
            yield flaw((), "too-few", "There are fewer than two claims to pair.", remedy)
        said = dict(self.texts)
        for n, id_ in enumerate(self.claims):
            if id_ not in said:
                what = f"Nobody in the article says anything on “{id_}”."
                yield flaw(("claims", n), "unsaid", what, "Leave it out, or take another claim.")
            elif id_ in self.unclear:
                what = f"It is unclear who says “{id_}”."
                yield flaw(("claims", n), "unclear-source", what, "Take another claim.")
        if self.texts and len(self.names) < 2:
            remedy = "Take claims of other sources, or add sources."
            yield flaw((), "one-source", "There is only one source to choose.", remedy)
