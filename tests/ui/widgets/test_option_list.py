"""Choosing among options by keyboard and mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from quizapp.ui.widgets.option_list import Choice, OptionList, standing_choices

LONG = "The officer confirmed that the Army has a battery, one that could be sent if asked for. "
THREE = (Choice("a", "One"), Choice("b", "Two"), Choice("c", "Three"))


def _shown(qtbot: QtBot, options: OptionList, width: int = 464) -> list[QAbstractButton]:
    qtbot.addWidget(options)
    options.resize(width, 10)
    options.resize(width, options.heightForWidth(width) if options.hasHeightForWidth() else 400)
    options.show()
    return options.findChildren(QAbstractButton)


def test_a_digit_chooses_and_says_so(qtbot: QtBot) -> None:
    """One key answers."""
    options = OptionList(standing_choices())
    buttons = _shown(qtbot, options)

    with qtbot.waitSignal(options.chosen) as signal:
        QTest.keyClick(buttons[0], Qt.Key.Key_5)

    assert signal.args == [("unknown",)]
    assert options.chosen_ids() == ("unknown",)


def test_choosing_another_takes_the_first_back(qtbot: QtBot) -> None:
    """One of several means one."""
    options = OptionList(THREE)
    _shown(qtbot, options)

    options.choose_number(1)
    options.choose_number(3)
    options.choose_number(3)

    assert options.chosen_ids() == ("c",)


def test_several_can_be_chosen_where_the_question_asks_for_several(qtbot: QtBot) -> None:
    """A second key adds, the same key takes away."""
    options = OptionList(THREE, multiple=True)
    _shown(qtbot, options)

    for number in (3, 1, 2, 2):
        options.choose_number(number)

    assert options.chosen_ids() == ("a", "c")


def test_arrows_move_and_do_not_answer(qtbot: QtBot) -> None:
    """Looking round with the keyboard answers nothing; Space does."""
    options = OptionList(THREE)
    buttons = _shown(qtbot, options)
    buttons[0].setFocus()

    QTest.keyClick(buttons[0], Qt.Key.Key_Down)
    before = options.chosen_ids()
    QTest.keyClick(buttons[1], Qt.Key.Key_Space)

    assert before == ()
    assert options.chosen_ids() == ("b",)


def test_what_was_chosen_is_shown_again_without_a_signal(qtbot: QtBot) -> None:
    """Coming back to a question is not a new answer."""
    options = OptionList(THREE)
    _shown(qtbot, options)

    with qtbot.assertNotEmitted(options.chosen):
        options.set_chosen(("b",))

    assert options.chosen_ids() == ("b",)


def test_options_that_are_closed_take_no_key(qtbot: QtBot) -> None:
    """After the answer the options are only to be looked at."""
    options = OptionList(THREE)
    _shown(qtbot, options)

    options.setEnabled(False)

    assert not options.choose_number(1)
    assert options.chosen_ids() == ()


@pytest.mark.parametrize(
    ("multiple", "role"),
    [(False, QAccessible.Role.RadioButton), (True, QAccessible.Role.CheckBox)],
)
def test_a_screen_reader_finds_buttons_with_names(
    qtbot: QtBot, multiple: bool, role: QAccessible.Role
) -> None:
    """Painted options are still radio buttons and check boxes."""
    options = OptionList((Choice("a", "One", gloss="the first"),), multiple=multiple)
    button = _shown(qtbot, options)[0]

    found = QAccessible.queryAccessibleInterface(button)

    assert found.role() == role
    assert found.text(QAccessible.Text.Name) == "One"
    assert found.text(QAccessible.Text.Description) == "the first"


def test_a_long_option_is_as_high_as_its_words(qtbot: QtBot) -> None:
    """Nothing is cut, whatever the width."""
    options = OptionList((Choice("a", LONG * 3), Choice("b", "Short")))
    buttons = _shown(qtbot, options, 300)

    assert buttons[0].height() >= buttons[0].heightForWidth(300) > 3 * buttons[1].height()
    assert buttons[1].y() >= buttons[0].geometry().bottom()


def test_glosses_go_to_the_tool_tips_all_together(qtbot: QtBot) -> None:
    """In a low window the rows are lower and the glosses are still to be had."""
    options = OptionList(standing_choices())
    buttons = _shown(qtbot, options)
    before, high = {button.toolTip() for button in buttons}, buttons[0].sizeHint().height()

    options.set_compact(True)

    assert before == {""}
    assert all(button.toolTip() for button in buttons)
    assert (high, buttons[0].sizeHint().height()) == (44, 36)


def test_two_columns_are_read_across(qtbot: QtBot) -> None:
    """Down goes to the option below, right to the one beside."""
    options = OptionList(standing_choices())
    options.set_columns(2)
    buttons = _shown(qtbot, options, 900)
    options.activateWindow()
    buttons[0].setFocus()

    QTest.keyClick(buttons[0], Qt.Key.Key_Down)
    below = options.focusWidget()
    QTest.keyClick(buttons[2], Qt.Key.Key_Right)

    assert below is buttons[2]
    assert options.focusWidget() is buttons[3]
    assert buttons[1].y() == buttons[0].y()
