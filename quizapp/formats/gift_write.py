"""An item as GIFT."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from quizapp.formats.base import Loss
from quizapp.items import (
    Info,
    Item,
    Match,
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
from quizapp.items.pairing import PairItem

_ESCAPED = re.compile(r"[\\:#={}~]")
_LOOKS_LIKE = re.compile(r"\[(?:html|moodle|plain|markdown)\]|%")


def text_of(item: Item, losses: list[Loss]) -> str:
    """One question; empty where GIFT has nothing for its kind, which is then a loss."""
    answers = _answers(item, losses)
    if answers is None:
        what = "GIFT has no question of this kind, so it is left out."
        losses.append(Loss(item=item.id, code="no-kind", what=what))
        return ""
    if item.picture is not None:
        losses.append(Loss(item=item.id, code="picture", what="Its picture is left out."))
    comment = " ".join([f"[id:{item.id}]", *(f"[tag:{tag}]" for tag in _tags(item))])
    return f"// {comment}\n[plain]{escaped(item.subject or item.stem)} {answers}".rstrip()


def _tags(item: Item) -> tuple[str, ...]:
    plain = type(item) in _PLAIN or (isinstance(item, Match) and item.rows)
    kind = () if plain else (f"kind:{item.kind}",)
    return (*item.tags, *(tag for tag in kind if tag not in item.tags))


def escaped(text: str) -> str:
    """Text in which nothing structures: on one line, with a backslash before what would."""
    return _ESCAPED.sub(lambda m: "\\" + m[0], text).replace("\n", "\\n")


def _answers(item: Item, losses: list[Loss]) -> str | None:
    for kind, write in _WRITERS.items():
        if isinstance(item, kind):
            found: str | None = write(item, losses)
            return found
    if item.kind == "standing":
        return _standing(item)
    return None


def _answer(text: str) -> str:
    """An answer; one that begins like a format or a weight is told to be plain words."""
    mark = "[plain]" if _LOOKS_LIKE.match(text) else ""
    return mark + escaped(text.replace("->", "→"))


def _case(item: ShortAnswer, losses: list[Loss]) -> None:
    if item.case:
        what = "That capital letters count is left out."
        losses.append(Loss(item=item.id, code="case", what=what))


def _told(words: str) -> str:
    return f" # {escaped(words)}" if words else ""


def _general(item: Item) -> str:
    return f" #### {escaped(item.feedback)}" if item.feedback else ""


def _weight(share: Decimal | float) -> str:
    """A share as a percentage, with at most five decimals."""
    value = round(Decimal(str(share)) * 100, 5)
    return f"%{decimal(value)}%"


def _one(item: OneRight, _losses: list[Loss]) -> str:
    def line(option: Option) -> str:
        if option.id == item.right:
            return f"={_answer(option.text)}{_told(option.feedback)}"
        share = _weight(option.credit) if option.credit else ""
        return f"~{share}{_answer(option.text)}{_told(option.feedback)}"

    return _braces([line(option) for option in item.options], item)


def _several(item: MultipleResponse, losses: list[Loss]) -> str:
    keys = max(len(item.right), 1)
    wrong = max(len(item.options) - keys, 1)
    if item.all_or_nothing:
        what = "All or nothing becomes a share of the mark for each answer."
        losses.append(Loss(item=item.id, code="scoring", what=what))

    def share(option: Option) -> Decimal:
        if item.weighed:
            return option.credit or Decimal(0)
        return Decimal(1) / keys if option.id in item.right else Decimal(-1) / wrong

    lines = [
        f"~{_weight(share(option))}{_answer(option.text)}{_told(option.feedback)}"
        for option in item.options
    ]
    return _braces(lines, item)


def _true_false(item: TrueFalse, _losses: list[Loss]) -> str:
    return f"{{{'T' if item.right == 'true' else 'F'}{_general(item)}}}"


def _standing(item: Any) -> str:
    lines = [f"{'=' if id_ in item.accepted else '~'}{escaped(named(id_))}" for id_ in STANDINGS]
    return _braces(lines, item)


def _short(item: ShortAnswer, losses: list[Loss]) -> str:
    lines = [f"={_answer(text)}" for text in item.accepted]
    lines += [f"={_weight(share)}{_answer(text)}" for text, share in item.partial]
    lines += [f"=%0%{_answer(text)}{_told(words)}" for text, words in item.misses]
    _case(item, losses)
    return _braces(lines, item)


def _numeric(item: Numeric, losses: list[Loss]) -> str:
    if item.unit:
        losses.append(Loss(item=item.id, code="unit", what=f"Its unit “{item.unit}” is left out."))
    lines = [f"={_number(item.answer, item.tolerance)}"]
    lines += [
        f"={_weight(o.credit)}{_number(o.answer, o.tolerance)}{_told(o.feedback)}"
        for o in item.others
    ]
    return "{#\n" + "\n".join(lines) + f"{_general(item)}\n}}"


def _number(value: Decimal | None, tolerance: Decimal) -> str:
    words = decimal(value or Decimal(0))
    return f"{words}:{decimal(tolerance)}" if tolerance else words


def _pairs(item: PairItem, _losses: list[Loss]) -> str:
    rows, columns = dict(item.texts), item.columns()
    lines = [f"={_answer(rows[row])} -> {escaped(columns[col])}" for row, col in item.right]
    used = {column for _row, column in item.right}
    lines += [f"= -> {escaped(name)}" for id_, name in columns.items() if id_ not in used]
    return _braces(lines, item)


def _info(item: Info, _losses: list[Loss]) -> str:
    original = item.original
    return "{}" if original is not None and original.type == "essay" else ""


def _braces(lines: Sequence[str], item: Item) -> str:
    return "{\n" + "\n".join(lines) + f"{_general(item)}\n}}"


_WRITERS: dict[type, Callable[[Any, list[Loss]], str]] = {
    OneRight: _one,
    MultipleResponse: _several,
    TrueFalse: _true_false,
    ShortAnswer: _short,
    Numeric: _numeric,
    PairItem: _pairs,
    Info: _info,
}
_PLAIN = (SingleChoice, MultipleResponse, TrueFalse, ShortAnswer, Numeric, Info)
