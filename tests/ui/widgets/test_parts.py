"""The smaller painted parts: what they say, and how they are worked by keyboard."""

from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from quizapp.ui import theme
from quizapp.ui.style import Ring
from quizapp.ui.theme import Theme
from quizapp.ui.widgets.buttons import Button, Link
from quizapp.ui.widgets.card import StateCard
from quizapp.ui.widgets.confidence import ConfidenceBar
from quizapp.ui.widgets.field import DropDown
from quizapp.ui.widgets.item_rows import ItemRow, ItemRows
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.matrix import StandingMatrix
from quizapp.ui.widgets.progress import ProgressStrip, StandingBar, StandingCount
from quizapp.ui.widgets.skill_bars import SkillBars, SkillCount
from quizapp.ui.widgets.sorter import Part, Sorter
from quizapp.ui.widgets.tag import StandingTag

Shown = TypeVar("Shown", bound=QWidget)
PARTS = (Part("a", "Fewer leaks"), Part("b", "Nobody has said who will pay for all of this work"))
SIDES = (
    Part("for", "For"),
    Part("against", "Against"),
    Part("none", "No side taken"),
    Part("not", "Not argued here"),
)


def _buttons(widget: QWidget) -> list[QAbstractButton]:
    return widget.findChildren(QAbstractButton)


def _shown(qtbot: QtBot, widget: Shown, width: int = 464) -> Shown:
    qtbot.addWidget(widget)
    widget.resize(width, widget.sizeHint().height())
    widget.show()
    return widget


def test_confidence_is_a_level_and_never_a_default(qtbot: QtBot) -> None:
    """Nothing is chosen until the reader chooses."""
    bar = _shown(qtbot, ConfidenceBar())
    before = bar.level()

    with qtbot.waitSignal(bar.chosen) as signal:
        QTest.keyClick(_buttons(bar)[2], Qt.Key.Key_Space)

    assert (before, bar.level(), signal.args) == (0, 3, [3])


def test_confidence_says_what_is_at_stake(qtbot: QtBot) -> None:
    """A reader who hears the screen knows the marks as well."""
    bar = _shown(qtbot, ConfidenceBar())

    said = [button.accessibleDescription() for button in _buttons(bar)]

    assert said[2] == "Marks if right: 3. Marks if wrong: −6."


def test_five_levels_are_chosen_by_their_numbers(qtbot: QtBot) -> None:
    """And say the marks of their own scheme."""
    bar = _shown(qtbot, ConfidenceBar(5))

    with qtbot.waitSignal(bar.chosen) as signal:
        QTest.keyClick(_buttons(bar)[0], Qt.Key.Key_5)

    assert (signal.args, bar.level()) == ([5], 5)
    said = _buttons(bar)[4].accessibleDescription()
    assert said == "Marks if right: 100. Marks if wrong: −90."


def test_there_is_no_fourth_level_of_three(qtbot: QtBot) -> None:
    """A key too far does nothing."""
    bar = _shown(qtbot, ConfidenceBar())

    QTest.keyClick(_buttons(bar)[0], Qt.Key.Key_4)

    assert bar.level() == 0


def test_a_level_can_be_taken_back(qtbot: QtBot) -> None:
    """A question that was not answered shows no level."""
    bar = _shown(qtbot, ConfidenceBar())

    bar.set_level(2)
    bar.set_level(0)

    assert bar.level() == 0


def test_progress_says_where_one_is(qtbot: QtBot) -> None:
    """The strip can be heard."""
    strip = ProgressStrip()
    qtbot.addWidget(strip)

    strip.show_state(18, 4, range(4), (1,))

    assert strip.accessibleDescription() == "Question 5 of 18, 4 answered, 1 flagged"


def test_a_click_on_a_segment_leads_to_its_question(qtbot: QtBot) -> None:
    """Any question is one click away."""
    strip = _shown(qtbot, ProgressStrip(), 216)
    strip.show_state(18, 4, range(4))
    left = Qt.MouseButton.LeftButton

    with qtbot.waitSignal(strip.activated) as signal:
        QTest.mouseClick(strip, left, pos=strip.segment(7).center().toPoint())

    assert signal.args == [7]


def test_the_keyboard_reaches_every_segment(qtbot: QtBot) -> None:
    """Arrows and Enter do what a click does."""
    strip = _shown(qtbot, ProgressStrip(), 216)
    strip.show_state(3, 0, ())

    with qtbot.waitSignal(strip.activated) as signal:
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
            QTest.keyClick(strip, key)

    assert signal.args == [2]


def test_the_bar_of_standings_has_room_for_every_icon(qtbot: QtBot) -> None:
    """One item of forty is narrow, but its icon does not lie on its neighbour's."""
    counts = [StandingCount(s, 1) for s in ("asserted", "denied", "unknown", "opinion")]
    bar = _shown(qtbot, StandingBar([StandingCount("confirmed", 40, 30), *counts]), 200)

    places = bar._places()

    assert all(width >= 12 for _count, _x, width in places)
    assert places[-1][1] + places[-1][2] == pytest.approx(200)
    assert "Confirmed: 30 of 40" in bar.accessibleDescription()


COUNTS = {("confirmed", "confirmed"): 7, ("confirmed", "asserted"): 1, ("unknown", "asserted"): 2}


def test_the_matrix_is_a_table_and_a_text_as_well(qtbot: QtBot) -> None:
    """What the shades show can be read and heard."""
    matrix = StandingMatrix(COUNTS)
    qtbot.addWidget(matrix)

    table = matrix.table()

    assert table[0][:3] == ("In the article", "Confirmed", "Asserted")
    assert table[1] == ("Confirmed", "7", "1", "0", "0", "0", "0", "0", "8")
    assert matrix.as_text() == (
        "Confirmed: 7 answered Confirmed, 1 answered Asserted. Unknown: 2 answered Asserted."
    )


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_cells_of_the_matrix_stay_within_it(
    qtbot: QtBot, qapp: QApplication, scale: float
) -> None:
    """At its smallest each digit still has its cell; the words of the rows give way first."""
    theme.apply(qapp, Theme.of("light", scale))
    matrix = StandingMatrix(COUNTS)
    qtbot.addWidget(matrix)
    matrix.resize(matrix.minimumSizeHint())

    first, last = matrix.cell(0, 0), matrix.cell(6, 6)

    assert first.width() >= theme.current().px(14)
    assert last.right() <= matrix.width() - theme.current().px(14)
    assert last.bottom() <= matrix.height()


def test_skills_are_a_table_as_well(qtbot: QtBot) -> None:
    """The bars can be heard."""
    bars = SkillBars([SkillCount("Who says it", 5, 6), SkillCount("Evidence", 0, 0)])
    qtbot.addWidget(bars)

    assert bars.table()[1:] == (("Who says it", "5", "6"), ("Evidence", "0", "0"))
    assert bars.accessibleDescription() == "Who says it: 5 of 6; Evidence: 0 of 0"


def test_a_digit_sorts_the_row_that_has_the_focus(qtbot: QtBot) -> None:
    """Sorting takes one key for each row."""
    sorter = _shown(qtbot, Sorter(PARTS, SIDES))
    buttons = _buttons(sorter)

    with qtbot.waitSignal(sorter.placed) as signal:
        QTest.keyClick(buttons[4], Qt.Key.Key_3)
    QTest.keyClick(buttons[0], Qt.Key.Key_1)

    assert signal.args == [(("b", "none"),)]
    assert sorter.pairs() == (("a", "for"), ("b", "none"))


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_letter_of_a_heading_is_cut_at_its_foot(
    qtbot: QtBot, qapp: QApplication, scale: float
) -> None:
    """The lines of a heading are closer than its letters are deep; the last one has room."""
    theme.apply(qapp, Theme.of("light", scale))
    heading = _shown(qtbot, Label("gjpqy", "display", wrap=True))
    tall = Label("gjpqy", "display", wrap=True)
    qtbot.addWidget(tall)
    heading.resize(400, heading.heightForWidth(400))
    tall.resize(400, heading.height() + 40)

    drawn = [shown.grab().toImage() for shown in (heading, tall)]

    foot = drawn[1].copy(0, heading.height(), 400, 40)
    blank = foot.copy()
    blank.fill(foot.pixelColor(399, 39))
    assert foot == blank


def test_the_ring_lets_go_of_a_button_that_is_deleted(qtbot: QtBot) -> None:
    """Where the screen changes under the keyboard the program goes on."""
    window, holder = QWidget(), QWidget()
    layout, inner = QVBoxLayout(window), QVBoxLayout(holder)
    going, staying = Button("Going"), Button("Staying")
    layout.addWidget(holder)
    layout.addWidget(staying)
    inner.addWidget(going)
    _shown(qtbot, window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    going.setFocus(Qt.FocusReason.TabFocusReason)
    rings = [len(window.findChildren(Ring))]

    going.deleteLater()
    qtbot.waitUntil(lambda: holder.findChild(Button) is None)
    staying.setFocus(Qt.FocusReason.TabFocusReason)
    rings += [ring.widget() is staying for ring in window.findChildren(Ring)]

    assert rings == [1, True]


def test_a_digit_leads_to_the_next_row_that_waits(qtbot: QtBot) -> None:
    """Whoever sorts by keyboard presses digits, and nothing between them."""
    sorter = _shown(qtbot, Sorter(PARTS, SIDES))
    sorter.activateWindow()
    qtbot.waitUntil(sorter.isActiveWindow)
    buttons = _buttons(sorter)
    buttons[0].setFocus()

    QTest.keyClick(buttons[0], Qt.Key.Key_2)
    focus = QApplication.focusWidget()
    QTest.keyClick(buttons[4], Qt.Key.Key_4)

    assert focus is buttons[4]
    assert sorter.pairs() == (("a", "against"), ("b", "not"))
    assert QApplication.focusWidget() is buttons[7]


def test_what_was_sorted_is_shown_again(qtbot: QtBot) -> None:
    """Resuming shows each consideration where it was put."""
    sorter = _shown(qtbot, Sorter(PARTS, SIDES))

    with qtbot.assertNotEmitted(sorter.placed):
        sorter.set_pairs((("b", "not"),))

    assert sorter.pairs() == (("b", "not"),)


@pytest.mark.parametrize(("width", "scale"), [(464, 1.0), (300, 1.0), (464, 2.0)])
def test_no_word_of_the_sorter_is_cut(
    qtbot: QtBot, qapp: QApplication, width: int, scale: float
) -> None:
    """Long considerations and narrow windows take more lines."""
    theme.apply(qapp, Theme.of("light", scale))
    sorter, area = Sorter(PARTS, SIDES), QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(sorter)
    qtbot.addWidget(area)
    area.resize(width, 300)
    area.show()

    def whole() -> None:
        for button in _buttons(sorter):
            assert button.width() >= button.sizeHint().width() - 2
            assert button.height() == button.sizeHint().height()
        for label in sorter.findChildren(Label):
            assert label.height() >= label.heightForWidth(label.width())

    qtbot.waitUntil(whole)  # lines are broken once the layout knows how wide it is


ROWS = (
    ItemRow(1, "“The vote was five to two.”", True, "standing", "confirmed", "confirmed", True),
    ItemRow(2, "“The main will be ready.”", False, "standing", "asserted", "confirmed", True),
    ItemRow(3, "Who says so?", None, "single_choice"),
)


def test_a_row_says_whether_it_was_right_and_what_the_key_is(qtbot: QtBot) -> None:
    """Tick, cross and icons have their words."""
    rows = _shown(qtbot, ItemRows(ROWS))

    said = [(b.accessibleName(), b.accessibleDescription()) for b in _buttons(rows)]

    assert said == [
        ("1, right: “The vote was five to two.”", "Key: Confirmed"),
        (
            "2, not right: “The main will be ready.”",
            "You answered Confirmed; the key is Asserted",
        ),
        ("3, no mark: Who says so?", ""),
    ]


def test_a_row_opens_by_keyboard(qtbot: QtBot) -> None:
    """Enter on a row is a click on it."""
    rows = _shown(qtbot, ItemRows(ROWS))

    with qtbot.waitSignal(rows.activated) as signal:
        QTest.keyClick(_buttons(rows)[1], Qt.Key.Key_Return)

    assert signal.args == [1]
    assert [button.isChecked() for button in _buttons(rows)] == [False, True, False]


def test_new_rows_take_the_place_of_the_old(qtbot: QtBot) -> None:
    """A second result leaves nothing of the first."""
    rows = _shown(qtbot, ItemRows(ROWS))

    rows.set_rows(ROWS[:1])
    QApplication.sendPostedEvents()

    assert [b.accessibleName()[0] for b in _buttons(rows) if not b.isHidden()] == ["1"]


def test_a_state_card_says_what_is_so_and_leads_on(qtbot: QtBot) -> None:
    """Empty, loading and failed are places with a way out."""
    card = _shown(qtbot, StateCard("No banks yet", "Open a folder that holds one.", "Open …"))

    with qtbot.waitSignal(card.activated):
        card.findChildren(Link)[0].click()

    assert (card.accessibleName(), card.accessibleDescription()) == (
        "No banks yet",
        "Open a folder that holds one.",
    )


@pytest.mark.parametrize("kind", ["primary", "secondary", "ghost"])
def test_a_button_has_room_for_its_word_and_both_icons(qtbot: QtBot, kind: str) -> None:
    """No word on a button is cut."""
    bare, full = Button("Continue", kind), Button("Continue", kind, icon="x", trailing="check")
    qtbot.addWidget(bare)
    qtbot.addWidget(full)

    assert full.sizeHint().width() - bare.sizeHint().width() == 18 + 8 + 16 + 8
    assert full.sizeHint().height() == 36


def test_a_button_that_is_only_an_icon_still_has_a_name(qtbot: QtBot) -> None:
    """A screen reader says “Menu”, and so does the tool tip."""
    button = _shown(qtbot, Button("Menu", "icon", icon="menu"))

    found = QAccessible.queryAccessibleInterface(button)

    assert found.text(QAccessible.Text.Name) == button.toolTip() == "Menu"
    assert found.role() == QAccessible.Role.Button


def test_a_tag_is_tinted_and_named(qtbot: QtBot) -> None:
    """Colour, icon and word come together."""
    tag = _shown(qtbot, StandingTag("denied"), 120)

    seen = tag.grab().toImage().pixelColor(QPoint(4, 13))

    assert seen == QColor(theme.current().tag("denied"))
    assert tag.accessibleName() == "Denied"


def test_a_label_that_does_not_fit_shows_the_whole_as_its_tool_tip(qtbot: QtBot) -> None:
    """Nothing is lost to an ellipsis."""
    label = _shown(qtbot, Label("A water main for Harbour Road and beyond", "body"), 80)
    label.grab()
    cut = label.toolTip()

    label.resize(600, 20)
    label.grab()

    assert (cut, label.toolTip()) == (label.text(), "")


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_label_that_wraps_has_a_height_of_whole_lines(
    qtbot: QtBot, qapp: QApplication, scale: float
) -> None:
    """Lines stand as far apart as the look says."""
    theme.apply(qapp, Theme.of("light", scale))
    label = Label("Nobody has said who will pay for all of this work. " * 3, "quote", wrap=True)
    qtbot.addWidget(label)

    heights = [label.heightForWidth(width) for width in (200, 400, 4000)]

    line = theme.current().line_height("quote")
    assert heights == sorted(heights, reverse=True)
    assert heights[2] == line
    assert all(height % line == 0 for height in heights)


@pytest.mark.parametrize(("kind", "chosen"), [(DropDown, 0), (QComboBox, 1)])
def test_the_wheel_changes_no_choice(qtbot: QtBot, kind: type[QComboBox], chosen: int) -> None:
    """Who scrolls over a list of choices means the page; Qt's own list takes it for a choice."""
    drop = kind()
    drop.addItems(["The same for everybody", "Another for each student"])
    qtbot.addWidget(drop)
    drop.show()
    at = QPointF(drop.rect().center())

    turned = QWheelEvent(at, drop.mapToGlobal(at), QPoint(), QPoint(0, -120),
                         Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
                         Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    QApplication.sendEvent(drop, turned)

    assert drop.currentIndex() == chosen
    assert turned.isAccepted() is (kind is QComboBox)
