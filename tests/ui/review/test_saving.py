"""Saving a result and all progress from the window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from quizapp.app.sitting import Sitting
from quizapp.ui.progress.progress_page import ProgressPage
from quizapp.ui.review.result_page import ResultPage
from quizapp.ui.widgets.save_button import SaveButton
from quizapp.ui.window import Window
from tests.drawing.pages import texts
from tests.ui.conftest import Opener
from tests.ui.hands import words

pytestmark = pytest.mark.usefixtures("calm")


@pytest.fixture
def result_page(open_window: Opener, exam: Sitting) -> tuple[Window, ResultPage]:
    """The window on the result of an attempt with one answer."""
    exam.answer("how-permit", ("asserted",), 1)
    exam.submit()
    window = open_window()
    window.quiz.show_result_of(exam.attempt.id)
    page = window.screen_shown
    assert isinstance(page, ResultPage)
    return window, page


def choose(qtbot: QtBot, window: Window, page: ResultPage | ProgressPage, entry: str) -> None:
    """Open the menu of the button, and take an entry of it."""
    button = page.findChild(SaveButton)
    assert isinstance(button, SaveButton)
    button.click()
    (menu,) = button.findChildren(QMenu)
    next(action for action in menu.actions() if action.text() == entry).trigger()
    menu.close()
    qtbot.waitUntil(lambda: window.findChild(QFileDialog) is not None)


def pick(window: Window, path: Path) -> None:
    """What the dialog says when a file was chosen."""
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()


def until_told(qtbot: QtBot, page: ResultPage | ProgressPage, text: str) -> None:
    """Wait until the page says so."""
    there: Callable[[], bool] = lambda: text in words(page)  # noqa: E731
    qtbot.waitUntil(there)


def test_a_result_is_saved_as_a_pdf_and_a_quiet_line_says_so(
    qtbot: QtBot, result_page: tuple[Window, ResultPage], tmp_path: Path
) -> None:
    """The dialog offers the name of the bank; the screen stays as it is."""
    window, page = result_page
    choose(qtbot, window, page, "Save as PDF …")

    pick(window, tmp_path / "mine.pdf")

    until_told(qtbot, page, "Saved as mine.pdf")
    assert page._result.sentence in texts((tmp_path / "mine.pdf").read_bytes())[0]


def test_a_result_is_saved_as_a_table(
    qtbot: QtBot, result_page: tuple[Window, ResultPage], tmp_path: Path
) -> None:
    """With the mark that Excel needs."""
    window, page = result_page
    choose(qtbot, window, page, "Save as CSV …")

    pick(window, tmp_path / "mine.csv")

    until_told(qtbot, page, "Saved as mine.csv")
    assert (tmp_path / "mine.csv").read_bytes().startswith(b"\xef\xbb\xbfattempt,")


def test_where_nothing_can_be_written_the_reason_is_shown(
    qtbot: QtBot, result_page: tuple[Window, ResultPage], tmp_path: Path
) -> None:
    """The screen does not claim what is not so."""
    window, page = result_page
    choose(qtbot, window, page, "Save as PDF …")

    pick(window, tmp_path / "no" / "mine.pdf")

    until_told(qtbot, page, "Not saved")
    box = window.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "could not be written" in box.text() + box.informativeText()
    box.close()


def test_all_progress_is_saved(
    qtbot: QtBot, result_page: tuple[Window, ResultPage], tmp_path: Path
) -> None:
    """From the page of the progress, as pages and as a table."""
    window, _page = result_page
    window.go_home()
    window.navigation.wanted.emit("progress")
    found = window._places.currentWidget()
    assert isinstance(found, ProgressPage)
    qtbot.waitUntil(lambda: found.findChild(SaveButton) is not None)
    choose(qtbot, window, found, "Save as PDF …")

    pick(window, tmp_path / "all.pdf")

    until_told(qtbot, found, "Saved as all.pdf")
    assert "1 quiz handed in." in texts((tmp_path / "all.pdf").read_bytes())[0]
