"""Practice in the window: from home by keyboard, answer by answer, to the end of the day."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from quizapp.app.bank_files import open_bank, shipped
from quizapp.app.folding import Folding
from quizapp.app.places import database
from quizapp.app.sitting import Sitting
from quizapp.quiz import Rules
from quizapp.store import Store, reviews
from quizapp.ui.practice.done_page import DonePage
from quizapp.ui.practice.forecast import ForecastPicture
from quizapp.ui.practice.practice_screen import PracticeScreen
from quizapp.ui.window import Window
from tests.ui.conftest import Opener
from tests.ui.hands import Key, button, press, push, seen, words

BANKS = [open_bank(path) for path in shipped()[:2]]


@pytest.fixture
def known(folder: Path) -> Iterator[Store]:
    """A reader who handed in two quizzes four days ago, with two right answers in each."""
    store, at = Store(database(folder)), datetime.now(UTC) - timedelta(days=4)
    for bank in BANKS:
        sitting = Sitting.begin(bank, Rules.practice(), store, lambda: at, 7, bank.id, "me")
        items = [item for item in sitting.items if item.kind == "standing"][:2]
        for item in items:
            sitting.answer(item.id, item.key(), 2)
        sitting.submit()
    yield store
    store.close()


def log(store: Store) -> list[tuple[str, bool]]:
    """What was practised so far: the item, and whether it was right."""
    with store.read() as connection:
        return [
            (one.shown[1], one.right) for one in reviews.log(connection, "me") if not one.attempt
        ]


def asked(window: Window) -> PracticeScreen:
    """The question on the screen."""
    (screen,) = seen(window, PracticeScreen)
    return screen


def test_home_says_what_is_due_and_leads_there(open_window: Opener, known: Store) -> None:
    """The next thing to do has the keyboard: Enter begins."""
    window = open_window()
    assert "4 questions come back" in words(window)

    press(window, Key.Key_Return)

    assert seen(window, PracticeScreen)
    assert "4 left today · 0 done" in words(window)


def test_a_whole_day_by_keyboard_alone(open_window: Opener, known: Store) -> None:
    """Digits, C and Enter are enough, the articles take turns, and each answer is on the disk."""
    window = open_window()
    press(window, Key.Key_Return)
    titles = []
    for n in range(4):
        titles.append(asked(window)._turn.bank.id)
        press(window, Key.Key_1, Key.Key_C, Key.Key_2, Key.Key_Return)
        assert len(log(known)) == n + 1
        assert asked(window).feedback is not None
        press(window, Key.Key_Return)

    assert seen(window, DonePage)
    assert titles[0] != titles[1]
    assert "You answered 4 questions." in words(window)
    press(window, Key.Key_Return)
    assert "Due today" not in words(window)


def test_an_empty_answer_is_not_kept(open_window: Opener, known: Store) -> None:
    """Enter alone says what is missing."""
    window = open_window()
    press(window, Key.Key_Return, Key.Key_Return)

    assert log(known) == []
    assert "Give an answer first" in words(window)


def test_the_last_answer_is_taken_back_by_a_key(open_window: Opener, known: Store) -> None:
    """The same question is there again, unanswered; the count is as before."""
    window = open_window()
    press(window, Key.Key_Return)
    first = asked(window)._turn
    press(window, Key.Key_1, Key.Key_C, Key.Key_3, Key.Key_Return)
    assert len(log(known)) == 1

    press(window, Key.Key_U)

    assert asked(window)._turn.card == first.card
    assert asked(window).feedback is None
    assert log(known) == []
    assert "4 left today · 0 done" in words(window)


def test_it_can_be_taken_back_at_the_end_too(open_window: Opener, known: Store) -> None:
    """The last answer of the day is no exception."""
    window = open_window(daily_limit=1)
    press(window, Key.Key_Return, Key.Key_1, Key.Key_C, Key.Key_2, Key.Key_Return, Key.Key_Return)
    assert "3 more are due, beyond the limit of the day" in words(window)

    push(window, "Take the last answer back")

    assert seen(window, PracticeScreen)
    assert log(known) == []


def test_an_answer_that_could_not_be_kept_is_said(open_window: Opener, known: Store) -> None:
    """Nothing is shown as saved that is not on the disk; pressing again tries again."""
    window = open_window()
    press(window, Key.Key_Return, Key.Key_1, Key.Key_C, Key.Key_2)
    assert window.work is not None
    window.work.close()
    full = Store(known.path)
    asked(window)._practice._store = full
    with full.read() as connection:
        pages = connection.exec_driver_sql("PRAGMA query_only=ON")
        pages.close()

    press(window, Key.Key_Return)

    assert asked(window).feedback is None
    assert "Not saved" in words(window)
    full.close()


def test_the_forecast_is_a_picture_with_a_table(
    qtbot: QtBot, open_window: Opener, known: Store
) -> None:
    """What is painted can be read, and is said to screen readers."""
    window = open_window(daily_limit=1)
    press(window, Key.Key_Return, Key.Key_1, Key.Key_C, Key.Key_2, Key.Key_Return, Key.Key_Return)
    (picture,) = seen(window, ForecastPicture)

    assert "3 of them today" in picture.accessibleDescription()
    button(window, "Show the table: What comes back").click()

    cells = [label.text() for label in seen(window, QLabel)]
    assert cells[cells.index("Today") + 1] == "3"
    assert picture.isHidden()


def test_somebody_who_handed_in_nothing_is_not_asked_to_practise(open_window: Opener) -> None:
    """Home stays quiet until there is something to come back."""
    assert "Due today" not in words(open_window())


def test_home_does_not_wait_for_what_was_left_from_before(
    open_window: Opener, known: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The oldest quiz is taken in at once, the others once home is there, and home says so."""
    monkeypatch.setattr("quizapp.ui.work.AT_ONCE", 1)
    window = open_window()
    if Folding(known, "me").waiting():  # else the rest was quicker than the first paint
        assert "2 questions come back" in words(window)

    qtbot.waitUntil(lambda: "4 questions come back" in words(window))

    assert Folding(known, "me").waiting() == ()
