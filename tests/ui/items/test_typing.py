"""Typing answers: every letter is saved, stays in the field, and is no key of the screen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from quizapp.app.sitting import Sitting
from quizapp.ui.player.player import Player
from quizapp.ui.widgets.field import Field
from tests.ui.hands import Key, press, seen, words
from tests.ui.items.conftest import Opens, answered


def field(player: Player) -> Field:
    """The field of the question, which has the keyboard."""
    (found,) = seen(player, Field)
    assert QApplication.focusWidget() is found
    return found


def type_in(target: QWidget, text: str) -> None:
    """Type letter by letter."""
    QTest.keyClicks(target, text)
    QApplication.processEvents()


def test_every_letter_is_saved_and_the_field_keeps_the_keyboard(
    quiz: Opens, sitting: Sitting
) -> None:
    """Whoever types a word can stop at any letter and find it again."""
    target = field(quiz("of-whom"))
    saved = []

    for letter in "a fence":
        type_in(target, letter)
        saved.append(answered(sitting, "of-whom"))

    assert [said[0] for said in saved] == ["a", "a", "a f", "a fe", "a fen", "a fenc", "a fence"]
    assert QApplication.focusWidget() is target


@pytest.mark.parametrize("item", ["of-whom", "how-many"])
def test_no_letter_typed_in_a_field_is_a_key_of_the_screen(
    quiz: Opens, sitting: Sitting, item: str
) -> None:
    """F does not flag, E does not leave, N and digits choose nothing."""
    player = quiz(item)

    type_in(field(player), "FENCQ feqnc 123")

    assert answered(sitting, item) == ("FENCQ feqnc 123",)
    assert sitting.attempt.flags == frozenset()
    assert sitting.attempt.at == item
    assert field(player).hasFocus()


def test_backspace_in_an_empty_field_stays_there(quiz: Opens, sitting: Sitting) -> None:
    """One Backspace too many does not go back to the question before."""
    player = quiz("of-whom")
    type_in(field(player), "ab")

    press(player, *[Key.Key_Backspace] * 4, Key.Key_Delete, Key.Key_Space)

    assert sitting.attempt.at == "of-whom"
    assert answered(sitting, "of-whom") == ()
    assert "of-whom" not in sitting.attempt.answers


def test_enter_checks_what_was_typed(quiz: Opens, sitting: Sitting) -> None:
    """The first Enter asks how sure one is, the second checks."""
    player = quiz("of-whom")
    type_in(field(player), "A  Deckhand!")

    press(player, Key.Key_Return, Key.Key_Return)

    assert "of-whom" in sitting.attempt.checked
    assert "Right" in words(player)


def test_escape_gives_the_keys_back_to_the_screen(quiz: Opens, sitting: Sitting) -> None:
    """Out of the field, F flags and Q comes back to it."""
    player = quiz("how-many")

    press(player, Key.Key_Escape, Key.Key_F)
    flagged = sitting.attempt.flags
    press(player, Key.Key_Q)

    assert flagged == {"how-many"}
    assert field(player).text() == ""


def test_a_digit_typed_outside_goes_into_the_field(quiz: Opens, sitting: Sitting) -> None:
    """Whoever comes back from the article just types the number."""
    player = quiz("how-many")

    press(player, Key.Key_Escape, Key.Key_1, Key.Key_1)

    assert answered(sitting, "how-many") == ("11",)
    assert field(player).text() == "11"


@pytest.mark.parametrize("typed", ["many", "5-10"])
def test_what_is_no_number_is_said_below_the_field(
    quiz: Opens, sitting: Sitting, typed: str
) -> None:
    """Nothing is marked wrong that could not be read; the sentence goes as the reader types on."""
    player = quiz("how-many")
    type_in(field(player), typed)

    press(player, Key.Key_Return)
    said, marked = words(player), field(player).property("error")
    type_in(field(player), "0")

    assert "Type one number, such as 12 or 1.5." in said
    assert marked is True
    assert "Type one number" not in words(player)
    assert sitting.attempt.checked == frozenset()


def test_what_was_typed_is_there_again(quiz: Opens, sitting: Sitting) -> None:
    """Coming back to a question shows the words as they were left."""
    player = quiz("of-whom")
    type_in(field(player), "deck")

    player.go(0)
    player.go([posed.item for posed in sitting.attempt.posed].index("of-whom"))

    assert field(player).text() == "deck"


def test_the_unit_stands_beside_the_field_and_in_its_name(quiz: Opens) -> None:
    """Seen or heard, it is clear in what the answer is counted."""
    player = quiz("how-many")

    assert "\nfaults" in words(player)
    assert field(player).accessibleName().endswith("(faults)")


def test_marking_in_the_article_is_left_by_q_for_the_field(quiz: Opens) -> None:
    """E and Q go to and fro; the field waits for the answer."""
    player = quiz("of-whom")

    press(player, Key.Key_Escape, Key.Key_E)
    reading = QApplication.focusWidget() is player.article
    press(player, Key.Key_Q)

    assert reading
    assert field(player).hasFocus()


def test_a_field_has_the_keyboard_when_its_question_comes_up_again(
    quiz: Opens, sitting: Sitting
) -> None:
    """Back in the quiz, a letter that is typed is a letter and not a key."""
    player = quiz("of-whom")
    player.setFocus(Qt.FocusReason.OtherFocusReason)  # as the window does with a new screen

    press(player, Key.Key_F)
    typed = answered(sitting, "of-whom")
    press(player, Key.Key_Escape, Key.Key_F)

    assert typed == ("f",)
    assert sitting.attempt.flags == {"of-whom"}
