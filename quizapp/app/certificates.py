"""Certificates for whoever reached a share at an exam, with the numbers of the gradebook."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from quizapp.app.letters import file_name
from quizapp.app.markings import Markings
from quizapp.classroom.book import Gradebook, HandedOut, Taken
from quizapp.errors import QuizappError
from quizapp.i18n import N_, _
from quizapp.quiz import score
from quizapp.quiz.skills import skill_counts
from quizapp.store import Connection, Store, attempts

USUAL = 60.0  # per cent
ASKED = {
    "attribution": N_("who says what"),
    "standing": N_("what the article confirms and what somebody only says"),
    "evidence": N_("which words show it"),
    "trade_offs": N_("what speaks for and against"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """One student’s certificate for one exam, on one page.

    ``name`` is that of its file, without an ending, and no other certificate has it. ``earned`` of
    ``possible`` points are those of the gradebook, and ``least`` the share from which on there is a
    certificate, in per cent. ``questions`` counts those that are marked, ``asked`` says in plain
    words what they are about.
    """

    name: str
    who: str
    title: str
    article: str
    at: datetime
    earned: float
    possible: float
    least: float
    questions: int
    asked: tuple[str, ...]

    @property
    def share(self) -> float:
        """What was earned of what could be, 0 to 1."""
        return self.earned / self.possible if self.possible else 0.0

    @property
    def texts(self) -> tuple[str, ...]:
        """What is written on it that others have named."""
        return (self.who, self.title, self.article)


@dataclass(frozen=True, slots=True)
class Awarded:
    """Who gets a certificate, and how many attempts did not reach the share."""

    certificates: tuple[Certificate, ...]
    short: int


def least_share(words: str) -> float:
    """The share that somebody typed, in per cent.

    Raises:
        QuizappError: it is no number from 0 to 100.
    """
    try:
        found = float(words.strip().removesuffix("%").strip().replace(",", "."))
    except ValueError:
        found = -1.0
    if not 0 <= found <= 100:
        raise QuizappError(_("The share is a number from 0 to 100, in per cent."))
    return found


def reaching(book: Gradebook, least: float) -> tuple[int, int]:
    """How many attempts that count reach a share in per cent, and how many do not."""
    reach = [_reaches(cell, least) for _exam, _who, cell in _cells(book)]
    return sum(reach), len(reach) - sum(reach)


def award(store: Store, book: Gradebook, least: float = USUAL) -> Awarded:
    """A certificate for each attempt that counts and reaches the share, in the gradebook’s order.

    Raises:
        QuizappError: the share is none from 0 to 100 per cent.
    """
    if not 0 <= least <= 100:
        raise QuizappError(_("The share is a number from 0 to 100, in per cent."))
    found, used, markings = list[Certificate](), set[str](), Markings()
    cells = _cells(book)
    with store.read() as connection:
        for exam, who, cell in cells:
            if _reaches(cell, least):
                name = file_name(who, exam.title, used)
                found.append(_made(connection, markings, exam, who, cell, least, name))
    return Awarded(tuple(found), len(cells) - len(found))


def unwritten(one: Certificate, missing: str) -> str:
    """Why a certificate was not written, for whose letters there is no font."""
    text = _(
        "No certificate was written for {who}: no font on this computer has “{missing}”. Install "
        "one that does, then write them again."
    )
    return text.format(who=one.who, missing=missing)


def _cells(book: Gradebook) -> Sequence[tuple[HandedOut, str, Taken]]:
    """Every attempt at an exam that counts, with its exam and whose it is.

    Practice has the keys in its file, so there is no certificate for it.
    """
    return [
        (exam, line.student.label, cell)
        for line in book.lines
        for n, exam in enumerate(book.exams)
        if not exam.practice and (cell := book.cell(line, n)) is not None
    ]


def _reaches(cell: Taken, least: float) -> bool:
    """Whether the share is reached; what the sum of fractions lacks in its last bits is no lack."""
    return round(100 * cell.share, 9) >= least


def _made(
    connection: Connection,
    markings: Markings,
    exam: HandedOut,
    who: str,
    cell: Taken,
    least: float,
    name: str,
) -> Certificate:
    (attempt,) = attempts.several(connection, [cell.attempt])
    bank = markings.of_attempt(connection, attempt).bank
    scored = score(bank, attempt)
    skills = [skill for skill, _right, asked in skill_counts(bank, scored) if asked]
    return Certificate(
        name=name,
        who=who,
        title=exam.title,
        article=bank.article.title,
        at=cell.handed_in,
        earned=cell.earned,
        possible=cell.possible,
        least=least,
        questions=len(scored.marks),
        asked=tuple(_(ASKED[skill]) for skill in skills),
    )
