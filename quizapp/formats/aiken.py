"""Aiken: a question, lettered answers, and a line that names the right one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from quizapp.bank import Bank
from quizapp.formats.base import Format, Loss, Note, Question, Reading, Written
from quizapp.formats.moodle_kinds import Given, Ids, Maker
from quizapp.formats.plain import decoded, shortened
from quizapp.items.choice import OneRight

ID = "aiken"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_OPTION = re.compile(r"([A-Za-z])[.)]\s*(.*)")
_ANSWER = re.compile(r"(?i)ANSWERS?\s*:\s*([A-Za-z])\s*(?:[,;]\s*[A-Za-z]\s*)*\.?")
_HINT = re.compile(rb"(?im)^\s*ANSWERS?\s*:\s*[A-Z]\b")


@dataclass(slots=True)
class _Draft:
    """A question as far as it was read."""

    line: int = 0
    stem: list[str] = field(default_factory=list)
    options: list[tuple[str, str]] = field(default_factory=list)


def recognise(head: bytes, name: str) -> float:  # noqa: ARG001  (its content says enough)
    """Lines that name an answer by its letter, below lettered answers."""
    if b"\x00" in head or head.lstrip()[:1] == b"<" or not _HINT.search(head):
        return 0.0
    return 0.95 if re.search(rb"(?m)^\s*[A-Za-z][.)]\s*\S", head) else 0.0


def read(data: bytes, name: str) -> Reading:
    """The questions of an Aiken file; the stem may have several lines.

    Raises:
        FileError: it is no text, or there is nothing in it.
    """
    text, notes = decoded(data, name)
    ids, draft, found = Ids(), _Draft(), list[Question]()
    for n, raw in enumerate(text.split("\n"), start=1):
        line = raw.strip()
        if not line:
            continue
        answer, option = _ANSWER.fullmatch(line), _OPTION.fullmatch(line)
        if answer and draft.options:
            found.append(_question(draft, answer[0], ids, len(found) + 1))
            draft = _Draft()
        elif option and (draft.stem or draft.options):
            draft.options.append((option[1].upper(), option[2].strip()))
        elif draft.options:
            found.append(_open(draft))
            draft = _Draft(n, [line])
        else:
            draft.line = draft.line or n
            draft.stem.append(line)
    if draft.stem or draft.options:
        found.append(_open(draft))
    return Reading(questions=tuple(found), notes=notes)


def _open(draft: _Draft) -> Question:
    """A question without an answer line."""
    what = "There is no line “ANSWER: A” that says which is right."
    note = Note(draft.line, 1, "refused", "no-answer", what)
    name = shortened(" ".join(draft.stem))
    return Question(line=draft.line, name=name, native="multichoice", item=None, notes=(note,))


def _question(draft: _Draft, answer: str, ids: Ids, n: int) -> Question:
    stem = "\n".join(draft.stem)
    maker = Maker(line=draft.line, id=ids.new("", n), stem=stem)
    letters = re.findall(r"[A-Za-z]", answer.partition(":")[2])
    wanted = {letter.upper() for letter in letters}
    known = {letter for letter, _text in draft.options}
    if wanted - known or not stem.strip():
        code, what = "no-option", "The answer names a letter that no option has."
        if not stem.strip():
            code, what = "no-stem", "There is no question above the answers."
        maker.say("refused", code, what)
        item = None
    else:
        if len(wanted) > 1:
            maker.say("changed", "several", "Two answers are named; both are taken as right.")
        if len(draft.stem) > 1:
            maker.say("info", "lines", "The question has several lines.")
        share = Decimal(1) / len(wanted) if len(wanted) > 1 else Decimal(1)
        given = [
            Given(text=text, fraction=share if letter in wanted else Decimal(0))
            for letter, text in draft.options
        ]
        item = maker.choice(given, single=len(wanted) == 1)
    notes = tuple(maker.notes)
    return Question(
        line=draft.line, name=shortened(stem), native="multichoice", item=item, notes=notes
    )


def write(bank: Bank, files: Mapping[str, bytes]) -> Written:  # noqa: ARG001  (no pictures)
    """The single choices of a bank as Aiken, and everything that it does not carry."""
    losses: list[Loss] = []
    texts = []
    for item in bank.items:
        if not isinstance(item, OneRight) or len(item.options) > len(LETTERS):
            what = "Aiken has choices of one alone, so it is left out."
            losses.append(Loss(item=item.id, code="no-kind", what=what))
            continue
        if item.feedback or any(option.feedback for option in item.options):
            losses.append(Loss(item=item.id, code="feedback", what="Its feedback is left out."))
        lines = [" ".join((item.subject or item.stem).split())]
        lines += [
            f"{letter}. {' '.join(option.text.split())}"
            for letter, option in zip(LETTERS, item.options, strict=False)
        ]
        right = [option.id for option in item.options].index(item.right)
        texts.append("\n".join([*lines, f"ANSWER: {LETTERS[right]}"]))
    return Written(data=("\n\n".join(texts) + "\n").encode(), losses=tuple(losses))


AIKEN = Format(
    id=ID,
    title="Aiken",
    suffixes=(".aiken", ".aiken.txt"),
    recognise=recognise,
    read=read,
    write=write,
    text=True,
    losses=("Everything but choices of one: their words and their key.",),
)
