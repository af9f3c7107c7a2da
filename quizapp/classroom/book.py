"""What a teacher keeps of a class: who is in it, what was handed out, what came back."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from quizapp.classroom.collection import State
from quizapp.classroom.exam import Link
from quizapp.classroom.pack import bare_code
from quizapp.classroom.roster import Student
from quizapp.i18n import _
from quizapp.quiz import Rules

Which = Literal["best", "first", "last"]
Verdict = Literal["", "counts", "away"]
COUNTS: frozenset[State] = frozenset({"accepted", "continuation"})


@dataclass(frozen=True, slots=True)
class Classroom:
    """A class and its roster. Their start codes are drawn anew for each exam."""

    id: str
    name: str
    students: tuple[Student, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOut:
    """An exam or practice that a class was given. ``id`` is that of its pack.

    ``students`` are those of the roster at that time, with their codes for this exam. ``weight`` is
    what it counts for among the others, 0 for not at all.
    """

    id: str
    class_id: str
    bank_id: str
    bank_version: str
    title: str
    link: Link
    students: tuple[Student, ...]
    rules: Rules
    at: datetime
    weight: float = 1.0

    @property
    def practice(self) -> bool:
        """Whether it was for practice: with feedback, and to be taken again and again."""
        return self.rules.feedback != "never"

    @property
    def heading(self) -> str:
        """What its column is called; practice says so first, since long titles are cut."""
        return _("Practice: {title}").format(title=self.title) if self.practice else self.title

    def student(self, code: str) -> Student | None:
        """Whose start code this is."""
        wanted = bare_code(code)
        return next((one for one in self.students if bare_code(one.code) == wanted), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A file that came back. ``content`` is what was handed in, or the file where it is unreadable.

    ``attempt`` is the id of the attempt in it. ``hashes`` are those of its log. ``verdict`` is the
    teacher's own decision, empty as long as there is none.
    """

    sha256: str
    file: str
    pack: str
    attempt: str
    code: str
    state: State
    reason: str
    short_code: str
    hashes: tuple[str, ...] = field(repr=False)
    content: bytes = field(repr=False)
    at: datetime
    verdict: Verdict = ""

    @property
    def counts(self) -> bool:
        """Whether the attempt in it is marked."""
        return self.verdict == "counts" or (not self.verdict and self.state in COUNTS)

    @property
    def open(self) -> bool:
        """Whether the teacher has still to look at it."""
        return not self.verdict and self.state in ("conflict", "unverified")

    @property
    def can_count(self) -> bool:
        """Whether it can be let count: it was opened, and is of an exam that is known here."""
        return bool(self.attempt and self.pack) and self.state != "duplicate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One attempt of a student at an exam, as it is marked now."""

    attempt: str
    handed_in: datetime
    earned: float
    possible: float
    right: int

    @property
    def share(self) -> float:
        """What was earned of what could be, 0 to 1."""
        return self.earned / self.possible if self.possible else 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """One student: for each exam, in its order, the attempts that count, oldest first."""

    student: Student
    taken: tuple[tuple[Taken, ...], ...]


@dataclass(frozen=True, slots=True)
class Gradebook:
    """Students and exams of a class. ``which`` attempt counts where there are several."""

    name: str
    exams: tuple[HandedOut, ...]
    lines: tuple[Line, ...]
    which: Which = "best"

    def cell(self, line: Line, n: int) -> Taken | None:
        """The attempt that counts of a student at an exam; ``None`` where nothing was handed in."""
        return chosen(line.taken[n], self.which)

    def total(self, line: Line) -> float | None:
        """The weighted mean of the shares, 0 to 1; what was not handed in earns 0.

        ``None`` where no exam has a weight.
        """
        weights = sum(exam.weight for exam in self.exams)
        if not weights:
            return None
        shares = (
            exam.weight * (cell.share if (cell := self.cell(line, n)) else 0.0)
            for n, exam in enumerate(self.exams)
        )
        return sum(shares) / weights


def chosen(taken: Sequence[Taken], which: Which) -> Taken | None:
    """The attempt that counts: the first, the last, or the earliest of the best."""
    if not taken:
        return None
    if which == "first":
        return taken[0]
    return taken[-1] if which == "last" else max(taken, key=lambda one: one.share)
