"""The statistics screen: what it says, what it draws, how it is gone through."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog
from pytestqt.qtbot import QtBot

from quizapp.app.statistics import BankStatistics
from quizapp.report.class_statistics import between, number
from quizapp.store import Store
from quizapp.ui.statistics.item_table import ItemTable
from quizapp.ui.statistics.options_view import OptionsView
from quizapp.ui.statistics.page import StatisticsPage
from quizapp.ui.statistics.scatter_view import ScatterView
from quizapp.ui.tokens import current
from quizapp.ui.widgets.matrix import StandingMatrix
from quizapp.ui.widgets.paint import PaintedButton
from quizapp.ui.widgets.picture import ink_of
from quizapp.ui.window import Window
from tests.taking import begun
from tests.ui.conftest import Opener
from tests.ui.hands import Key, button, press, push, seen, words
from tests.ui.statistics.classes import a_class, groups_of

pytestmark = pytest.mark.usefixtures("calm")
Shown = Callable[..., StatisticsPage]


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    """The screen with a class on it, beside the navigation of a usual window."""

    def show(found: BankStatistics | None = None) -> StatisticsPage:
        page = StatisticsPage()
        qtbot.addWidget(page)
        page.show_statistics(found or a_class(), *groups_of(found or a_class()))
        page.resize(1079, 800)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        QApplication.processEvents()
        return page

    return show


def rows(page: StatisticsPage) -> list[PaintedButton]:
    """The rows of the table of items."""
    return seen(seen(page, ItemTable)[0], PaintedButton)


def chosen(page: StatisticsPage) -> list[int]:
    """Which rows are chosen."""
    return [n for n, row in enumerate(rows(page)) if row.isChecked()]


def test_every_figure_of_an_item_is_said_with_its_interval(shown: Shown) -> None:
    """A screen reader hears what the picture shows."""
    page, item = shown(), a_class().figures.items[0]
    name = rows(page)[0].accessibleName()

    assert f"{number(item.facility)}{between(item.facility_interval)}" in name
    assert f"{number(item.discrimination)}{between(item.discrimination_interval)}" in name
    assert "as often right without the article" in name
    assert "the intervals are wide" in words(page)


def test_an_item_that_the_better_readers_miss_is_marked(shown: Shown) -> None:
    """And what to do is said: look at the key."""
    page = shown()

    rows(page)[1].click()
    QApplication.processEvents()
    assert "is the key right?" in rows(page)[1].accessibleName()
    assert "The better readers miss it" in words(page)


def test_arrows_go_from_item_to_item_in_the_table(shown: Shown) -> None:
    """The options of the item where one is are shown at once."""
    page = shown()
    rows(page)[0].setFocus(Qt.FocusReason.TabFocusReason)

    press(page, Key.Key_Down, Key.Key_Down, Key.Key_Up)
    assert chosen(page) == [1]
    assert "Item 2, options" in words(page)
    press(page, *[Key.Key_Down] * 20)
    assert chosen(page) == [len(rows(page)) - 1]


def test_arrows_go_from_disc_to_disc_on_the_scatter(shown: Shown) -> None:
    """Right is the next easier item, up the next that tells readers apart better."""
    page, items = shown(), a_class().figures.items
    scatter = seen(page, ScatterView)[0]
    scatter.setFocus(Qt.FocusReason.TabFocusReason)

    press(page, *[Key.Key_Right] * 20)
    (here,) = chosen(page)
    assert items[here].facility == max(one.facility or 0 for one in items)
    press(page, *[Key.Key_Down] * 20)
    (here,) = chosen(page)
    assert here == 1
    assert scatter.accessibleDescription() == rows(page)[1].accessibleName()


def test_a_click_on_a_disc_chooses_its_item(shown: Shown) -> None:
    """And a click beside all discs chooses none."""
    page = shown()
    scatter = seen(page, ScatterView)[0]
    middle = scatter._scatter(scatter.rect().toRectF(), ink_of(current())).at(2).toPoint()

    QTest.mouseClick(scatter, Qt.MouseButton.LeftButton, pos=middle)
    before = chosen(page)
    QTest.mouseClick(scatter, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert chosen(page) == before


def test_options_are_shown_with_both_groups(shown: Shown) -> None:
    """What is drawn is also a table, and is said."""
    page = shown()
    view = seen(page, OptionsView)[0]

    assert view.table()[0] == ("Option", "Chosen", "Upper 27 %", "Lower 27 %")
    assert ", the key:" in view.accessibleDescription()
    push(page, "Show the table: Item 1, options")
    assert seen(page, OptionsView) == []


def test_the_class_is_shown_as_a_whole(shown: Shown) -> None:
    """How claims stand for it, and what it found that is not there."""
    page = shown()
    found = a_class().answers.misreadings()[0]

    assert "the answers of the class" in seen(page, StandingMatrix)[0].accessibleName()
    assert f"“{found.claim}”" in words(page)
    assert f"{found.count} of {found.n} said" in words(page)


def test_too_few_readers_get_counts_and_no_pictures(shown: Shown) -> None:
    """Nine readers are no class: how many earned full marks, and nothing more."""
    page, item = shown(a_class(9)), a_class(9).figures.items[0]

    assert seen(page, ScatterView) == []
    assert seen(page, OptionsView) == []
    assert "Under 10 readers only counts are told" in words(page)
    assert f"{item.full} of 9 earned full marks" in rows(page)[0].accessibleName()


def test_another_quiz_or_one_class_can_be_chosen(qtbot: QtBot, shown: Shown) -> None:
    """Whoever took it together, each class apart, and other quizzes."""
    page = shown()
    group, groups = groups_of(a_class())
    box = seen(page, QComboBox)[0]
    assert [box.itemText(k) for k in range(1, box.count())] == [
        f"{group.title} · everybody", f"{group.title} · 9b", "Another (a)", "Another (b)",
    ]  # fmt: skip
    assert box.currentText() == group.label

    with qtbot.waitSignal(page.group_wanted) as caught:
        box.activated.emit(2)
    assert caught.args == [group]
    box.setCurrentIndex(2)
    with qtbot.waitSignal(page.group_wanted) as caught:
        box.activated.emit(2)
    assert caught.args == [groups[1]]


def test_nothing_and_failure_are_said(qtbot: QtBot) -> None:
    """An empty page names the next thing to do."""
    page = StatisticsPage()
    qtbot.addWidget(page)
    page.show_failure("The disk is gone.")
    page.show()
    assert "The disk is gone." in words(page)
    empty = StatisticsPage()
    qtbot.addWidget(empty)
    empty.show_nothing()
    empty.show()
    empty.activateWindow()
    qtbot.waitUntil(empty.isActiveWindow)
    with qtbot.waitSignal(empty.left):
        push(empty, "Choose a quiz")


def opened(qtbot: QtBot, window: Window) -> StatisticsPage:
    """The page in the window, with its figures."""
    button(window, "Statistics").click()
    qtbot.waitUntil(lambda: bool(seen(window, ItemTable)))
    return seen(window, StatisticsPage)[0]


def test_the_way_leads_there_once_something_is_handed_in(
    qtbot: QtBot, store: Store, open_window: Opener, tmp_path: Path
) -> None:
    """And the figures can be taken along as a file that a spreadsheet opens."""
    sitting = begun(store)
    sitting.answer("who", ("harbour",))
    sitting.submit()
    window = open_window()
    page = opened(qtbot, window)
    push(page, "Export …")
    dialog = seen(window, QFileDialog)[0]
    dialog.fileSelected.emit(str(tmp_path / "figures.csv"))
    dialog.close()

    told = (tmp_path / "figures.csv").read_text("utf-8-sig")
    assert told.startswith("id,n,facility,facility_low,facility_high,sd,")
    assert "\nwho,1,1.0," in told


def test_before_that_there_is_no_way(open_window: Opener) -> None:
    """An empty place is not offered."""
    window = open_window()

    assert not window.navigation.button("statistics").isVisible()
