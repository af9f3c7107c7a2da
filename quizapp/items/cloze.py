"""Fill the gaps of a text, by typing or from a list."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from quizapp.claims import ClaimMap
from quizapp.errors import Problem
from quizapp.fields import ID, TEXT, Field, ListOf, Record
from quizapp.i18n import N_, _
from quizapp.items.base import Item, Response, ResponseError, flaw
from quizapp.items.typed import bare, nearly, same

GAP = Record(
    "gap",
    (
        Field("id", ID, required=True),
        Field("accepted", ListOf(TEXT, least=1), required=True, default=()),
        Field("options", ListOf(TEXT), doc="a list to choose from instead of typing", default=()),
    ),
)
_MARK = re.compile(r"\[\[([a-z0-9_-]+)\]\]")


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap: what fills it, and, where it is chosen from a list, that list."""

    id: str
    accepted: tuple[str, ...]
    options: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Cloze(Item):
    """Credit is the share of gaps filled rightly. ``text`` has gaps as ``[[gap1]]``.

    A response holds ``"gap1=hearing"`` for each gap that was filled.
    """

    kind: ClassVar[str] = "cloze"
    title: ClassVar[str] = N_("Fill the gaps")
    prompt: ClassVar[str] = N_("Fill each gap with the article's words.")
    FIELDS = (
        Field("text", TEXT, required=True, doc="with gaps written [[gap1]]"),
        Field("gaps", ListOf(GAP, least=1), required=True, default=()),
    )

    text: str
    gaps: tuple[Gap, ...]

    @classmethod
    def build(cls, common: Mapping[str, Any], own: Mapping[str, Any], claims: ClaimMap) -> Self:
        gaps = tuple(Gap(g["id"], g["accepted"], g["options"]) for g in own["gaps"])
        return cls(**common, text=own["text"], gaps=gaps)

    def own(self) -> dict[str, Any]:
        return {
            "text": self.text,
            "gaps": [
                {
                    "id": gap.id,
                    "accepted": list(gap.accepted),
                    **({"options": list(gap.options)} if gap.options else {}),
                }
                for gap in self.gaps
            ],
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
            elif piece in known:
                found.append(known[piece])
        return tuple(found)

    def key(self) -> Response:
        return tuple(f"{gap.id}={gap.accepted[0]}" for gap in self.gaps if gap.accepted)

    def credit(self, response: Response) -> float:
        given = filled(response)
        if len(given) != len(response):
            return 0.0
        right = sum(same(given.get(gap.id, ""), gap.accepted) for gap in self.gaps)
        return right / max(len(self.gaps), 1)

    def guess(self) -> float:
        """A gap with a list is guessed one time in as many as it has options; a typed one never."""
        chances = [
            sum(same(option, gap.accepted) for option in gap.options) / len(gap.options)
            for gap in self.gaps
            if gap.options
        ]
        return sum(chances) / max(len(self.gaps), 1)

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
        return _("Nearly: the article writes {words}.").format(words=words)

    def plain(self, order: tuple[str, ...]) -> str:
        numbers = {gap.id: n for n, gap in enumerate(self.gaps, start=1)}
        text = _MARK.sub(lambda m: f"({numbers.get(m[1], '?')}) ____", self.text)
        lists = [
            f"  ({numbers[gap.id]})  {' / '.join(gap.options)}" for gap in self.gaps if gap.options
        ]
        return "\n".join([self.subject, text, *lists])

    def parse(self, typed: str, order: tuple[str, ...]) -> Response:
        words = [" ".join(part.split()) for part in typed.split(";")]
        if len(words) != len(self.gaps) or not all(map(bare, words)):
            raise ResponseError(
                f"Type what fills the {len(self.gaps)} gaps in their order, with ; between them."
            )
        return tuple(f"{gap.id}={word}" for gap, word in zip(self.gaps, words, strict=True))

    def describe(self, response: Response) -> str:
        given = filled(response)
        return "; ".join(f"“{given[gap.id]}”" for gap in self.gaps if gap.id in given)

    def problems(self) -> Iterator[Problem]:
        ids = [gap.id for gap in self.gaps]
        marks = _MARK.findall(self.text)
        for n, gap in enumerate(self.gaps):
            where = ("gaps", n, "id")
            if gap.id in ids[:n]:
                what = f"The gap id “{gap.id}” is used twice."
                yield flaw(where, "duplicate-id", what, "Change one.")
            elif marks.count(gap.id) != 1:
                what = f"The text has the gap [[{gap.id}]] {marks.count(gap.id)} times."
                yield flaw(where, "gap-places", what, "Write it once where it belongs.")
            if gap.options and not any(same(option, gap.accepted) for option in gap.options):
                what = f"None of the options of “{gap.id}” is accepted."
                yield flaw(("gaps", n, "options"), "no-key", what, "Add the right one.")
        for mark in dict.fromkeys(marks):
            if mark not in ids:
                what = f"The text has a gap [[{mark}]] that is not described."
                yield flaw(("text",), "unknown-gap", what, "Add it under gaps.")


def filled(response: Response) -> dict[str, str]:
    """What was put into each gap, by its id."""
    pairs = (part.partition("=") for part in response)
    return {gap: words for gap, _equals, words in pairs}
