"""Pick every option that is right (QTI choiceInteraction, cardinality multiple)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, islice
from math import comb
from typing import Any, ClassVar, Self

from quizapp.claims import ClaimMap
from quizapp.errors import Problem
from quizapp.fields import ID, Field, ListOf, Text
from quizapp.i18n import N_, _
from quizapp.items.base import Response, ResponseError, flaw
from quizapp.items.choice import OPTIONS, ChoiceItem, made, numbers_in, pick, written
from quizapp.text import did_you_mean

MOST_WAYS = 5_000


@dataclass(frozen=True, kw_only=True)
class MultipleResponse(ChoiceItem):
    """Credit: the share of keys picked less that of distractors, at least 0; or all or nothing.

    Where options have credits of their own, as imported ones do, credit is the sum of those picked,
    between 0 and 1.
    """

    kind: ClassVar[str] = "multiple_response"
    title: ClassVar[str] = N_("Choose all that apply")
    prompt: ClassVar[str] = N_("Choose every answer that the article supports.")
    FIELDS = (
        OPTIONS,
        Field(
            "key",
            ListOf(ID, least=1),
            required=True,
            doc="ids of the options that are right",
            default=(),
        ),
        Field("scoring", Text(("partial", "all_or_nothing")), default="partial"),
    )

    right: tuple[str, ...]
    all_or_nothing: bool = False

    @classmethod
    def build(cls, common: Mapping[str, Any], own: Mapping[str, Any], claims: ClaimMap) -> Self:
        strict = own["scoring"] == "all_or_nothing"
        options = made(own["options"])
        return cls(**common, options=options, right=own["key"], all_or_nothing=strict)

    def own(self) -> dict[str, Any]:
        scoring = {"scoring": "all_or_nothing"} if self.all_or_nothing else {}
        return {"options": written(self.options), "key": list(self.right), **scoring}

    def key(self) -> Response:
        return self.right

    def credit(self, response: Response) -> float:
        ids = {option.id for option in self.options}
        picked, right = set(response), set(self.right)
        if not picked or not right or not picked <= ids:
            return 0.0
        if self.all_or_nothing:
            return float(picked == right)
        if self.weighed:
            return self._sum(picked)
        wrong = len(picked - right) / max(len(ids - right), 1)
        return max(0.0, len(picked & right) / len(right) - wrong)

    @property
    def weighed(self) -> bool:
        """Whether any option has a credit of its own."""
        return any(option.credit is not None for option in self.options)

    def _sum(self, picked: Iterable[str]) -> float:
        chosen = set(picked)
        earned = (option.credit or Decimal(0) for option in self.options if option.id in chosen)
        return float(min(Decimal(1), max(Decimal(0), sum(earned, Decimal(0)))))

    def _mean_sum(self, keys: int) -> float:
        """The mean credit of picking so many options, over all ways; of the first 5,000 of them."""
        ways = combinations([option.id for option in self.options], keys)
        sums = [self._sum(way) for way in islice(ways, MOST_WAYS)]
        return sum(sums) / max(len(sums), 1)

    def guess(self) -> float:
        """The mean over all ways to pick as many options as there are keys.

        With K keys among N options, h of the picks are right in comb(K, h) · comb(N − K, K − h) of
        the comb(N, K) ways: for three keys among five options it is 0.2.
        """
        keys, wrong = len(set(self.right)), len(self.options) - len(set(self.right))
        if not keys or wrong < 0:
            return 0.0
        if self.weighed and not self.all_or_nothing:
            return self._mean_sum(keys)
        if self.all_or_nothing or not wrong:
            return 1 / comb(keys + wrong, keys)
        ways = (
            max(0.0, hits / keys - (keys - hits) / wrong)
            * comb(keys, hits)
            * comb(wrong, keys - hits)
            for hits in range(1, keys + 1)
        )
        return sum(ways) / comb(keys + wrong, keys)

    def parse(self, typed: str, order: tuple[str, ...]) -> Response:
        ids = [option.id for option in self.ordered(order)]
        numbers = numbers_in(typed)
        if not numbers:
            hint = _("Type one number or several from 1 to {n}, such as 1 3.")
            raise ResponseError(hint.format(n=len(ids)))
        return tuple(sorted({pick(number, ids) for number in numbers}, key=ids.index))

    def problems(self) -> Iterator[Problem]:
        yield from super().problems()
        ids = [option.id for option in self.options]
        for n, id_ in enumerate(self.right):
            if id_ in self.right[:n]:
                what = f"“{id_}” is named twice."
                yield flaw(("key", n), "repeated-key", what, "Name each key once.")
            if ids and id_ not in ids:
                path = ("key", n)
                yield flaw(path, "no-key", f"“{id_}” is no option here.", did_you_mean(id_, ids))
        if ids and set(ids) <= set(self.right) and not self.weighed:
            yield flaw(("key",), "all-keys", "Every option is right.", "Add a distractor.")
