"""Where the keyboard is after each step, and that it can be seen there."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QScrollArea

from quizapp.app.sitting import Sitting
from quizapp.ui.player.question import QuestionPane
from tests.ui.hands import Key, press, seen
from tests.ui.player.conftest import Shower


def test_the_next_question_takes_the_keyboard_and_not_the_article(
    show: Shower, exam: Sitting
) -> None:
    """After an answer by arrows and Space, Enter leads on and a digit answers the next."""
    player = show(exam, "how-permit")

    press(player, Key.Key_Down, Key.Key_Space, Key.Key_Return)
    in_article = player.article.hasFocus()
    press(player, Key.Key_2)

    assert not in_article
    assert list(exam.attempt.answers) == ["how-permit", exam.attempt.at]


def test_a_reader_of_the_article_stays_there(show: Shower, exam: Sitting) -> None:
    """Enter in the article leads to the next question and leaves the keyboard with the reader."""
    player = show(exam, "how-permit")

    press(player, Key.Key_E, Key.Key_Return)

    assert exam.attempt.at != "how-permit"
    assert player.article.hasFocus()


def test_what_has_the_keyboard_is_scrolled_into_view(show: Shower, exam: Sitting) -> None:
    """On a low screen the row that an arrow reaches is on the screen."""
    player = show(exam, "sort", height=420)
    area = next(a for a in seen(player, QScrollArea) if isinstance(a.widget(), QuestionPane))

    press(player, Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Down)

    focus = QApplication.focusWidget()
    assert focus is not None
    place = QRect(focus.mapTo(area.viewport(), focus.rect().topLeft()), focus.size())
    assert area.verticalScrollBar().value() > 0
    assert area.viewport().rect().contains(place)
