"""Versions, a second reader, contests and other banks, from the studio and back."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu
from pytestqt.qtbot import QtBot

from quizapp.app import contests
from quizapp.app.authoring.draft import Draft
from quizapp.app.bank_files import open_bank
from quizapp.claims import Standing
from quizapp.quiz import Rules
from quizapp.ui.player.reading import ReadingScreen
from quizapp.ui.studio.agreeing import Agreeing
from quizapp.ui.studio.contests_page import ContestsPage
from quizapp.ui.studio.search_page import SearchPage
from quizapp.ui.studio.studio import Studio
from quizapp.ui.studio.versions_page import VersionsPage
from quizapp.ui.widgets.forms import TextBox
from quizapp.ui.window import Window
from tests.examples import FERRY
from tests.ui.conftest import Opener
from tests.ui.hands import Key, press, push, seen, words
from tests.ui.studio.conftest import Began, settled

Edited = Callable[[], Window]


@pytest.fixture
def edited(qtbot: QtBot, open_window: Opener, folder: Path) -> Edited:
    """Opens the window with a bank of one’s own in the studio."""

    def edit() -> Window:
        path = shutil.copytree(FERRY, folder / "banks" / "ferry")
        window = open_window()
        window.studio.edit(path)
        settled(qtbot, studio_of(window))
        return window

    return edit


def studio_of(window: Window) -> Studio:
    """The studio that fills the window."""
    assert isinstance(window.screen_shown, Studio)
    return window.screen_shown


def choose(window: Window, name: str) -> None:
    """Open an entry of the menu of reviews."""
    push(window, "Review")
    (menu,) = [m for m in window.findChildren(QMenu) if m.isVisible()]
    next(act for act in menu.actions() if act.text() == name).trigger()
    menu.close()
    menu.deleteLater()


def test_two_versions_stand_side_by_side_and_the_old_one_comes_back(
    qtbot: QtBot, edited: Edited
) -> None:
    """What changed is told with the words before and after; going back can be undone."""
    window = edited()
    studio = studio_of(window)
    studio.choose("permit")
    before = studio.draft.claims[0].text
    studio.claim_editor.words.setFocus()
    press(window, Key.Key_End)
    QTest.keyClicks(studio.claim_editor.words, " Indeed.")
    after = studio.draft.claims[0].text
    settled(qtbot, studio)
    press(window, Key.Key_S, control=True)

    choose(window, "Compare versions")
    (page,) = seen(window, VersionsPage)
    assert before in words(page)
    assert after in words(page)
    push(page, "Go back to the version on the left")

    again = studio_of(window)
    assert again.draft.claims[0].text == before
    press(window, Key.Key_Z, control=True)
    assert again.draft.claims[0].text == after


def test_a_second_reader_keys_blind_and_differences_are_decided(
    qtbot: QtBot, edited: Edited
) -> None:
    """Nothing of the first key is on the screen; afterwards both stand side by side."""
    window = edited()
    choose(window, "Second reader")
    (page,) = seen(window, Agreeing)
    before = len(studio_draft(window).raters)

    QTest.keyClicks(page._name, "Ada")
    push(page, "Key the claims blind")
    rating = window.screen_shown
    assert isinstance(rating, ReadingScreen)
    for _claim in studio_draft(window).claims:
        press(window, Key.Key_2)
    press(window, Key.Key_Return)

    (page,) = seen(window, Agreeing)
    assert len(studio_draft(window).raters) == before + 1
    assert "claims alike" in words(page)
    open_ = words(page).count("Ada")
    push_first(page, "Accept both")
    assert words(page).count("Ada") < open_
    push_first(page, "Let it be asserted")
    press(window, Key.Key_Escape)
    settled(qtbot, studio_of(window))


def studio_draft(window: Window) -> Draft:
    """The draft that is worked at."""
    session = window.studio._session
    assert session is not None
    return session.draft


def push_first(page: Agreeing, name: str) -> None:
    """Press the first button of that name."""
    found = [b for b in seen(page, QAbstractButton) if b.accessibleName() == name]
    found[0].click()
    QApplication.processEvents()


def test_contests_are_read_and_decided(qtbot: QtBot, edited: Edited) -> None:
    """What a student contested stands with its reason, and an answer goes back."""
    window = edited()
    work = window.work
    assert work is not None
    bank = open_bank(FERRY)
    sitting = work.begin(bank, Rules.practice())
    item = next(i for i in sitting.items if i.kind == "standing")
    sitting.answer(item.id, ("unknown",), 1)
    sitting.check(item.id)
    sitting.contest(item.id, ("p1s1",), Standing.UNKNOWN, "So it reads to me.", "c1")

    choose(window, "Contests")
    (page,) = seen(window, ContestsPage)
    assert "So it reads to me." in words(page)
    QTest.keyClicks(seen(page, TextBox)[0], "It is said in the second paragraph.")
    push(page, "Decline")

    assert contests.of_bank(work.store, "ferry")[0].state == "declined"
    assert "Declined" in words(page)
    push(page, "Look at the question")
    again = studio_of(window)
    settled(qtbot, again)
    assert again.item == item.id
    assert again.item_editor.isVisible()


def test_an_item_of_another_bank_is_copied(qtbot: QtBot, began: Began) -> None:
    """Search all banks, press once: the item is among those by hand."""
    window, studio = began()
    choose(window, "Copy or move items from other banks")
    (page,) = seen(window, SearchPage)

    QTest.keyClicks(page.words, "kettle")
    press(window, Key.Key_Return)
    assert "item" in words(page)
    first = page._body.itemAt(0)
    assert first is not None
    card = first.widget()
    assert card is not None

    seen(card, QAbstractButton)[0].click()
    press(window, Key.Key_Escape)

    again = studio_of(window)
    assert len(again.draft.items) == 1
    settled(qtbot, again)
    assert studio is not again


def test_a_drag_inside_what_is_selected_selects_anew(began: Began) -> None:
    """The suggestion that is selected is no obstacle to marking other words with the mouse."""
    _window, studio = began()
    view, span = studio.article.viewport(), studio.article.selected()
    assert span is not None
    rects = studio.article._rects(span)
    left = Qt.MouseButton.LeftButton
    start, end = rects[0].center().toPoint(), rects[0].center().toPoint() + QPoint(160, 60)

    QTest.mousePress(view, left, Qt.KeyboardModifier.NoModifier, start, 600)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, left, Qt.KeyboardModifier.NoModifier, end)

    now = studio.article.selected()
    assert now is not None
    assert now.end > span.end


def test_the_second_source_of_a_dispute_can_be_named(qtbot: QtBot, began: Began) -> None:
    """After the other side is marked, Tab leads to its name; a link leads to the first again."""
    window, studio = began()
    press(window, Key.Key_3, Key.Key_Space, Key.Key_3, Key.Key_Tab)
    QTest.keyClicks(studio.claim_editor.source, "Zoe")

    claim = studio.draft.claims[0]
    names = [s.name for a in claim.attributions if (s := studio.draft.source(a.source))]
    assert len(names) == 2
    assert names[1] == "Zoe"
    assert names[0] != "Zoe"
