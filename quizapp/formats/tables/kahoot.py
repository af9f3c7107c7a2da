"""A bank as the spreadsheet that Kahoot takes: choices of two to four answers, and seconds."""

import io
from collections.abc import Iterator, Mapping

from quizapp.bank import Bank
from quizapp.formats.base import Loss, Written
from quizapp.formats.table_xlsx import steady, words_in
from quizapp.items import Item, MultipleResponse, TrueFalse
from quizapp.items.choice import OneRight

MOST_ASKED, MOST_ANSWER, MOST_ANSWERS = 120, 75, 4
SECONDS = (5, 10, 20, 30, 60, 90, 120, 240)
HEAD_ROW = 8
LOSSES = (
    "Everything but choices of two to four answers, and true or false.",
    "Questions longer than 120 characters and answers longer than 75: they are left out, not cut.",
    "Feedback, weights, tags, skills and pictures.",
)
_HEADS = (
    "", "Question - max 120 characters", *(f"Answer {n} - max 75 characters" for n in range(1, 5)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)  # fmt: skip


def write(bank: Bank, files: Mapping[str, bytes]) -> Written:  # noqa: ARG001  (no pictures)
    """The bank as a workbook, and what it does not carry."""
    from openpyxl import Workbook

    losses: list[Loss] = []
    rows = [row for item in bank.items if (row := _row(item, losses))]
    book = Workbook()
    sheet = book.active
    sheet.title = "Quiz"
    head: list[list[str | int]] = [["", bank.title], *[[] for _n in range(HEAD_ROW - 2)], [*_HEADS]]
    words_in(sheet, [*head, *([n, *row] for n, row in enumerate(rows, start=1))])
    for letter, width in zip("ABCDEFGH", (4, 60, 30, 30, 30, 30, 12, 12), strict=True):
        sheet.column_dimensions[letter].width = width
    target = io.BytesIO()
    book.save(target)
    return Written(data=steady(target.getvalue()), losses=tuple(losses))


def _row(item: Item, losses: list[Loss]) -> list[str | int]:
    """Question, four answers, seconds, and the numbers of the right ones; empty if left out."""
    answers = _answers(item)
    asked = " ".join((item.subject or item.stem).split())
    for code, what in _unfit(answers, asked):
        losses.append(Loss(item=item.id, code=code, what=what))
        return []
    if item.feedback or item.picture is not None or item.weight != 1:
        what = "Its feedback, its picture and its weight are left out."
        losses.append(Loss(item=item.id, code="feedback", what=what))
    texts = [text for text, _right in answers]
    right = ",".join(str(n) for n, (_text, good) in enumerate(answers, start=1) if good)
    padded = [*texts, *[""] * (MOST_ANSWERS - len(texts))]
    return [asked, *padded, _seconds(asked, texts), right]


def _unfit(answers: list[tuple[str, bool]], asked: str) -> Iterator[tuple[str, str]]:
    """Why Kahoot would not take it."""
    if not 2 <= len(answers) <= MOST_ANSWERS:
        yield "no-kind", "Kahoot has choices of two to four answers alone, so it is left out."
    elif len(asked) > MOST_ASKED:
        what = "Its question has {n} characters, Kahoot takes {most}: it is left out."
        yield "too-long", what.format(n=len(asked), most=MOST_ASKED)
    elif (longest := max(len(text) for text, _right in answers)) > MOST_ANSWER:
        what = "An answer has {n} characters, Kahoot takes {most}: it is left out."
        yield "too-long", what.format(n=longest, most=MOST_ANSWER)


def _answers(item: Item) -> list[tuple[str, bool]]:
    """Each answer and whether it is right; none where the kind has no answers to choose."""
    if isinstance(item, TrueFalse):
        return [("True", item.right == "true"), ("False", item.right == "false")]
    if isinstance(item, OneRight | MultipleResponse):
        right = set(item.key())
        return [(" ".join(option.text.split()), option.id in right) for option in item.options]
    return []


def _seconds(asked: str, answers: list[str]) -> int:
    """Time to read at 12 characters a second, and 10 seconds to decide, from Kahoot’s own list."""
    needed = (len(asked) + sum(map(len, answers))) / 12 + 10
    return next((limit for limit in SECONDS if limit >= needed), SECONDS[-1])
