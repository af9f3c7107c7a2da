"""Giving claims to sources on the screen."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.app.sitting import Sitting
from quizapp.ui.widgets.matcher import Matcher, _Chip, _Row
from quizapp.ui.widgets.sorter import Part
from tests.ui.hands import Key, press, push, seen
from tests.ui.items.conftest import Opens, answered

ROWS = (Part("r1", "The first."), Part("r2", "The second, " * 8), Part("r3", "The third."))
NAMES = (Part("ann", "Ann"), Part("bob", "A man who asked not to be named " * 3), Part("cy", "Cy"))


@pytest.fixture
def matcher(qtbot: QtBot, calm: None) -> Matcher:
    """Three rows and three names, on a screen."""
    made = Matcher(ROWS, NAMES)
    qtbot.addWidget(made)
    made.resize(460, 500)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_digits_go_down_the_rows(matcher: Matcher) -> None:
    """Three keys answer three rows; the next empty row follows each."""
    rows = seen(matcher, _Row)
    rows[0].setFocus()

    press(matcher, Key.Key_3, Key.Key_1, Key.Key_2)

    assert matcher.pairs() == (("r1", "cy"), ("r2", "ann"), ("r3", "bob"))


def test_a_row_can_be_given_another_name_and_none(matcher: Matcher) -> None:
    """A slip is mended where it was made."""
    rows = seen(matcher, _Row)
    rows[0].setFocus()

    press(matcher, Key.Key_3, Key.Key_Up, Key.Key_2)
    changed = matcher.pairs()
    press(matcher, Key.Key_Delete)

    assert changed == (("r1", "bob"),)
    assert matcher.pairs() == ()


def test_a_click_on_a_row_and_one_on_a_name_pair_them(matcher: Matcher) -> None:
    """Nothing needs to be dragged."""
    rows, chips = seen(matcher, _Row), seen(matcher, _Chip)

    QTest.mouseClick(rows[2], Qt.MouseButton.LeftButton)
    QTest.mouseClick(chips[0], Qt.MouseButton.LeftButton)

    assert matcher.pairs() == (("r3", "ann"),)
    assert [row.isChecked() for row in rows] == [True, False, False]


def test_names_are_reached_by_tab_and_given_by_space(matcher: Matcher) -> None:
    """Where there are more than nine names, the tenth has a way too."""
    push(matcher, "Cy")

    assert matcher.pairs() == (("r1", "cy"),)


def test_a_name_can_be_dragged_onto_a_row(qtbot: QtBot, matcher: Matcher) -> None:
    """The name follows the pointer, and the row below it says that it would take it."""
    row, chip = seen(matcher, _Row)[1], seen(matcher, _Chip)[2]
    target = chip.mapFromGlobal(row.mapToGlobal(QPoint(80, 15)))

    QTest.mousePress(chip, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    QTest.mouseMove(chip, QPoint(30, 40))
    QTest.mouseMove(chip, target)
    marked = row.isChecked()
    with qtbot.waitSignal(matcher.placed) as signal:
        QTest.mouseRelease(chip, Qt.MouseButton.LeftButton, pos=target)

    assert marked
    assert signal.args == [(("r2", "cy"),)]


def test_a_name_dropped_beside_the_rows_is_given_to_nobody(qtbot: QtBot, matcher: Matcher) -> None:
    """Whoever changes their mind lets go elsewhere."""
    chip = seen(matcher, _Chip)[0]

    with qtbot.assertNotEmitted(matcher.placed):
        QTest.mousePress(chip, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
        QTest.mouseMove(chip, QPoint(40, 20))
        QTest.mouseMove(chip, QPoint(300, 5))
        QTest.mouseRelease(chip, Qt.MouseButton.LeftButton, pos=QPoint(300, 5))

    assert matcher.pairs() == ()


def test_saved_pairs_are_shown_without_a_new_answer(qtbot: QtBot, matcher: Matcher) -> None:
    """The row that waits is the first one without a name; strangers are left out."""
    with qtbot.assertNotEmitted(matcher.placed):
        matcher.set_pairs((("r1", "bob"), ("r3", "nobody")))

    assert matcher.pairs() == (("r1", "bob"),)
    assert [row.isChecked() for row in seen(matcher, _Row)] == [False, True, False]
    assert [row.accessibleDescription() for row in seen(matcher, _Row)][1:] == ["No source yet"] * 2


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("width", [320, 460, 900])
def test_long_names_and_long_claims_are_shown_whole(
    matcher: Matcher, width: int, compact: bool
) -> None:
    """Every row and every name is as high as its words."""
    matcher.set_compact(compact)
    matcher.set_pairs((("r1", "bob"), ("r2", "bob")))
    matcher.resize(width, matcher.heightForWidth(width))
    QApplication.processEvents()

    parts: list[_Row | _Chip] = [*seen(matcher, _Row), *seen(matcher, _Chip)]

    assert [p.id for p in parts if p.height() < p.heightForWidth(p.width())] == []
    assert [p.id for p in parts if p.geometry().right() >= width] == []


def test_the_answer_is_saved_pair_by_pair(quiz: Opens, sitting: Sitting) -> None:
    """Half of it is kept, and asked for before it is checked."""
    player = quiz("who-what")
    order = sitting.order("who-what")

    press(player, Key.Key_1, Key.Key_2)
    press(player, Key.Key_Return)

    assert set(answered(sitting, "who-what")) == {f"{order[0]} deckhand", f"{order[1]} harbour"}
    assert sitting.attempt.checked == frozenset()
