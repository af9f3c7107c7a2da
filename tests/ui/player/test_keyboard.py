"""Where the keyboard is after each step, and that it can be seen there."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QScrollArea

from quizapp.app.sitting import Sitting
from quizapp.ui.player.feedback_view import FeedbackView
from quizapp.ui.player.question import QuestionPane
from quizapp.ui.widgets.progress import ProgressStrip
from tests.ui.hands import Key, press, seen, words
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


def test_a_checked_answer_shows_its_verdict_first(show: Shower, practice: Sitting) -> None:
    """However far down one was on a low screen, the feedback begins at its beginning."""
    player = show(practice, "sort", height=420)
    area = next(a for a in seen(player, QScrollArea) if isinstance(a.widget(), QuestionPane))
    press(player, *[Key.Key_1] * 9, Key.Key_Return)
    below = area.verticalScrollBar().value()

    press(player, Key.Key_Return)
    QApplication.processEvents()

    assert below > 0
    assert seen(player, FeedbackView)
    assert area.verticalScrollBar().value() == 0


def test_the_bar_of_a_long_question_takes_no_room_from_it(show: Shower, practice: Sitting) -> None:
    """What is said below a question breaks none of its lines anew."""
    player = show(practice, "sort", height=720)
    area = next(a for a in seen(player, QScrollArea) if isinstance(a.widget(), QuestionPane))
    page = area.widget()
    assert page is not None
    wide = []

    for height in (1400, 420):
        player.resize(player.width(), height)
        QApplication.processEvents()
        wide.append((area.verticalScrollBar().isVisible(), page.width() == area.width()))

    assert wide == [(False, True), (True, True)]


def test_the_first_answer_moves_nothing_in_the_bar(show: Shower, practice: Sitting) -> None:
    """The word “Saved” has its room from the beginning."""
    player = show(practice, "how-permit")
    (strip,) = seen(player, ProgressStrip)
    before = strip.mapTo(player, strip.rect().topLeft())

    press(player, Key.Key_2)
    QApplication.processEvents()

    assert "Saved" in words(player)
    assert strip.mapTo(player, strip.rect().topLeft()) == before
