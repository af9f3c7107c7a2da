"""Contests of a class: whose they are, what they say, and that a decision moves no mark."""

from pathlib import Path

import pytest

from quizapp.app import class_contests, contests
from quizapp.app.class_contests import ClassContest
from quizapp.app.classes import Classes
from quizapp.app.letters import letters
from quizapp.app.regrading import Regrading
from quizapp.claims import Standing
from quizapp.classroom.book import Classroom
from quizapp.errors import QuizappError
from quizapp.store import Store
from tests.app.test_classes import KEYS, NOW, Watch, classes, nine, out, sat
from tests.app.test_regrading import BETTER
from tests.taking import begun

__all__ = ["classes", "nine"]


def came(classes: Classes, one: Classroom, folder: Path, *students: int) -> list[str]:
    """The ids of the attempts of these students, in their order, each with “whole” right."""
    made = out(classes, one)
    classes.collect([sat(folder, made, n, ("whole",)) for n in students], KEYS)
    book = classes.gradebook(one)
    cells = (book.cell(line, len(book.exams) - 1) for line in book.lines)
    return [cell.attempt for cell in cells if cell]


def object_to(store: Store, attempt: str, id_: str, item: str = "whole", at: str = "p4s1") -> None:
    """A contest of a question."""
    standing, reason = Standing.DENIED, " It says so there. "
    contests.file(store, attempt, item, (at,), standing, reason, NOW, id_)


def test_a_contest_has_a_name_an_exam_and_words(
    classes: Classes, nine: Classroom, tmp_path: Path, store: Store
) -> None:
    """What a teacher needs to decide it, without opening anything else."""
    first, second = came(classes, nine, tmp_path, 0, 3)
    object_to(store, second, "c1")
    object_to(store, first, "c2", at="none")

    twin, ada = class_contests.of_class(store, nine)

    assert (twin.who, ada.who) == ("Twin (2)", "Ada")
    assert twin.exam.title == "The ferry that stayed"
    assert twin.words.startswith("According to")
    assert ada.words == ""
    assert twin.contest.reason == "It says so there."
    assert (twin.key, twin.answer) == ("Not true of the article", "Not true of the article")
    assert twin.question == "The article gives a date for the new permit."
    assert class_contests.to_decide(store) == {nine.id: 2}


def test_a_decision_stands_and_moves_no_mark(
    classes: Classes, nine: Classroom, tmp_path: Path, store: Store
) -> None:
    """Those to decide come first, the decided ones stay with their answer."""
    for n, attempt in enumerate(came(classes, nine, tmp_path, 0, 1)):
        object_to(store, attempt, f"c{n}")
    before = classes.gradebook(nine)

    one = class_contests.find(store, nine, "c0")
    class_contests.decide(store, one, "accepted", " You are right. ", NOW)

    found = class_contests.of_class(store, nine)
    assert [(c.contest.id, c.open, c.contest.answer) for c in found] == [
        ("c1", True, ""), ("c0", False, "You are right."),
    ]  # fmt: skip
    assert classes.gradebook(nine) == before
    assert class_contests.to_decide(store) == {nine.id: 1}
    with pytest.raises(QuizappError, match="a decision stands"):
        class_contests.decide(store, one, "declined", "No.", NOW)
    with pytest.raises(QuizappError, match="Say in a few words why"):
        class_contests.decide(store, class_contests.find(store, nine, "c1"), "declined", " ", NOW)


def test_the_key_is_told_as_it_is_marked_now(
    classes: Classes, nine: Classroom, tmp_path: Path, store: Store
) -> None:
    """After a regrade the contest shows the new key beside the same answer."""
    (attempt,) = came(classes, nine, tmp_path, 0)
    object_to(store, attempt, "c1")
    Regrading(store, "ferry", BETTER).apply(NOW)

    (one,) = class_contests.of_class(store, nine)

    assert (one.key, one.answer) == ("True of the article", "Not true of the article")


def test_other_classes_and_readers_have_contests_of_their_own(
    classes: Classes, nine: Classroom, tmp_path: Path, store: Store
) -> None:
    """A contest that a reader filed here, or another class, is not among those of the class."""
    other = classes.add("10c", ["Dee"])
    (theirs,) = came(classes, other, tmp_path, 0)
    sitting = begun(store)
    sitting.submit()
    object_to(store, theirs, "c1")
    object_to(store, sitting.attempt.id, "c2")

    assert class_contests.of_class(store, nine) == ()
    assert class_contests.to_decide(store) == {other.id: 1}
    named = class_contests.names_of(store, contests.of_bank(store, "ferry"))
    assert named == {"c1": "Dee, 10c", "c2": "me"}


def test_a_contest_that_is_not_there_is_said_so(store: Store, nine: Classroom) -> None:
    """With where to look; an empty id is none either."""
    for typed in ("zzz", ""):
        with pytest.raises(QuizappError, match="no one contest"):
            class_contests.find(store, nine, typed)


def test_a_question_is_contested_once_whoever_files_it(
    classes: Classes, nine: Classroom, tmp_path: Path, store: Store
) -> None:
    """A teacher who files it for a student is not told that they had done so themselves."""
    (attempt,) = came(classes, nine, tmp_path, 0)
    object_to(store, attempt, "c1")

    with pytest.raises(QuizappError, match="contested in this attempt already"):
        object_to(store, attempt, "c2")


def test_a_letter_names_the_decision(
    classes: Classes, nine: Classroom, tmp_path: Path, store: Store
) -> None:
    """Below the question: what the student held, and what was decided, or that nobody has yet."""
    (attempt,) = came(classes, nine, tmp_path, 0)
    object_to(store, attempt, "c1")
    object_to(store, attempt, "c2", item="who")
    one: ClassContest = class_contests.find(store, nine, "c1")
    class_contests.decide(store, one, "declined", "The report ends in June.", NOW)

    (letter,) = letters(store, classes.gradebook(nine), Watch())

    assert letter.reasons["whole"][-2:] == (
        "Contested: read as “Denied”, because: It says so there.",
        "It was declined: The report ends in June.",
    )
    assert letter.reasons["who"][-1] == "This is not decided yet."
