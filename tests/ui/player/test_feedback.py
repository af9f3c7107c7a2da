"""What is told about an answer, and when: at once in practice, after handing in in a test."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.app.sitting import Sitting
from quizapp.items import Response
from quizapp.report import Feedback
from quizapp.ui import theme
from quizapp.ui.player.feedback_view import FeedbackView, quoted
from quizapp.ui.player.hand_in import HandInPage
from quizapp.ui.player.player import Player
from quizapp.ui.review.review import Review
from quizapp.ui.theme import Theme
from quizapp.ui.widgets.article_text import Highlight
from quizapp.ui.widgets.label import Label
from tests.examples import ferry
from tests.ui.hands import Key, button, press, push, seen, words
from tests.ui.player.conftest import Shower


def cut(highlight: Highlight) -> str:
    """The words of the article that are highlighted."""
    article = ferry().article
    paragraph = next(p for p in article.paragraphs if p.number == highlight.paragraph)
    return article.text[paragraph.start : paragraph.end][highlight.start : highlight.end]


def highlights(player: Player | Review) -> tuple[Highlight, ...]:
    """What is highlighted in the article now."""
    return player.article._shown.highlights


def test_an_answer_that_is_checked_shows_key_reason_rule_and_words(
    show: Shower, practice: Sitting
) -> None:
    """Nobody has to guess why: the feedback says it all beside the article."""
    player = show(practice, "how-permit")

    press(player, Key.Key_2, Key.Key_C, Key.Key_3, Key.Key_Return)

    told = words(seen(player, FeedbackView)[0])
    feedback = practice.feedback("how-permit")
    assert feedback.verdict == "Not this time"
    assert "Her office gives permits and takes them away." in feedback.why
    assert feedback.rule.endswith(".")
    for part in (feedback.verdict, feedback.why, feedback.rule_title, feedback.rule, "Key"):
        assert part in told
    assert "“her office had withdrawn the ferry's permit on 9 April”" in told
    assert "Above 80 % sure" in told


def test_the_article_shows_exactly_the_words_that_decide(show: Shower, practice: Sitting) -> None:
    """The words that show it are there to be read where they stand, and no others."""
    player = show(practice, "how-rudder")

    press(player, Key.Key_3, Key.Key_N, Key.Key_C, Key.Key_1, Key.Key_Return)

    shown = practice.feedback("how-rudder").evidence
    assert [cut(h) for h in highlights(player)] == [s.text for s in shown]
    assert {h.standing for h in highlights(player)} == {"disputed"}
    assert [cut(h) for h in highlights(player)] == [
        "says the rudder was mended in March",
        "The seamen's union says that it was not",
    ]


def test_marks_of_the_reader_stay_beside_the_evidence_and_cannot_change(
    show: Shower, practice: Sitting
) -> None:
    """What one marked can be held against what shows it."""
    player = show(practice, "how-rudder")
    press(player, Key.Key_3, Key.Key_E, Key.Key_Home, Key.Key_Down, Key.Key_Space)
    marked = player.article.marks()

    press(player, Key.Key_C, Key.Key_1, Key.Key_Return, Key.Key_E, Key.Key_Down, Key.Key_Space)

    assert marked == ("p1s2",)
    assert player.article.marks() == marked
    assert "Your mark" in words(player)
    assert practice.attempt.answers["how-rudder"].response == ("standing:disputed", "p1s2")


@pytest.mark.parametrize(("item", "told"), [("how-faults", "confirmed"), ("who", "")])
def test_how_a_claim_stands_is_told_only_where_that_was_asked(
    show: Shower, practice: Sitting, item: str, told: str
) -> None:
    """Feedback on who says a thing does not give away a later question."""
    player = show(practice, item)

    press(player, Key.Key_1, Key.Key_C, Key.Key_1, Key.Key_Return)

    assert {h.standing for h in highlights(player)} == {told}


def test_going_on_takes_the_evidence_out_of_the_article(show: Shower, practice: Sitting) -> None:
    """The next question begins with a clean page."""
    player = show(practice, "how-rudder")
    press(player, Key.Key_3, Key.Key_N, Key.Key_C, Key.Key_1, Key.Key_Return)

    press(player, Key.Key_Return)

    assert highlights(player) == ()
    assert player.article.marks() == ()
    assert not seen(player, FeedbackView)


def test_an_answer_that_was_checked_stands(show: Shower, practice: Sitting) -> None:
    """After the key is shown no digit improves the answer."""
    player = show(practice, "how-permit")
    press(player, Key.Key_2, Key.Key_C, Key.Key_1, Key.Key_Return)

    press(player, Key.Key_1, Key.Key_C, Key.Key_3)

    answer = practice.attempt.answers["how-permit"]
    assert (answer.response, answer.confidence) == (("asserted",), 1)


def test_half_an_answer_is_not_checked_but_says_what_is_missing(
    show: Shower, practice: Sitting
) -> None:
    """Where two things are asked nobody is marked on one by mistake."""
    player = show(practice, "how-rudder")

    press(player, Key.Key_3, Key.Key_Return)

    assert "Mark the words that show it as well" in words(player)
    assert "how-rudder" not in practice.attempt.checked


def test_who_does_not_say_how_sure_is_asked_once(show: Shower, practice: Sitting) -> None:
    """Confidence is asked for and never demanded."""
    player = show(practice, "whole")

    press(player, Key.Key_2, Key.Key_Return)
    hint = words(player)
    press(player, Key.Key_Return)

    assert "Say how sure you are" in hint
    assert practice.attempt.checked == {"whole"}
    assert practice.attempt.answers["whole"].confidence is None


@pytest.mark.parametrize("item", ["who", "how-rudder", "sort"])
def test_in_a_test_enter_goes_on_and_tells_nothing(show: Shower, exam: Sitting, item: str) -> None:
    """A test is a test: the key is told after handing in."""
    player = show(exam, item)

    press(player, Key.Key_1, Key.Key_Return)

    assert not player.findChildren(FeedbackView)
    assert highlights(player) == ()
    assert exam.attempt.checked == frozenset()
    assert item in exam.attempt.answers


def test_handing_in_names_the_blanks_and_leads_to_them(show: Shower, exam: Sitting) -> None:
    """No question is left blank by oversight."""
    player = show(exam, "who")
    press(player, Key.Key_1, Key.Key_F)

    press(player, Key.Key_Return, control=True)
    page = seen(player, HandInPage)[0]
    told = words(page)
    push(page, "Question 4")

    assert "12 questions are still blank." in told
    assert "Flagged" in told
    assert "The article gives a date for the new permit." in told
    assert exam.attempt.at == "whole"
    assert "The article gives a date for the new permit." in words(player)


def test_the_words_of_the_blanks_begin_in_one_line(show: Shower, exam: Sitting) -> None:
    """Question 9 and question 10 are read down one edge."""
    player = show(exam)

    press(player, Key.Key_Return, control=True)
    QApplication.processEvents()
    page = seen(player, HandInPage)[0]
    texts = [item.subject for item in exam.items]
    edges = {
        label.mapTo(page, QPoint()).x() for label in seen(page, Label) if label.text() in texts
    }

    assert len(edges) == 1


def test_handing_in_takes_a_second_key_and_can_be_left(
    qtbot: QtBot, show: Shower, exam: Sitting
) -> None:
    """Ctrl+Enter asks, Backspace goes back, Enter hands in."""
    player = show(exam, "who")

    press(player, Key.Key_Return, control=True)
    asked = bool(seen(player, HandInPage))
    press(player, Key.Key_Backspace)
    left = not seen(player, HandInPage)
    with qtbot.waitSignal(player.handed_in):
        press(player, Key.Key_Return, control=True)
        press(player, Key.Key_Return)

    assert (asked, left) == (True, True)
    assert exam.submitted


def test_after_a_test_the_review_tells_all_of_it(qtbot: QtBot, show: Shower, exam: Sitting) -> None:
    """What was held back is there afterwards, beside the article."""
    exam.answer("how-permit", ("asserted",))
    exam.submit()
    place = [item.id for item in exam.items if item.scored].index("how-permit")

    review = Review(exam, place)
    qtbot.addWidget(review)
    review.resize(1280, 800)
    review.show()

    told = words(review)
    feedback: Feedback = exam.feedback("how-permit")
    for part in (feedback.verdict, feedback.why, feedback.rule):
        assert part
        assert part in told
    assert [cut(h) for h in highlights(review)] == [s.text for s in feedback.evidence]


def test_a_question_without_words_that_show_it_says_so(show: Shower, practice: Sitting) -> None:
    """Nothing to find is an answer too."""
    player = show(practice, "show-jobs")

    press(player, Key.Key_N, Key.Key_C, Key.Key_2, Key.Key_Return)

    response: Response = practice.attempt.answers["show-jobs"].response
    assert response == ("none",)
    assert "Right" in words(player)
    assert highlights(player) == ()


def test_the_flag_stays_with_its_question(show: Shower, practice: Sitting) -> None:
    """A question to come back to is found again."""
    player = show(practice, "who")

    press(player, Key.Key_F)
    there = button(player, "Flagged").isChecked()
    press(player, Key.Key_Return)
    elsewhere = button(player, "Flag").isChecked()

    assert (there, elsewhere) == (True, False)
    assert practice.attempt.flags == {"who"}


def test_where_things_may_move_the_evidence_is_scrolled_to_and_then_filled(
    qtbot: QtBot, qapp: QApplication, show: Shower, practice: Sitting
) -> None:
    """The eye is led to the words, and they end up in view and in full colour."""
    theme.apply(qapp, Theme.of("light"))
    player = show(practice, "sort", 1000, 560)
    player.article.verticalScrollBar().setValue(0)

    press(player, *[Key.Key_1] * 4, Key.Key_C, Key.Key_1)
    press(player, Key.Key_Return)

    pane = player.article
    first = pane._shown.highlights[0]
    qtbot.waitUntil(lambda: pane._shown.strength == 1.0 and pane.verticalScrollBar().value() > 0)
    rect = pane._rects(first.place())[0]
    assert 0 <= rect.top() < pane.viewport().height()


def test_a_quotation_has_its_marks_once() -> None:
    """Words that stand in quotation marks in the article are quoted as they stand."""
    assert quoted("it was lost") == "“it was lost”"
    assert quoted("“it was lost”") == "“it was lost”"
    assert quoted("“lost”, she said") == "““lost”, she said”"
