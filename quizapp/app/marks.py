"""The marks of a class, from the credits that are kept of each attempt."""

from collections.abc import Iterable, Mapping, Sequence
from math import isnan

from quizapp.app.collecting import kept_id
from quizapp.app.markings import Markings
from quizapp.classroom.book import Classroom, Gradebook, HandedOut, Line, Taken, Which
from quizapp.classroom.pack import bare_code
from quizapp.classroom.roster import Student
from quizapp.quiz import score
from quizapp.store import Connection, attempts, classes, vectors
from quizapp.store.vectors import Kept


def gradebook(connection: Connection, one: Classroom, which: Which) -> Gradebook:
    """Students and exams, each attempt as it is marked now."""
    exams = classes.exams(connection, one.id)
    labels = {exam.id: {bare_code(w.code): w.label for w in exam.students} for exam in exams}
    came = classes.files(connection, tuple(labels), whole=False)
    counts = [(kept_id(file), file) for file in came if file.counts]
    taken = marks(connection, [id_ for id_, _file in counts])
    found: dict[tuple[str, str], list[Taken]] = {}
    for id_, file in counts:
        if id_ in taken:
            label = labels[file.pack].get(bare_code(file.code), file.code)
            found.setdefault((label, file.pack), []).append(taken[id_])
    lines = tuple(
        Line(who, tuple(_by_time(found.get((label, exam.id), ())) for exam in exams))
        for label, who in _everybody(one, exams, {label for label, _exam in found}).items()
    )
    return Gradebook(one.name, exams, lines, which)


def _everybody(one: Classroom, exams: Sequence[HandedOut], known: set[str]) -> dict[str, Student]:
    """Who has a line: the roster, who left the class since, and who is of neither."""
    labels = {who.label: who for who in one.students}
    for exam in exams:
        labels |= {who.label: who for who in exam.students if who.label not in labels}
    return labels | {label: Student(label, "") for label in sorted(known - labels.keys())}


def _by_time(taken: Iterable[Taken]) -> tuple[Taken, ...]:
    return tuple(sorted(taken, key=lambda one: one.handed_in))


def marks(connection: Connection, ids: Sequence[str]) -> Mapping[str, Taken]:
    """What these attempts earned, by id; those that were not handed in are left out.

    The sums are those of ``quiz.score``, to the last bit: the same credits, in the order posed.
    """
    weights, markings = _Weights(connection), Markings()
    found, without = {}, list[str]()
    for one in vectors.kept(connection, ids):
        if one.credits is None:
            without.append(one.id)
        else:
            found[one.id] = _summed(one, one.credits, weights.of(one.seen, one.marked_by, markings))
    for attempt in attempts.several(connection, without):
        earned = score(markings.of_attempt(connection, attempt).bank, attempt)
        found[attempt.id] = Taken(
            attempt=attempt.id,
            handed_in=attempt.submitted or attempt.started,
            earned=float(earned.earned),
            possible=float(earned.possible),
            right=earned.right,
        )
    return found


def _summed(one: Kept, credits_: Sequence[float], weights: Mapping[str, float]) -> Taken:
    among = [
        (c, weights[item]) for item, c in zip(one.posed, credits_, strict=True) if not isnan(c)
    ]
    return Taken(
        attempt=one.id,
        handed_in=one.submitted,
        earned=float(sum(credit * weight for credit, weight in among)),
        possible=float(sum(weight for _credit, weight in among)),
        right=sum(credit >= 1.0 for credit, _weight in among),
    )


class _Weights:
    """What each item weighs, by the version that was seen and the one that marks it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[tuple[str, str], dict[str, float]] = {}

    def of(self, seen: str, by: str, markings: Markings) -> Mapping[str, float]:
        """The weight of each item."""
        if (seen, by) not in self._known:
            bank = markings.of(self._connection, seen, by).bank
            self._known[seen, by] = {item.id: float(item.weight) for item in bank.items}
        return self._known[seen, by]
