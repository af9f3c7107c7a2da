"""Fill the gaps of a text, by typing or from a list."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import prod
from typing import Any, ClassVar, Self

from quizapp.claims import ClaimMap
from quizapp.errors import Problem
from quizapp.fields import ID, TEXT, Field, ListOf, Number, Path, Record, Text
from quizapp.i18n import N_, _, n_
from quizapp.items.base import Item, Response, ResponseError, flaw
from quizapp.items.choice import decimal, pick
from quizapp.items.typed import MOST_TYPED, bare, nearly, same

PARTIAL = Record(
    "answer",
    (
        Field("text", TEXT, required=True),
        Field("credit", Number(Decimal(0), Decimal(1)), required=True, default=None),
    ),
)
GAP = Record(
    "gap",
    (
        Field("id", ID, required=True),
        Field("accepted", ListOf(TEXT, least=1), required=True, default=()),
        Field("options", ListOf(TEXT), doc="a list to choose from instead of typing", default=()),
        Field("weight", Number(Decimal(0), Decimal(100)), default=Decimal(1)),
        Field("partial", ListOf(PARTIAL), doc="answers that earn a part", default=()),
    ),
)
_MARK = re.compile(r"\[\[([^\[\]]*)\]\]")


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap: what fills it, and, where it is chosen from a list, that list.

    ``weight`` is its part of the credit, set against those of the other gaps.
    """

    id: str
    accepted: tuple[str, ...]
    options: tuple[str, ...] = ()
    weight: Decimal = Decimal(1)
    partial: tuple[tuple[str, Decimal], ...] = ()

    def credit(self, typed: str) -> float:
        """What these words in the gap earn, in ``[0, 1]``."""
        if same(typed, self.accepted):
            return 1.0
        found = (credit for text, credit in self.partial if same(typed, (text,)))
        return float(max(found, default=Decimal(0)))

    def stored(self) -> dict[str, Any]:
        """The gap as a file has it."""
        partial = [{"text": text, "credit": decimal(credit)} for text, credit in self.partial]
        return {
            "id": self.id,
            "accepted": list(self.accepted),
            **({"options": list(self.options)} if self.options else {}),
            **({"weight": decimal(self.weight)} if self.weight != 1 else {}),
            **({"partial": partial} if partial else {}),
        }

    def fill(self, typed: str) -> str:
        """What the typed words put into the gap; of a list, the option or that of its number."""
        words = " ".join(typed.split())[:MOST_TYPED]
        if not self.options:
            if not bare(words):
                raise ResponseError(_("Type a word or a few for every gap."))
            return words
        found = next((option for option in self.options if same(words, (option,))), "")
        return found or pick(words, self.options)


@dataclass(frozen=True, kw_only=True)
class Cloze(Item):
    """Credit is the share of gaps filled rightly, or all or nothing. ``text`` has ``[[gap1]]``.

    A response holds ``"gap1=hearing"`` for each gap that was filled.
    """

    kind: ClassVar[str] = "cloze"
    title: ClassVar[str] = N_("Fill the gaps")
    prompt: ClassVar[str] = N_("Fill each gap with the article’s words.")
    FIELDS = (
        Field("text", TEXT, required=True, doc="with gaps written [[gap1]]"),
        Field("gaps", ListOf(GAP, least=1), required=True, default=()),
        Field("scoring", Text(("partial", "all_or_nothing")), default="partial"),
    )

    text: str
    gaps: tuple[Gap, ...]
    all_or_nothing: bool = False

    @classmethod
    def build(cls, common: Mapping[str, Any], own: Mapping[str, Any], claims: ClaimMap) -> Self:
        gaps = tuple(
            Gap(
                gap["id"],
                gap["accepted"],
                gap["options"],
                gap["weight"],
                tuple((one["text"], one["credit"]) for one in gap["partial"]),
            )
            for gap in own["gaps"]
        )
        strict = own["scoring"] == "all_or_nothing"
        return cls(**common, text=own["text"], gaps=gaps, all_or_nothing=strict)

    def own(self) -> dict[str, Any]:
        return {
            "text": self.text,
            "gaps": [gap.stored() for gap in self.gaps],
            **({"scoring": "all_or_nothing"} if self.all_or_nothing else {}),
        }

    @property
    def subject(self) -> str:
        return self.stem or _(self.prompt)

    def pieces(self) -> tuple[str | Gap, ...]:
        """The text and its gaps in their order, as a screen lays them out."""
        known = {gap.id: gap for gap in self.gaps}
        found: list[str | Gap] = []
        for n, piece in enumerate(_MARK.split(self.text)):
            if n % 2 == 0:
                found += [piece] if piece else []
            else:
                found.append(known.get(piece, "…"))
        return tuple(found)

    def key(self) -> Response:
        return tuple(f"{gap.id}={gap.accepted[0]}" for gap in self.gaps if gap.accepted)

    def credit(self, response: Response) -> float:
        given = filled(response)
        if len(given) != len(response):
            return 0.0
        if self.all_or_nothing:
            right = [gap.credit(given.get(gap.id, "")) == 1.0 for gap in self.gaps]
            return float(all(right) and bool(right))
        weights = float(sum(gap.weight for gap in self.gaps))
        earned = sum(gap.credit(given.get(gap.id, "")) * float(gap.weight) for gap in self.gaps)
        return earned / weights if weights else 0.0

    def guess(self) -> float:
        """A gap with a list is guessed one time in as many as it has options; a typed one never."""
        if self.all_or_nothing:
            each = (
                sum(map(gap.credit, gap.options)) / (len(gap.options) or 1) for gap in self.gaps
            )
            return prod(each) if self.gaps else 0.0
        chances = (
            float(gap.weight) * sum(map(gap.credit, gap.options)) / len(gap.options)
            for gap in self.gaps
            if gap.options
        )
        weights = float(sum(gap.weight for gap in self.gaps))
        return sum(chances) / weights if weights else 0.0

    def near(self, response: Response) -> str:
        given = filled(response)
        close = [
            found
            for gap in self.gaps
            if not same(given.get(gap.id, ""), gap.accepted)
            and (found := nearly(given.get(gap.id, ""), gap.accepted))
        ]
        if not close:
            return ""
        words = ", ".join(f"“{word}”" for word in close)
        return _("The article writes {words}.").format(words=words)

    def plain(self, order: tuple[str, ...]) -> str:
        numbers = {gap.id: n for n, gap in enumerate(self.gaps, start=1)}
        text = _MARK.sub(lambda m: f"({numbers.get(m[1], '?')}) ____", self.text)
        lists = [
            f"  ({numbers[gap.id]})  {_listed(gap.options)}" for gap in self.gaps if gap.options
        ]
        return "\n".join([self.subject, text, *lists])

    def parse(self, typed: str, order: tuple[str, ...]) -> Response:
        parts = typed.split(";")
        if len(parts) != len(self.gaps):
            hint = n_(
                "Type what fills the gap.",
                "Type what fills the {n} gaps, in their order, with ; between them.",
                len(self.gaps),
            )
            raise ResponseError(hint.format(n=len(self.gaps)))
        return tuple(
            f"{gap.id}={gap.fill(part)}" for gap, part in zip(self.gaps, parts, strict=True)
        )

    def describe(self, response: Response) -> str:
        given = filled(response)
        return "; ".join(f"“{given[gap.id]}”" for gap in self.gaps if gap.id in given)

    def problems(self) -> Iterator[Problem]:
        if not self.text.strip():
            return  # the reader said so
        ids = [gap.id for gap in self.gaps]
        marks = _MARK.findall(self.text)
        for n, gap in enumerate(self.gaps):
            where = ("gaps", n, "id")
            if gap.id in ids[:n]:
                what = f"The gap id “{gap.id}” is used twice."
                yield flaw(where, "duplicate-id", what, "Change one.")
            elif gap.id and marks.count(gap.id) != 1:
                what = f"The text has the gap [[{gap.id}]] {marks.count(gap.id)} times."
                yield flaw(where, "gap-places", what, "Write it once where it belongs.")
            yield from _gap(gap, ("gaps", n))
        for mark in dict.fromkeys(marks):
            if mark not in ids:
                what = f"The text has a gap [[{mark}]] that is not described."
                yield flaw(("text",), "unknown-gap", what, "Add it under gaps.")


def _gap(gap: Gap, path: Path) -> Iterator[Problem]:
    """What is wrong with the answers and the list of one gap."""
    for n, answer in enumerate(gap.accepted):
        if not bare(answer):
            remedy = "Fill it, or leave it out."
            yield flaw((*path, "accepted", n), "empty-answer", "This answer says nothing.", remedy)
    seen: dict[str, int] = {}
    right = [n for n, option in enumerate(gap.options) if same(option, gap.accepted)]
    for n, option in enumerate(gap.options):
        if (first := seen.setdefault(bare(option), n)) != n:
            what = f"This option reads like option {first + 1}."
            where, remedy = (*path, "options", n), "Say something else, or leave it out."
            yield flaw(where, "duplicate-option", what, remedy)
        elif n in right[1:]:
            what = f"“{option}” is accepted as well as “{gap.options[right[0]]}”."
            yield flaw((*path, "options", n), "two-keys", what, "Leave one right option.")
    if gap.options and not right:
        what = f"None of the options of “{gap.id}” is accepted."
        yield flaw((*path, "options"), "no-key", what, "Add the right one.")


def _listed(options: Sequence[str]) -> str:
    return "   ".join(f"{n} = {option}" for n, option in enumerate(options, start=1))


def filled(response: Response) -> dict[str, str]:
    """What was put into each gap, by its id."""
    pairs = (part.partition("=") for part in response)
    return {gap: words for gap, _equals, words in pairs}
