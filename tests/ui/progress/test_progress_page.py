"""The progress screen: what it says, what it draws, and where it leads."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from quizapp.app.progress import Entry
from quizapp.app.sitting import Sitting
from quizapp.quiz import Verdict
from quizapp.report import Progress, progress, strips
from quizapp.ui.progress.history import History
from quizapp.ui.progress.progress_page import ProgressPage
from quizapp.ui.widgets.calibration import CalibrationPicture
from quizapp.ui.widgets.course import CoursePicture
from quizapp.ui.widgets.strip import StripPicture
from quizapp.ui.window import Window
from tests.examples import ferry
from tests.report.banks import attempt, taken
from tests.taking import BEGAN
from tests.ui.conftest import Opener
from tests.ui.hands import Key, button, press, push, seen, words

pytestmark = pytest.mark.usefixtures("calm")


def entries(first: int, count: int) -> list[Entry]:
    """Attempts of so many days, newest first."""
    days = range(first, first + count)
    return [Entry(f"Quiz {n}", BEGAN - timedelta(days=n), n, 30, f"a{n}") for n in days]


def shown(qtbot: QtBot, found: Progress, count: int = 3) -> ProgressPage:
    """The screen beside the navigation of a usual window."""
    page = ProgressPage()
    qtbot.addWidget(page)
    page.show_progress(found, entries(0, count))
    page.resize(1079, 800)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    QApplication.processEvents()
    return page


def test_nothing_handed_in_says_so_and_leads_to_the_banks(qtbot: QtBot) -> None:
    """The empty page names the next thing to do."""
    page = shown(qtbot, progress([], 0), 0)

    with qtbot.waitSignal(page.left):
        push(page, "Choose a quiz")
    assert "Nothing is handed in yet" in words(page)


def test_what_is_missing_is_said_in_numbers_and_nothing_is_drawn(qtbot: QtBot) -> None:
    """One small quiz is no verdict: the counts are there, the strips are not."""
    found = progress([(ferry(), attempt(ferry(), 0))], 1)

    page = shown(qtbot, found)

    assert seen(page, StripPicture) == []
    assert seen(page, CoursePicture) == []
    assert found.sentence in words(page)
    assert found.rests_on in words(page)


def test_a_verdict_has_its_sentence_its_strips_and_its_course(qtbot: QtBot) -> None:
    """Every figure on the screen is one of the verdict's."""
    found = progress(taken(8), 8)
    assert isinstance(found.judged, Verdict)

    page = shown(qtbot, found)

    assert found.judged.counts() in words(page)
    assert found.judged.shown() in words(page)
    told = [picture.accessibleDescription() for picture in seen(page, StripPicture)]
    assert told == [strip.spoken() for strip in strips(found.judged)]
    assert len(seen(page, CoursePicture)) == 2
    assert len(seen(page, CalibrationPicture)) == 1


@pytest.mark.parametrize("which", [0, 1])
def test_the_last_row_behind_a_course_is_what_holds_now(qtbot: QtBot, which: int) -> None:
    """A day a row, with the figure and how many answers it rests on."""
    found = progress(taken(8), 8)
    assert isinstance(found.judged, Verdict)
    page = shown(qtbot, found)

    table = seen(page, CoursePicture)[which].table()

    assert len(table) == 1 + len(found.points)
    assert table[-1][1:] == (
        strips(found.judged)[which].figures,
        str(found.judged.counted.n),
    )


@pytest.mark.parametrize(
    "title",
    [
        "Telling apart, and leaning",
        "Sure, and right",
        "By skill",
        "Telling apart over time",
        "Leaning over time",
        "How claims stand",
    ],
)
def test_each_picture_gives_way_to_its_table_and_comes_back(qtbot: QtBot, title: str) -> None:
    """By keyboard, under a name that says which picture it is."""
    page = shown(qtbot, progress(taken(8), 8))
    before = words(page)

    push(page, f"Show the table: {title}")
    table = words(page)
    push(page, f"Show the picture: {title}")

    assert len(table) > len(before)
    assert words(page) == before


def test_a_row_of_the_history_leads_to_its_result(qtbot: QtBot) -> None:
    """Its name has the quiz, the day and the count."""
    page = shown(qtbot, progress(taken(1), 3))

    with qtbot.waitSignal(page.result_wanted) as signal:
        push(page, "Quiz 1, 28 February: 1 of 30 right")

    assert signal.args == ["a1"]


def test_older_attempts_are_shown_when_they_are_asked_for(qtbot: QtBot) -> None:
    """The keyboard goes to the first of them; at the end nothing more is offered."""
    page = shown(qtbot, progress(taken(1), 5))

    with qtbot.waitSignal(page.more_wanted) as signal:
        push(page, "Show older")
    page.add_history(entries(3, 2))
    QApplication.processEvents()

    rows = seen(seen(page, History)[0], QAbstractButton)
    focus = QApplication.focusWidget()
    assert signal.args == [3]
    assert len(rows) == 5
    assert focus is rows[3]
    assert not button_is_shown(page, "Show older")


def button_is_shown(page: ProgressPage, name: str) -> bool:
    """Whether a button of that name can be seen."""
    return any(b.accessibleName() == name for b in seen(page, QAbstractButton))


def test_a_failure_is_a_card_that_says_why(qtbot: QtBot) -> None:
    """The screen is not left empty."""
    page = shown(qtbot, progress([], 0), 0)

    page.show_failure("The disk is full.")
    QApplication.processEvents()

    assert "Your progress could not be worked out\nThe disk is full." in words(page)


def test_the_way_to_progress_is_there_once_there_is_some(
    open_window: Opener, practice: Sitting
) -> None:
    """Not before anything is handed in, and then without a new start."""
    window = open_window()
    before = button_names(window)

    practice.submit()
    window.go_home()

    assert "Progress" not in before
    assert "Progress" in button_names(window)


def button_names(window: Window) -> list[str]:
    """The names of the buttons that are shown."""
    return [b.accessibleName() for b in seen(window, QAbstractButton)]


def test_from_progress_to_a_result_and_back(
    qtbot: QtBot, open_window: Opener, practice: Sitting
) -> None:
    """A result that was opened from the history leads back to it; home leads home."""
    practice.answer("who", ("harbour",), 3)
    practice.submit()
    window = open_window()

    window.navigation.button("home").setFocus()
    press(window, Key.Key_Down)
    qtbot.waitUntil(lambda: "What you handed in" in words(window))
    row = next(n for n in button_names(window) if n.startswith(ferry().title) and "right" in n)
    push(window, row)
    result = words(window)
    push(window, "Progress")
    qtbot.waitUntil(lambda: "What you handed in" in words(window))
    button(window, "Home").click()

    assert "Every item" in result
    assert button(window, "Open a bank …").isVisible()


def test_whoever_leaves_while_it_is_worked_out_meets_no_error(
    qtbot: QtBot, open_window: Opener, practice: Sitting
) -> None:
    """What arrives late finds nobody, and that is all."""
    practice.submit()
    window = open_window()

    button(window, "Progress").click()
    button(window, "Settings").click()
    qtbot.wait(300)

    assert "Text size" in words(window)
