"""The result and the review after handing in."""

from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from quizapp.app.sitting import Sitting
from quizapp.quiz import Verdict, judge
from quizapp.report import lacking, strips
from quizapp.ui.player.feedback_view import FeedbackView
from quizapp.ui.review.map_view import MapCard
from quizapp.ui.review.result_page import ResultPage
from quizapp.ui.review.review import Review
from quizapp.ui.widgets.calibration import CalibrationPicture
from quizapp.ui.widgets.item_rows import ItemRows
from quizapp.ui.widgets.matrix import StandingMatrix
from quizapp.ui.widgets.progress import ProgressStrip
from quizapp.ui.widgets.strip import StripPicture
from tests.quiz.readers import counts
from tests.ui.hands import Key, button, press, push, seen, words

pytestmark = pytest.mark.usefixtures("calm")
Page = TypeVar("Page", ResultPage, Review)


@pytest.fixture
def done(practice: Sitting) -> Sitting:
    """An attempt handed in: some right, some wrong, some blank."""
    practice.answer("who", ("harbour",), 3)
    practice.answer("how-permit", ("confirmed",), 2)
    practice.answer("how-faults", ("asserted",), 1)
    practice.answer("how-rudder", ("standing:disputed", "p3s1", "p3s2"), 3)
    practice.flag("how-far", True)
    practice.submit()
    return practice


def on_screen(qtbot: QtBot, page: Page) -> Page:
    """A page in a window of the usual size."""
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.setFocus()
    QApplication.processEvents()
    return page


def result(qtbot: QtBot, sitting: Sitting) -> ResultPage:
    """The result of an attempt."""
    return on_screen(qtbot, ResultPage(sitting.result()))


def test_the_result_begins_with_a_sentence_and_says_what_it_rests_on(
    qtbot: QtBot, done: Sitting
) -> None:
    """One line that can be said aloud, and the counts behind it."""
    page, told = result(qtbot, done), done.result()

    said = words(page).split("\n")

    assert told.sentence in said
    assert told.rests_on in said
    assert "Full credit for 3 of 13 items" in said


def test_pictures_have_a_table_behind_them(qtbot: QtBot, done: Sitting) -> None:
    """What is drawn can be read as numbers, and drawn again."""
    page = result(qtbot, done)

    push(page, "Show the table: How claims stand")
    table = words(page)
    hidden = not seen(page, StandingMatrix)
    push(page, "Show the picture: How claims stand")

    assert hidden
    assert "Confirmed" in table
    assert seen(page, StandingMatrix)


def test_how_sure_and_how_right_is_a_picture_with_a_table(qtbot: QtBot, done: Sitting) -> None:
    """Every level has its count, in the picture's description and in the table."""
    page = result(qtbot, done)
    said = seen(page, CalibrationPicture)[0].accessibleDescription()

    push(page, "Show the table: Sure, and right")

    assert not seen(page, CalibrationPicture)
    assert "Above 80 %: 2 of 2 right" in said
    table = words(page).split("\n")
    assert table[table.index("Above 80 %") + 1] == "2 of 2"


def test_the_result_says_that_no_level_has_a_verdict_yet(qtbot: QtBot, done: Sitting) -> None:
    """A few answers are a picture and no judgement; the marks 3 + 2 + 0 + 3 are added up."""
    said = words(result(qtbot, done))

    assert "No level has the 20 answers that a verdict takes." in said
    assert "Certainty-based marks: 8 of at most 39." in said


def test_without_enough_answers_there_are_no_strips(qtbot: QtBot, done: Sitting) -> None:
    """What is missing is said in numbers, and nothing is drawn that would look like a verdict."""
    page = result(qtbot, done)

    assert seen(page, StripPicture) == []
    assert lacking(done.result().discernment) in words(page)


def test_a_large_balanced_result_has_both_strips(qtbot: QtBot, done: Sitting) -> None:
    """With 20 + 20 answers both figures are drawn, and told to those who cannot see them."""
    judged = judge([counts(34, 40, 6, 40)])
    page = on_screen(qtbot, ResultPage(replace(done.result(), judged=judged)))

    said = [picture.accessibleDescription() for picture in seen(page, StripPicture)]

    assert isinstance(judged, Verdict)
    assert said == [strip.spoken() for strip in strips(judged)]
    push(page, "Show the table: Telling apart, and leaning")
    assert "34 of 40" in words(page)


def test_a_quiz_that_did_not_ask_how_sure_says_so(qtbot: QtBot, exam: Sitting) -> None:
    """There is no empty picture."""
    exam.answer("who", ("harbour",))
    exam.submit()

    page = result(qtbot, exam)

    assert seen(page, CalibrationPicture) == []
    assert "How sure you were was not asked" in words(page)


def test_the_map_says_how_everything_stands(qtbot: QtBot, done: Sitting) -> None:
    """The answer to the whole quiz: confirmed, open, said, argued."""
    page = result(qtbot, done)

    said = words(seen(page, MapCard)[0])

    for part in (
        "as of the week after 9 April",
        "Confirmed by",
        "The ferry's permit was withdrawn on 9 April.",
        "Still open",
        "A date for a new permit is set.",
        "Should the ferry sail before every fault is mended?",
        "Named, no side taken",
    ):
        assert part in said


def test_enter_opens_the_first_item_and_arrows_another(qtbot: QtBot, done: Sitting) -> None:
    """Every item is reached from the result by keyboard."""
    page = result(qtbot, done)
    rows = seen(seen(page, ItemRows)[0], QAbstractButton)
    opened: list[int] = []
    page.item_wanted.connect(opened.append)

    press(page, Key.Key_Return)
    rows[0].setFocus()
    press(page, Key.Key_Down, Key.Key_Down, Key.Key_Return)

    assert opened == [0, 2]


def test_a_row_says_in_words_how_it_went(qtbot: QtBot, done: Sitting) -> None:
    """Who hears the screen knows right, wrong and blank apart."""
    page = result(qtbot, done)

    names = [b.accessibleName() for b in seen(seen(page, ItemRows)[0], QAbstractButton)]

    assert len(names) == 13
    assert names[0].startswith("1, right")
    assert names[1].startswith("2, no mark")
    assert any("not right" in name for name in names)


@pytest.mark.parametrize("row", [0, 4, 9, 12])
def test_a_row_leads_to_its_own_item(qtbot: QtBot, done: Sitting, row: int) -> None:
    """What is opened is what was on the row."""
    text = done.result().lines[row].text

    review = on_screen(qtbot, Review(done, row))

    assert text.strip("“”") in words(review)
    assert f"{row + 1} of 13" in words(review)


def test_the_review_goes_back_and_forth_by_keyboard(qtbot: QtBot, done: Sitting) -> None:
    """Enter and arrows move, and the ends are ends."""
    review = on_screen(qtbot, Review(done, 0))
    places = []

    for key in (Key.Key_Left, Key.Key_Right, Key.Key_Return, Key.Key_Backspace, Key.Key_Left):
        press(review, key)
        places.append(next(w for w in words(review).split("\n") if w.endswith(" of 13")))

    assert places == ["1 of 13", "2 of 13", "3 of 13", "2 of 13", "1 of 13"]
    assert not button(review, "Back").isEnabled()


@pytest.mark.parametrize(("place", "key"), [(12, Key.Key_Return), (3, Key.Key_Escape)])
def test_the_review_leads_back_to_the_result(
    qtbot: QtBot, done: Sitting, place: int, key: Qt.Key
) -> None:
    """After the last item, or with Esc at any."""
    review = on_screen(qtbot, Review(done, place))

    with qtbot.waitSignal(review.left):
        press(review, key)


def test_arrows_in_the_article_stay_in_the_article(qtbot: QtBot, done: Sitting) -> None:
    """Reading on does not turn to the next question."""
    review = on_screen(qtbot, Review(done, 0))

    press(review, Key.Key_E, Key.Key_Right, Key.Key_Down)

    assert "1 of 13" in words(review)
    assert review.article.accessibleDescription()


def test_q_gives_the_keys_back_to_the_question(qtbot: QtBot, done: Sitting) -> None:
    """After a look at the article one key leads on again."""
    review = on_screen(qtbot, Review(done, 0))

    press(review, Key.Key_E, Key.Key_Down, Key.Key_Q, Key.Key_Right)

    assert "2 of 13" in words(review)


def test_every_item_has_its_feedback_blank_ones_too(qtbot: QtBot, done: Sitting) -> None:
    """A blank is explained like an answer."""
    review = on_screen(qtbot, Review(done, 0))
    verdicts = []

    for _n in range(13):
        verdicts.append(words(seen(review, FeedbackView)[0]).split("\n")[0])
        press(review, Key.Key_Right)

    items = [item for item in done.items if item.scored]
    assert verdicts == [done.feedback(item.id).verdict for item in items]
    assert verdicts.count("Left blank") == 9


def test_own_marks_and_the_words_are_both_in_the_article(qtbot: QtBot, done: Sitting) -> None:
    """The review shows what was marked beside what shows it."""
    place = [item.id for item in done.items if item.scored].index("how-rudder")

    review = on_screen(qtbot, Review(done, place))

    assert review.article.marks() == ("p3s1", "p3s2")
    assert len(review.article._shown.highlights) == 2
    assert "Your mark" in words(review)


def test_nothing_can_be_changed_in_the_review(qtbot: QtBot, done: Sitting) -> None:
    """Answers stand as they were handed in."""
    review = on_screen(qtbot, Review(done, 1))
    before = done.attempt

    press(review, Key.Key_1, Key.Key_N, Key.Key_E, Key.Key_Space, Key.Key_F)

    assert done.attempt == before
    assert review.article.marks() == ()


def test_the_strip_says_which_were_answered_and_flagged(qtbot: QtBot, done: Sitting) -> None:
    """The way through the items is the one of the quiz."""
    review = on_screen(qtbot, Review(done, 0))

    said = seen(review, ProgressStrip)[0].accessibleDescription()

    assert said == "Question 1 of 13, 4 answered, 1 flagged"


def test_taking_it_again_is_one_key_from_the_result(qtbot: QtBot, done: Sitting) -> None:
    """The next attempt begins where the last one ended."""
    page = result(qtbot, done)

    with qtbot.waitSignal(page.again_wanted):
        push(page, "Take it again")
