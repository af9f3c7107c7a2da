"""Questions of other programs in the window: given, looked at, brought in, and taken out."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from quizapp.app.bank_files import own_banks
from quizapp.app.library import open_bank
from quizapp.ui.exchange.export_page import ExportPage
from quizapp.ui.exchange.import_page import ImportPage
from quizapp.ui.flows import exchanging, saving
from quizapp.ui.home.start import StartPage
from quizapp.ui.studio.studio import Studio
from quizapp.ui.window import Window
from tests.examples import FERRY
from tests.ui.conftest import Opener
from tests.ui.hands import Key, press, push, seen, words

QUIZ = "Who lives there?{=A newt ~A fox}\n\nWet?{TRUE}\n\nBroken{=a\n"


@pytest.fixture
def quiz(tmp_path: Path) -> Path:
    """A file of another program."""
    path = tmp_path / "ponds.gift"
    path.write_text(QUIZ)
    return path


def looked(qtbot: QtBot, window: Window) -> ImportPage:
    """The page once the file was read."""
    qtbot.waitUntil(lambda: bool(seen(window, ImportPage)))
    (page,) = seen(window, ImportPage)
    qtbot.waitUntil(page.looking.isVisible)
    return page


def test_a_file_that_is_opened_is_looked_at_chosen_and_brought_in(
    qtbot: QtBot, open_window: Opener, quiz: Path, folder: Path
) -> None:
    """By keys: leave one out, bring the rest in, take the quiz."""
    window = open_window()
    window.quiz.open_bank(quiz)
    page = looked(qtbot, window)

    assert "2 questions, read as GIFT (Moodle)" in words(page)
    assert "1 could not be read" in words(page)
    press(window, Key.Key_Down, Key.Key_Space)
    assert page.looking.list.wanted == {"q1"}
    page.looking.go.click()
    qtbot.waitUntil(page.take.isVisible)

    (path,) = own_banks(folder)
    assert [item.stem for item in open_bank(path).items] == ["Who lives there?"]
    page.take.click()
    qtbot.waitUntil(lambda: bool(seen(window, StartPage)))


def test_what_was_brought_in_is_taken_out_again(
    qtbot: QtBot, open_window: Opener, quiz: Path, folder: Path
) -> None:
    """Undo, and home is as before."""
    window = open_window()
    window.quiz.bring_in(quiz)
    page = looked(qtbot, window)
    page.looking.go.click()
    qtbot.waitUntil(page.undo.isVisible)

    page.undo.click()

    assert "Taken out again" in words(page)
    assert own_banks(folder) == ()


def test_pasted_text_is_recognised(qtbot: QtBot, open_window: Opener) -> None:
    """Control+V on the page is enough."""
    window = open_window()
    QGuiApplication.clipboard().setText("1. Who?\n*a) newt\nb) fox\n")
    window.quiz.bring_in()
    qtbot.waitUntil(lambda: bool(seen(window, ImportPage)))

    QTest.keyClick(seen(window, ImportPage)[0], Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert "read as text2qti" in words(looked(qtbot, window))


def test_what_cannot_be_read_says_why_and_asks_again(
    qtbot: QtBot, open_window: Opener, tmp_path: Path
) -> None:
    """On the page, without a box over it."""
    window = open_window()
    (tmp_path / "x.dat").write_bytes(b"\x00\x01")
    window.quiz.bring_in(tmp_path / "x.dat")
    qtbot.waitUntil(lambda: "It could not be read" in words(window))

    QGuiApplication.clipboard().setText("  ")
    push(window, "Paste questions")
    assert "There is no text to paste" in words(window)


def test_the_columns_of_a_table_are_asked_for(qtbot: QtBot, open_window: Opener) -> None:
    """Where its headings say nothing."""
    window = open_window()
    QGuiApplication.clipboard().setText("c1;c2;c3;c4\nWho?;A newt;A fox;A fox\n")
    window.quiz.bring_in()
    push(window, "Paste questions")
    qtbot.waitUntil(lambda: "Which column holds what?" in words(window))
    (page,) = seen(window, ImportPage)

    QTest.keyClicks(page.asking._map, "question=A, options=B:C, correct=D")
    press(window, Key.Key_Return)

    assert "1 question, read as CSV" in words(looked(qtbot, window))


def test_they_go_into_a_bank_at_hand(
    qtbot: QtBot, open_window: Opener, quiz: Path, folder: Path
) -> None:
    """The list at the foot has one’s own banks."""
    path = shutil.copytree(FERRY, folder / "banks" / "ferry")
    window = open_window()
    window.quiz.bring_in(quiz)
    page = looked(qtbot, window)

    page.looking._bank.setCurrentText("The ferry that stayed")
    assert not page.looking._title.isVisible()
    page.looking.go.click()
    qtbot.waitUntil(page.take.isVisible)

    assert len(open_bank(path).items) == 16


def test_they_go_into_the_draft_that_is_open(
    qtbot: QtBot, open_window: Opener, quiz: Path, folder: Path
) -> None:
    """And the studio comes back, where one undo takes them out."""
    path = shutil.copytree(FERRY, folder / "banks" / "ferry")
    window = open_window()
    window.studio.edit(path)
    (studio,) = seen(window, Studio)
    before = len(studio.draft.items)
    review = window.studio._review
    assert review is not None
    review.bring_in()
    flow = review._exchange
    assert isinstance(flow, exchanging.ImportFlow)
    flow.take_file(quiz)
    looked(qtbot, window).looking.go.click()

    qtbot.waitUntil(lambda: bool(seen(window, Studio)))
    (studio,) = seen(window, Studio)
    assert len(studio.draft.items) == before + 2
    studio.undo()
    assert len(studio.draft.items) == before


def test_a_bank_goes_out_with_its_losses_named_before(
    qtbot: QtBot, open_window: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Choose the format, read what is lost, save."""
    target = tmp_path / "ferry.gift"
    monkeypatch.setattr(saving, "ask_where", lambda _w, _n, _p, chosen: chosen(target))
    window = open_window(bank=FERRY)
    qtbot.waitUntil(lambda: bool(seen(window, StartPage)))
    seen(window, StartPage)[0].print_wanted.emit("export", "")
    qtbot.waitUntil(lambda: bool(seen(window, ExportPage)))
    (page,) = seen(window, ExportPage)

    qtbot.waitUntil(lambda: "go out" in words(page))
    assert "no question of this kind" in words(page)
    page.save.click()
    qtbot.waitUntil(lambda: "Saved as ferry.gift" in words(page))

    assert "Who says that the permit is gone?" in target.read_text("utf-8")
    press(window, Key.Key_Escape)
    assert seen(window, StartPage)
