"""Making an exam and marking what came back, from values in memory."""

from dataclasses import replace

import pytest

from quizapp.app.teaching import Made, collected, gradebook, kept_exam, make_exam
from quizapp.classroom.attempt_file import Handed
from quizapp.classroom.pack import bare_code, opened
from quizapp.errors import QuizappError
from quizapp.quiz import Rules
from quizapp.quiz.log import Entry, Head
from tests.classroom.handing import BEGAN, SCHOOL, TEACHER, file_of, handed
from tests.examples import ferry


def made() -> Made:
    """An exam for two students."""
    return make_exam(ferry(), Rules.test(), TEACHER, ["Ada", "Bea"], "Teacher")


def coming(exam: Made, student: int, *kinds: str, attempt: str = "a1") -> Handed:
    """An attempt at this exam by one of its students."""
    code = exam.students[student].code
    return handed(*kinds, attempt=attempt, code=code, pack=opened(exam.pack).id)


def states(exam: Made, *files: bytes) -> list[str]:
    """What each file is said to be."""
    named = [(f"{n}", data) for n, data in enumerate(files)]
    return [one.state for one in collected(named, TEACHER, kept_exam(exam.kept, TEACHER))]


def test_only_the_teacher_opens_what_is_kept() -> None:
    """The keys of the exam and the names lie in it."""
    with pytest.raises(QuizappError):
        kept_exam(made().kept, SCHOOL)


def test_another_file_of_the_teacher_is_refused() -> None:
    """What was sealed for another purpose is said to be no exam."""
    with pytest.raises(QuizappError, match="no file that quizapp keeps"):
        kept_exam(TEACHER.public.seal_to(b"{}"), TEACHER)


def test_the_pack_names_nobody_and_holds_no_code() -> None:
    """A student who reads it learns neither who is in the class nor a code of another."""
    exam = made()
    plain = opened(exam.pack)

    assert all(one.code not in f"{plain}" and one.name not in f"{plain}" for one in exam.students)
    assert all(plain.accepts(bare_code(one.code).lower()) for one in exam.students)


def test_a_longer_state_counts_in_place_of_the_shorter() -> None:
    """A student who handed in twice from the same attempt has one line."""
    exam = made()
    short = coming(exam, 0, "begin", "submit")
    longer = coming(exam, 0, "begin", "submit", "submit")

    assert states(exam, file_of(short), file_of(longer), file_of(longer)) == [
        "accepted",
        "continuation",
        "duplicate",
    ]


def test_two_attempts_under_one_code_are_for_the_teacher_to_decide() -> None:
    """The first one counts, and the second is not lost."""
    exam = made()
    first, second = coming(exam, 0), coming(exam, 0, attempt="a2")

    assert states(exam, file_of(first), file_of(second)) == ["accepted", "conflict"]


@pytest.mark.parametrize("payload", ["x", "{}", "[]", '{"response":5}', '{"response":[]}', "null"])
def test_answers_that_cannot_be_marked_stop_nobody(payload: str) -> None:
    """A file that another program signed and sealed is looked at, and the next one counts."""
    exam = made()
    odd, before, entries = coming(exam, 0), "", []
    for n, kind in enumerate(("begin", "answer", "submit"), start=1):
        one = Entry("a1", n, kind, "q2", payload, BEGAN)  # type: ignore[arg-type]
        entries.append(one)
        before = one.sealed(before)
    forged = replace(odd, entries=tuple(entries), head=Head(3, before))

    found = states(exam, file_of(forged), file_of(coming(exam, 1, attempt="a2")))
    assert found == ["unverified", "accepted"]


def test_the_gradebook_has_the_whole_class_in_its_order() -> None:
    """Who handed in nothing has a line without marks."""
    exam = made()
    kept = kept_exam(exam.kept, TEACHER)
    outcomes = collected([("b", file_of(coming(exam, 1)))], TEACHER, kept)

    assert [(one.name, one.score is None) for one in gradebook(outcomes, kept)] == [
        ("Ada", True),
        ("Bea", False),
    ]
