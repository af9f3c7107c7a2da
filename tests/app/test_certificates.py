"""Certificates of a class: who gets one, and that their numbers are those of the gradebook."""

from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.app.certificates import Certificate, award, least_share, reaching, unwritten
from quizapp.app.classes import Classes
from quizapp.app.regrading import Regrading
from quizapp.classroom.book import Classroom, Gradebook, Line, Taken
from quizapp.classroom.roster import Student
from quizapp.errors import QuizappError
from quizapp.quiz import Rules
from quizapp.report.gradebook import gradebook_cells
from quizapp.store import Store
from tests.app.test_classes import KEYS, NOW, classes, nine, out, sat
from tests.app.test_regrading import BETTER
from tests.examples import ferry
from tests.ui.classes.pages import EXAM

__all__ = ["classes", "nine"]
EVERYTHING = tuple(item.id for item in ferry().items if item.scored)


@pytest.fixture
def book(classes: Classes, nine: Classroom, tmp_path: Path) -> Gradebook:
    """Ada knows all, Bo the half of it, Twin nothing; the other Twin handed nothing in."""
    made = out(classes, nine)
    half = EVERYTHING[: len(EVERYTHING) // 2]
    files = [sat(tmp_path, made, n, right) for n, right in enumerate((EVERYTHING, half, ()))]
    classes.collect(files, KEYS)
    return classes.gradebook(nine)


def shares(found: tuple[Certificate, ...]) -> list[tuple[str, float]]:
    """Who gets one, with what share."""
    return [(one.who, one.share) for one in found]


def test_whoever_reaches_the_share_gets_one_with_the_numbers_of_the_gradebook(
    store: Store, book: Gradebook
) -> None:
    """The usual share is 60 %; the others are told by count, and who is absent is not counted."""
    found = award(store, book)

    assert shares(found.certificates) == [("Ada", 1.0)]
    assert found.short == 2
    (one,) = found.certificates
    row = gradebook_cells(book)[1]
    assert (one.who, one.earned, one.possible, 100 * one.share) == (row[0], row[1], row[2], row[3])
    assert (one.name, one.title) == ("Ada - The ferry that stayed", "The ferry that stayed")
    assert one.questions == len(EVERYTHING)
    assert "which words show it" in one.asked
    cell = book.cell(book.lines[0], 0)
    assert cell is not None
    assert one.at == cell.handed_in


@pytest.mark.parametrize(("least", "who"), [(0, 3), (30, 2), (100, 1)])
def test_the_teacher_sets_the_share(store: Store, book: Gradebook, least: float, who: int) -> None:
    """From nothing to all; what is told beforehand is what is then done."""
    found = award(store, book, least)

    assert (len(found.certificates), found.short) == (who, 3 - who) == reaching(book, least)
    assert all(one.least == least for one in found.certificates)


def test_a_regrade_moves_them(
    store: Store, classes: Classes, nine: Classroom, tmp_path: Path
) -> None:
    """Who reached it by a wrong key does not after it was put right, and the other way round."""
    classes.collect([sat(tmp_path, out(classes, nine), 0, EVERYTHING)], KEYS)
    Regrading(store, "ferry", BETTER).apply(NOW)

    assert award(store, classes.gradebook(nine), 100).certificates == ()
    (one,) = award(store, classes.gradebook(nine), 90).certificates
    assert one.share < 1.0


def test_the_last_bits_of_a_sum_are_no_lack() -> None:
    """Ten tenths, summed one by one, reach 100 %."""
    earned = sum([0.1] * 10)
    cell = Taken(attempt="a", handed_in=NOW, earned=earned, possible=1.0, right=0)
    line = Line(Student("Ada", ""), ((cell,),))
    book = Gradebook("9b", (EXAM,), (line,))

    assert earned < 1.0
    assert reaching(book, 100) == (1, 0)
    assert reaching(replace(book, lines=()), 100) == (0, 0)
    lower = replace(cell, earned=0.9999)
    assert reaching(replace(book, lines=(Line(Student("Ada", ""), ((lower,),)),)), 100) == (0, 1)


def test_practice_brings_none(book: Gradebook, store: Store) -> None:
    """Its file has the keys, so whoever reaches a share in it has shown nothing."""
    (exam,) = book.exams
    practised = replace(book, exams=(replace(exam, rules=Rules()),))

    assert practised.exams[0].practice
    assert award(store, practised, 0) == award(store, replace(book, lines=()), 0)
    assert reaching(practised, 0) == (0, 0)


@pytest.mark.parametrize("words", ["", "most", "-1", "100.5", "nan", "1e9", "60 percent"])
def test_what_is_no_share_is_refused(words: str) -> None:
    """The message says what one is."""
    with pytest.raises(QuizappError, match="from 0 to 100"):
        least_share(words)


def test_a_share_is_read_as_people_write_it() -> None:
    """With a comma, with a sign, with spaces."""
    assert [least_share(words) for words in ("60", " 62,5 % ", "0", "100%")] == [60, 62.5, 0, 100]


def test_a_share_out_of_range_awards_nothing(store: Store, book: Gradebook) -> None:
    """Also where no person typed it."""
    for least in (-1, 101, float("nan")):
        with pytest.raises(QuizappError, match="from 0 to 100"):
            award(store, book, least)


def test_why_one_was_not_written_is_said_by_name(store: Store, book: Gradebook) -> None:
    """With the letters that are missing, and what to do."""
    (one,) = award(store, book).certificates

    assert "for Ada: no font on this computer has “王”" in unwritten(one, "王")
