"""Opening a bank that comes without its article, in the real window."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from quizapp.bank.bare import bare
from quizapp.ui.home.join_page import JoinPage
from quizapp.ui.home.start import StartPage
from quizapp.ui.window import Window
from tests.examples import ARTICLE, ferry
from tests.ui.conftest import Opener
from tests.ui.hands import Key, press, push, words


@pytest.fixture
def asked(open_window: Opener, tmp_path: Path) -> tuple[Window, JoinPage]:
    """The window that asks for the copy of the example’s article."""
    file = tmp_path / "lesson.quizbare"
    file.write_bytes(bare(ferry()))
    window = open_window()
    window.quiz.open_bank(file)
    page = window.screen_shown
    assert isinstance(page, JoinPage)
    return window, page


def test_the_page_says_which_article_and_where_it_is_found(asked: tuple[Window, JoinPage]) -> None:
    """Before anything is opened."""
    window, _page = asked

    assert "This bank comes without its article: open your copy" in words(window)
    assert "“The ferry that stayed”" in words(window)
    assert "invented for tests" in words(window)


def test_a_pasted_copy_leads_to_the_quiz(qtbot: QtBot, asked: tuple[Window, JoinPage]) -> None:
    """Paste, go on, by keys alone."""
    window, page = asked
    QGuiApplication.clipboard().setText("Menu\n" + ARTICLE.replace("'", "’") + "\nComments")

    press(window, Key.Key_V, control=True)
    qtbot.waitUntil(lambda: "The article was recognised" in words(window))
    assert "100 % of the article" in words(window)
    push(page, "Go on to the quiz")

    qtbot.waitUntil(lambda: isinstance(window.screen_shown, StartPage))
    assert "The ferry that stayed" in words(window)


def test_another_article_is_refused_and_one_can_try_again(
    qtbot: QtBot, asked: tuple[Window, JoinPage], tmp_path: Path
) -> None:
    """The message names the right one; a file with it is then taken."""
    window, page = asked
    QGuiApplication.clipboard().setText("It rained on Monday. " * 40)

    push(page, "Paste the article")
    qtbot.waitUntil(lambda: "This is another article" in words(window))
    copy = tmp_path / "copy.html"
    copy.write_text(f"<html><body><p>{ARTICLE}</p></body></html>", "utf-8")
    joining = window.quiz._joining
    assert joining is not None
    from quizapp.app.joining import open_bare

    joining.take_file(open_bare(tmp_path / "lesson.quizbare"), copy)

    qtbot.waitUntil(lambda: "The article was recognised" in words(window))


def test_what_cannot_be_used_is_said_on_the_page(
    qtbot: QtBot, asked: tuple[Window, JoinPage]
) -> None:
    """An empty clipboard is no article; Escape leads home."""
    window, page = asked
    QGuiApplication.clipboard().setText(" ")

    push(page, "Paste the article")
    assert "Copy the article first" in words(window)
    press(window, Key.Key_Escape)

    assert window.screen_shown is not page


def test_a_copy_with_other_words_says_what_is_withheld(
    qtbot: QtBot, asked: tuple[Window, JoinPage]
) -> None:
    """Before the quiz, in a number."""
    window, _page = asked
    other = ARTICLE.replace("withdrawn the ferry's permit on", "renewed the permit of")
    QGuiApplication.clipboard().setText(other)

    press(window, Key.Key_V, control=True)

    qtbot.waitUntil(lambda: "questions are withheld" in words(window))


def test_a_file_that_is_no_such_bank_is_refused(open_window: Opener, tmp_path: Path) -> None:
    """In a message; home stays."""
    file = tmp_path / "x.quizbare"
    file.write_bytes(b"x")
    window = open_window()
    told: list[str] = []
    window.show_error = lambda error: told.append(str(error))  # type: ignore[method-assign]

    window.quiz.open_bank(file)

    assert "no bank without its article" in told[0]
