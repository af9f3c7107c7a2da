"""Errors on the screen: what the reader can mend, and what is a fault of the program."""

import logging
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from quizapp.errors import FileError, Problem, QuizappError
from quizapp.ui import errors
from quizapp.ui.main import _show_bug

pytestmark = pytest.mark.usefixtures("calm")


def test_what_the_reader_can_mend_is_said_in_its_own_words(qtbot: QtBot) -> None:
    """The message is the sentence, without a stack of calls beside it."""
    box = errors.show(QuizappError("The disk is full. Free some space, then try again."))
    qtbot.addWidget(box)

    assert box.text() == "The disk is full. Free some space, then try again."
    assert box.iconPixmap().width() == errors.ICON
    assert box.detailedText() == ""


def test_a_fault_of_the_program_offers_its_details_and_is_logged(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever wants to report it can, and nobody else has to read it."""
    try:
        raise ZeroDivisionError("seven by nothing")
    except ZeroDivisionError as error:
        with caplog.at_level(logging.ERROR, "quizapp"):
            box = errors.show(error)
    qtbot.addWidget(box)

    assert "seven by nothing" not in box.text()
    assert "Every answer that was saved is kept." in box.text()
    assert "ZeroDivisionError: seven by nothing" in box.detailedText()
    assert "seven by nothing" in caplog.text


def test_a_box_does_not_stop_the_program_and_takes_words_as_they_are(qtbot: QtBot) -> None:
    """A bank cannot draw pictures in a message, and the window goes on living."""
    problem = Problem(3, 1, "bad-key", "<b>no</b> such option.", "Name another.", file="bank.nt")
    box = errors.show(FileError("bank.nt", [problem]))
    qtbot.addWidget(box)

    assert box.isVisible()
    assert box.textFormat() is Qt.TextFormat.PlainText
    assert "bank.nt:3:1: <b>no</b> such option. Name another." in box.text()


def test_what_nobody_caught_is_shown_over_the_window(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    """A fault never closes the program without a word."""
    try:
        raise RuntimeError("nobody saw this coming")
    except RuntimeError as error:
        _show_bug(type(error), error, sys.exc_info()[2])

    boxes = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]
    shown = [box for box in boxes if box.isVisible()]
    for box in shown:
        box.close()

    assert len(shown) == 1
    assert "nobody saw this coming" in caplog.text
