"""What the students of a class contest: which words, why, and what was decided about it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from quizapp.app import contests as filed
from quizapp.app.collecting import kept_id
from quizapp.app.markings import Markings
from quizapp.claims import TITLES
from quizapp.classroom.book import Classroom, HandedOut, Received
from quizapp.classroom.pack import bare_code
from quizapp.errors import QuizappError
from quizapp.i18n import N_, _
from quizapp.quiz import Attempt, Contest
from quizapp.store import Connection, Store, attempts, classes, contests, readers

if TYPE_CHECKING:
    from quizapp.quiz.contest import Decision

STATES = {
    "open": N_("to decide"),
    "accepted": N_("accepted"),
    "declined": N_("declined"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassContest:
    """A contest, with whose it is and what it is about, in words.

    ``words`` are those of the article that it points at, empty where it names none; ``key`` and
    ``answer`` are in words as the question is marked now, ``answer`` empty where there is none.
    """

    contest: Contest
    exam: HandedOut
    who: str
    question: str
    words: str
    key: str
    answer: str

    @property
    def open(self) -> bool:
        """Whether somebody has still to decide it."""
        return self.contest.state == "open"


def of_class(store: Store, one: Classroom) -> tuple[ClassContest, ...]:
    """The contests of a class’s attempts that count: those to decide first, then the oldest."""
    with store.read() as connection:
        if not contests.any_of(connection, readers.CLASS):
            return ()
        exams = {exam.id: exam for exam in classes.exams(connection, one.id)}
        came = classes.files(connection, tuple(exams), whole=False)
        files = {kept_id(file): file for file in came if file.counts}
        found = contests.of_attempts(connection, tuple(files))
        asked = attempts.several(connection, list(dict.fromkeys(c.attempt for c in found)))
        by_id, markings = {attempt.id: attempt for attempt in asked}, Markings()
        told = [
            _told(connection, each, files[each.attempt], exams, by_id[each.attempt], markings)
            for each in found
        ]
    return tuple(sorted(told, key=lambda each: not each.open))


def _told(
    connection: Connection,
    contest: Contest,
    file: Received,
    exams: dict[str, HandedOut],
    attempt: Attempt,
    markings: Markings,
) -> ClassContest:
    exam = exams[file.pack]
    labels = {bare_code(who.code): who.label for who in exam.students}
    bank = markings.of_attempt(connection, attempt).bank
    item, given = bank.item[contest.item], attempt.answers.get(contest.item)
    spans = [span for id_ in contest.sentences if (span := bank.article.span_of(id_))]
    return ClassContest(
        contest=contest,
        exam=exam,
        who=labels.get(bare_code(file.code), file.code),
        question=item.subject,
        words=" … ".join(span.cut(bank.article.text) for span in spans),
        key=item.describe(item.key()),
        answer=item.describe(given.response) if given else "",
    )


def to_decide(store: Store) -> Counter[str]:
    """How many contests each class has that nobody has decided, by the class’s id."""
    with store.read() as connection:
        if not contests.any_of(connection, readers.CLASS):
            return Counter()
        of_exam = {exam.id: exam.class_id for exam in classes.exams(connection)}
        files = classes.files(connection, tuple(of_exam), whole=False)
        of_attempt = {kept_id(file): of_exam[file.pack] for file in files if file.counts}
        found = contests.of_attempts(connection, tuple(of_attempt))
    return Counter(of_attempt[one.attempt] for one in found if one.state == "open")


def names_of(store: Store, found: Iterable[Contest]) -> dict[str, str]:
    """Who filed each contest, by its id; somebody of a class with the name of the class."""
    with store.read() as connection:
        rooms = {room.id: room.name for room in classes.every(connection)}
        exams = classes.exams(connection)
        labels = {exam.id: {bare_code(w.code): w.label for w in exam.students} for exam in exams}
        room = {exam.id: rooms.get(exam.class_id, "") for exam in exams}
        files = classes.files(connection, tuple(labels), whole=False)
    text = _("{who}, {room}")
    of_attempt = {
        kept_id(file): text.format(
            who=labels[file.pack].get(bare_code(file.code), file.code), room=room[file.pack]
        )
        for file in files
    }
    return {one.id: of_attempt.get(one.attempt, one.reader) for one in found}


def find(store: Store, one: Classroom, typed: str) -> ClassContest:
    """The contest of a class whose id begins as was typed.

    Raises:
        QuizappError: no contest of the class does, or several do.
    """
    fitting = [c for c in of_class(store, one) if typed and c.contest.id.startswith(typed)]
    if len(fitting) != 1:
        text = _(
            "The class has no one contest “{id}”. List them with: "
            "quizapp gradebook CLASS --contests"
        )
        raise QuizappError(text.format(id=typed))
    return fitting[0]


def decide(
    store: Store, one: ClassContest, state: "Decision", words: str, now: datetime
) -> Contest:
    """Accept or decline it, with words for the student; no mark moves by that.

    Raises:
        QuizappError: it was decided before, or no words are given.
    """
    return filed.decide(store, one.exam.bank_id, one.contest.id, state, words, now)


def lines(contest: Contest) -> tuple[str, ...]:
    """A contest in a letter to the student: what they hold, and what was decided."""
    held = _("Contested: read as “{standing}”, because: {reason}").format(
        standing=_(TITLES[contest.standing]), reason=contest.reason
    )
    decided = {
        "open": _("This is not decided yet."),
        "accepted": _("It was accepted: {answer}"),
        "declined": _("It was declined: {answer}"),
    }
    return held, decided[contest.state].format(answer=contest.answer)
