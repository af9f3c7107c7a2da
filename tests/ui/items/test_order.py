"""Putting lines in order on the screen."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.app.sitting import Sitting
from quizapp.ui.widgets.order_list import OrderList, _Line
from quizapp.ui.widgets.sorter import Part
from tests.ui.hands import Key, press, seen
from tests.ui.items.conftest import Opens, answered

LINES = (
    Part("a", "First."),
    Part("b", "A second line, " * 9),
    Part("c", "Third."),
    Part("d", "D."),
)


@pytest.fixture
def lines(qtbot: QtBot, calm: None) -> OrderList:
    """Four lines, one of them long, on a screen."""
    made = OrderList(LINES)
    qtbot.addWidget(made)
    made.resize(460, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.focus(0)
    return made


def line(lines: OrderList, id_: str) -> _Line:
    """The line of that id."""
    return next(found for found in seen(lines, _Line) if found.id == id_)


def test_space_picks_up_arrows_move_space_drops(qtbot: QtBot, lines: OrderList) -> None:
    """The keyboard's way to drag; the answer is told when the line is dropped."""
    with qtbot.assertNotEmitted(lines.ordered):
        press(lines, Key.Key_Space, Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Down)
    lifted = line(lines, "a").isChecked()

    with qtbot.waitSignal(lines.ordered) as signal:
        press(lines, Key.Key_Space)

    assert lifted
    assert signal.args == [("b", "c", "d", "a")]
    assert not line(lines, "a").isChecked()


def test_escape_puts_the_line_back(qtbot: QtBot, lines: OrderList) -> None:
    """Whoever picked up the wrong line loses nothing."""
    with qtbot.assertNotEmitted(lines.ordered):
        press(lines, Key.Key_Space, Key.Key_Down, Key.Key_Escape)

    assert lines.ids() == ("a", "b", "c", "d")


def test_leaving_a_line_that_was_moved_drops_it(qtbot: QtBot, lines: OrderList) -> None:
    """Tab with a line in hand does not lose the move."""
    press(lines, Key.Key_Space, Key.Key_Down)

    with qtbot.waitSignal(lines.ordered) as signal:
        press(lines, Key.Key_Tab)

    assert signal.args == [("b", "a", "c", "d")]


def test_a_digit_puts_the_line_at_that_place(lines: OrderList) -> None:
    """One key moves it across the list; too large a digit does nothing."""
    press(lines, Key.Key_3, Key.Key_9)

    assert lines.ids() == ("b", "c", "a", "d")


def test_arrows_alone_move_the_focus(lines: OrderList) -> None:
    """Looking round changes nothing."""
    press(lines, Key.Key_Down, Key.Key_Down, Key.Key_Up)

    assert lines.ids() == ("a", "b", "c", "d")
    assert line(lines, "b").hasFocus()


def test_two_clicks_pick_up_and_place(qtbot: QtBot, lines: OrderList) -> None:
    """The mouse has a way without dragging."""
    QTest.mouseClick(line(lines, "d"), Qt.MouseButton.LeftButton)

    with qtbot.waitSignal(lines.ordered) as signal:
        QTest.mouseClick(line(lines, "b"), Qt.MouseButton.LeftButton)

    assert signal.args == [("a", "d", "b", "c")]


def test_a_line_can_be_dragged_past_others(qtbot: QtBot, lines: OrderList) -> None:
    """It passes another line at that one's middle, and stays where it is let go."""
    moved, last = line(lines, "a"), line(lines, "d")
    bottom = last.geometry().center().y() + 2

    QTest.mousePress(moved, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    for y in range(40, bottom + 40, 8):
        QTest.mouseMove(moved, moved.mapFrom(lines, QPoint(30, min(y, bottom))))
    with qtbot.waitSignal(lines.ordered) as signal:
        QTest.mouseRelease(moved, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))

    assert signal.args == [("b", "c", "d", "a")]


def test_each_line_says_its_place(lines: OrderList) -> None:
    """A screen reader says where the line is, also after a move."""
    press(lines, Key.Key_4)

    assert line(lines, "a").accessibleDescription() == "Place 4 of 4"
    assert line(lines, "b").accessibleDescription() == "Place 1 of 4"


def test_tab_follows_the_order_shown(lines: OrderList) -> None:
    """After a move the keyboard goes from top to bottom as before."""
    press(lines, Key.Key_4)
    lines.focus(0)

    press(lines, Key.Key_Tab, Key.Key_Tab)

    assert line(lines, "d").hasFocus()


def test_a_long_line_is_shown_whole(lines: OrderList) -> None:
    """Its row is as high as its words."""
    for width in (240, 460):
        lines.resize(width, lines.heightForWidth(width))
        QApplication.processEvents()

        assert [x.id for x in seen(lines, _Line) if x.height() < x.heightForWidth(width)] == []


def test_the_order_shown_can_be_the_answer(quiz: Opens, sitting: Sitting) -> None:
    """It may be right as it stands; one key says so, and takes it back."""
    player = quiz("chain")

    press(player, Key.Key_K)
    kept = answered(sitting, "chain")
    press(player, Key.Key_K)

    assert kept == sitting.order("chain")
    assert "chain" not in sitting.attempt.answers


def test_a_moved_line_is_saved_and_shown_again(quiz: Opens, sitting: Sitting) -> None:
    """The first line goes last; leaving and coming back shows it there."""
    player = quiz("chain")
    first, *rest = sitting.order("chain")

    press(player, Key.Key_Down, Key.Key_4)
    player.show_item()

    assert answered(sitting, "chain") == (*rest, first)
    assert seen(player, OrderList)[0].ids() == (*rest, first)
