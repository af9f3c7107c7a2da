"""Sort the considerations of a trade-off by the side that cites them (QTI matchInteraction)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from quizapp.claims import SIDES, ClaimMap
from quizapp.errors import Problem
from quizapp.i18n import N_, _
from quizapp.items.base import flaw
from quizapp.items.pairing import PairItem

TITLES = {
    "for": N_("For"),
    "against": N_("Against"),
    "no_side": N_("No side taken"),
    "not_argued": N_("Not argued here"),
}


@dataclass(frozen=True, kw_only=True)
class Categorise(PairItem):
    """Each consideration is given the side of the trade-off that the article has it on."""

    kind: ClassVar[str] = "categorise"
    title: ClassVar[str] = N_("For and against")
    prompt: ClassVar[str] = N_("Where does the article have each consideration?")
    skills_by_default: ClassVar[tuple[str, ...]] = ("trade_offs",)

    question: str = ""
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

    @property
    def right(self) -> tuple[tuple[str, str], ...]:
        return self.sides

    def columns(self) -> dict[str, str]:
        return {side: _(TITLES[side]) for side in SIDES}

    def guess(self) -> float:
        return 1 / len(SIDES)

    def plain(self, order: tuple[str, ...]) -> str:
        return "\n".join([_(self.prompt), self.subject, *self.listed(order)])

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
