"""From questions as Moodle has them to items: what GIFT and Moodle XML share."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from sys import intern
from typing import Any

from quizapp.formats.base import Effect, Note
from quizapp.items import (
    Info,
    Item,
    Match,
    MultipleResponse,
    Numeric,
    Option,
    Picture,
    ShortAnswer,
    SingleChoice,
    TrueFalse,
)
from quizapp.items.info import Original
from quizapp.items.match import free_rows
from quizapp.items.numeric import Other
from quizapp.text import fold

_ID = re.compile(r"[^a-z0-9_-]+")
_ALL = Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One answer: plain text, its share of the mark from −1 to 1, feedback, and a tolerance."""

    text: str
    fraction: Decimal
    feedback: str = ""
    tolerance: str = ""


@dataclass(slots=True)
class Maker:
    """Makes the item of one question, and remembers what is to be said about it."""

    line: int
    id: str
    stem: str
    feedback: str = ""
    tags: tuple[str, ...] = ()
    weight: Decimal = _ALL
    picture: Picture | None = None
    notes: list[Note] = field(default_factory=list)

    def say(self, effect: Effect, code: str, what: str) -> None:
        """Note something about the question."""
        self.notes.append(Note(self.line, 1, effect, code, what))

    def choice(self, answers: Sequence[Given], *, single: bool) -> Item | None:
        """A choice of one, or of several; ``None`` where there are fewer than two answers."""
        answers = self._apart(answers)
        if len(answers) < 2:
            self.say("refused", "too-few", "A choice needs two different answers; there is one.")
            return None
        options = tuple(
            Option(intern(f"o{n}"), one.text, one.fraction, one.feedback)
            for n, one in enumerate(answers, start=1)
        )
        full = [option for option in options if option.credit == _ALL]
        some = [option for option in options if option.credit and option.credit > 0]
        if not some:
            self.say("lost", "no-key", "No answer earns anything, so it is kept as a text to read.")
            return None
        common = self.common()
        if single and len(full) == 1:
            plain = all(option.credit in (0, 1) for option in options)
            if plain and len({fold(option.text) for option in options}) == len(options):
                options = tuple(Option(o.id, o.text, None, o.feedback) for o in options)
            return SingleChoice(**common, options=options, right=full[0].id)
        if single:
            what = "More than one answer earns everything; any of them may be picked here."
            self.say("changed", "several-right", what)
        right = tuple(option.id for option in (full if single and full else some))
        return MultipleResponse(**common, options=options, right=right)

    def _apart(self, answers: Sequence[Given]) -> list[Given]:
        """The answers that say something, each wording once; later twins are left out."""
        seen: set[str] = set()
        kept = []
        for one in answers:
            words = " ".join(one.text.split())
            if words and words not in seen:
                seen.add(words)
                kept.append(one)
            else:
                what = f"An answer that is empty or repeated was left out: “{one.text}”."
                self.say("lost", "twin", what)
        return kept

    def true_false(self, right: bool, feedback: Sequence[str]) -> Item:
        """True or false; what is said to either answer is said to both."""
        told = [text for text in feedback if text]
        if told:
            what = "What is said to one answer is shown after either."
            self.say("changed", "feedback-joined", what)
        self.feedback = "\n".join([*([self.feedback] if self.feedback else []), *told])
        return TrueFalse(**self.common(), right="true" if right else "false")

    def short(self, answers: Sequence[Given], *, case: bool = False) -> Item | None:
        """Typed words."""
        full = tuple(one.text for one in answers if one.fraction >= 1 and one.text)
        part = tuple(
            (one.text, one.fraction) for one in answers if 0 < one.fraction < 1 and one.text
        )
        misses = tuple(
            (one.text, one.feedback)
            for one in answers
            if one.fraction <= 0 and one.text not in ("", "*") and one.feedback
        )
        others = [one.feedback for one in answers if one.text == "*" and one.fraction <= 0]
        told = [one.feedback for one in answers if one.fraction > 0 and one.feedback]
        if not full:
            self.say("lost", "no-key", "No answer earns all, so it is kept as a text to read.")
            return None
        self._also_say([*told, *others])
        return ShortAnswer(
            **self.common(),
            accepted=full,
            misses=misses,
            partial=part,
            case=case,
            wildcards=any("*" in text for text in (*full, *(text for text, _c in part))),
        )

    def _also_say(self, feedback: Sequence[str]) -> None:
        """Feedback on single answers, which is shown after every answer here."""
        told = list(dict.fromkeys(text for text in feedback if text))
        if told:
            what = "What is said to single answers is shown after every answer."
            self.say("changed", "feedback-joined", what)
            self.feedback = "\n".join([*([self.feedback] if self.feedback else []), *told])

    def number(
        self, answers: Sequence[Given], unit: str = "", units: Sequence[str] = ()
    ) -> Item | None:
        """A typed number; each answer within its tolerance."""
        found = [(one, number(one.text), number(one.tolerance or "0")) for one in answers]
        good = [
            (one, value, abs(span or Decimal(0))) for one, value, span in found if value is not None
        ]
        main = next((entry for entry in good if entry[0].fraction >= 1), None)
        self._also_say([one.feedback for one, value, _span in found if value is None])
        if main is None:
            self.say("lost", "no-key", "No number earns all, so it is kept as a text to read.")
            return None
        others = tuple(
            Other(value, span, max(Decimal(0), min(_ALL, one.fraction)), one.feedback)
            for one, value, span in good
            if one is not main[0]
        )
        self._also_say([main[0].feedback])
        return Numeric(
            **self.common(),
            answer=main[1],
            tolerance=main[2],
            unit=unit,
            units=tuple(units),
            others=others,
        )

    def match(self, pairs: Sequence[tuple[str, str]]) -> Item | None:
        """Words with what goes with each; what goes with nothing is there to choose from."""
        rows = tuple((left, right) for left, right in pairs if left and right)
        extra = tuple(right for left, right in pairs if not left and right)
        if len(rows) + len(extra) < 2 or not rows:
            self.say("refused", "too-few", "There are fewer than two pairs.")
            return None
        return Match(**self.common(), rows=rows, extra=extra, **free_rows(rows, extra))

    def info(self, original: Original | None = None) -> Item:
        """A text to read, or a question that no kind holds."""
        return Info(**self.common(), original=original)

    def common(self) -> dict[str, Any]:
        """The fields that every kind has."""
        return {
            "id": self.id,
            "stem": self.stem,
            "feedback": self.feedback,
            "tags": self.tags,
            "weight": self.weight,
            "picture": self.picture,
        }


@lru_cache(maxsize=4096)  # a file says the same few again and again
def number(text: str) -> Decimal | None:
    """The number that a text is, with a point or a comma; ``None`` where it is none."""
    plain = text.strip().replace(",", ".").replace("−", "-")
    try:
        value = Decimal(plain)
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value) < Decimal(10) ** 15 else None


@lru_cache(maxsize=4096)
def percent(text: str) -> Decimal:
    """A percentage as a share from −1 to 1: 33.333 is 0.33333."""
    value = number(text)
    return max(-_ALL, min(_ALL, value / 100)) if value is not None else Decimal(0)


class Ids:
    """Ids for items: what a file calls a question, where that can be one, else its number."""

    def __init__(self) -> None:
        self._used: set[str] = set()

    def new(self, wish: str, n: int) -> str:
        """An id that no other question has."""
        plain = _ID.sub("-", wish.casefold()).strip("-")[:60] or f"q{n}"
        found, times = plain, 1
        while found in self._used:
            times += 1
            found = f"{plain}-{times}"
        self._used.add(found)
        return found
