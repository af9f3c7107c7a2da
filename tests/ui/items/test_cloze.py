"""A text with gaps on the screen."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from quizapp.app.sitting import Sitting
from quizapp.ui.player.player import Player
from quizapp.ui.widgets.field import Choices, Field
from quizapp.ui.widgets.gap_text import GapText, Hole
from tests.ui.hands import Key, press, seen
from tests.ui.items.conftest import Opens, answered

PIECES = (
    "At a (", Hole("where", "hearing", ("hearing", "lunch")), "), somebody\nspoke of a ",
    Hole("what", "battery"), ", ", Hole("other", "tank"), "-sized.",
)  # fmt: skip


def gaps(player: Player) -> list[QLineEdit | Choices]:
    """The fields in the order of the text."""
    (text,) = seen(player, GapText)
    return list(text.fields)


def type_in(words: str) -> None:
    """Type where the keyboard is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, words)


def test_gaps_are_filled_with_tab_between_them(quiz: Opens, sitting: Sitting) -> None:
    """The first empty gap waits; a list takes the number of its option."""
    player = quiz("gaps")

    type_in("harbour master")
    press(player, Key.Key_Tab, Key.Key_2, Key.Key_Tab)
    type_in("withdrawn")

    assert answered(sitting, "gaps") == ("who=harbour master", "where=council", "verb=withdrawn")
    assert sitting.attempt.flags == frozenset()


def test_backspace_takes_a_choice_back(quiz: Opens, sitting: Sitting) -> None:
    """It clears the list and does not leave the question."""
    player = quiz("gaps")
    press(player, Key.Key_Tab, Key.Key_3)
    before = answered(sitting, "gaps")

    press(player, Key.Key_Backspace, Key.Key_Backspace)

    assert before == ("where=paper",)
    assert answered(sitting, "gaps") == ()
    assert sitting.attempt.at == "gaps"


def test_an_unfilled_gap_is_named_before_the_check(quiz: Opens, sitting: Sitting) -> None:
    """Half a text is not marked by mistake."""
    player = quiz("gaps")
    type_in("chair")

    press(player, Key.Key_Return)

    assert sitting.attempt.checked == frozenset()
    assert not player._pane.view.complete(answered(sitting, "gaps"))  # type: ignore[union-attr]


def test_saved_words_are_shown_again_and_none_after_none(qtbot: QtBot, calm: None) -> None:
    """What was put into each gap, without a new answer."""
    text = GapText(PIECES)
    qtbot.addWidget(text)

    with qtbot.assertNotEmitted(text.filled):
        text.set_words({"where": "lunch", "what": "tank"})
        shown = text.words()
        text.set_words({})

    assert shown == {"where": "lunch", "what": "tank"}
    assert text.words() == {}


@pytest.mark.parametrize("width", [180, 240, 320, 440, 900])
def test_nothing_lies_over_anything_and_all_is_inside(qtbot: QtBot, calm: None, width: int) -> None:
    """Words and fields flow as text does, at any width."""
    text = GapText(PIECES)
    qtbot.addWidget(text)
    text.resize(width, text.heightForWidth(width))
    text.show()

    rects = [QRectF(field.geometry()) for field in text.fields]
    rects += [rect.adjusted(0, 0, -2, 0) for rect, _word in text._words]

    inside = QRectF(0, 0, width + 1, text.height() + 1)
    assert [r for r in rects if not inside.contains(r)] == []
    assert not any(a.intersects(b) for n, a in enumerate(rects) for b in rects[:n])


def test_what_no_space_parts_stays_on_one_line(qtbot: QtBot, calm: None) -> None:
    """A bracket or a full stop does not begin a line."""
    text = GapText(PIECES)
    qtbot.addWidget(text)
    text.resize(260, text.heightForWidth(260))
    text.show()
    tops = {word: rect.y() for rect, word in text._words}

    assert tops["("] == tops["),"]
    assert tops["-sized."] <= text.fields[2].geometry().center().y() < tops["-sized."] + 44
    assert tops["spoke"] > tops["somebody"]


def test_each_gap_is_named_by_the_words_around_it(qtbot: QtBot, calm: None) -> None:
    """Heard one by one, the fields can be told apart; the whole text can be heard too."""
    text = GapText(PIECES)
    qtbot.addWidget(text)

    names = [field.accessibleName() for field in text.fields]

    assert names[0] == "Gap 1 of 3: At a ( ____ ), somebody spoke of a"
    assert len(set(names)) == 3
    assert "spoke of a gap 2" in text.accessibleName()


def test_the_width_of_a_field_does_not_tell_its_answer(qtbot: QtBot, calm: None) -> None:
    """All gaps to type in are as wide as the longest answer."""
    text = GapText(("Say ", Hole("a", "no"), " or ", Hole("b", "interoperability"), "."))
    qtbot.addWidget(text)
    text.resize(600, 100)
    text.show()

    assert len({field.width() for field in text.fields}) == 1
    assert all(isinstance(field, Field) for field in text.fields)
