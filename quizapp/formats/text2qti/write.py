"""A bank as text2qti, and what that does not carry."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from quizapp.bank import Bank
from quizapp.formats.base import Loss, Written
from quizapp.formats.text2qti.lines import ID
from quizapp.formats.text2qti.marks import escaped
from quizapp.items import (
    Info,
    Item,
    MultipleResponse,
    Numeric,
    Option,
    ShortAnswer,
    SingleChoice,
    TrueFalse,
    decimal,
)
from quizapp.items.choice import OneRight
from quizapp.items.claimed import IDS as STANDINGS
from quizapp.items.claimed import named
from quizapp.items.standing import StandingItem

NO_KIND = "text2qti has no question of this kind, so it is left out."
_LEAST = Decimal("0.0001")
_HALF = Decimal("0.5")
_PLAIN = (SingleChoice, MultipleResponse, TrueFalse, ShortAnswer, Numeric, Info)


def write(bank: Bank, files: Mapping[str, bytes]) -> Written:  # noqa: ARG001  (no pictures)
    """The bank as text, and what it does not carry."""
    losses: list[Loss] = []
    writer = _Writer(losses)
    told = (("Quiz title", bank.title), ("Quiz description", bank.about))
    parts = [f"{name}: {_line(escaped(text))}" for name, text in told if text.strip()]
    parts += filter(None, map(writer.text, bank.items))
    return Written(data=("\n\n".join(parts) + "\n").encode(), losses=tuple(losses))


class _Writer:
    """Numbers the questions, and remembers what they lose."""

    def __init__(self, losses: list[Loss]) -> None:
        self._losses = losses
        self._n = 0
        self._item: Item = Info(id="")

    def _lose(self, code: str, what: str) -> None:
        self._losses.append(Loss(item=self._item.id, code=code, what=what))

    def text(self, item: Item) -> str:
        """One question; empty where text2qti has nothing for it."""
        self._item = item
        write = next((way for kind, way in self._ways() if isinstance(item, kind)), None)
        lines = None if write is None else write(item)
        if lines is None:
            self._lose("no-kind", NO_KIND)
            return ""
        if item.picture is not None:
            self._lose("picture", "Its picture is left out.")
        tags = (*item.tags, *(() if isinstance(item, _PLAIN) else (f"kind:{item.kind}",)))
        noted = [f"[id:{item.id}]", *(f"[tag:{_line(tag)}]" for tag in dict.fromkeys(tags))]
        return "\n".join([f"% {' '.join(noted)}", *self._points(item), *lines])

    def _ways(self) -> tuple[tuple[type, Callable[[Any], list[str] | None]], ...]:
        return (
            (OneRight, self._one),
            (StandingItem, self._standing),
            (MultipleResponse, self._several),
            (TrueFalse, self._true_false),
            (ShortAnswer, self._short),
            (Numeric, self._number),
            (Info, self._info),
        )

    def _points(self, item: Item) -> Iterator[str]:
        if item.weight == 1 or isinstance(item, Info):
            return
        points = (item.weight / _HALF).quantize(Decimal(1), ROUND_HALF_UP) * _HALF
        points = max(points, _HALF)
        if points != item.weight:
            self._lose("weight", f"It counts {decimal(points)} there.")
        yield f"Points: {decimal(points)}"

    def _asked(self, text: str, feedback: str) -> list[str]:
        self._n += 1
        told = [f"... {_block(feedback)}"] if feedback else []
        return [f"{self._n}.  {_block(text)}", *told]

    def _one(self, item: OneRight) -> list[str] | None:
        if any(o.credit and o.id != item.right for o in item.options):
            self._lose("credit", "That other answers earn or cost a part is left out.")
        right = (item.right,)
        return self._listed(item, item.options, right, ("*{})", "{})"))

    def _listed(
        self, item: Item, options: Sequence[Option], right: Sequence[str], marks: tuple[str, str]
    ) -> list[str] | None:
        if len(options) < 2:
            return None
        lines = self._asked(item.subject or item.stem, item.feedback)
        for n, option in enumerate(options):
            mark = marks[0] if option.id in right else marks[1]
            lines.append(f"{mark.format(chr(97 + n % 26))} {_block(option.text)}")
            if option.feedback:
                lines.append(f"... {_block(option.feedback)}")
        return lines

    def _standing(self, item: StandingItem) -> list[str] | None:
        if len(item.accepted) > 1:
            self._lose("also", "Only the first of its standings counts as right.")
        options = [Option(id_, named(id_)) for id_ in STANDINGS]
        return self._listed(item, options, item.accepted[:1], ("*{})", "{})"))

    def _several(self, item: MultipleResponse) -> list[str] | None:
        if not item.all_or_nothing:
            self._lose("scoring", "It becomes all or nothing.")
        return self._listed(item, item.options, item.right, ("[*]", "[ ]"))

    def _true_false(self, item: TrueFalse) -> list[str]:
        right, wrong = ("True", "False") if item.right == "true" else ("False", "True")
        answers = {right: "*{})", wrong: "{})"}
        lines = self._asked(item.subject or item.stem, item.feedback)
        return lines + [
            f"{answers[word].format(letter)} {word}"
            for letter, word in zip("ab", ("True", "False"), strict=True)
        ]

    def _short(self, item: ShortAnswer) -> list[str]:
        if item.partial or item.misses:
            self._lose("answers", "Near misses and answers that earn a part are left out.")
        if item.case or item.wildcards:
            self._lose(
                "case", "That capital letters count, or that * stands for anything, is lost."
            )
        lines = self._asked(item.stem, item.feedback)
        return lines + [f"* {_line(text)}" for text in dict.fromkeys(item.accepted)]

    def _number(self, item: Numeric) -> list[str] | None:
        value = item.answer or Decimal(0)
        ends = (value - item.tolerance, value + item.tolerance)
        if min(map(abs, ends)) < _LEAST:
            return None
        if item.unit or item.others:
            self._lose("unit", "Its unit and further numbers are left out.")
        margin = f" +- {decimal(item.tolerance)}"
        exact = not item.tolerance and value == value.to_integral_value()
        lines = self._asked(item.stem, item.feedback)
        return [*lines, f"=   {decimal(value)}{'' if exact else margin}"]

    def _info(self, item: Info) -> list[str]:
        original = item.original
        if original is not None and original.format == ID:
            self._n += 1
            return original.source.split("\n")
        return [f"Text: {_block(item.stem)}"]


def _line(text: str) -> str:
    return " ".join(text.split())


def _block(text: str) -> str:
    """Plain text as a paragraph for each of its lines."""
    lines = [line.strip() for line in escaped(text).split("\n") if line.strip()]
    return "\n\n    ".join(lines)
