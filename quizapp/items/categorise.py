"""Sort the considerations of a trade-off by the side that cites them (QTI matchInteraction)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any, ClassVar

from quizapp.claims import SIDES, ClaimMap
from quizapp.errors import Problem
from quizapp.i18n import N_, _
from quizapp.items.base import Item, Pairs, Response, ResponseError, flaw
from quizapp.items.choice import pick

TITLES = {
    "for": N_("For"),
    "against": N_("Against"),
    "no_side": N_("No side taken"),
    "not_argued": N_("Not argued here"),
}


@dataclass(frozen=True, kw_only=True)
class Categorise(Item):
    """Credit is the share of considerations on their side; a response holds ``"claim side"``."""

    kind: ClassVar[str] = "categorise"
    title: ClassVar[str] = N_("For and against")
    prompt: ClassVar[str] = N_("Where does the article have each consideration?")
    skills_by_default: ClassVar[tuple[str, ...]] = ("trade_offs",)

    question: str = ""
    texts: tuple[tuple[str, str], ...] = ()
    sides: tuple[tuple[str, str], ...] = ()

    @classmethod
    def bind(
        cls, common: Mapping[str, Any], own: Mapping[str, Any], claims: ClaimMap
    ) -> dict[str, Any]:
        trade_off = claims.trade_off.get(common["trade_off"])
        if trade_off is None:
            return {}
        asked = dict.fromkeys(common["claims"]) or trade_off.considerations
        known = [id_ for id_ in asked if id_ in trade_off.considerations and id_ in claims.claim]
        return {
            "question": trade_off.question,
            "texts": tuple((id_, claims.claim[id_].text) for id_ in known),
            "sides": tuple((id_, trade_off.considerations[id_]) for id_ in known),
        }

    @property
    def subject(self) -> str:
        return self.stem or self.question

    def key(self) -> Response:
        return tuple(f"{claim} {side}" for claim, side in self.sides)

    def credit(self, response: Response) -> float:
        return Pairs(self.sides).share(response)

    def guess(self) -> float:
        return 1 / len(SIDES)

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
        sides = [f"  {n} = {_(TITLES[side])}" for n, side in enumerate(SIDES, start=1)]
        return "\n".join([_(self.prompt), self.subject, *rows, *sides])

    def parse(self, typed: str, order: tuple[str, ...]) -> Response:
        numbers = typed.replace(",", " ").split()
        rows = self.ordered(order)
        if len(numbers) != len(rows):
            example = " ".join(str(n % len(SIDES) + 1) for n in range(len(rows)))
            raise ResponseError(f"Type {len(rows)} numbers, one for each line, such as {example}.")
        sides = [pick(number, SIDES) for number in numbers]
        return tuple(f"{row[0]} {side}" for row, side in zip(rows, sides, strict=True))

    def describe(self, response: Response) -> str:
        titles = {side: _(title) for side, title in TITLES.items()}
        return Pairs(self.sides).describe(response, dict(self.texts), titles)

    def problems(self) -> Iterator[Problem]:
        if not self.trade_off:
            yield flaw(
                (), "no-trade-off", "This item names no trade-off.", "Add trade_off, with its id."
            )
        elif self.question and len(self.sides) < 2:
            yield flaw(
                (), "too-few", "There are fewer than two considerations.", "Add some to sort."
            )
        placed = dict(self.sides)
        for n, claim in enumerate(self.claims):
            if self.question and claim not in placed:
                what = f"“{claim}” is no consideration of the trade-off."
                yield flaw(
                    ("claims", n), "not-in-trade-off", what, "Put it on a side, or leave it out."
                )
