"""A teacher decides contests where the class is, files one for a student, and marks again."""

import shutil
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from quizapp.app import class_contests, contests, remarking
from quizapp.app.banking import keep
from quizapp.claims import Standing
from quizapp.classroom.book import Classroom
from quizapp.errors import QuizappError
from quizapp.store import Store
from quizapp.ui.classes.again_page import AgainPage, rows_of
from quizapp.ui.classes.class_page import ClassPage
from quizapp.ui.classes.contests_page import ClassContestsPage
from quizapp.ui.classes.place import ClassesPlace
from quizapp.ui.review.contesting import Contesting
from quizapp.ui.review.result_page import ResultPage
from quizapp.ui.review.review import Review
from quizapp.ui.studio.studio import Studio
from quizapp.ui.window import Window
from tests.app.test_regrading import BETTER
from tests.drawing.pages import texts
from tests.examples import FERRY
from tests.taking import BEGAN
from tests.ui.classes.pages import again
from tests.ui.classes.test_classes import came_back, place, quick
from tests.ui.hands import Key, press, push, seen, words

__all__ = ["place", "quick"]


def store_of(window: Window) -> Store:
    """The window’s database."""
    assert window.work is not None
    return window.work.store


def contest(page: ClassPage, window: Window, row: int, id_: str, item: str = "whole") -> None:
    """A contest of a student’s question."""
    attempt = page.book.list.rows()[row].attempts[-1]
    reason, now = "It says so there.", BEGAN
    contests.file(store_of(window), attempt, item, ("p4s1",), Standing.DENIED, reason, now, id_)


@pytest.fixture
def nine(qtbot: QtBot, place: Window, tmp_path: Path) -> tuple[Classroom, ClassPage]:
    """A class of which two answered all that is true or not wrongly, and contest a key each."""
    one, page = came_back(qtbot, place, tmp_path, 0, 1, wrongly=True)
    for n in range(2):
        contest(page, place, n, f"c{n}")
    place.classes.show_class(one)
    (page,) = seen(place, ClassPage)
    qtbot.waitUntil(lambda: "Contests · 2 to decide" in _chips(page))
    return one, page


def _chips(page: ClassPage) -> str:
    return " | ".join(chip.accessibleName() for chip in page._chips._buttons.values())


def opened(page: ClassPage, window: Window, row: int = 0) -> ClassContestsPage:
    """The page of contests, from a row of the list."""
    page._chips._buttons["contests"].click()
    page.contests.list.entered_row.emit(row)
    page.contests.list.go_to(row)
    (shown,) = seen(window, ClassContestsPage)
    return shown


def test_what_is_contested_is_counted_and_listed(
    place: Window, nine: tuple[Classroom, ClassPage]
) -> None:
    """On the card of the class, on the tab, and in a row each that a screen reader can say."""
    _one, page = nine
    page._chips._buttons["contests"].click()

    assert not page.files.isVisible()
    assert "read as denied: It says so there." in words(page.contests)
    (first, second) = page.contests.list.rows()
    assert (first.who, second.who) == ("Ada", "Twin")
    place.go_to("classes")
    (shown,) = seen(place, ClassesPlace)
    assert "2 contests to decide" in words(shown)


def test_a_decision_needs_words_and_stays_with_them(
    qtbot: QtBot, place: Window, nine: tuple[Classroom, ClassPage]
) -> None:
    """Without words it is refused beside the field; what was typed for another one stays."""
    shown = opened(nine[1], place)
    first, second = shown.findChildren(QPlainTextEdit)
    second.setPlainText("Not yet.")
    assert "moves no mark by itself" in words(shown)

    push(shown._cards["c0"], "Accept")
    assert "Say in a few words why" in words(shown)
    QTest.keyClicks(first, "You read it rightly.")
    assert "Say in a few words why" not in words(shown)
    push(shown._cards["c0"], "Accept")

    assert "Accepted: You read it rightly." in words(shown)
    assert "No mark has moved yet." in words(shown)
    assert second.toPlainText() == "Not yet."
    push(shown._cards["c1"], "Decline")
    assert "Declined: Not yet." in words(shown)
    press(shown, Key.Key_Escape)
    (page,) = seen(place, ClassPage)
    qtbot.waitUntil(page.contests.isVisible)
    assert _chips(page) == "What came back | Contests"
    assert [one.contest.state for one in page.contests.list.rows()] == ["accepted", "declined"]


def test_a_contest_that_was_decided_elsewhere_says_so(
    place: Window, nine: tuple[Classroom, ClassPage]
) -> None:
    """Two teachers at one database: the second hears that a decision stands."""
    one, page = nine
    shown = opened(page, place)
    found = class_contests.find(store_of(place), one, "c0")
    class_contests.decide(store_of(place), found, "declined", "No.", BEGAN)

    shown.findChildren(QPlainTextEdit)[0].setPlainText("Yes.")
    push(shown._cards["c0"], "Accept")

    assert "a decision stands" in words(shown)


def test_an_accepted_contest_leads_to_the_key_and_to_marking_again(
    qtbot: QtBot, place: Window, nine: tuple[Classroom, ClassPage], folder: Path
) -> None:
    """The studio opens at the question of a bank that was made here, and only of such a one."""
    one, page = nine
    shown = opened(page, place)
    shown.findChildren(QPlainTextEdit)[0].setPlainText("Yes.")
    push(shown._cards["c0"], "Accept")
    assert "Correct the key …" not in words(shown)
    assert "cannot be corrected in the studio" in words(shown)
    shutil.copytree(FERRY, folder / "banks" / "ferry")
    place.classes.deciding.show_contests(one, "c0")
    (shown,) = seen(place, ClassContestsPage)

    push(shown, "Mark again …")
    assert seen(place, AgainPage)
    place.classes.deciding.show_contests(one, "c0")
    (shown,) = seen(place, ClassContestsPage)
    push(shown, "Correct the key …")

    qtbot.waitUntil(lambda: bool(seen(place, Studio)))
    assert seen(place, Studio)[0].item == "whole"


def test_a_class_in_which_nobody_contests_says_how_one_is_filed(
    qtbot: QtBot, place: Window, tmp_path: Path
) -> None:
    """In the tab, and on the page."""
    one, page = came_back(qtbot, place, tmp_path)
    page.go_to_contests()
    assert "To file a contest for a student" in words(page.contests)
    assert not page.contests._look.isVisible()

    place.classes.deciding.show_contests(one)

    assert "Nobody has contested a key" in words(place)


def test_a_teacher_files_a_contest_for_a_student(
    qtbot: QtBot, place: Window, tmp_path: Path
) -> None:
    """From what came back to the attempt, to the question, and its words say whose it is."""
    one, page = came_back(qtbot, place, tmp_path, 0, wrongly=True)
    push(page.files, "Open the attempt")
    (result,) = seen(place, ResultPage)
    assert "Ada, 9b · The ferry that stayed" in words(result)
    assert "Take it again" not in words(result)
    result.item_wanted.emit(0)
    (review,) = seen(place, Review)
    push(review, "Contest")
    (screen,) = seen(place, Contesting)

    assert "The student reads it otherwise?" in words(screen)
    assert "It stands with the class until you decide it" in words(screen)
    push(screen, "File the contest")
    assert "as the student reads it" in words(screen)
    screen._pane._options.chosen.emit(())
    press(screen, Key.Key_3)
    push(screen, "File the contest")
    press(screen, Key.Key_N)
    push(screen, "File the contest")
    assert "Give the student’s reason" in words(screen)
    screen.findChildren(QPlainTextEdit)[0].setPlainText("He reads it so.")
    push(screen, "File the contest")

    (review,) = seen(place, Review)
    assert "contested for the student, and not decided yet" in words(review)
    (filed,) = class_contests.of_class(store_of(place), one)
    assert (filed.who, filed.contest.reason) == ("Ada", "He reads it so.")
    press(review, Key.Key_Escape)
    press(place, Key.Key_Escape)
    (page,) = seen(place, ClassPage)
    qtbot.waitUntil(lambda: "1 to decide" in _chips(page))


def test_a_result_that_a_teacher_saves_has_the_name_of_the_student(
    qtbot: QtBot, place: Window, tmp_path: Path
) -> None:
    """Not the id under which the attempt is kept."""
    _one, page = came_back(qtbot, place, tmp_path)
    work = place.work
    assert work is not None
    sitting = work.resume(page.book.list.rows()[0].attempts[0])

    pages = texts(work.result_pdf(sitting))

    assert "Ada, 9b, handed in" in pages[0]
    assert "class:" not in pages[0]


# marking again


def better(window: Window) -> None:
    """The teacher saves the bank with another key."""
    keep(BETTER, store_of(window), BEGAN)


def test_a_newer_bank_is_said_and_looked_at_before_it_is_applied(
    qtbot: QtBot, place: Window, nine: tuple[Classroom, ClassPage]
) -> None:
    """The line over the marks; who gets what; done; undone; and the line is gone."""
    one, page = nine
    assert not page.again.isVisible()
    better(place)
    place.classes.show_class(one)
    (page,) = seen(place, ClassPage)
    qtbot.waitUntil(page.again.isVisible)
    assert "a newer version of its bank may change marks" in words(page)
    push(page.again, "Mark again …")
    (shown,) = seen(place, AgainPage)
    qtbot.waitUntil(shown.do.isEnabled)

    assert "2 of 2 attempts would get other marks" in words(shown)
    assert "Nothing has changed yet." in words(shown)
    first, second, *_rest = shown.list.rows()
    assert (first.words, first.marks[:4]) == ("Ada", "0 / ")
    assert second.spoken().endswith(": 0 → 1")
    assert second.words.startswith("the key changed: ")
    push(shown, "Mark 2 attempts again")
    qtbot.waitUntil(lambda: "2 of 2 attempts have other marks now" in words(shown))
    assert not shown.do.isVisible()

    shown._chips._buttons["own"].click()
    qtbot.waitUntil(lambda: "By the version that was handed out" in words(shown))
    push(shown, "Mark 2 attempts again")
    qtbot.waitUntil(lambda: "Each is marked by the version that was handed out" in words(shown))
    press(shown, Key.Key_Escape)
    (page,) = seen(place, ClassPage)
    qtbot.waitUntil(page.again.isVisible)


def test_marking_again_without_another_version_has_nothing_to_do(
    qtbot: QtBot, place: Window, nine: tuple[Classroom, ClassPage]
) -> None:
    """It is in the menu all the same, and says why there is nothing."""
    one, page = nine
    page._menu()
    menu = next(m for m in page.findChildren(QMenu) if m.isVisible())
    act = next(a for a in menu.actions() if a.text() == "Mark again …")
    act.trigger()
    menu.close()
    (shown,) = seen(place, AgainPage)

    qtbot.waitUntil(lambda: "is marked by the newest version" in words(shown))
    assert not shown.do.isVisible()
    assert not shown._chips.isVisible()
    assert one.name == "9b"


def test_a_look_that_fails_says_so(
    qtbot: QtBot,
    place: Window,
    nine: tuple[Classroom, ClassPage],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In a notice, and nothing is marked."""
    told: list[Exception] = []
    monkeypatch.setattr(place, "show_error", told.append)

    def broken(*_args: object, **_named: object) -> None:
        raise QuizappError("The disk is gone.")

    monkeypatch.setattr(remarking, "look", broken)
    nine[1].again_wanted.emit(nine[1]._exams[0])
    (shown,) = seen(place, AgainPage)

    qtbot.waitUntil(lambda: bool(told))
    assert "It could not be done" in words(shown)


def test_a_look_that_is_left_is_dropped(
    qtbot: QtBot,
    place: Window,
    nine: tuple[Classroom, ClassPage],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Escape leads back to the marks while it is still being looked at."""
    begun, go_on = Event(), Event()

    def slow(*_args: object, **_named: object) -> object:
        begun.set()
        go_on.wait(5)
        return again()

    monkeypatch.setattr(remarking, "look", slow)
    nine[1].again_wanted.emit(nine[1]._exams[0])
    qtbot.waitUntil(begun.is_set)
    task = place.classes.deciding._task
    assert task is not None
    press(place, Key.Key_Escape)
    with qtbot.waitSignal(task.finished):
        go_on.set()

    assert seen(place, ClassPage)


def test_several_exams_are_in_a_list(
    qtbot: QtBot, place: Window, nine: tuple[Classroom, ClassPage]
) -> None:
    """The newest first, each with its day."""
    one, page = nine
    page._exams = page._exams * 2
    page._menu()
    menus = [m for m in page.findChildren(QMenu) if m.title() == "Mark again"]

    assert [len(menu.actions()) for menu in menus] == [2]
    page.findChildren(QMenu)[0].close()
    assert one.name == "9b"


def test_what_becomes_of_marks_is_told_in_rows() -> None:
    """A student with the sum, and below each question that moves it."""
    rows = rows_of(again())

    assert rows[0].head
    assert rows[0].marks.startswith("0 / ")
    assert all("the question weighs more or less" in row.words for row in rows[1:])
    page = AgainPage("9b", "The ferry")
    page.show_done(again(own=True))
    assert "was handed out again" in page._told.text()
