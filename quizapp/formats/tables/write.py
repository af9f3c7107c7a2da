"""A bank as a table, a row for each question: CSV, or a workbook that can be filled in further."""

import csv
import html
import io
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from quizapp.bank import Bank
from quizapp.formats.base import Loss, Written
from quizapp.formats.plain import unmarked
from quizapp.formats.tables.columns import LETTERS, MOST_OPTIONS
from quizapp.formats.tables.rows import harmless
from quizapp.items import (
    Info,
    Item,
    Match,
    MultipleResponse,
    Numeric,
    Option,
    Order,
    ShortAnswer,
    SingleChoice,
    TrueFalse,
    decimal,
)
from quizapp.items.choice import OneRight
from quizapp.items.claimed import IDS as STANDINGS
from quizapp.items.claimed import named
from quizapp.items.pairing import PairItem
from quizapp.items.standing import StandingItem

LEAST_OPTIONS = 4
HEAD = ("id", "type", "question")
TAIL = ("correct", "feedback", "points", "tags", "tolerance", "unit", "scoring")
NO_KIND = "A table has no question of this kind, so it is left out."
LOSSES = (
    "Gaps in a text, and words to be marked in the article.",
    "That an answer earns a part of the mark, near misses, further numbers, and capital letters.",
    "Pictures and skills.",
)
_PLAIN = (SingleChoice, MultipleResponse, TrueFalse, ShortAnswer, Numeric, Order, Info)


def write_csv(bank: Bank, files: Mapping[str, bytes]) -> Written:  # noqa: ARG001  (no pictures)
    """The bank as CSV in UTF-8, with commas; no spreadsheet takes a cell of it for a formula."""
    return _text(bank, ",")


def write_tsv(bank: Bank, files: Mapping[str, bytes]) -> Written:  # noqa: ARG001  (no pictures)
    """The same with tabs between the cells."""
    return _text(bank, "\t")


def _text(bank: Bank, delimiter: str) -> Written:
    rows, losses = table(bank)
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return Written(data=text.getvalue().encode(), losses=losses)


def write_xlsx(bank: Bank, files: Mapping[str, bytes]) -> Written:  # noqa: ARG001
    """The bank as a workbook, with lists to choose from and a sheet that says how to fill it in."""
    from quizapp.formats.tables.template import filled

    rows, losses = table(bank)
    return Written(data=filled(rows), losses=losses)


def table(bank: Bank) -> tuple[list[list[str]], tuple[Loss, ...]]:
    """Headings, a row for each question, and what is lost."""
    losses: list[Loss] = []
    made = [row for item in bank.items if (row := _Row(item, losses).cells()) is not None]
    width = max([LEAST_OPTIONS, *(len(row["options"]) for row in made)])
    said = [any(n < len(row["told"]) and row["told"][n] for row in made) for n in range(width)]
    letters = LETTERS[:width]
    told = [n for n in range(width) if said[n]]
    head = [*HEAD, *letters, *TAIL, *(f"feedback {letters[n]}" for n in told)]
    return [head, *(_flat(row, width, told) for row in made)], tuple(losses)


def _flat(row: Mapping[str, Any], width: int, told: Iterable[int]) -> list[str]:
    options = [*row["options"], *[""] * (width - len(row["options"]))]
    said = [row["told"][n] if n < len(row["told"]) else "" for n in told]
    head = [row.get(name, "") for name in HEAD]
    cells = [*head, *options, *(row.get(name, "") for name in TAIL), *said]
    return [_unread(cell) for cell in cells]


def _unread(cell: str) -> str:
    """Words that would be read as markup, written so that they are not."""
    return html.escape(cell, quote=False) if unmarked(cell) != cell else cell


class _Row:
    """One item on its way to a row."""

    def __init__(self, item: Item, losses: list[Loss]) -> None:
        self._item, self._losses = item, losses

    def _lose(self, code: str, what: str) -> None:
        self._losses.append(Loss(item=self._item.id, code=code, what=what))

    def cells(self) -> dict[str, Any] | None:
        """The cells by their headings; ``None`` where a table has nothing for the kind."""
        item = self._item
        write = next((way for kind, way in self._ways() if isinstance(item, kind)), None)
        own = None if write is None else write(item)
        if own is None or len(own.get("options", ())) > MOST_OPTIONS:
            self._lose("no-kind", NO_KIND)
            return None
        if item.picture is not None:
            self._lose("picture", "Its picture is left out.")
        plain = isinstance(item, _PLAIN) or (isinstance(item, Match) and item.rows)
        tags = (*item.tags, *(() if plain else (f"kind:{item.kind}",)))
        return {
            "options": [],
            "told": [],
            "id": item.id,
            "question": item.subject or item.stem,
            "feedback": item.feedback,
            "points": decimal(item.weight) if item.weight != 1 else "",
            "tags": ", ".join(dict.fromkeys(tag.replace(",", " ") for tag in tags)),
            **own,
        }

    def _ways(self) -> tuple[tuple[type, Callable[[Any], dict[str, Any] | None]], ...]:
        return (
            (OneRight, self._one),
            (StandingItem, self._standing),
            (MultipleResponse, self._several),
            (TrueFalse, self._true_false),
            (ShortAnswer, self._short),
            (Numeric, self._number),
            (PairItem, self._pairs),
            (Order, self._order),
            (Info, lambda item: {"type": "info", "question": item.stem}),
        )

    def _one(self, item: OneRight) -> dict[str, Any]:
        if any(o.credit and o.id != item.right for o in item.options):
            self._lose("credit", "That other answers earn or cost a part is left out.")
        return self._chosen("single_choice", item.options, (item.right,))

    def _chosen(
        self, type_: str, options: tuple[Option, ...], right: tuple[str, ...]
    ) -> dict[str, Any]:
        letters = [LETTERS[n] for n, o in enumerate(options[:MOST_OPTIONS]) if o.id in right]
        return {
            "type": type_,
            "options": [option.text for option in options],
            "told": [option.feedback for option in options],
            "correct": ", ".join(letters),
        }

    def _standing(self, item: StandingItem) -> dict[str, Any]:
        if len(item.accepted) > 1:
            self._lose("also", "Only the first of its standings counts as right.")
        options = tuple(Option(id_, named(id_)) for id_ in STANDINGS)
        return self._chosen("single_choice", options, item.accepted[:1])

    def _several(self, item: MultipleResponse) -> dict[str, Any]:
        if item.weighed:
            self._lose("credit", "What each answer earns is left out.")
        scoring = {"scoring": "all or nothing"} if item.all_or_nothing else {}
        return {**self._chosen("multiple_response", item.options, item.right), **scoring}

    def _true_false(self, item: TrueFalse) -> dict[str, Any]:
        return {"type": "true_false", "correct": item.right}

    def _short(self, item: ShortAnswer) -> dict[str, Any]:
        if item.partial or item.misses:
            self._lose("answers", "Near misses and answers that earn a part are left out.")
        if item.case or item.wildcards:
            what = "That capital letters count, or that * stands for anything, is left out."
            self._lose("case", what)
        return {"type": "short_answer", "options": list(dict.fromkeys(item.accepted))}

    def _number(self, item: Numeric) -> dict[str, Any] | None:
        if item.answer is None:
            return None
        if item.others or item.units:
            self._lose("others", "Further numbers and other ways to write the unit are left out.")
        tolerance = decimal(item.tolerance) if item.tolerance else ""
        correct = decimal(item.answer)
        return {"type": "numeric", "correct": correct, "tolerance": tolerance, "unit": item.unit}

    def _pairs(self, item: PairItem) -> dict[str, Any]:
        if isinstance(item, Match) and (item.weights or item.all_or_nothing):
            self._lose("scoring", "Each pair counts the same.")
        rows, columns = dict(item.texts), item.columns()
        lines = [f"{_bare(rows[row])} -> {_bare(columns[column])}" for row, column in item.right]
        used = {column for _row, column in item.right}
        lines += [f"-> {_bare(name)}" for id_, name in columns.items() if id_ not in used]
        return {"type": "match", "options": lines}

    def _order(self, item: Order) -> dict[str, Any]:
        scoring = {"scoring": "all or nothing"} if item.all_or_nothing else {}
        return {"type": "order", "options": [option.text for option in item.options], **scoring}


def _bare(text: str) -> str:
    """Words without an arrow, which parts a pair."""
    return text.replace("->", "–").replace("=>", "–").replace("→", "–")
