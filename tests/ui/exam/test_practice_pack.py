"""A teacher’s practice in the window: feedback, the result, the file, and once more."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from quizapp.app.bank_files import open_bank, shipped
from quizapp.app.teaching import Made, collected, kept_exam, make_practice
from quizapp.claims import Standing
from quizapp.classroom import attempt_file, pack
from quizapp.quiz import Rules
from quizapp.ui.exam.done_page import HandedPage
from quizapp.ui.exam.entry_page import EntryPage
from quizapp.ui.player.feedback_view import FeedbackView
from quizapp.ui.player.player import Player
from quizapp.ui.review.contesting import Contesting
from quizapp.ui.review.result_page import ResultPage
from quizapp.ui.review.review import Review
from quizapp.ui.window import Window
from tests.ui.conftest import Opener
from tests.ui.exam.exams import KEYS
from tests.ui.exam.test_exam import _refuse, entry, type_in
from tests.ui.hands import Key, press, push, seen, words

BANK = open_bank(shipped()[1])


@pytest.fixture
def stick(tmp_path: Path) -> tuple[Path, Made]:
    """A practice pack of three questions in a folder of its own."""
    made = make_practice(BANK, Rules(count=3), KEYS, ["Ada"], "Ms Roe")
    (tmp_path / "stick").mkdir()
    file = tmp_path / "stick" / "lesson-practice.quizpack"
    file.write_bytes(made.pack)
    return file, made


def begun(window: Window, qtbot: QtBot, stick: tuple[Path, Made]) -> Player:
    """The pack, opened with the start code."""
    file, made = stick
    page = entry(window, qtbot, file)
    assert "is shown after each answer" in words(page)
    assert KEYS.public.fingerprint in words(page)
    type_in(page, made.students[0].code)
    (player,) = seen(window, Player)
    return player


def answer_first(player: Player) -> None:
    """Answer the first question rightly, and see what is said about it."""
    sitting = player._sitting
    item = sitting.items[0]
    sitting.answer(item.id, item.key(), 2)
    sitting.check(item.id)
    player.go(0)


def hand_in(window: Window) -> HandedPage:
    """Hand in what there is."""
    seen(window, Player)[0].ask_hand_in()
    push(window, "Hand in")
    (page,) = seen(window, HandedPage)
    return page


def files(file: Path) -> list[Path]:
    """The attempts beside the pack."""
    return sorted(file.parent.glob("*.quizattempt"))


def test_practice_from_the_pack_to_the_result_and_once_more(
    open_window: Opener, qtbot: QtBot, stick: tuple[Path, Made]
) -> None:
    """Feedback after an answer, a result with reasons, a file; then another attempt, another."""
    window, (file, made) = open_window(), stick
    answer_first(begun(window, qtbot, stick))
    qtbot.waitUntil(lambda: bool(seen(window, FeedbackView)))

    done = hand_in(window)
    assert "1 of 3 questions are right in full." in words(done)
    assert files(file)[0].name in words(done)
    push(done, "See the result")
    (result,) = seen(window, ResultPage)
    assert "New questions" not in [one.accessibleName() for one in seen(result, QAbstractButton)]
    result.item_wanted.emit(0)
    (review,) = seen(window, Review)
    qtbot.waitUntil(lambda: bool(seen(review, FeedbackView)))
    press(review, Key.Key_Escape)
    press(seen(window, ResultPage)[0], Key.Key_Escape)
    push(seen(window, HandedPage)[0], "Practise again")
    (again,) = seen(window, Player)
    assert dict(again._sitting.attempt.answers) == {}
    hand_in(window)

    assert len(files(file)) == 2
    came = [(one.name, one.read_bytes()) for one in files(file)]
    outcomes = collected(came, KEYS, kept_exam(made.kept, KEYS))
    assert [one.state for one in outcomes] == ["accepted"] * 2


def test_practice_that_was_left_goes_on_and_what_was_handed_in_is_shown(
    open_window: Opener, qtbot: QtBot, stick: tuple[Path, Made]
) -> None:
    """With the same code; the result leads to another attempt as well."""
    window = open_window()
    player = begun(window, qtbot, stick)
    item = player._sitting.items[0]
    player._sitting.answer(item.id, item.key(), None)
    player.leave()

    again = begun(window, qtbot, stick)
    assert list(again._sitting.attempt.answers) == [item.id]
    hand_in(window).left.emit()
    type_in(entry(window, qtbot, stick[0]), stick[1].students[0].code)
    push(seen(window, HandedPage)[0], "See the result")
    push(seen(window, ResultPage)[0], "Take it again")

    assert seen(window, Player)
    assert len(files(stick[0])) == 1


def test_feedback_at_the_end_is_told_before_it_begins(
    open_window: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    """And a name is asked for where there are no codes."""
    made = make_practice(BANK, Rules(feedback="after"), KEYS, [], "Ms Roe")
    file = tmp_path / "lesson.quizpack"
    file.write_bytes(made.pack)
    window = open_window()
    page = entry(window, qtbot, file)

    assert "is shown when you hand in" in words(page)
    type_in(page, "Cem")
    assert seen(window, Player)


def test_a_wrong_code_names_the_pack(
    open_window: Opener, qtbot: QtBot, stick: tuple[Path, Made]
) -> None:
    """It is no exam."""
    window = open_window()
    page = entry(window, qtbot, stick[0])

    type_in(page, "WRONG9")

    assert "“WRONG9” is no start code of this pack." in words(page)


def test_a_pack_with_a_damaged_bank_opens_nothing(
    open_window: Opener,
    qtbot: QtBot,
    stick: tuple[Path, Made],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is said before anybody types a code."""
    file, made = stick
    bad = replace(pack.opened(made.pack), content=b"{}")
    file.write_bytes(pack.made(bad, KEYS))
    window = open_window()
    said: list[str] = []
    monkeypatch.setattr(window, "show_error", lambda error: said.append(str(error)))

    window.quiz.open_bank(file)
    qtbot.waitUntil(lambda: bool(said))

    assert "Ask your teacher for the pack again" in said[0]
    assert not seen(window, EntryPage)


def contest(window: Window) -> None:
    """Say that nothing in the article shows it, and why, on the screen that is open."""
    (screen,) = seen(window, Contesting)
    screen._sitting.contest(screen._item.id, ("none",), Standing.UNKNOWN, "Nobody knows.", "c1")
    screen.filed.emit()
    screen.left.emit()


def told(file: Path) -> list[str]:
    """The items that are contested in an attempt file."""
    return [one.item for one in attempt_file.opened(file.read_bytes(), KEYS).handed.contests]


def test_a_contest_from_the_result_is_in_the_file_at_once(
    open_window: Opener, qtbot: QtBot, stick: tuple[Path, Made]
) -> None:
    """The same attempt under the same name; nobody has to think of saving it again."""
    window, (file, _made) = open_window(), stick
    player = begun(window, qtbot, stick)
    items = [item.id for item in player._sitting.items]
    push(hand_in(window), "See the result")
    (attempt,) = files(file)
    assert told(attempt) == []
    seen(window, ResultPage)[0].item_wanted.emit(1)
    push(seen(window, Review)[0], "Contest")

    contest(window)

    assert files(file) == [attempt]
    assert told(attempt) == [items[1]]
    press(seen(window, Review)[0], Key.Key_Escape)
    press(seen(window, ResultPage)[0], Key.Key_Escape)
    assert "with your contest of a key" in words(window)


def test_a_contest_during_practice_goes_along_when_it_is_handed_in(
    open_window: Opener, qtbot: QtBot, stick: tuple[Path, Made]
) -> None:
    """And the student is back at the question."""
    window = open_window()
    player = begun(window, qtbot, stick)
    answer_first(player)
    item = player._sitting.items[0].id
    push(player, "Contest")
    contest(window)
    assert seen(window, Player)

    hand_in(window)

    (attempt,) = files(stick[0])
    assert told(attempt) == [item]


def test_a_contest_that_cannot_be_written_is_kept_and_said(
    open_window: Opener,
    qtbot: QtBot,
    stick: tuple[Path, Made],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A stick that was pulled out: saving the file elsewhere has the contest in it."""
    window = open_window()
    begun(window, qtbot, stick)
    push(hand_in(window), "See the result")
    seen(window, ResultPage)[0].item_wanted.emit(0)
    push(seen(window, Review)[0], "Contest")
    said: list[str] = []
    monkeypatch.setattr(window, "show_error", lambda error: said.append(str(error)))
    with monkeypatch.context() as broken:
        broken.setattr("quizapp.app.examining.disk.replace", _refuse)
        contest(window)

    assert "cannot be written" in said[0]
    press(seen(window, Review)[0], Key.Key_Escape)
    press(seen(window, ResultPage)[0], Key.Key_Escape)
    assert told(files(stick[0])[0]) != []
