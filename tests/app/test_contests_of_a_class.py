"""Contests that come back with practice: kept with the attempt, once, whatever the file says."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quizapp.app import contests
from quizapp.app.classes import Classes
from quizapp.app.examining import Exam
from quizapp.claims import Standing
from quizapp.classroom import attempt_file
from quizapp.classroom.attempt_file import Handed
from quizapp.classroom.book import Classroom
from quizapp.classroom.contested import Contested
from quizapp.quiz.log import Entry, Head
from quizapp.store import Store, attempts
from quizapp.store import examine as examine_store
from tests.app.test_classes import KEYS, NOW, classes, nine, out, sat, states
from tests.app.test_practice_packs import File, Student, given

__all__ = ["classes", "nine"]
AT = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
GOOD = Contested("who", ("p1s1",), Standing.CONFIRMED, "I read it so.", AT)


def contest(exam: Exam, item: str = "who", reason: str = "I read it so.") -> None:
    """File a contest of a question, as its screen does."""
    exam.sitting.contest(item, ("p1s1",), Standing.CONFIRMED, reason, f"{item}-{reason}")


def handed_in(student: Student, *items: str, late: tuple[str, ...] = ()) -> list[File]:
    """Practise, contest these items; the file, and after more contests the file again."""
    with student.at_it() as exam:
        exam.sitting.hand_in()
        for item in items:
            contest(exam, item)
        files = [student.file(exam)]
        for item in late:
            contest(exam, item)
            files.append(student.file(exam))
    return files


def resealed(file: File, change: Callable[[Handed], Handed]) -> File:
    """The same attempt with something else about it, as a program of one’s own could write it."""
    handed = attempt_file.opened(file[1], KEYS).handed
    return file[0], attempt_file.sealed(change(handed), b"i" * 32, (KEYS.public,), b"d" * 32)


def kept(store: Store) -> list[tuple[str, str, str]]:
    """Every contest of the bank: of whose attempt, which item, its state."""
    found = contests.of_bank(store, "ferry")
    return sorted((one.attempt[:6], one.item, one.state) for one in found)


def test_a_contest_comes_back_with_its_attempt(
    classes: Classes, nine: Classroom, tmp_path: Path, store: Store
) -> None:
    """All that the student said, under the bank; collected again, it is there once."""
    files = handed_in(Student(tmp_path, given(classes, nine)), "who", "whole")
    assert states(classes.collect(files, KEYS)) == ["accepted"]

    found = {one.item: one for one in contests.of_bank(store, "ferry")}
    assert set(found) == {"who", "whole"}
    assert (found["who"].sentences, found["who"].standing) == (("p1s1",), Standing.CONFIRMED)
    assert (found["who"].reason, found["who"].state) == ("I read it so.", "open")
    with store.read() as connection:
        assert {one.attempt for one in found.values()} == set(attempts.every_id(connection))
    assert states(classes.collect(files, KEYS)) == ["duplicate"]
    assert len(kept(store)) == 2
    assert examine_store(store).sound


def test_what_is_contested_later_comes_with_the_file_again(
    classes: Classes, nine: Classroom, tmp_path: Path, store: Store
) -> None:
    """The same answers: the newer file counts in the place of the older, with one mark."""
    student = Student(tmp_path, given(classes, nine))
    first, second, third = handed_in(student, late=("who", "whole"))
    assert first[0] == second[0] == third[0]  # it lies where the first one lay

    assert states(classes.collect([first], KEYS)) == ["accepted"]
    told = classes.collect([second], KEYS)
    assert states(told) == ["continuation"]
    assert "1 more contest" in told[0].reason
    assert states(classes.collect([third, second, first], KEYS)) == [
        "continuation", "duplicate", "duplicate",
    ]  # fmt: skip
    assert [item for _attempt, item, _state in kept(store)] == ["who", "whole"]
    assert [file.counts for file in classes.files(nine)] == [False, False, True]
    assert len(classes.gradebook(nine).lines[0].taken[0]) == 1
    older = resealed(first, lambda handed: handed)
    assert states(classes.collect([older], KEYS)) == ["duplicate"]
    assert examine_store(store).sound


def test_files_of_one_attempt_may_come_in_any_order_in_one_lot(
    classes: Classes, nine: Classroom, tmp_path: Path, store: Store
) -> None:
    """Whichever is read first, both contests are kept and one attempt."""
    student = Student(tmp_path, given(classes, nine))
    files = handed_in(student, late=("who", "whole"))

    told = classes.collect([files[1], files[0], files[2]], KEYS)

    assert states(told) == ["accepted", "duplicate", "continuation"]
    assert [item for _attempt, item, _state in kept(store)] == ["who", "whole"]
    with store.read() as connection:
        assert len(attempts.every_id(connection)) == 1


def test_what_was_decided_stays_when_the_file_comes_again(
    classes: Classes, nine: Classroom, tmp_path: Path, store: Store
) -> None:
    """Also where a longer state of the attempt takes the place of the one that was decided on."""
    student = Student(tmp_path, given(classes, nine))
    first, second = handed_in(student, "who", late=("whole",))
    classes.collect([first], KEYS)
    (one,) = contests.of_bank(store, "ferry")
    contests.decide(store, "ferry", one.id, "declined", "The words are another’s.", NOW)

    classes.collect([second], KEYS)
    assert [(item, state) for _a, item, state in kept(store)] == [
        ("who", "declined"), ("whole", "open"),
    ]  # fmt: skip
    assert states(classes.collect([resealed(second, longer)], KEYS)) == ["continuation"]
    assert [(item, state) for _a, item, state in kept(store)] == [
        ("who", "declined"), ("whole", "open"),
    ]  # fmt: skip
    assert examine_store(store).sound


def longer(handed: Handed) -> Handed:
    """A state that goes on: handed in once more."""
    end = handed.entries[-1]
    more = Entry(end.attempt, end.n + 1, "submit", "", "{}", end.at)
    return replace(
        handed,
        entries=(*handed.entries, more),
        head=Head(more.n, more.sealed(handed.head.hash)),
    )


def test_a_longer_state_in_the_same_lot_keeps_the_contests(
    classes: Classes, nine: Classroom, tmp_path: Path, store: Store
) -> None:
    """Of three states of one attempt the last is kept, with every contest."""
    student = Student(tmp_path, given(classes, nine))
    first, second = handed_in(student, "who", late=("whole",))

    told = classes.collect([first, second, resealed(first, longer)], KEYS)

    assert states(told) == ["accepted", "continuation", "continuation"]
    assert [item for _attempt, item, _state in kept(store)] == ["who", "whole"]
    with store.read() as connection:
        assert len(attempts.every_id(connection)) == 1
    assert examine_store(store).sound


def test_set_aside_the_contests_go_and_come_again_with_the_attempt(
    classes: Classes, nine: Classroom, tmp_path: Path, store: Store
) -> None:
    """They are about an attempt that counts."""
    (file,) = handed_in(Student(tmp_path, given(classes, nine)), "who")
    (told,) = classes.collect([file], KEYS)

    classes.decide(told.sha256, counts=False)
    assert kept(store) == []
    classes.decide(told.sha256, counts=True)
    assert [item for _attempt, item, _state in kept(store)] == ["who"]


@pytest.mark.parametrize(
    "bad",
    [
        replace(GOOD, item="none"),
        replace(GOOD, sentences=()),
        replace(GOOD, sentences=("p99s1",)),
        replace(GOOD, reason="   "),
        replace(GOOD, reason="x" * 2001),
        replace(GOOD, reason="a\0b"),
        replace(GOOD, item="i" * 300),
        replace(GOOD, sentences=("p1s1",) * 300),
        replace(GOOD, at=datetime(9500, 1, 1, tzinfo=UTC)),
    ],
    ids=["item", "words", "place", "reason", "long", "nul", "id", "many", "time"],
)
def test_a_bad_contest_costs_neither_the_attempt_nor_the_others(
    classes: Classes, nine: Classroom, tmp_path: Path, store: Store, bad: Contested
) -> None:
    """It is left out, and what can be read is kept."""
    (file,) = handed_in(Student(tmp_path, given(classes, nine)))
    written = resealed(file, lambda handed: replace(handed, contests=(bad, GOOD, GOOD)))

    assert states(classes.collect([written], KEYS)) == ["accepted"]

    assert [item for _attempt, item, _state in kept(store)] == ["who"]
    assert examine_store(store).sound


def test_an_exam_has_no_contests(
    classes: Classes, nine: Classroom, tmp_path: Path, store: Store
) -> None:
    """Nobody has seen a key there; what a file says all the same is left out."""
    made = out(classes, nine)
    file = resealed(
        sat(tmp_path, made, 0), lambda handed: replace(handed, contests=(replace(GOOD, item="q1"),))
    )
    again = resealed(file, lambda handed: replace(handed, code=handed.code.lower()))

    assert states(classes.collect([file, again], KEYS)) == ["accepted", "duplicate"]
    assert kept(store) == []


def test_what_the_teacher_filed_at_an_exam_goes_over_to_its_longer_state(
    classes: Classes, nine: Classroom, tmp_path: Path, store: Store
) -> None:
    """A contest is about an answer, and the answer is still there."""
    file = sat(tmp_path, out(classes, nine), 0)
    classes.collect([file], KEYS)
    with store.read() as connection:
        (id_,) = attempts.every_id(connection)
    contests.file(store, id_, "who", ("p1s1",), Standing.DENIED, "So she says.", NOW, "c1")
    contests.decide(store, "ferry", "c1", "accepted", "She is right.", NOW)

    assert states(classes.collect([resealed(file, longer)], KEYS)) == ["continuation"]

    (one,) = contests.of_bank(store, "ferry")
    assert (one.item, one.state, one.answer) == ("who", "accepted", "She is right.")
    assert one.attempt != id_
    assert examine_store(store).sound


def test_a_class_that_goes_takes_its_contests_along(
    classes: Classes, nine: Classroom, tmp_path: Path, store: Store
) -> None:
    """Nothing of a student stays behind."""
    classes.collect(handed_in(Student(tmp_path, given(classes, nine)), "who"), KEYS)

    classes.remove(nine)

    assert kept(store) == []
    assert examine_store(store).sound
