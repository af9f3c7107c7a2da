"""Put in order: a chain of attribution, a timeline (QTI orderInteraction)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from math import factorial
from random import Random
from typing import Any, ClassVar, Self

from quizapp.claims import ClaimMap
from quizapp.errors import Problem
from quizapp.fields import Field, Text
from quizapp.i18n import N_, _
from quizapp.items.base import Response, ResponseError, flaw
from quizapp.items.choice import OPTIONS, ChoiceItem, made, numbers_in, pick, written


@dataclass(frozen=True, kw_only=True)
class Order(ChoiceItem):
    """``options`` are stored in their right order and shown in a drawn one."""

    kind: ClassVar[str] = "order"
    title: ClassVar[str] = N_("In which order")
    prompt: ClassVar[str] = N_("Put these in order.")
    skills_by_default: ClassVar[tuple[str, ...]] = ("attribution",)
    FIELDS = (
        OPTIONS,
        Field("scoring", Text(("partial", "all_or_nothing")), default="partial"),
    )

    all_or_nothing: bool = False

    @classmethod
    def build(cls, common: Mapping[str, Any], own: Mapping[str, Any], claims: ClaimMap) -> Self:
        strict = own["scoring"] == "all_or_nothing"
        return cls(**common, options=made(own["options"]), all_or_nothing=strict)

    def own(self) -> dict[str, Any]:
        scoring = {"scoring": "all_or_nothing"} if self.all_or_nothing else {}
        return {"options": written(self.options), **scoring}

    def key(self) -> Response:
        return tuple(option.id for option in self.options)

    def credit(self, response: Response) -> float:
        """Share of pairs put the right way round (Kendall's tau, rescaled to ``[0, 1]``).

        Or all or nothing, where the item is scored so.
        """
        if sorted(response) != sorted(self.key()) or len(self.options) < 2:
            return 0.0
        if self.all_or_nothing:
            return float(response == self.key())
        place = {id_: n for n, id_ in enumerate(response)}
        pairs = list(combinations(self.key(), 2))
        return sum(place[a] < place[b] for a, b in pairs) / len(pairs)

    def guess(self) -> float:
        """Half of the pairs are right by chance; the whole is one order of all that there are."""
        return 1 / factorial(len(self.options)) if self.all_or_nothing else 0.5

    def drawn(self, random: Random) -> tuple[str, ...]:
        """Any order, the right one too: so neither to keep nor to turn what is shown is a hint."""
        ids = list(self.key())
        random.shuffle(ids)
        return tuple(ids)

    def parse(self, typed: str, order: tuple[str, ...]) -> Response:
        ids = [option.id for option in self.ordered(order)]
        chosen = tuple(pick(number, ids) for number in numbers_in(typed))
        if sorted(chosen) != sorted(ids):
            example = " ".join(str(n) for n in range(len(ids), 0, -1))
            hint = _("Type all {n} numbers in their order, such as {example}.")
            raise ResponseError(hint.format(n=len(ids), example=example))
        return chosen

    def describe(self, response: Response) -> str:
        texts = {option.id: option.text for option in self.options}
        return " → ".join(texts[id_] for id_ in response if id_ in texts)

    def problems(self) -> Iterator[Problem]:
        yield from super().problems()
        for n, option in enumerate(self.options):
            if option.credit is not None:
                what = "An option to be put in order has no credit of its own."
                yield flaw(("options", n, "credit"), "no-credit-here", what, "Leave it out.")
