"""Marking one exam of a class again: by the newest version of its bank, or by its own.

Only attempts of that exam are touched. Other attempts at the same bank keep their marks.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from quizapp.app.markings import Markings
from quizapp.app.regrading import Regrading
from quizapp.app.whose import names
from quizapp.classroom.book import Classroom, HandedOut
from quizapp.practice.cards import RETENTION
from quizapp.quiz import Regrade
from quizapp.quiz.regrade import touched
from quizapp.store import Connection, Store, attempts, banks, classes, vectors


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """What marking an exam again makes, or made, of its attempts.

    ``own`` says that it is by the version that was handed out; ``saved`` is when the version was
    saved, ``None`` where that is not known. ``marks`` are names with what becomes of an attempt
    that is marked by another version now. ``questions`` are the words of each item. ``newer`` says
    whether the newest version is another than the exam’s own, ``of`` how many attempts count.
    """

    exam: HandedOut
    own: bool
    newer: bool
    saved: datetime | None
    of: int
    marks: tuple[tuple[str, Regrade], ...]
    questions: Mapping[str, str]

    @property
    def moved(self) -> tuple[tuple[str, Regrade], ...]:
        """Those whose marks move."""
        return tuple((who, one) for who, one in self.marks if one.changed)

    @property
    def shares(self) -> tuple[float, float]:
        """The mean share of those attempts before and after, 0 to 1; 0 where there are none."""
        ends = ([one.before for _who, one in self.marks], [one.after for _who, one in self.marks])
        before, after = (
            sum(s.earned / s.possible if s.possible else 0.0 for s in end) / len(end)
            if end
            else 0.0
            for end in ends
        )
        return before, after


def look(store: Store, exam: HandedOut, *, own: bool = False) -> Again:
    """What marking it again would change; nothing is changed."""
    return _Exam(store, exam, own, RETENTION).told(lambda regrading: regrading.preview())


def apply(
    store: Store,
    exam: HandedOut,
    now: datetime,
    *,
    own: bool = False,
    retention: float = RETENTION,
    report: Callable[[int, int], object] | None = None,
) -> Again:
    """Mark it again; what became of its attempts.

    Raises:
        StoreError: an attempt could not be saved; those before it are marked again.
    """
    return _Exam(store, exam, own, retention).told(lambda regrading: regrading.apply(now, report))


class _Exam:
    """One exam, and the version that it is to be marked by."""

    def __init__(self, store: Store, exam: HandedOut, own: bool, retention: float) -> None:
        self._store, self._exam, self._own = store, exam, own
        with store.read() as connection:
            self._names = names(connection, [exam])
            self._newest = banks.newest(connection, exam.bank_id) or exam.bank_version
            self._seen = banks.load(connection, exam.bank_version)
            by = None if own else banks.load(connection, self._newest)
            history = banks.history(connection, exam.bank_id)
        wanted = exam.bank_version if own else self._newest
        self._saved = next((one.at for one in reversed(history) if one.sha256 == wanted), None)
        self.regrading = Regrading(
            store, exam.bank_id, by, retention=retention, ids=tuple(self._names)
        )

    def told(self, act: Callable[[Regrading], Sequence[Regrade]]) -> Again:
        """What it comes to, in the order of the names."""
        done = {one.attempt.id: one for one in act(self.regrading)}
        marks = ((who, done[id_]) for id_, who in self._names.items() if id_ in done)
        return Again(
            exam=self._exam,
            own=self._own,
            newer=self._newest != self._exam.bank_version,
            saved=self._saved,
            of=len(self._names),
            marks=tuple(marks),
            questions={item.id: item.subject for item in self._seen.items},
        )


def of_class(store: Store, one: Classroom, bank_id: str) -> dict[str, str]:
    """Whose the attempts of a class at a bank are that count, by their ids."""
    with store.read() as connection:
        exams = [e for e in classes.exams(connection, one.id) if e.bank_id == bank_id]
        return names(connection, exams)


def waiting(store: Store, one: Classroom) -> tuple[HandedOut, ...]:
    """The exams of a class of which a newer version of the bank may move a mark, oldest first."""
    markings = Markings()
    with store.read() as connection:
        exams = classes.exams(connection, one.id)
        return tuple(exam for exam in exams if _waits(connection, exam, markings))


def _waits(connection: Connection, exam: HandedOut, markings: Markings) -> bool:
    newest = banks.newest(connection, exam.bank_id)
    same = newest == exam.bank_version
    if not newest or (same and not attempts.remarked(connection, exam.bank_id)):
        return False
    ids = tuple(names(connection, [exam]))
    posed: dict[tuple[str, str], set[str]] = {}
    for one in vectors.kept(connection, ids):
        posed.setdefault((one.seen, one.marked_by), set()).update(one.posed)
    return any(
        by != newest
        and touched(markings.of(connection, seen, by), markings.of(connection, seen, newest), items)
        for (seen, by), items in posed.items()
    )
