"""What the students of a class contest: which words, why, and what was decided about it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from quizapp.app import contests as filed
from quizapp.app.markings import Markings
from quizapp.app.whose import in_full, names
from quizapp.claims import TITLES
from quizapp.classroom.book import Classroom, HandedOut
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
        exams = classes.exams(connection, one.id)
        of_attempt = {
            id_: (exam, who) for exam in exams for id_, who in names(connection, [exam]).items()
        }
        found, markings = contests.of_attempts(connection, tuple(of_attempt)), Markings()
        asked = attempts.several(connection, list(dict.fromkeys(c.attempt for c in found)))
        by_id = {attempt.id: attempt for attempt in asked}
        told = [
            _told(connection, each, by_id[each.attempt], *of_attempt[each.attempt], markings)
            for each in found
        ]
    return tuple(sorted(told, key=lambda each: not each.open))


def _told(
    connection: Connection,
    contest: Contest,
    attempt: Attempt,
    exam: HandedOut,
    who: str,
    markings: Markings,
) -> ClassContest:
    bank = markings.of_attempt(connection, attempt).bank
    item, given = bank.item[contest.item], attempt.answers.get(contest.item)
    spans = [span for id_ in contest.sentences if (span := bank.article.span_of(id_))]
    return ClassContest(
        contest=contest,
        exam=exam,
        who=who,
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
        of_attempt = {
            id_: exam.class_id
            for exam in classes.exams(connection)
            for id_ in names(connection, [exam])
        }
        found = contests.of_attempts(connection, tuple(of_attempt))
    return Counter(of_attempt[one.attempt] for one in found if one.state == "open")


def names_of(store: Store, found: Iterable[Contest]) -> dict[str, str]:
    """Who filed each contest, by its id; somebody of a class with the name of the class."""
    with store.read() as connection:
        of_attempt = in_full(connection)
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
