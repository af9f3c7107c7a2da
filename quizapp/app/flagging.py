"""Facts about what came back of an exam, for the teacher’s eyes alone."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.app.collecting import replay
from quizapp.app.markings import Markings
from quizapp.bank import Bank
from quizapp.classroom.attempt_file import Handed, restored
from quizapp.classroom.book import Classroom, HandedOut, Received
from quizapp.classroom.collection import hashes
from quizapp.classroom.flags import Flag, Given, Moment, clock_flags, same_flags
from quizapp.i18n import _
from quizapp.quiz.log import Entry
from quizapp.store import Connection, Store, classes
from quizapp.store.attempts import WORKED


@dataclass(frozen=True, slots=True)
class ExamFlags:
    """An exam of a class, and what there is to look at."""

    exam: HandedOut
    flags: tuple[Flag, ...]


def class_flags(store: Store, one: Classroom) -> tuple[ExamFlags, ...]:
    """For each exam of a class, oldest first: clocks, broken logs, answers that are the same.

    After practice, which shows what is right, answers that are the same say nothing.
    """
    markings = Markings()
    with store.read() as connection:
        return tuple(
            ExamFlags(exam, tuple(_of_exam(connection, exam, markings)))
            for exam in classes.exams(connection, one.id)
        )


def _of_exam(connection: Connection, exam: HandedOut, markings: Markings) -> Iterator[Flag]:
    bank = markings.bank(connection, exam.bank_version)
    given = list[Given]()
    for file in classes.files(connection, [exam.id]):
        if not file.attempt or file.state == "duplicate" or file.verdict == "away":
            continue
        handed, who = restored(file.content), _who(exam, file)
        if hashes(handed)[-1:] != (handed.head.hash,):
            words = _("The log of answers does not hold together: “{file}”.")
            yield Flag("broken_log", (who,), words.format(file=file.file))
            continue
        yield from clock_flags(who, _moments(handed))
        if not exam.practice and (found := _given(handed, who, exam, bank)) is not None:
            given.append(found)
    yield from same_flags(given)


def _who(exam: HandedOut, file: Received) -> str:
    student = exam.student(file.code)
    return student.label if student else file.code or file.file


def _moments(handed: Handed) -> list[Moment]:
    return [Moment(one.n, one.at.timestamp(), _worked(one)) for one in handed.entries]


def _worked(entry: Entry) -> float | None:
    """The work until an answer, in seconds, if its entry says so."""
    try:
        found = json.loads(entry.payload).get(WORKED)
    except (ValueError, AttributeError, RecursionError):
        return None
    return found / 1000 if isinstance(found, int) and not isinstance(found, bool) else None


def _given(handed: Handed, who: str, exam: HandedOut, bank: Bank) -> Given | None:
    """The answers under the bank’s own ids; ``None`` where they cannot be marked."""
    try:
        answers = replay(handed, exam, bank).answers
    except (ValueError, KeyError, TypeError):
        return None
    return Given(
        who,
        {id_: _plain(bank, id_, one.response) for id_, one in answers.items()},
        frozenset(id_ for id_, one in answers.items() if bank.item[id_].credit(one.response) == 1),
    )


def _plain(bank: Bank, id_: str, response: tuple[str, ...]) -> tuple[str, ...]:
    """A response in one order, where its order says nothing."""
    return response if bank.item[id_].kind == "order" else tuple(sorted(response))
