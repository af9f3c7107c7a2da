"""Marking one exam of a class again: looked at, done, undone, and nobody else's marks moved."""

from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.app.banking import keep
from quizapp.app.classes import Classes
from quizapp.app.remarking import apply, look, of_class, waiting
from quizapp.app.sitting import Sitting
from quizapp.app.teaching import Made
from quizapp.bank import Bank
from quizapp.classroom.book import Classroom, HandedOut
from quizapp.store import Store, attempts
from tests.app.test_classes import KEYS, NOW, classes, nine, out, sat
from tests.app.test_regrading import BETTER
from tests.databases import everything
from tests.examples import ferry
from tests.taking import Clock, begun

__all__ = ["classes", "nine"]


@pytest.fixture
def packed(classes: Classes, nine: Classroom) -> Made:
    """What was handed out."""
    return out(classes, nine)


@pytest.fixture
def exam(classes: Classes, nine: Classroom, packed: Made, tmp_path: Path) -> HandedOut:
    """An exam of which three came back: “whole” right, right, and not answered."""
    rights: tuple[tuple[str, ...], ...] = (("whole",), ("whole", "who"), ())
    classes.collect([sat(tmp_path, packed, n, right) for n, right in enumerate(rights)], KEYS)
    return classes.exams(nine)[0]


def earned(classes: Classes, one: Classroom) -> list[float | None]:
    """What each student has in the first exam."""
    book = classes.gradebook(one)
    cells = [book.cell(line, 0) for line in book.lines]
    return [cell.earned if cell else None for cell in cells]


def saved(store: Store, bank: Bank = BETTER) -> None:
    """A teacher who saves the bank anew."""
    keep(bank, store, NOW)


def test_nothing_is_to_be_marked_again_as_long_as_the_bank_is_the_same(
    store: Store, nine: Classroom, exam: HandedOut
) -> None:
    """The page says so, whichever version is asked for."""
    assert waiting(store, nine) == ()
    for own in (False, True):
        again = look(store, exam, own=own)
        assert (again.of, again.marks, again.newer, again.shares) == (3, (), False, (0.0, 0.0))


def test_a_look_says_who_gets_what_and_why_and_changes_nothing(
    store: Store, classes: Classes, nine: Classroom, exam: HandedOut
) -> None:
    """Old to new for each student, in the roster’s order, with the questions that do it."""
    saved(store)
    before = everything(store)

    again = look(store, exam)

    assert everything(store) == before
    assert [(who, one.before.earned, one.after.earned) for who, one in again.moved] == [
        ("Ada", 1.0, 0.0), ("Bo", 2.5, 1.5),
    ]  # fmt: skip
    assert [who for who, _one in again.marks] == ["Ada", "Bo", "Twin"]
    assert {r.item: r.text() for _who, one in again.moved for r in one.changed} == {
        "whole": "the key changed"
    }
    assert again.questions["whole"] == "The article gives a date for the new permit."
    assert again.saved == NOW
    assert again.newer
    possible = again.marks[0][1].before.possible
    assert again.shares == pytest.approx((3.5 / 3 / possible, 1.5 / 3 / possible))
    assert earned(classes, nine) == [1.0, 2.5, 0.0, None]


def test_it_is_done_for_this_exam_alone_and_undone(
    store: Store, classes: Classes, nine: Classroom, exam: HandedOut, tmp_path: Path
) -> None:
    """Another exam with the same bank, and a reader of this computer, keep their marks."""
    (tmp_path / "more").mkdir()
    classes.collect([sat(tmp_path / "more", out(classes, nine), 0, ("whole",))], KEYS)
    sitting = begun(store, "mine")
    sitting.answer("whole", ("false",), 1)
    sitting.submit()
    saved(store)
    heard: list[tuple[int, int]] = []

    done = apply(store, exam, NOW, report=lambda k, n: heard.append((k, n)))

    assert heard == [(0, 3), (1, 3), (2, 3)]
    assert len(done.moved) == 2
    assert earned(classes, nine) == [0.0, 1.5, 0.0, None]
    book = classes.gradebook(nine)
    other = book.cell(book.lines[0], 1)
    assert other is not None
    assert other.earned == 1.0
    assert Sitting.resume("mine", store, Clock()).attempt.marked_by == ""
    assert [one.id for one in waiting(store, nine)] == [classes.exams(nine)[1].id]

    undone = apply(store, exam, NOW, own=True)

    assert [one.after.earned for _who, one in undone.moved] == [1.0, 2.5]
    assert earned(classes, nine) == [1.0, 2.5, 0.0, None]
    with store.read() as connection:
        ids = attempts.every_id(connection)
        assert all(attempts.verify(connection, id_).sound for id_ in ids)


def test_what_comes_in_later_waits_to_be_marked_again(
    store: Store, classes: Classes, nine: Classroom, packed: Made, exam: HandedOut, tmp_path: Path
) -> None:
    """A straggler is marked by the version that was handed out, and that is said."""
    saved(store)
    apply(store, exam, NOW)
    assert waiting(store, nine) == ()
    (tmp_path / "late").mkdir()
    classes.collect([sat(tmp_path / "late", packed, 3, ("whole",))], KEYS)

    assert [one.id for one in waiting(store, nine)] == [exam.id]
    assert [(who, one.changed[0].item) for who, one in look(store, exam).marks] == [
        ("Twin (2)", "whole")
    ]


def test_the_attempts_of_a_class_at_a_bank_have_names(
    store: Store, classes: Classes, nine: Classroom, exam: HandedOut
) -> None:
    """Those of the class alone, and none at another bank."""
    other = classes.add("10c", ["Dee"])

    assert list(of_class(store, nine, "ferry").values()) == ["Ada", "Bo", "Twin"]
    assert of_class(store, other, "ferry") == {}
    assert of_class(store, nine, "another") == {}


def test_a_save_that_moves_no_mark_asks_for_nothing(
    store: Store, nine: Classroom, exam: HandedOut
) -> None:
    """Another title, or a question that left: no mark can move, so nobody is bothered."""
    saved(store, replace(ferry(), title="The ferry"))
    assert waiting(store, nine) == ()
    saved(store, replace(ferry(), items=ferry().items[1:]))
    assert waiting(store, nine) == ()
    assert len(look(store, exam).marks) == 3
    assert look(store, exam).moved == ()
