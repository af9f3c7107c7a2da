"""What the kinds share in which a reader picks from options."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Any, Self

from quizapp.claims import ClaimMap
from quizapp.errors import Problem
from quizapp.fields import ID, Field, ListOf
from quizapp.i18n import _
from quizapp.items.base import OPTION, Item, Option, Response, ResponseError, flaw
from quizapp.text import did_you_mean, fold

OPTIONS = Field(
    "options", ListOf(OPTION, least=2), required=True, doc="two to four of them", default=()
)
_LAST = re.compile(
    r"(none|neither|all|both) of (these|the above|them)\.?|(aucune|toutes?) de ces .*|"
    r"(жодн|усі|всі)\w* (з|із) (цих|наведених).*",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class ChoiceItem(Item):
    """A stem over options. The options are in the author's order; an attempt draws its own."""

    options: tuple[Option, ...]

    def keys(self) -> tuple[str, ...]:
        """The ids of the options that are right."""
        return self.key()

    def option(self, id_: str) -> Option | None:
        """The option with this id, if there is one."""
        return next((option for option in self.options if option.id == id_), None)

    def problems(self) -> Iterator[Problem]:
        yield from repeated([option.id for option in self.options], "option id")
        if all(option.credit is None for option in self.options):
            yield from alike([option.text for option in self.options])
        if not self.stem.strip():
            yield flaw((), "no-stem", "There is no question.", "Write it as stem.")

    def drawn(self, random: Random) -> tuple[str, ...]:
        return draw(self.options, random)

    def plain(self, order: tuple[str, ...]) -> str:
        return numbered(self.stem, [option.text for option in self.ordered(order)])

    def ordered(self, order: tuple[str, ...]) -> tuple[Option, ...]:
        """The options as drawn, or as written where nothing was drawn."""
        places = {id_: n for n, id_ in enumerate(order)}
        return tuple(sorted(self.options, key=lambda o: places.get(o.id, len(places))))

    def parse(self, typed: str, order: tuple[str, ...]) -> Response:
        return (pick(typed, [option.id for option in self.ordered(order)]),)

    def describe(self, response: Response) -> str:
        return "; ".join(option.text for id_ in response if (option := self.option(id_)))


@dataclass(frozen=True, kw_only=True)
class OneRight(ChoiceItem):
    """One option is right. An option's own credit, where it has one, counts instead."""

    FIELDS = (OPTIONS, Field("key", ID, required=True, doc="id of the option that is right"))

    right: str = ""

    @classmethod
    def build(cls, common: Mapping[str, Any], own: Mapping[str, Any], claims: ClaimMap) -> Self:
        return cls(**common, options=made(own["options"]), right=own["key"])

    def own(self) -> dict[str, Any]:
        return {"options": written(self.options), "key": self.right}

    def key(self) -> Response:
        return (self.right,)

    def credit(self, response: Response) -> float:
        if len(response) != 1 or (option := self.option(response[0])) is None:
            return 0.0
        if option.credit is not None:
            return max(0.0, float(option.credit))
        return float(option.id == self.right)

    def guess(self) -> float:
        return sum(self.credit((o.id,)) for o in self.options) / max(len(self.options), 1)

    def problems(self) -> Iterator[Problem]:
        yield from super().problems()
        ids = [option.id for option in self.options]
        if not self.right or not ids:
            return  # the reader said so
        if self.right not in ids:
            yield flaw(
                ("key",),
                "no-key",
                f"“{self.right}” is no option here.",
                did_you_mean(self.right, ids),
            )
        elif self.credit(self.key()) != 1.0:
            yield flaw(
                ("key",), "key-credit", "The key does not earn full credit.", "Give it credit 1."
            )
        for n, option in enumerate(self.options):
            if option.id != self.right and self.credit((option.id,)) == 1.0:
                path, what = (
                    ("options", n, "credit"),
                    f"“{option.id}” earns all that the key earns.",
                )
                yield flaw(path, "two-keys", what, "Give full credit to one option only.")


def draw(options: Sequence[Option], random: Random) -> tuple[str, ...]:
    """The ids shuffled; "none of these" and its like stay last."""
    free = [o.id for o in options if not _LAST.fullmatch(o.text.strip())]
    random.shuffle(free)
    return (*free, *(o.id for o in options if _LAST.fullmatch(o.text.strip())))


def numbered(stem: str, lines: Sequence[str]) -> str:
    """The stem over its numbered options."""
    return "\n".join([stem, *(f"  {n}  {line}" for n, line in enumerate(lines, start=1))])


def pick(typed: str, ids: Sequence[str]) -> str:
    """The id that a typed number stands for."""
    digits = typed.strip()
    if digits.isdecimal() and len(digits) < 10 and 1 <= int(digits) <= len(ids):
        return ids[int(digits) - 1]
    raise ResponseError(_("Type a number from 1 to {n}.").format(n=len(ids)))


def numbers_in(typed: str) -> list[str]:
    """The numbers that were typed, with commas or spaces between them."""
    return typed.replace(",", " ").split()


def repeated(ids: Sequence[str], what: str) -> Iterator[Problem]:
    """A problem for each id that stands twice."""
    for n, id_ in enumerate(ids):
        if id_ in ids[:n]:
            path = ("options", n, "id")
            yield flaw(path, "duplicate-id", f"The {what} “{id_}” is used twice.", "Change one.")


def alike(texts: Sequence[str]) -> Iterator[Problem]:
    """A problem for each option that reads like an earlier one."""
    seen: dict[str, int] = {}
    for n, text in enumerate(texts):
        folded = fold(text)
        if text.strip() and not folded:
            yield flaw(
                ("options", n, "text"), "empty-option", "This option says nothing.", "Fill it."
            )
        elif folded and (first := seen.setdefault(folded, n)) != n:
            yield flaw(
                ("options", n, "text"),
                "duplicate-option",
                f"This option reads like option {first + 1}.",
                "Say something else, or leave it out.",
            )


def written(options: Sequence[Option]) -> list[dict[str, Any]]:
    """Options as a file has them."""
    return [
        {
            "id": option.id,
            "text": option.text,
            **({} if option.credit is None else {"credit": decimal(option.credit)}),
            **({"feedback": option.feedback} if option.feedback else {}),
        }
        for option in options
    ]


def decimal(number: Decimal) -> str:
    """A number as a file has it: no exponent, no trailing zeros."""
    return f"{number.normalize():f}"


def made(options: Sequence[dict[str, Any]]) -> tuple[Option, ...]:
    """Options from what the reader read."""
    return tuple(Option(o["id"], o["text"], o["credit"], o["feedback"]) for o in options)
