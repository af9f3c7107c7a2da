"""What each student of a class is told about an exam: the result, and every question with its key.

A letter is about the attempt that counts in the gradebook, as it is marked now.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from quizapp.app import class_contests, contests
from quizapp.app.sitting import Sitting
from quizapp.classroom.book import Gradebook, Taken
from quizapp.i18n import _
from quizapp.report import Result
from quizapp.report.answers import Answered, answers
from quizapp.report.feedback import feedback
from quizapp.store import Store


@dataclass(frozen=True, slots=True)
class Letter:
    """One student’s letter about one exam.

    ``name`` is that of its file, without an ending, and no other letter has it. ``reasons`` are,
    for an item, why its key is the key, which words of the article show it, and what was decided
    where it is contested, a line each.
    """

    name: str
    result: Result
    answers: tuple[Answered, ...]
    reasons: dict[str, tuple[str, ...]]


def expected(book: Gradebook) -> int:
    """How many letters there will be."""
    exams = range(len(book.exams))
    return sum(book.cell(line, n) is not None for line in book.lines for n in exams)


def letters(store: Store, book: Gradebook, now: Callable[[], datetime]) -> Iterator[Letter]:
    """A letter for each student and each exam that they handed in, in the gradebook’s order."""
    used = set[str]()
    for line in book.lines:
        for n, exam in enumerate(book.exams):
            if (cell := book.cell(line, n)) is not None:
                label = line.student.label
                yield _letter(store, now, cell, label, file_name(label, exam.heading, used))


def _letter(
    store: Store, now: Callable[[], datetime], cell: Taken, label: str, name: str
) -> Letter:
    sitting = Sitting.resume(cell.attempt, store, now)
    bank, result = sitting.marking.bank, sitting.result()
    told = answers(bank, sitting.attempt)
    named = replace(
        result,
        attempt=replace(sitting.attempt, reader=label),
        taken=(_marks(cell), *result.taken),
    )
    reasons = {one.item: _reasons(sitting, one.item) for one in told}
    for contest in contests.of_attempt(store, cell.attempt):
        if contest.item in reasons:
            reasons[contest.item] += class_contests.lines(contest)
    return Letter(name, named, told, reasons)


def _marks(cell: Taken) -> str:
    """What the gradebook has of the attempt."""
    text = _("In the gradebook: {earned} of {possible} points, {share:.0f}\N{NO-BREAK SPACE}%.")
    return text.format(
        earned=f"{cell.earned:.4g}", possible=f"{cell.possible:.4g}", share=100 * cell.share
    )


def _reasons(sitting: Sitting, id_: str) -> tuple[str, ...]:
    bank, attempt = sitting.marking.bank, sitting.attempt
    told = feedback(bank, bank.item[id_], attempt.answers.get(id_), attempt.rules)
    why = [_("Why: {why}").format(why=told.why)] if told.why else []
    words = _("Paragraph {number}: “{words}”")
    shown = [words.format(number=one.paragraph, words=one.text) for one in told.evidence]
    return (*why, *shown)


def file_name(label: str, title: str, used: set[str]) -> str:
    """A name that every file system takes, whatever somebody is called, and none of ``used``."""
    plain = "".join(c if c.isalnum() or c in " -()" else "_" for c in f"{label} - {title}")
    stem = plain.strip()[:80].strip() or "letter"
    name, n = stem, 1
    while name.casefold() in used:
        n += 1
        name = f"{stem} {n}"
    used.add(name.casefold())
    return name
