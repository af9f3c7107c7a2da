"""Say how a claim stands in the article."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from quizapp.claims import ClaimMap
from quizapp.errors import Problem
from quizapp.i18n import N_, _
from quizapp.items.base import Item, Response
from quizapp.items.choice import numbered, pick
from quizapp.items.claimed import IDS, bind_standing, exactly_one, listed, named


@dataclass(frozen=True, kw_only=True)
class StandingItem(Item):
    """The options are always the seven standings in their fixed order; the key is the claim's."""

    kind: ClassVar[str] = "standing"
    title: ClassVar[str] = N_("How it stands")
    prompt: ClassVar[str] = N_("How does this claim stand in the article?")
    skills_by_default: ClassVar[tuple[str, ...]] = ("standing",)

    claim: str = ""
    accepted: tuple[str, ...] = ()

    @classmethod
    def bind(
        cls, common: Mapping[str, Any], own: Mapping[str, Any], claims: ClaimMap
    ) -> dict[str, Any]:
        return bind_standing(common, claims)

    @property
    def subject(self) -> str:
        return self.claim

    @property
    def quotes_a_claim(self) -> bool:
        return True

    def key(self) -> Response:
        return self.accepted[:1]

    def credit(self, response: Response) -> float:
        return float(len(response) == 1 and response[0] in self.accepted)

    def guess(self) -> float:
        return len(self.accepted) / len(IDS)

    def plain(self, order: tuple[str, ...]) -> str:
        return numbered(f"{_(self.prompt)}\n“{self.claim}”", listed())

    def parse(self, typed: str, order: tuple[str, ...]) -> Response:
        return (pick(typed, IDS),)

    def describe(self, response: Response) -> str:
        return "; ".join(named(id_) for id_ in response if id_ in IDS)

    def problems(self) -> Iterator[Problem]:
        yield from exactly_one(self)
